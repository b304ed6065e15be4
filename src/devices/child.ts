import { spawn as spawnProcess } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';

/** The part of a child process that is used here; a test passes one that replays output. */
export interface Child {
  /** Absent, as is `stderr`, when the process could not be started for want of file descriptors. */
  readonly stdout: Readable | undefined;
  readonly stderr: Readable | undefined;
  kill(signal: NodeJS.Signals): boolean;
  on(event: 'error', listener: (error: NodeJS.ErrnoException) => void): unknown;
  on(event: 'close', listener: (code: number | null) => void): unknown;
}

/** @param input what it reads from its standard input: unlike arguments, nobody else on this machine sees that */
export type Spawn = (command: string, args: readonly string[], input?: string) => Child;

export const spawnChild: Spawn = (command, args, input) => {
  const child = spawnProcess(command, args, { stdio: 'pipe', env: withoutSettings(process.env) });
  const stdin = child.stdin as Writable | undefined;
  // one that ends without reading it says why elsewhere
  stdin?.on('error', () => undefined).end(input);
  return child;
};

/** The gateway's settings are in its environment, secrets too, and no child needs one. */
function withoutSettings(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !name.startsWith('UMEC_')));
}
