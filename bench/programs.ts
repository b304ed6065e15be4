import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { freePort } from '../test/free-port.js';
import { residentMbOf } from './resident-mb.js';

const UMEC = fileURLToPath(new URL('../src/umec.js', import.meta.url));
const HELLO = fileURLToPath(new URL('servers/hello.js', import.meta.url));
const PATIENCE_MS = 30_000;

/** A program that was started as a user would start it; disposing ends it. */
export class Program implements AsyncDisposable {
  private constructor(
    private readonly child: ChildProcess,
    /** Where it serves; nowhere, when it is empty. */
    readonly url: string,
  ) {}

  /** The gateway with a data directory of its own and no configuration but `env`. */
  static async gateway(dir: string, env: Readonly<Record<string, string>> = {}): Promise<Program> {
    const port = await freePort();
    const settings = { UMEC_HTTP_LISTEN: `127.0.0.1:${port}`, UMEC_DATA_DIR: dir, UMEC_LOG_LEVEL: 'error', ...env };
    return new Program(
      start(['--enable-source-maps', '--max-semi-space-size=2', UMEC, 'start'], dir, { ...foreignEnv(), ...settings }),
      `http://127.0.0.1:${port}`,
    );
  }

  /** An Express application that says hello. */
  static async express(dir: string): Promise<Program> {
    const port = await freePort();
    return new Program(start([HELLO, String(port)], dir, foreignEnv()), `http://127.0.0.1:${port}`);
  }

  /** Node, and nothing in it. */
  static node(dir: string): Program {
    return new Program(start(['--eval', 'setInterval(() => {}, 1e6)'], dir, foreignEnv()), '');
  }

  /** Waits until `/readyz` is answered with 200. */
  async answers(): Promise<void> {
    const until = performance.now() + PATIENCE_MS;
    for (;;) {
      const response = await fetch(`${this.url}/readyz`).catch(() => undefined);
      await response?.arrayBuffer();
      if (response?.status === 200) return;
      if (this.child.exitCode !== null || performance.now() > until)
        throw new Error(`${this.child.spawnargs.join(' ')}: no answer`);
      await sleep(2);
    }
  }

  /** Resident memory, MB of a million bytes. Linux only. */
  get residentMb(): number {
    return residentMbOf(this.child.pid);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    this.child.kill();
    await once(this.child, 'exit');
  }
}

function start(args: readonly string[], cwd: string, env: NodeJS.ProcessEnv): ChildProcess {
  return spawn(process.execPath, args, { cwd, env, stdio: ['ignore', 'ignore', 'inherit'] });
}

/** The environment without settings of the gateway, and without options that would slow a child down. */
function foreignEnv(): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(UMEC_|NODE_OPTIONS$)/.test(name)));
}
