import type { Clock } from '../../clock.js';
import { GatewayError, messageOf } from '../../errors.js';
import { ADAPTER, BLUEZ, BluezAdapter } from './bluez-adapter.js';
import { changesIn, type BluezChange } from './bluez-changes.js';
import { DBusConnection, type DBusSignal } from '../dbus/dbus.js';

const DEVICE = 'org.bluez.Device1';
/** One rule for all devices: a rule for each would end, after hours, in the bus refusing more. */
const BLUEZ_SIGNALS = `type='signal',sender='${BLUEZ}'`;
const BLUEZ_OWNER = `type='signal',sender='org.freedesktop.DBus',member='NameOwnerChanged',arg0='${BLUEZ}'`;

/** One connection to BlueZ: scans, hands on what BlueZ says of devices, and notices when it is of no use any more. */
export class BluezSession implements AsyncDisposable {
  private readonly broken = new AbortController();
  private readonly adapter: BluezAdapter;
  /** bluetoothd's unique name; others can send us signals, too. */
  private owner: string | undefined;
  private scanning = false;
  /** Aborted when this session can hear no more; its reason is the GatewayError that says why. */
  readonly lost: AbortSignal;

  static async open(busAddress: string, radioId: string, clock: Clock): Promise<BluezSession> {
    return new BluezSession(await DBusConnection.to(busAddress, clock), radioId);
  }

  private constructor(
    private readonly bus: DBusConnection,
    radioId: string,
  ) {
    this.adapter = new BluezAdapter(bus, radioId);
    this.lost = AbortSignal.any([bus.closed, this.broken.signal]);
  }

  /**
   * @param changed called with every change of a device that this adapter hears
   * @throws GatewayError `unavailable` or `timeout`; the message says what would help
   */
  async start(changed: (device: BluezChange) => void): Promise<void> {
    this.bus.onSignal((signal) => this.receive(signal, changed));
    await this.bus.hello();
    await this.bus.addMatch(BLUEZ_OWNER);
    await this.bus.addMatch(BLUEZ_SIGNALS);
    this.owner = await this.bus.ownerOf(BLUEZ);
    if (this.owner === undefined)
      throw new GatewayError('unavailable', 'bluetoothd is not running, try: systemctl start bluetooth');
    this.scanning = true;
    await this.adapter.startScanning();
  }

  /** Scanning sometimes falls silent without a word; stopping and starting it wakes most adapters up. */
  async restartScanning(): Promise<void> {
    try {
      await this.adapter.stopScanning();
      await this.adapter.startScanning();
    } catch (thrown) {
      this.fail(messageOf(thrown));
    }
  }

  private receive(signal: DBusSignal, changed: (device: BluezChange) => void): void {
    if (signal.member === 'NameOwnerChanged' && signal.sender === 'org.freedesktop.DBus') this.ownerChanged(signal.body);
    if (signal.sender !== this.owner) return;
    for (const change of changesIn(signal)) {
      if (change.interface === DEVICE && change.path.startsWith(`${this.adapter.path}/`)) changed(change);
      if (change.interface === ADAPTER && change.path === this.adapter.path) this.adapterChanged(change);
    }
  }

  private ownerChanged([name, , owner]: readonly unknown[]): void {
    if (name === BLUEZ && this.owner !== undefined && owner !== this.owner) this.fail('bluetoothd stopped or was started anew');
  }

  private adapterChanged({ properties }: BluezChange): void {
    if (!properties) this.fail('the Bluetooth adapter was removed');
    if (properties?.get('Powered') === false) this.fail('the Bluetooth adapter was switched off');
  }

  private fail(why: string): void {
    this.broken.abort(new GatewayError('unavailable', why));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (this.scanning) await this.adapter.stopScanning();
    await this.bus[Symbol.asyncDispose]();
  }
}
