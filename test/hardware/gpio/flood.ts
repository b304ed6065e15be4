import { once } from 'node:events';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import type { LineEdge } from '../../../src/gpio/gpio-chip.js';
import { CHANGES, startChild } from './child.js';
import { type Driver, INPUT, openChip, take } from './drivers.js';
import { SimChip } from './sim-chip.js';
import { untilTrue } from './until-true.js';

export interface Flooded {
  readonly driver: Driver;
  readonly changes: number;
  readonly ms: number;
  readonly told: number;
  readonly lost: number;
  /** How many the last one says that there were. */
  readonly lineSeqno: number;
  readonly isInOrder: boolean;
  /** For how long nothing else could be done, at the longest. */
  readonly blockedMs: number;
  readonly grownMB: number;
  /** What is told of the change that comes when it is over. */
  readonly afterwards: LineEdge['edge'] | undefined;
}

/** Changes a line as fast as it can while its edges are told. */
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
  const began = performance.now();
  const changer = startChild('change', driver, sim.pullOf(4));
  await once(changer, 'exit');
  const ms = Math.round(performance.now() - began);
  await quiet(() => chip.counters.edges);
  const { edges: told, lostEdges: lost } = chip.counters;
  const seen = { told, lost, lineSeqno: last?.lineSeqno ?? 0, blockedMs: delay.longestMs() };
  await sim.pull(4, 1);
  await untilTrue('the last edge is told', () => chip.counters.edges > told);
  const grownMB = Math.round((process.memoryUsage.rss() - rss) / 2 ** 20);
  return { driver, changes: CHANGES, ms, ...seen, isInOrder, grownMB, afterwards: last?.edge };
}

/** Resolves when nothing was told for a while. */
async function quiet(count: () => number): Promise<void> {
  let before: number;
  do {
    before = count();
    await sleep(200);
  } while (before !== count());
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
