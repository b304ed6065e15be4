import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock } from '../src/clock.js';
import { DBusConnection, type DBusCall } from '../src/devices/dbus/dbus.js';
import { PYTHON } from './dbusmock.js';

const TIMEDATED = 'org.freedesktop.timedate1';
const TIMESYNCD = 'org.freedesktop.timesync1';

/** A real dbus-daemon of its own, with a timedated and a timesyncd on it that say what a test lets them. */
export class TimeBus implements AsyncDisposable {
  private readonly directory = mkdtempSync(join(tmpdir(), 'umec-time-'));
  private readonly services = new Map<string, ChildProcess>();

  static async start(): Promise<TimeBus> {
    const bus = new TimeBus();
    const where = [`--address=${bus.address}`, '--print-address=1'];
    const env = { ...process.env, XDG_DATA_HOME: bus.directory };
    const daemon = spawn('dbus-daemon', ['--session', '--nofork', ...where], { env, stdio: ['ignore', 'pipe', 'ignore'] });
    bus.services.set('dbus-daemon', daemon);
    await once(daemon.stdout, 'data');
    bus.connection = await DBusConnection.to(bus.address, systemClock);
    await bus.connection.hello();
    return bus;
  }

  private connection: DBusConnection | undefined;

  private constructor() {
    const services = join(this.directory, 'dbus-1', 'services');
    mkdirSync(services, { recursive: true });
    const service = `[D-BUS Service]\nName=${TIMESYNCD}\nExec=/usr/bin/touch ${this.sign}\n`;
    writeFileSync(join(services, `${TIMESYNCD}.service`), service);
    process.once('exit', this.killAll);
  }

  get address(): string {
    return `unix:path=${join(this.directory, 'bus')}`;
  }

  /** Whether the bus itself started a timesyncd, because somebody called one. */
  get hasStartedTimesyncd(): boolean {
    return existsSync(this.sign);
  }

  async startTimedated(): Promise<void> {
    await this.startService(TIMEDATED, ['--template', 'timedated']);
  }

  async startTimesyncd(): Promise<void> {
    await this.startService(TIMESYNCD, ['--system', TIMESYNCD, '/org/freedesktop/timesync1', `${TIMESYNCD}.Manager`]);
  }

  /** What adjtimex says, when timedated asks it. */
  async synchronised(is: boolean): Promise<void> {
    await this.set(TIMEDATED, '/org/freedesktop/timedate1', TIMEDATED, 'UpdateProperties', [['NTPSynchronized', ['b', is]]]);
  }

  /** @param properties name, type and value of each that timesyncd has */
  async timesyncdSays(properties: readonly (readonly [string, readonly [string, unknown]])[]): Promise<void> {
    await this.set(TIMESYNCD, '/org/freedesktop/timesync1', `${TIMESYNCD}.Manager`, 'AddProperties', properties);
  }

  /** timedated stays on the bus but does nothing, until thawed. */
  freezeTimedated(): void {
    this.services.get(TIMEDATED)?.kill('SIGSTOP');
  }

  thawTimedated(): void {
    this.services.get(TIMEDATED)?.kill('SIGCONT');
  }

  async stopTimedated(): Promise<void> {
    await this.stop(TIMEDATED);
  }

  /** How many are connected to the bus, this one not counted. */
  async connections(): Promise<number> {
    const [names] = await this.call({
      destination: 'org.freedesktop.DBus',
      path: '/org/freedesktop/DBus',
      interface: 'org.freedesktop.DBus',
      member: 'ListNames',
    });
    return (names as string[]).filter((name) => name.startsWith(':')).length - 1;
  }

  private get sign(): string {
    return join(this.directory, 'started');
  }

  private async startService(name: string, args: readonly string[]): Promise<void> {
    const env = { ...process.env, DBUS_SYSTEM_BUS_ADDRESS: this.address };
    this.services.set(name, spawn(PYTHON, ['-m', 'dbusmock', ...args], { env, stdio: ['ignore', 'ignore', 'inherit'] }));
    while ((await this.connection?.ownerOf(name)) === undefined) await new Promise((resolve) => setImmediate(resolve));
  }

  private async set(destination: string, path: string, iface: string, member: string, body: readonly unknown[]): Promise<void> {
    const mock = { destination, path, interface: 'org.freedesktop.DBus.Mock', member };
    await this.call({ ...mock, signature: 'sa{sv}', body: [iface, body] });
  }

  private async call(call: DBusCall): Promise<readonly unknown[]> {
    if (!this.connection) throw new Error('the daemon was not started');
    return this.connection.call(call);
  }

  private async stop(name: string): Promise<void> {
    const child = this.services.get(name);
    if (child?.exitCode !== null || child.signalCode !== null) return;
    const exited = once(child, 'exit');
    child.kill('SIGKILL');
    await exited;
  }

  private readonly killAll = (): void => {
    for (const child of this.services.values()) child.kill('SIGKILL');
    rmSync(this.directory, { recursive: true, force: true });
  };

  async [Symbol.asyncDispose](): Promise<void> {
    process.off('exit', this.killAll);
    await this.connection?.[Symbol.asyncDispose]();
    for (const name of this.services.keys()) await this.stop(name);
    rmSync(this.directory, { recursive: true, force: true });
  }
}
