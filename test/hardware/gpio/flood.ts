/** Runs in the guest: changes a line as fast as it can while its edges are told, and prints as JSON what that does. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { openSync, writeSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { LineEdge } from '../../../src/gpio/gpio-chip.js';
import { type Driver, DRIVERS, INPUT, openChip, take } from './drivers.js';
import { SimChip } from './sim-chip.js';
import { untilTrue } from './until-true.js';

const CHANGES = 10_000;

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

const [pullFile] = process.argv.slice(2);
if (pullFile !== undefined) change(pullFile);
else {
  const flooded: Flooded[] = [];
  for (const driver of DRIVERS) flooded.push(await flood(driver));
  process.stdout.write(JSON.stringify(flooded));
}

function change(file: string): void {
  const fd = openSync(file, 'w');
  for (let at = 0; at < CHANGES; at++) writeSync(fd, at % 2 === 0 ? 'pull-up' : 'pull-down', 0);
}

async function flood(driver: Driver): Promise<Flooded> {
  using sim = new SimChip(`flood-${driver}`);
  await using opened = await openChip(driver, sim.label);
  const { chip } = opened;
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
  const changer = spawn(process.execPath, [fileURLToPath(import.meta.url), sim.pullOf(4)], { stdio: 'inherit' });
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
  for (let before = -1; before !== count(); await sleep(200)) before = count();
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
