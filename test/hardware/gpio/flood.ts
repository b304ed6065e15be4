import { once } from 'node:events';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { systemClock } from '../../../src/clock.js';
import type { LineEdge } from '../../../src/gpio/gpio-chip.js';
import { startChild } from './child.js';
import { INPUT } from '../../gpio/settings.js';
import { type Driver, openChip, take } from './drivers.js';
import { SimChip } from './sim-chip.js';
import { untilTrue } from './until-true.js';

export interface Flooded {
  readonly driver: Driver;
  readonly told: number;
  readonly lost: number;
  /** How many the last one says that there were. */
  readonly lineSeqno: number;
  readonly isInOrder: boolean;
  /** For how long nothing else could be done, at the longest. */
  readonly blockedMs: number;
  readonly grownMB: number;
}

/** Changes a line as fast as it can while its edges are told, and once more when that is over, which is told, too. */
export async function flood(driver: Driver): Promise<Flooded> {
  using sim = new SimChip(`flood-${driver}`);
  await using chip = await openChip(driver, sim.label);
  let last: LineEdge | undefined;
  let isInOrder = true;
  take(chip, [{ line: 4, settings: { ...INPUT, edge: 'BOTH' }, value: 0 }], (edge) => {
    isInOrder &&= edge.lineSeqno > (last?.lineSeqno ?? 0);
    last = edge;
  });
  await sim.pull(4, 1);
  await untilTrue('the first edge is told', () => chip.counters.edges === 1);
  await sim.pull(4, 0);

  const rss = process.memoryUsage.rss();
  using delay = monitoredDelay();
  await once(startChild('change', driver, sim.pullOf(4)), 'exit');
  const over = systemClock.now();
  await sim.pull(4, 1);
  await untilTrue('the last edge is told', () => last?.edge === 'RISING' && last.time >= over);
  const { edges: told, lostEdges: lost } = chip.counters;
  const grownMB = Math.round((process.memoryUsage.rss() - rss) / 2 ** 20);
  return { driver, told, lost, lineSeqno: last?.lineSeqno ?? 0, isInOrder, blockedMs: delay.longestMs(), grownMB };
}

function monitoredDelay(): Disposable & { longestMs(): number } {
  const delay = monitorEventLoopDelay({ resolution: 10 });
  delay.enable();
  return {
    longestMs: () => Math.round(delay.max / 1e6),
    [Symbol.dispose]() {
      delay.disable();
    },
  };
}
