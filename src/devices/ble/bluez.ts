import { waitOf } from '../../back-off.js';
import { systemClock, type Clock } from '../../clock.js';
import { messageOf } from '../../errors.js';
import { active, type Health, observedHealth, suspended } from '../../registry/health.js';
import type { Advertisement, Heard, Radio, RadioCounters } from '../../sensors/radio.js';
import type { Scan } from './bluez-adapter.js';
import { manufacturerData, serviceData, type BluezChange } from './bluez-changes.js';
import { BluezSession } from './bluez-session.js';
import { systemBusAddress } from '../dbus/dbus-address.js';
import { LastMinute } from './last-minute.js';
import { Recent } from './recent.js';
import { Silence } from './silence.js';

const WATCHDOG_MS = 30_000;
const STRENGTHS_KEPT = 1024;
const notListening = suspended('nobody listens to it');

export interface BluezOptions {
  /** A D-Bus address; the system bus by default. */
  readonly busAddress?: string;
  readonly clock?: Clock;
  /**
   * After how long without any advertisement scanning is started anew; after as long again the adapter is switched off and on, and
   * after as long again somebody is told. Looked at every 30 s.
   */
  readonly silenceMs?: number;
  /** So rare gets the switching off and on of an adapter that still hears nothing. */
  readonly longestSilenceMs?: number;
  readonly firstRetryMs?: number;
  readonly longestRetryMs?: number;
}

/**
 * A Bluetooth adapter behind BlueZ. It needs neither privileges nor the adapter for itself: bluetoothd scans, and tells over
 * D-Bus what it hears. Whatever fails, the connection is closed and everything begun anew, each time a little later.
 */
export class BluezRadio implements Radio {
  readonly driver = 'bluez';
  readonly health = observedHealth(notListening);
  private readonly options: Required<BluezOptions>;
  private readonly disposed = new AbortController();
  private readonly counts = { advertisements: 0, malformed: 0, restarts: 0, powerCycles: 0 };
  /** BlueZ tells a signal strength only when it changes; this is what it was, for the devices heard last. */
  private readonly strengths = new Recent<number>(STRENGTHS_KEPT);
  private readonly lastMinute: LastMinute;
  private readonly silence: Silence;
  /** What was reported of a silence that lasts. */
  private reported: Health | undefined;
  private lastAdvertisementAt: number | undefined;
  private everScanned = false;
  /** While it scans. */
  private how: Scan | undefined;
  /** How often it failed in a row for the same reason. */
  private failures = 0;
  private lastReason = '';

  /** @param radioId the adapter's name, `hci0` for one */
  constructor(
    readonly radioId: string,
    options: BluezOptions = {},
  ) {
    const silences = { silenceMs: 90_000, longestSilenceMs: 3_600_000 };
    const standard = { clock: systemClock, ...silences, firstRetryMs: 1_000, longestRetryMs: 30_000 };
    this.options = { busAddress: systemBusAddress(), ...standard, ...options };
    const { clock, silenceMs, longestSilenceMs } = this.options;
    this.lastMinute = new LastMinute(clock);
    this.silence = new Silence(clock, { silenceMs, longestMs: longestSilenceMs });
  }

  get counters(): RadioCounters {
    const { lastAdvertisementAt } = this;
    return {
      ...this.counts,
      passive: this.how === 'passive' ? 1 : 0,
      advertisementsPerSecond: this.lastMinute.perSecond,
      ...(lastAdvertisementAt === undefined ? {} : { lastAdvertisementAt }),
    };
  }

  async listen(heard: Heard, signal: AbortSignal): Promise<void> {
    const stop = AbortSignal.any([signal, this.disposed.signal]);
    this.failures = 0;
    if (!stop.aborted) this.health.set(suspended(`asking BlueZ at ${this.options.busAddress} for ${this.radioId}`));
    while (!stop.aborted) {
      const why: unknown = await this.scan(heard, stop).catch((thrown: unknown) => thrown);
      this.how = undefined;
      await this.waitAfter(why, stop);
    }
    this.health.set(notListening);
  }

