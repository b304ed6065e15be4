import { existsSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Ran, run, tryRun } from './engine.js';

/** As docs/container.md starts it, and with half a core and 256 MiB. */
export const CAGE = [
  ...['--read-only', '--read-only-tmpfs=false', '--tmpfs=/tmp:rw,noexec,nosuid,nodev,size=16m', '--ipc=none'],
  ...['--cap-drop=all', '--security-opt=no-new-privileges', '--pids-limit=128', '--memory=256m', '--cpus=0.5'],
];

export interface Started {
  readonly image: string;
  /** Names of volumes, by where they are. */
  readonly volumes?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
  readonly args?: readonly string[];
  readonly timeoutMs?: number;
}

/** A gateway that runs in a container on the host's network. */
export class Container implements AsyncDisposable {
  private constructor(
    readonly id: string,
    readonly url: string,
    /** From when the engine was asked for it until it served, ms. */
    readonly readyMs: number,
  ) {}

  /** @param url where it is told to listen */
  static async start(url: string, { image, volumes = {}, env = {}, args = [], timeoutMs = 60_000 }: Started): Promise<Container> {
    const began = performance.now();
    const all = { UMEC_HTTP_LISTEN: new URL(url).host, ...env };
    const id = await run('podman', [
      ...['run', '--detach', '--network=host', ...CAGE, ...args],
      ...Object.entries(volumes).map(([path, name]) => `--volume=${name}:${path}`),
      ...Object.entries(all).map(([name, value]) => `--env=${name}=${value}`),
      image,
    ]);
    try {
      await untilReady(id, url, began + timeoutMs);
    } catch (error) {
      await tryRun('podman', ['rm', '--force', id]);
      throw error;
    }
    return new Container(id, url, performance.now() - began);
  }

  /** @returns what a program says that is run beside the gateway */
  async exec(...command: readonly string[]): Promise<string> {
    return run('podman', ['exec', this.id, ...command]);
  }

  /** Asks as its administrator. */
  async get(path: string): Promise<Response> {
    return this.send('GET', path);
  }

  async send(method: string, path: string, body?: object): Promise<Response> {
    this.token ??= await this.exec('node', '--no-warnings', 'dist/src/umec.js', 'token');
    return fetch(this.url + path, {
      method,
      headers: { Authorization: `Bearer ${this.token}`, ...(body && { 'Content-Type': 'application/json' }) },
      ...(body && { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(60_000),
    });
  }

  private token: string | undefined;

  /** Does once what the engine does every 30 s. @returns what it takes the container for from then on */
  async checkHealth(): Promise<string> {
    await tryRun('podman', ['healthcheck', 'run', this.id]);
    return run('podman', ['inspect', '--format={{.State.Health.Status}}', this.id]);
  }

  /** Asks it as the engine does, and waits for the answer for as long as that takes. */
  async answersHealthCheck(): Promise<boolean> {
    const check = await run('podman', ['inspect', '--format={{json .Config.Healthcheck.Test}}', this.id]);
    const [, ...command] = JSON.parse(check) as string[];
    return (await tryRun('podman', ['exec', this.id, ...command])).code === 0;
  }

  /** Checks it until the engine takes it for that, ten times at most. @returns what it takes it for then */
  async checkUntil(health: 'healthy' | 'unhealthy'): Promise<string> {
    let found = '';
    for (let tries = 0; tries < 10 && found !== health; tries += 1) found = await this.checkHealth();
    return found;
  }

  /** The gateway's process, as the host sees it: the one child of the container's first. */
  async pid(): Promise<number> {
    const first = await run('podman', ['inspect', '--format={{.State.Pid}}', this.id]);
    return Number(readFileSync(`/proc/${first}/task/${first}/children`, 'utf8').trim());
  }

  /** What the gateway keeps in memory, MB. */
  async memoryMB(): Promise<number> {
    const status = readFileSync(`/proc/${await this.pid()}/status`, 'utf8');
    return Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1]) / 1000;
  }

  /** Tells it to stop as every engine does. @returns how it ended, and after how long */
  async stop(): Promise<{ exitCode: number; ms: number }> {
    const began = performance.now();
    await run('podman', ['stop', '--time=10', this.id]);
    const ms = performance.now() - began;
    return { exitCode: Number(await run('podman', ['inspect', '--format={{.State.ExitCode}}', this.id])), ms };
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await tryRun('podman', ['rm', '--force', '--time=0', this.id]);
  }
}

/** By TLS nobody is believed here: whether the gateway serves, it says itself in the container. */
async function untilReady(id: string, url: string, end: number): Promise<void> {
  const asked = () =>
    fetch(`${url}/readyz`, { signal: AbortSignal.timeout(5_000) }).then(
      (res) => res.ok,
      () => false,
    );
  // 0 when it has ended before; to ask podman again and again would take a core
  const first = await run('podman', ['inspect', '--format={{.State.Pid}}', id]);
  while (!(url.startsWith('http:') ? await asked() : await isReady(id))) {
    if (existsSync(`/proc/${first}`) && performance.now() < end) await sleep(50);
    else throw new Error(`it does not serve:\n${(await tryRun('podman', ['logs', id])).stderr}`);
  }
}

async function isReady(id: string): Promise<boolean> {
  return (await tryRun('podman', ['exec', id, 'node', '--no-warnings', 'dist/src/umec.js', 'health', '--ready'])).code === 0;
}

/** Runs one program of an image in the same cage, and nothing else. */
export function runIn(image: string, program: string, ...args: readonly string[]): Promise<Ran> {
  return tryRun('podman', ['run', '--rm', '--network=none', ...CAGE, `--entrypoint=${program}`, image, ...args]);
}
