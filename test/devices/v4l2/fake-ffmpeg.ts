import { EventEmitter } from 'node:events';
import { PassThrough } from 'node:stream';
import type { Child, Spawn } from '../../../src/devices/child.js';

/** A child process that says what a test lets it say. */
export class FakeFfmpeg extends EventEmitter implements Child {
  readonly stdout = new PassThrough();
  readonly stderr = new PassThrough();
  readonly killed: NodeJS.Signals[] = [];

  constructor(
    readonly args: readonly string[],
    private readonly diesOf: NodeJS.Signals,
  ) {
    super();
  }

  kill(signal: NodeJS.Signals): boolean {
    this.killed.push(signal);
    if (signal === this.diesOf) this.exit();
    return true;
  }

  /** Says something on stderr, then is gone; once. */
  exit(words = ''): void {
    if (this.stderr.writableEnded) return;
    this.stderr.end(words);
    this.stdout.end();
    setImmediate(() => setImmediate(() => this.emit('close', 1)));
  }
}

/** Children in the order in which they were started; `begin` is called with each. */
export function fakeSpawn(
  begin: (child: FakeFfmpeg) => void = () => undefined,
  diesOf: NodeJS.Signals = 'SIGTERM',
): Spawn & { children: FakeFfmpeg[] } {
  const children: FakeFfmpeg[] = [];
  const spawn: Spawn = (_command, args) => {
    const child = new FakeFfmpeg(args, diesOf);
    children.push(child);
    begin(child);
    return child;
  };
  return Object.assign(spawn, { children });
}
