import { GatewayError } from '../../errors.js';
import { MONITORS } from './advertisement-monitor.js';
import { unwrapped } from './bluez-changes.js';
import { DBusError, type DBusConnection } from '../dbus/dbus.js';

export const BLUEZ = 'org.bluez';
export const ADAPTER = 'org.bluez.Adapter1';
const MONITOR_MANAGER = 'org.bluez.AdvertisementMonitorManager1';
const PROPERTIES = 'org.freedesktop.DBus.Properties';

/** Passively the adapter only listens, actively it asks every sender for more. */
export type Scan = 'passive' | 'active';

/** Every packet counts, also one that says the same as the last: without it, tags that rest look dead. */
const LE_WITH_DUPLICATES = [
  ['Transport', ['s', 'le']],
  ['DuplicateData', ['b', true]],
];

const STOP_MS = 2_000;

/** A Bluetooth adapter as BlueZ has it: `hci0` is /org/bluez/hci0. */
export class BluezAdapter {
  readonly path: string;

  constructor(
    private readonly bus: DBusConnection,
    private readonly name: string,
  ) {
    this.path = `/org/bluez/${name}`;
  }

  /**
   * Scans from now on until stopped or the connection is closed; powers the adapter on if it is off.
   *
   * @param wanted passively only where BlueZ can, otherwise actively
   * @returns how it scans
   * @throws GatewayError `unavailable` or `timeout`; the message says what would help
   */
  async startScanning(wanted: Scan): Promise<Scan> {
    try {
      if (!(await this.powered())) await this.power(true);
      if (wanted === 'passive' && (await this.takesMonitor())) return 'passive';
      await this.call(ADAPTER, 'SetDiscoveryFilter', 'a{sv}', [LE_WITH_DUPLICATES]);
      await this.call(ADAPTER, 'StartDiscovery');
      return 'active';
    } catch (thrown) {
      throw thrown instanceof DBusError ? this.explained(thrown) : thrown;
    }
  }

  /** Stops scanning as far as BlueZ lets us; it stops by itself for who is gone. */
  async stopScanning(how: Scan): Promise<void> {
    const stopped =
      how === 'passive'
        ? this.call(MONITOR_MANAGER, 'UnregisterMonitor', 'o', [MONITORS], STOP_MS)
        : this.call(ADAPTER, 'StopDiscovery', undefined, [], STOP_MS);
    await stopped.catch(() => undefined);
  }

  /**
   * Switches it off and on, which ends every scan and every connection that it has.
   *
   * @throws GatewayError `unavailable` or `timeout`
   */
  async powerCycle(): Promise<void> {
    try {
      await this.power(false);
      await this.power(true);
    } catch (thrown) {
      throw thrown instanceof DBusError ? this.explained(thrown) : thrown;
    }
  }

  private async power(on: boolean): Promise<void> {
    await this.call(PROPERTIES, 'Set', 'ssv', [ADAPTER, 'Powered', ['b', on]]);
  }

  private async powered(): Promise<unknown> {
    const [variant] = await this.call(PROPERTIES, 'Get', 'ss', [ADAPTER, 'Powered']);
    return unwrapped(variant);
  }

  /** BlueZ before 5.56 has no monitors, later ones only with --experimental; some kernels and adapters have none either. */
  private async takesMonitor(): Promise<boolean> {
    try {
      await this.call(MONITOR_MANAGER, 'RegisterMonitor', 'o', [MONITORS]);
      return true;
    } catch (thrown) {
      if (thrown instanceof DBusError) return false;
      throw thrown;
    }
  }

  private call(
    iface: string,
    member: string,
    signature?: string,
    body: unknown[] = [],
    timeoutMs?: number,
  ): Promise<readonly unknown[]> {
    const call = { destination: BLUEZ, path: this.path, interface: iface, member };
    return this.bus.call(signature === undefined ? call : { ...call, signature, body }, timeoutMs);
  }

  private explained(error: DBusError): GatewayError {
    const advice = ADVICE.find(([pattern]) => pattern.test(error.errorName))?.[1] ?? 'see the log of bluetoothd';
    return new GatewayError('unavailable', `Bluetooth adapter ${this.name}: ${advice} (${error.message})`, { cause: error });
  }
}

const ADVICE: readonly (readonly [RegExp, string])[] = [
  [/UnknownObject|UnknownMethod|UnknownInterface/, 'there is none of this name, bluetoothctl list shows those there are'],
  [/AccessDenied/, 'not allowed, the gateway’s user must be in the group bluetooth'],
  [/Blocked|NotReady|Failed/, 'cannot be switched on, try: rfkill unblock bluetooth'],
  [/InProgress|Busy/, 'is busy; when bluetoothd was killed, the kernel goes on with its scan for ten seconds'],
];
