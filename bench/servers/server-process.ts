import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { residentMbOf } from '../resident-mb.js';
import type { Asked, Canned, Serves, Told, Usage } from './protocol.js';

/** As `npm start` has it. The references get it too: for them it makes no difference that could be measured. */
const FLAGS = ['--max-semi-space-size=2'];

/** A server in a process of its own, so that the load does not share its CPU time. */
export class ServerProcess implements AsyncDisposable {
  private constructor(
    private readonly child: ChildProcess,
    private readonly serves: Serves,
  ) {}

  get url(): string {
    return this.serves.url;
  }

  /** What every request to it needs. */
  get headers(): Readonly<Record<string, string>> {
    const { authorization } = this.serves;
    return authorization === undefined ? {} : { Authorization: authorization };
  }

  /** @param script a file of this folder, without its extension */
  static async start(script: string, ...args: readonly string[]): Promise<ServerProcess> {
    const path = fileURLToPath(new URL(`${script}.js`, import.meta.url));
    const child = fork(path, args, { execArgv: FLAGS, serialization: 'advanced' }); // bytes stay bytes
    const told = await toldBy(child);
    if (!('url' in told)) throw new Error(`${script} does not say where it serves`);
    return new ServerProcess(child, told);
  }

  /** µs of user and system time since the process started. */
  async cpuMicros(): Promise<number> {
    return (await this.ask({ ask: 'usage' })).cpuMicros;
  }

  /** Resident memory, MB of a million bytes. Linux only. */
  get residentMb(): number {
    return residentMbOf(this.child.pid);
  }

  /** From now on the server looks how long its event loop is blocked. */
  async watch(): Promise<void> {
    await this.ask({ ask: 'watch' });
  }

  /** ms, at the longest since `watch` */
  async blockedMs(): Promise<number> {
    return (await this.ask({ ask: 'usage' })).blockedMs;
  }

  /** From now on the server answers this; the gateway knows better. */
  async learn(canned: Canned): Promise<void> {
    await this.ask({ ask: 'learn', canned });
  }

  private async ask(asked: Asked): Promise<Usage> {
    this.child.send(asked);
    const told = await toldBy(this.child);
    if ('url' in told) throw new Error('expected an answer');
    return told;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (this.child.exitCode !== null) return;
    this.child.disconnect();
    await once(this.child, 'exit');
  }
}

/** @throws Error when the process ends instead */
async function toldBy(child: ChildProcess): Promise<Told> {
  const either = new AbortController();
  const { signal } = either;
  const exited = once(child, 'exit', { signal }).then(([code]) => {
    throw new Error(`${child.spawnargs.join(' ')} ended with ${String(code)}`);
  });
  try {
    const [told] = (await Promise.race([once(child, 'message', { signal }), exited])) as [Told];
    return told;
  } finally {
    either.abort();
  }
}
