import { type ChildProcess, type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { describe, it } from '@jest/globals';
import { type IClientOptions, type MqttClient, connectAsync } from 'mqtt';
import { systemClock } from '../src/clock.js';
import { freePort } from './free-port.js';
import { tempDirectory } from './temp-directory.js';
import { until } from './until.js';

const MOSQUITTO = '/usr/sbin/mosquitto';

/** Whether there is a broker to test with. */
export const hasMosquitto = existsSync(MOSQUITTO);

/** Tests that need one; without it they say how to get it. */
export function withBroker(name: string, tests: () => void): void {
  if (hasMosquitto) describe(name, tests);
  else it.todo(`${name} (apt-get install mosquitto)`);
}

/** As whom a broker lets in; everybody unless given. */
export interface BrokerUser {
  readonly username: string;
  readonly password: string;
}

/** A message that a test has seen. */
export interface Seen {
  readonly topic: string;
  readonly text: string;
  readonly isRetained: boolean;
}

/** A real mosquitto, which keeps nothing when it is started again. */
export class TestBroker implements AsyncDisposable {
  private daemon: ChildProcess | undefined;
  private readonly dir = tempDirectory();
  private readonly clients: MqttClient[] = [];

  private constructor(
    readonly port: number,
    private readonly user: BrokerUser | undefined,
  ) {}

  static async start(user?: BrokerUser): Promise<TestBroker> {
    const broker = new TestBroker(await freePort(), user);
    await broker.begin();
    return broker;
  }

  get url(): string {
    return `mqtt://127.0.0.1:${this.port}`;
  }

  async begin(): Promise<void> {
    const config = join(this.dir.path, 'mosquitto.conf');
    await writeFile(config, await this.settings());
    const daemon = spawn(MOSQUITTO, ['-c', config, '-v'], { stdio: ['ignore', 'ignore', 'pipe'] });
    this.daemon = daemon;
    await running(daemon);
  }

  /** @param signal SIGKILL is how a machine dies */
  async end(signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
    if (this.daemon?.exitCode !== null || this.daemon.signalCode !== null) return;
    const { daemon } = this;
    const exit = once(daemon, 'exit');
    daemon.kill(signal);
    // one that says that it runs has not begun to yet, and forgets what it was told before
    using _again = systemClock.every(200, () => void daemon.kill(signal));
    await exit;
  }

  /** Another client, of this test. */
  async client(options: IClientOptions = {}): Promise<MqttClient> {
    const client = await connectAsync(this.url, { ...this.user, reconnectPeriod: 0, ...options });
    this.clients.push(client);
    return client;
  }

  /** All that is said below some topics from now on, and what is retained there. */
  async follow(topic: string): Promise<Seen[]> {
    const seen: Seen[] = [];
    const client = await this.client();
    client.on('message', (at, payload, { retain }) => seen.push({ topic: at, text: payload.toString(), isRetained: retain }));
    await client.subscribeAsync(topic, { qos: 1 });
    return seen;
  }

  async publish(topic: string, payload: string | Buffer, retain = false): Promise<void> {
    const client = this.clients.find(({ connected }) => connected) ?? (await this.client());
    await client.publishAsync(topic, payload, { qos: 1, retain });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const client of this.clients) client.end(true);
    await this.end();
    this.dir[Symbol.dispose]();
  }

  /** Run by root it would become somebody else, who may not read the files of this test. */
  private async settings(): Promise<string> {
    const lines = ['user root', `listener ${this.port} 127.0.0.1`, 'persistence false', 'max_queued_messages 100000'];
    if (!this.user) return [...lines, 'allow_anonymous true', ''].join('\n');
    const passwords = join(this.dir.path, 'passwords');
    const { username, password } = this.user;
    const made = spawn('mosquitto_passwd', ['-b', '-c', passwords, username, password], { stdio: 'ignore' });
    await once(made, 'exit');
    return [...lines, 'allow_anonymous false', `password_file ${passwords}`, ''].join('\n');
  }
}

export function eventually(holds: () => boolean): Promise<void> {
  return until(() => Promise.resolve(holds()), 5);
}

/** Reads the daemon's log until it says that it runs, and throws it away from then on. */
function running(daemon: ChildProcessByStdio<null, null, Readable>): Promise<void> {
  return new Promise((resolve, reject) => {
    const lines: string[] = [];
    createInterface(daemon.stderr)
      .on('line', (line) => {
        lines.push(line);
        if (/mosquitto version .* running/.test(line)) resolve();
        if (lines.length > 100) lines.shift();
      })
      .on('close', () => reject(new Error(`mosquitto did not start:\n${lines.join('\n')}`)));
  });
}
