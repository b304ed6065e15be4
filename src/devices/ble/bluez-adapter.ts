import { GatewayError } from '../../errors.js';
import { unwrapped } from './bluez-changes.js';
import { DBusError, type DBusConnection } from '../dbus/dbus.js';

export const BLUEZ = 'org.bluez';
export const ADAPTER = 'org.bluez.Adapter1';

/** Every packet counts, also one that says the same as the last: without it, tags that rest look dead. */
const LE_WITH_DUPLICATES = [
  ['Transport', ['s', 'le']],
  ['DuplicateData', ['b', true]],
];

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
   * @throws GatewayError `unavailable` or `timeout`; the message says what would help
   */
  async startScanning(): Promise<void> {
    try {
      if (!(await this.powered()))
        await this.call('org.freedesktop.DBus.Properties', 'Set', 'ssv', [ADAPTER, 'Powered', ['b', true]]);
      await this.call(ADAPTER, 'SetDiscoveryFilter', 'a{sv}', [LE_WITH_DUPLICATES]);
      await this.call(ADAPTER, 'StartDiscovery');
    } catch (thrown) {
      throw thrown instanceof DBusError ? this.explained(thrown) : thrown;
    }
  }

  /** Stops scanning as far as BlueZ lets us; it stops by itself for who is gone. */
  async stopScanning(): Promise<void> {
    await this.call(ADAPTER, 'StopDiscovery', undefined, [], 2_000).catch(() => undefined);
  }

  private async powered(): Promise<unknown> {
    const [variant] = await this.call('org.freedesktop.DBus.Properties', 'Get', 'ss', [ADAPTER, 'Powered']);
    return unwrapped(variant);
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
