/** What is done in another process of the guest. It says so when it has its lines. */
import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { openSync, writeSync } from 'node:fs';
import type { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { INPUT, OUTPUT } from '../../gpio/settings.js';
import { type Driver, openChip, take } from './drivers.js';

const CHANGES = 5_000;
/** Until what waits for edges waits, which cannot be seen from outside. */
const SETTLE_MS = 300;

/** In which ways a process that waits for edges ends, and the line that it waits at. */
export const WAYS = { dispose: 0, exit: 1, fail: 2 } as const;
export type Way = keyof typeof WAYS;

const TASKS = { hold, change, dispose: endBy('dispose'), exit: endBy('exit'), fail: endBy('fail') } as const;

/** @param what the label of a chip, or a file */
export function startChild(task: keyof typeof TASKS, driver: Driver, what: string): ChildProcessByStdio<null, Readable, null> {
  const program = fileURLToPath(import.meta.url);
  return spawn(process.execPath, [program, task, driver, what], {
    stdio: ['ignore', 'pipe', task === 'fail' ? 'ignore' : 'inherit'],
  });
}

/** Holds an input whose edges are told, and an output that is driven to 1, until it is killed. */
async function hold(driver: Driver, label: string): Promise<void> {
  const chip = await openChip(driver, label);
  take(chip, [
    { line: 4, settings: { ...INPUT, edge: 'BOTH', activeLow: true }, value: 0 },
    { line: 6, settings: OUTPUT, value: 1 },
  ]);
  setInterval(() => undefined, 1_000);
  process.stdout.write('it holds its lines');
}

/** Pulls a line up and down. */
function change(_: Driver, pullFile: string): void {
  const fd = openSync(pullFile, 'w');
  for (let at = 0; at < CHANGES; at++) writeSync(fd, at % 2 === 0 ? 'pull-up' : 'pull-down', 0);
}

/** Waits for edges, and ends. */
function endBy(way: Way) {
  return async (driver: Driver, label: string): Promise<void> => {
    const chip = await openChip(driver, label);
    take(chip, [{ line: WAYS[way], settings: { ...INPUT, edge: 'BOTH' }, value: 0 }]);
    await sleep(SETTLE_MS);
    process.stdout.write('it ends');
    if (way === 'exit') process.exit(3);
    if (way === 'fail')
      setImmediate(() => {
        throw new Error('on purpose');
      });
    else await chip[Symbol.asyncDispose]();
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [task, driver, what] = process.argv.slice(2) as [keyof typeof TASKS, Driver, string];
  await TASKS[task](driver, what);
}
