import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DBusConnection } from '../src/devices/dbus/dbus.js';
import { systemClock } from '../src/clock.js';

export const PYTHON = '/usr/bin/python3'; // the system's own, for which distributions package dbusmock
const ADAPTER = 'hci0';

/** Whether this machine has what `DBusMock` starts; if not, `dbusMockHint` says how to get it. */
export const dbusMockAvailable =
  spawnSync('dbus-daemon', ['--version']).status === 0 && spawnSync(PYTHON, ['-c', 'import dbusmock']).status === 0;
export const dbusMockHint = '(apt-get install dbus python3-dbusmock)';

/** What BlueZ says of a device. */
interface Said {
  readonly payloads?: readonly [companyId: number, payload: Uint8Array][];
  readonly services?: readonly [uuid: string, data: Uint8Array][];
  readonly rssi?: number;
  readonly adapter?: string;
}

/** A real dbus-daemon of its own with a bluetoothd on it that hears what a test says. */
export class DBusMock implements AsyncDisposable {
  private readonly directory = mkdtempSync(join(tmpdir(), 'umec-dbus-'));
  private readonly known = new Set<string>();
  private daemon: ChildProcess | undefined;
  private bluetoothd: ChildProcess | undefined;
  private bus: DBusConnection | undefined;

  /** Starts both, with the adapter hci0 powered on. */
  static async start(): Promise<DBusMock> {
    const mock = new DBusMock();
    await mock.startDaemon();
    await mock.startBluetoothd();
    return mock;
  }

  private constructor() {
    process.once('exit', this.killAll);
  }

  /** What the gateway takes for the system bus. */
  get address(): string {
    return `unix:path=${join(this.directory, 'bus')}`;
  }

  async startDaemon(): Promise<void> {
    const where = [`--address=${this.address}`, '--print-address=1'];
    const daemon = spawn('dbus-daemon', ['--session', '--nofork', ...where], { stdio: ['ignore', 'pipe', 'ignore'] });
    this.daemon = daemon;
    await once(daemon.stdout, 'data');
    this.bus = await DBusConnection.to(this.address, systemClock);
    await this.bus.hello();
    await this.bus.addMatch(OWN_RULE);
  }

  /** bluetoothd dies with its bus. */
  async stopDaemon(): Promise<void> {
    await kill(this.daemon);
    await kill(this.bluetoothd);
  }

  async startBluetoothd(): Promise<void> {
    const owned = this.ownerOfBluez((owner) => owner !== '');
    const env = { ...process.env, DBUS_SYSTEM_BUS_ADDRESS: this.address };
    this.bluetoothd = spawn(PYTHON, ['-m', 'dbusmock', '--template', 'bluez5'], { env, stdio: ['ignore', 'ignore', 'inherit'] });
    await owned;
    this.known.clear();
    await this.addAdapter();
  }

  async stopBluetoothd(): Promise<void> {
    const gone = this.ownerOfBluez((owner) => owner === '');
    await kill(this.bluetoothd);
    await gone;
  }

  async restartBluetoothd(): Promise<void> {
    await this.stopBluetoothd();
    await this.startBluetoothd();
  }

  /** bluetoothd stays on the bus but does nothing, until thawed. */
  freezeBluetoothd(): void {
    this.bluetoothd?.kill('SIGSTOP');
  }

  thawBluetoothd(): void {
    this.bluetoothd?.kill('SIGCONT');
  }

  async addAdapter(adapter = ADAPTER): Promise<void> {
    await this.mock('AddAdapter', 'ss', [adapter, 'town']);
  }

  /** Lets BlueZ listen passively from now on, as with `--experimental`, until the adapter or bluetoothd goes. */
  async offerMonitors(): Promise<void> {
    await this.addMethod(MONITOR_MANAGER, 'RegisterMonitor', 'o', ASK_FOR_MONITORS);
    await this.addMethod(MONITOR_MANAGER, 'UnregisterMonitor', 'o', '');
    await this.addMethod(MONITOR_MANAGER, 'Say', 'ss', SAY_TO_MONITOR);
  }

  /** Lets BlueZ refuse whatever the adapter is called with under that name. */
  async refuse(iface: string, member: string, signature: string): Promise<void> {
    await this.addMethod(iface, member, signature, "raise dbus.exceptions.DBusException('no', name='org.bluez.Error.Failed')");
  }

  /** Calls a method of the monitor of everybody who has one, as `Release` when the kernel has no such thing. */
  async sayToMonitor(path: string, member: string): Promise<void> {
    await this.call(adapterPath, MONITOR_MANAGER, 'Say', 'ss', [path, member]);
  }

