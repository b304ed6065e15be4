/** Runs in the guest: measures how long a process goes on that waits for edges and ends, and prints it as JSON. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { type Driver, DRIVERS, INPUT, openChip, take } from './drivers.js';
import { SimChip } from './sim-chip.js';

const WAYS = ['disposes', 'exits', 'fails'] as const;
export interface Ended {
  readonly driver: Driver;
  readonly way: (typeof WAYS)[number];
  readonly code: number | null;
  readonly ms: number;
}

const [label, driver, way] = process.argv.slice(2) as [string | undefined, Driver, Ended['way']];
if (label !== undefined) await end(label, driver, way);
else {
  const ended: Ended[] = [];
  for (const driver of DRIVERS) {
    using sim = new SimChip(`ending-${driver}`);
    for (const way of WAYS) ended.push(await measure(sim, driver, way));
  }
  process.stdout.write(JSON.stringify(ended));
}

async function end(label: string, driver: Driver, way: Ended['way']): Promise<void> {
  const opened = await openChip(driver, label);
  take(opened.chip, [{ line: 4, settings: { ...INPUT, edge: 'BOTH' }, value: 0 }]);
  // by then what waits for edges waits, which cannot be seen from outside
  await sleep(1_000);
  process.stdout.write('it ends');
  if (way === 'exits') process.exit(3);
  if (way === 'fails')
    setImmediate(() => {
      throw new Error('on purpose');
    });
  else await opened[Symbol.asyncDispose]();
}

async function measure(sim: SimChip, driver: Driver, way: Ended['way']): Promise<Ended> {
  const child = spawn(process.execPath, [fileURLToPath(import.meta.url), sim.label, driver, way], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const ended = once(child, 'exit');
  await Promise.race([once(child.stdout, 'data'), ended]);
  const began = performance.now();
  const [code] = (await ended) as [number | null];
  return { driver, way, code, ms: Math.round(performance.now() - began) };
}
