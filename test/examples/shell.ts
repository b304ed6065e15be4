import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { ROOT } from '../docs/blocks.js';
import { shellEnvironment } from '../docs/shell-environment.js';

/** A line of JSON that an example wrote. */
export interface Told {
  readonly step: string;
  readonly [more: string]: unknown;
}

/** A shell in the checkout, of which the last command is a program that stays. */
export class Shell implements AsyncDisposable {
  private readonly child: ChildProcessByStdio<null, Readable, null>;
  private readonly lines: AsyncIterator<string>;
  private readonly ended: Promise<unknown[]>;

  /** @param script its last command begins with `exec` */
  constructor(script: string, env: Readonly<Record<string, string>> = {}) {
    const options = { cwd: ROOT, env: shellEnvironment(env) };
    this.child = spawn('sh', ['-ec', script], { ...options, stdio: ['ignore', 'pipe', 'inherit'] });
    this.ended = once(this.child, 'close');
    this.lines = createInterface(this.child.stdout)[Symbol.asyncIterator]();
  }

  /**
   * @param despite failures too, which end it otherwise
   * @returns the next line that is like this; @throws when it ends before, or says that something failed
   */
  async line(like: RegExp, despite?: 'failures'): Promise<string> {
    for (;;) {
      const line: IteratorResult<string, unknown> = await this.lines.next();
      if (line.done) throw new Error(`it ended without having said ${String(like)}`);
      if (like.test(line.value)) return line.value;
      if (despite === undefined && line.value.includes('{"step":"failed"')) throw new Error(line.value);
    }
  }

  /** What curl has printed may stand before it in the same line. */
  async until(step: string, despite?: 'failures'): Promise<Told> {
    const line = await this.line(new RegExp(`{"step":"${step}"`), despite);
    return JSON.parse(line.slice(line.lastIndexOf('{"step"'))) as Told;
  }

  /** @returns its exit code, when it has ended by itself */
  async exitCode(): Promise<number | null> {
    await this.ended;
    return this.child.exitCode;
  }

  stop(signal: 'SIGTERM' | 'SIGHUP' = 'SIGTERM'): void {
    this.child.kill(signal);
  }

  /** Nobody hears any more what it says. */
  async deafen(): Promise<void> {
    await once(this.child.stdout.destroy(), 'close');
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (this.child.exitCode === null) this.child.kill('SIGKILL');
    await this.ended;
  }
}