  /** The same, without being bluetoothd. @returns how many took it for a call that they know */
  async lieToMonitor(path: string, member: string): Promise<number> {
    const { bus } = this;
    if (!bus) throw new Error('the daemon was not started');
    const daemon = { destination: 'org.freedesktop.DBus', path: '/', interface: 'org.freedesktop.DBus' };
    const [names] = await bus.call({ ...daemon, member: 'ListNames' });
    const call = { path, interface: 'org.bluez.AdvertisementMonitor1', member };
    const others = (names as string[]).filter((name) => name.startsWith(':'));
    const own = await bus.call({ ...daemon, member: 'GetNameOwner', signature: 's', body: ['org.bluez'] });
    const asked = others.filter((name) => name !== own[0]).map((destination) => bus.call({ ...call, destination }));
    const answers = await Promise.allSettled(asked);
    return answers.filter(({ status }) => status === 'fulfilled').length;
  }

  private async addMethod(iface: string, name: string, signature: string, code: string): Promise<void> {
    await this.call(adapterPath, 'org.freedesktop.DBus.Mock', 'AddMethod', 'sssss', [iface, name, signature, '', code]);
  }

  /** How many match rules those have at the bus who listen to BlueZ, but for this mock. */
  async matchRules(): Promise<number> {
    if (!this.bus) throw new Error('the daemon was not started');
    const bus = { destination: 'org.freedesktop.DBus', path: '/org/freedesktop/DBus' };
    const [rules] = await this.bus.call({ ...bus, interface: 'org.freedesktop.DBus.Debug.Stats', member: 'GetAllMatchRules' });
    const all = (rules as [string, string[]][]).flatMap(([, ofOne]) => ofOne);
    return all.filter((rule) => rule.includes('org.bluez') && rule !== OWN_RULE).length;
  }

  async removeAdapter(): Promise<void> {
    await this.mock('RemoveAdapter', 's', [ADAPTER]);
  }

  /** Switches the adapter on or off, as rfkill and bluetoothctl do. */
  async power(on: boolean): Promise<void> {
    const body = ['org.bluez.Adapter1', [['Powered', ['b', on]]]];
    await this.call(adapterPath, 'org.freedesktop.DBus.Mock', 'UpdateProperties', 'sa{sv}', body);
  }

  /** A property of the adapter: whether it is `Powered`, or `Discovering`. */
  async adapterProperty(name: string): Promise<unknown> {
    const [variant] = await this.call(adapterPath, 'org.freedesktop.DBus.Properties', 'Get', 'ss', ['org.bluez.Adapter1', name]);
    return (variant as [unknown, [unknown]])[1][0];
  }

  /** The calls that the adapter got of the method `member`. */
  async callsOf(member: string): Promise<readonly unknown[]> {
    const [calls] = await this.call(adapterPath, 'org.freedesktop.DBus.Mock', 'GetMethodCalls', 's', [member]);
    return calls as unknown[];
  }

  /** Lets bluetoothd hear an advertisement; without `rssi` it is as strong as the last one, of which BlueZ says nothing. */
  async advertise(mac: string, payload: Uint8Array, rssi?: number, companyId = 0x0499): Promise<void> {
    await this.changed(mac, { payloads: [[companyId, payload]], ...(rssi !== undefined && { rssi }) });
  }

  /** Lets bluetoothd tell that properties of a device changed, in one signal. */
  async changed(mac: string, { payloads, services, rssi, adapter = ADAPTER }: Said): Promise<void> {
    await this.addDevice(mac, adapter);
    const properties = [
      ...(rssi === undefined ? [] : [['RSSI', ['n', rssi]]]),
      ...(payloads ? [['ManufacturerData', ['a{qv}', payloads.map(([id, payload]) => [id, ['ay', [...payload]]])]]] : []),
      ...(services ? [['ServiceData', ['a{sv}', services.map(([uuid, data]) => [uuid, ['ay', [...data]]])]]] : []),
    ];
    const body = [['s', 'org.bluez.Device1'], ['a{sv}', properties], ['as', []]]; // prettier-ignore
    await this.emit(devicePath(mac, adapter), 'org.freedesktop.DBus.Properties', 'PropertiesChanged', 'sa{sv}as', body);
  }

  /** Lets bluetoothd tell of a device that it never heard before. */
  async appears(mac: string, payload: Uint8Array, rssi: number, companyId = 0x0499): Promise<void> {
    const data = ['a{qv}', [[companyId, ['ay', [...payload]]]]];
    const interfaces = [['org.bluez.Device1', [['RSSI', ['n', rssi]], ['ManufacturerData', data]]]]; // prettier-ignore
    const body = [['o', devicePath(mac)], ['a{sa{sv}}', interfaces]]; // prettier-ignore
    await this.emit('/', 'org.freedesktop.DBus.ObjectManager', 'InterfacesAdded', 'oa{sa{sv}}', body);
  }

