import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { freePort } from '../../free-port.js';
import { configuration, DELIVERY, type Settings } from './configuration.js';
import type { Orders } from './gateway-under-test.js';

const PROGRAM = fileURLToPath(new URL('gateway-under-test.js', import.meta.url));
const MIB = 2 ** 20;

export interface GatewayOptions extends Omit<Settings, 'port'>, Omit<Orders, 'configuration'> {
  /** What V8 may take for its heap; absent: as much as it likes on a machine as large as this. */
  readonly heapMiB?: number;
  /** What is put around it: libraries that make system calls fail, other clocks. */
  readonly env?: NodeJS.ProcessEnv;
}

type Child = ChildProcessByStdio<null, Readable, Readable>;

/** The whole gateway in a process of its own, that can be killed, stopped and started again on the same port. */
export class GatewayUnderTest implements AsyncDisposable {
  private child: Child | undefined;
  private exited: Promise<unknown> = Promise.resolve();
  private said: string[] = [];

  private constructor(
    private readonly port: number,
    private readonly options: GatewayOptions,
  ) {}

  static async start(options: GatewayOptions): Promise<GatewayUnderTest> {
    const gateway = await GatewayUnderTest.prepare(options);
    await gateway.start();
    return gateway;
  }

  /** One that is not started yet. */
  static async prepare(options: GatewayOptions): Promise<GatewayUnderTest> {
    return new GatewayUnderTest(await freePort(), options);
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  get pid(): number {
    return this.child?.pid ?? 0;
  }

  get isRunning(): boolean {
    return this.child?.exitCode === null && this.child.signalCode === null;
  }

  /**
   * @param changed other than the time before
   * @returns ms from the start of the process until it serves
   */
  async start(changed: Partial<GatewayOptions> = {}): Promise<number> {
    const began = performance.now();
    await this.begin(changed);
    return performance.now() - began;
  }

  /** Starts it. @returns once it serves, or is gone */
  begin(changed: Partial<GatewayOptions> = {}): Promise<boolean> {
    const { env, mistake, hurry, hasJustBooted, heapMiB, ...settings } = { ...this.options, ...changed };
    const orders: Orders = {
      configuration: configuration({ ...settings, port: this.port }),
      ...(mistake ? { mistake } : {}),
      ...(hurry === undefined ? {} : { hurry }),
      ...(hasJustBooted === undefined ? {} : { hasJustBooted }),
    };
    const heap = heapMiB === undefined ? [] : [`--max-old-space-size=${heapMiB}`];
    const args = ['--no-warnings', '--max-semi-space-size=2', ...heap, PROGRAM, JSON.stringify(orders)];
    const child = spawn(process.execPath, args, {
      env: { ...process.env, NODE_OPTIONS: '', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.child = child;
    this.exited = once(child, 'exit');
    child.stderr.on('data', (chunk: Buffer) => (this.said = [...this.said, chunk.toString()].slice(-50)));
    const ready = once(child.stdout, 'data').then(() => true);
    return Promise.race([ready, this.exited.then(() => false)]);
  }

  signal(signal: NodeJS.Signals): void {
    this.child?.kill(signal);
  }

  /** @returns ms until it was gone */
  async end(signal: 'SIGKILL' | 'SIGTERM' = 'SIGTERM'): Promise<number> {
    const began = performance.now();
    this.signal(signal);
    await this.exited;
    return performance.now() - began;
  }

  /** What it wrote to its log last. */
  get log(): string {
    return this.said.join('');
  }

  /** Counters of one of its parts, since it was started. */
  async counters(name: string): Promise<Readonly<Record<string, number>>> {
    return (await this.subsystem(name)).counters;
  }

  /** Whether it says that it reaches its destination, and why not. */
  delivery(): Promise<Subsystem> {
    return this.subsystem(DELIVERY);
  }

  /** How many readings it says that it took away before the destination had them. */
  async droppedUnsent(destination: string): Promise<number> {
    const answer = await fetch(`${this.url}/registry/v1/destinations/${destination}`);
    return ((await answer.json()) as { readonly droppedUnsent: number }).droppedUnsent;
  }

  async subsystem(name: string): Promise<Subsystem> {
    const answer = await fetch(`${this.url}/registry/v1/subsystems`);
    const found = ((await answer.json()) as Subsystem[]).find((one) => one.name === name);
    if (!found) throw new Error(`no subsystem ${name}`);
    return found;
  }

  /** MiB of memory that it has now, and that it has had at most. */
  get memory(): { readonly now: number; readonly most: number } {
    const status = readFileSync(`/proc/${this.pid}/status`, 'utf8');
    const kib = (name: string) => Number(new RegExp(`${name}:\\s+(\\d+) kB`).exec(status)?.[1]);
    return { now: (kib('VmRSS') * 1024) / MIB, most: (kib('VmHWM') * 1024) / MIB };
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.signal('SIGCONT');
    await this.end('SIGKILL');
  }
}

export interface Subsystem {
  readonly name: string;
  readonly state: string;
  readonly reason?: string;
  readonly counters: Readonly<Record<string, number>>;
}