  private async waitAfter(why: unknown, stop: AbortSignal): Promise<void> {
    if (stop.aborted) return;
    const { clock, firstRetryMs: firstMs, longestRetryMs: longestMs } = this.options;
    const reason = messageOf(why);
    this.health.set(suspended(reason));
    // another reason says that something moves: the bus, bluetoothd and the adapter come up one after the other
    this.failures = reason === this.lastReason ? this.failures + 1 : 1;
    this.lastReason = reason;
    await clock.sleep(waitOf({ firstMs, longestMs }, this.failures), stop);
  }

  /** Scans until something fails, which is thrown, or `stop` aborts. */
  private async scan(heard: Heard, stop: AbortSignal): Promise<never> {
    const { busAddress, clock } = this.options;
    await using session = await BluezSession.open(busAddress, this.radioId, clock);
    const over = untilAborted(AbortSignal.any([stop, session.lost]));
    const changed = (device: BluezChange) => {
      if (!stop.aborted) this.deviceChanged(device, heard);
    };
    await Promise.race([session.start(changed, (how) => this.scanBegan(how)), over]);
    this.health.set(this.reported ?? active);
    using _watchdog = clock.every(WATCHDOG_MS, () => this.lookAfter(session));
    return await over;
  }

  private scanBegan(how: Scan): void {
    if (this.everScanned) this.counts.restarts++;
    else this.silence.end();
    this.everScanned = true;
    this.how = how;
    this.failures = 0;
    this.silence.scanBegan();
  }

  private lookAfter(session: BluezSession): void {
    const remedy = this.silence.due();
    if (remedy === 'restart') void session.restartScanning();
    if (remedy === 'powerCycle') {
      this.counts.powerCycles++;
      void session.powerCycle();
    }
    if (remedy !== 'report') return;
    this.reported = suspended(
      `nothing heard for ${this.silence.seconds} s, though scanning was started anew and the adapter switched off and on:` +
        ' is a tag in range, and the antenna free? It is tried again, ever less often',
    );
    this.health.set(this.reported);
  }

  /** A change without data, of the signal strength for one, says nothing that a tag measured. */
  private deviceChanged({ path, properties }: BluezChange, heard: Heard): void {
    const address = addressOf(path);
    if (address === undefined || !properties) return;
    const strength = properties.get('RSSI');
    if (typeof strength === 'number') {
      this.strengths.set(address, strength);
      this.hears();
    }
    const rssi = this.strengths.get(address);
    const sender = { address, ...(rssi !== undefined && { rssi }), receivedAt: this.options.clock.now() };
    const elements = [...manufacturerData(properties.get('ManufacturerData')), ...serviceData(properties.get('ServiceData'))];
    for (const data of elements) {
      if (data) this.deliver({ ...sender, ...data }, heard);
      else this.counts.malformed++;
    }
  }

  private deliver(advertisement: Advertisement, heard: Heard): void {
    this.hears();
    this.counts.advertisements++;
    this.lastMinute.add();
    this.lastAdvertisementAt = advertisement.receivedAt;
    void heard(advertisement);
  }

  private hears(): void {
    this.silence.end();
    this.reported = undefined;
    this.health.set(active);
  }

  [Symbol.asyncDispose](): Promise<void> {
    this.disposed.abort();
    return Promise.resolve();
  }
}

/** BlueZ writes the address into the object's path, which spares a call: /org/bluez/hci0/dev_CB_B8_33_4C_88_4F */
function addressOf(path: string): string | undefined {
  return /\/dev_((?:[0-9A-F]{2}_){5}[0-9A-F]{2})$/.exec(path)?.[1]?.replaceAll('_', ':');
}

function untilAborted(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    const abort = () => reject(signal.reason as Error);
    if (signal.aborted) abort();
    else signal.addEventListener('abort', abort, { once: true });
  });
}