  /** Says to everybody on the bus, without being bluetoothd, that bluetoothd heard an advertisement. */
  lie(mac: string, payload: Uint8Array): void {
    const env = { ...process.env, DBUS_SYSTEM_BUS_ADDRESS: this.address };
    const { status } = spawnSync(PYTHON, ['-c', LIE, devicePath(mac), Buffer.from(payload).toString('hex')], {
      env,
      stdio: 'inherit',
    });
    if (status !== 0) throw new Error('could not lie');
  }

  private async addDevice(mac: string, adapter: string): Promise<void> {
    const path = devicePath(mac, adapter);
    if (this.known.has(path)) return;
    this.known.add(path);
    await this.mock('AddDevice', 'sss', [adapter, mac, mac]);
  }

  private async emit(path: string, iface: string, name: string, signature: string, body: unknown[]): Promise<void> {
    await this.call(path, 'org.freedesktop.DBus.Mock', 'EmitSignal', 'sssav', [iface, name, signature, body]);
  }

  private async mock(member: string, signature: string, body: unknown[]): Promise<void> {
    await this.call('/', 'org.bluez.Mock', member, signature, body);
  }

  private async call(
    path: string,
    iface: string,
    member: string,
    signature: string,
    body: unknown[],
  ): Promise<readonly unknown[]> {
    if (!this.bus) throw new Error('the daemon was not started');
    return this.bus.call({ destination: 'org.bluez', path, interface: iface, member, signature, body });
  }

  private ownerOfBluez(wanted: (owner: unknown) => boolean): Promise<void> {
    return new Promise((resolve) => {
      this.bus?.onSignal(({ member, body }) => {
        if (member === 'NameOwnerChanged' && wanted(body[2])) resolve();
      });
    });
  }

  private readonly killAll = (): void => {
    this.bluetoothd?.kill('SIGKILL');
    this.daemon?.kill('SIGKILL');
    rmSync(this.directory, { recursive: true, force: true });
  };

  async [Symbol.asyncDispose](): Promise<void> {
    process.off('exit', this.killAll);
    await this.bus?.[Symbol.asyncDispose]();
    await this.stopDaemon();
    rmSync(this.directory, { recursive: true, force: true });
  }
}

const MONITOR_MANAGER = 'org.bluez.AdvertisementMonitorManager1';
const OWN_RULE = "type='signal',member='NameOwnerChanged',arg0='org.bluez'";

/** As bluetoothd does: asks who registers what it has to say. Who that is the mock does not tell, so everybody is asked. */
const ASK_FOR_MONITORS = `
def found(objects, adapter=self):
    monitors = [(path, of['org.bluez.AdvertisementMonitor1']) for path, of in objects.items()]
    said = [f"{path} {of['Type']} {[(int(a), int(b), bytes(c).hex()) for a, b, c in of['Patterns']]}" for path, of in monitors]
    adapter.props['org.bluez.Adapter1']['Monitors'] = dbus.String(';'.join(said), variant_level=1)
for name in self.connection.list_names():
    if name.startswith(':') and name != self.connection.get_unique_name():
        self.connection.call_async(name, args[0], 'org.freedesktop.DBus.ObjectManager', 'GetManagedObjects', '', (), found, lambda error: None)
`;
const SAY_TO_MONITOR = `
for name in self.connection.list_names():
    if name.startswith(':') and name != self.connection.get_unique_name():
        self.connection.call_async(name, args[0], 'org.bluez.AdvertisementMonitor1', args[1], '', (), None, lambda error: None)
`;

const LIE = `
import dbus, dbus.lowlevel, sys
bus = dbus.SystemBus()
data = dbus.Dictionary({dbus.UInt16(0x0499): dbus.ByteArray(bytes.fromhex(sys.argv[2]))}, signature='qv')
for name in bus.list_names():
    if name.startswith(':') and name != bus.get_unique_name():
        signal = dbus.lowlevel.SignalMessage(sys.argv[1], 'org.freedesktop.DBus.Properties', 'PropertiesChanged')
        signal.set_destination(name)
        signal.append('org.bluez.Device1', {'ManufacturerData': data}, [], signature='sa{sv}as')
        bus.send_message(signal)
bus.get_name_owner('org.freedesktop.DBus')
`;

const adapterPath = `/org/bluez/${ADAPTER}`;

function devicePath(mac: string, adapter = ADAPTER): string {
  return `/org/bluez/${adapter}/dev_${mac.replaceAll(':', '_')}`;
}

async function kill(child: ChildProcess | undefined): Promise<void> {
  if (child?.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, 'exit');
  child.kill('SIGKILL');
  await exited;
}
