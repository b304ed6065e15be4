import { constants, setPriority } from 'node:os';
import type { Config } from '../config/schema.js';
import { findHardware } from '../devices/detect.js';
import type { Sink } from './archive-writer.js';
import { backup } from './backup.js';
import { missingDevices } from './missing-devices.js';
import { backupReport, restoreReport } from './reports.js';
import { restore } from './restore.js';

/** What can be said of a restore on the command line. */
export interface RestoreAsked {
  readonly replace?: true;
  readonly newIdentity?: true;
  readonly sendAgain?: true;
}

/** @param file `-` for the standard output */
export async function runBackup({ data: { dir } }: Config, file: string | undefined): Promise<void> {
  const stop = new AbortController();
  const ending = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  for (const signal of ending) process.once(signal, () => stop.abort(new Error('stopped', { cause: signal })));
  const isOut = file === '-';
  // whoever waits for the bytes to go hears of it, and else it would be nobody's
  process.stdout.on('error', () => undefined);
  const made = await backup({ dir, taken: giveWay, signal: stop.signal, ...(isOut ? { sink: toStdout } : { file }) });
  (isOut ? process.stderr : process.stdout).write(backupReport(made));
}

export async function runRestore({ data: { dir }, devices }: Config, file: string, asked: RestoreAsked): Promise<void> {
  const restored = await restore({ file, dir, ...asked });
  const missing = missingDevices(restored.known, devices, findHardware());
  process.stdout.write(restoreReport(restored, missing, dir));
}

/** The gateway's own work goes first. */
const giveWay = () => setPriority(constants.priority.PRIORITY_LOW);

/** Whoever reads it may end early, which is no mistake of ours. */
const toStdout: Sink = (bytes) =>
  new Promise((resolve, reject) => {
    process.stdout.write(bytes, (error) => (error ? reject(new Error(error.message, { cause: error })) : resolve()));
  });
