import { spawn as spawnProcess } from 'node:child_process';
import type { Readable } from 'node:stream';

/** The part of a child process that is used here; a test passes one that replays output. */
export interface Child {
  /** Absent, as is `stderr`, when the process could not be started for want of file descriptors. */
  readonly stdout: Readable | undefined;
  readonly stderr: Readable | undefined;
  kill(signal: NodeJS.Signals): boolean;
  on(event: 'error', listener: (error: NodeJS.ErrnoException) => void): unknown;
  on(event: 'close', listener: (code: number | null) => void): unknown;
}

export type Spawn = (command: string, args: readonly string[]) => Child;

export const spawnChild: Spawn = (command, args) => spawnProcess(command, args, { stdio: ['ignore', 'pipe', 'pipe'] });
