import type { Clock } from '../../clock.js';
import { GatewayError, messageOf } from '../../errors.js';
import { answerOfMonitor } from './advertisement-monitor.js';
import { ADAPTER, BLUEZ, BluezAdapter, type Scan } from './bluez-adapter.js';
import { changesIn, type BluezChange } from './bluez-changes.js';
import { type DBusCalled, DBusConnection, type DBusSignal } from '../dbus/dbus.js';

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
  /** How it scans, or is about to. */
  private scan: Scan | undefined;
  private switchingOff = false;
  /** Aborted when this session can hear no more; its reason is the GatewayError that says why. */
  readonly lost: AbortSignal;

  /** What becomes of the scan, told to whoever started it. */
  private began: (how: Scan) => void = () => undefined;

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
   * @param began called each time that a scan has begun, with how
   * @throws GatewayError `unavailable` or `timeout`; the message says what would help
   */
  async start(changed: (device: BluezChange) => void, began: (how: Scan) => void): Promise<void> {
    this.began = began;
    this.bus.onSignal((signal) => this.receive(signal, changed));
    this.bus.onCall((call) => answerOfMonitor(call, () => this.released(call)));
    await this.bus.hello();
    await this.bus.addMatch(BLUEZ_OWNER);
    await this.bus.addMatch(BLUEZ_SIGNALS);
    this.owner = await this.bus.ownerOf(BLUEZ);
    if (this.owner === undefined)
      throw new GatewayError('unavailable', 'bluetoothd is not running, try: systemctl start bluetooth');
    await this.startScanning('passive');
  }

  /**
   * Scanning sometimes falls silent without a word; stopping and starting it wakes most adapters up. It goes on actively: some
   * kernels and adapters take a monitor, and never hear what it is for.
   */
  async restartScanning(): Promise<void> {
    await this.orFail(async () => {
      if (this.scan) await this.adapter.stopScanning(this.scan);
      await this.startScanning('active');
    });
  }

  /** Switches the adapter off and on, which wakes up most of the others, and scans again. */
  async powerCycle(): Promise<void> {
    this.switchingOff = true;
    await this.orFail(async () => {
      if (this.scan) await this.adapter.stopScanning(this.scan);
      await this.adapter.powerCycle();
      await this.startScanning('active');
    });
    this.switchingOff = false;
  }

  private async startScanning(wanted: Scan): Promise<void> {
    this.scan = wanted;
    this.scan = await this.adapter.startScanning(wanted);
    this.began(this.scan);
  }

  /** bluetoothd has the monitor no more, but it can still ask. */
  private released({ sender }: DBusCalled): void {
    if (sender === this.owner && this.scan === 'passive') void this.orFail(() => this.startScanning('active'));
  }

  private async orFail(task: () => Promise<void>): Promise<void> {
    await task().catch((thrown: unknown) => this.fail(messageOf(thrown)));
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
    if (properties?.get('Powered') === false && !this.switchingOff) this.fail('the Bluetooth adapter was switched off');
  }

  private fail(why: string): void {
    this.broken.abort(new GatewayError('unavailable', why));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (this.scan) await this.adapter.stopScanning(this.scan);
    await this.bus[Symbol.asyncDispose]();
  }
}
