import type { Clock } from '../clock.js';
import { GatewayError, messageOf } from '../errors.js';
import type { EventBus } from '../events/bus.js';
import type { Observed } from '../events/observed.js';
import { active, type Health, observedHealth, suspended } from '../registry/health.js';
import type { Devices } from '../registry/devices.js';
import type { History, Point, PointPage, PointQuery } from './history.js';
import type { Advertisement, Radio } from './radio.js';
import { decodeRuuvi } from './ruuvi/decode.js';
import { RUUVI_MEASUREMENT, type RuuviReading } from './ruuvi/reading.js';
import { fromPoint, type TagReading, toPoint } from './tag-reading.js';

export interface SensorOptions {
  /** What people call a tag, by its address (upper case with colons). */
  readonly names: Readonly<Record<string, string>>;
  /** A tag is SUSPENDED when nothing was heard of it for so long, ms. Some advertise every 9 s, and ten in a row can be lost. */
  readonly silentAfterMs: number;
  /** How many tags are kept apart; one more takes the place of the one that has been silent longest, or is not heard. */
  readonly maxTags: number;
}

/** What is counted of all that the radios hear. All only ever grow. */
export interface SensorCounters {
  readonly readings: number;
  /** Advertisements that repeat a measurement. */
  readonly duplicates: number;
  /** Not from Ruuvi. */
  readonly foreign: number;
  /** From Ruuvi, in a data format that the gateway does not know. */
  readonly unknownFormat: number;
  /** Not as their data format says. */
  readonly malformed: number;
  /** Of tags for which there was no room. */
  readonly refused: number;
  /** Readings that could not be kept. */
  readonly lost: number;
}

/** A tag and what it said last. */
export interface Tag {
  readonly latest: TagReading;
  readonly health: Health;
  readonly lastSeen: number;
}

interface Entry {
  latest: TagReading;
  lastSeen: number;
  readonly health: Observed<Health>;
  readonly listed: Disposable;
}

/** From what radios hear to readings: decoded, each measurement once, kept in history and published. */
export class Sensors {
  private readonly entries = new Map<string, Entry>();
  private readonly counts = { readings: 0, duplicates: 0, foreign: 0, unknownFormat: 0, malformed: 0, refused: 0, lost: 0 };
  private latestReadings: readonly TagReading[] | undefined;

  constructor(
    private readonly history: History,
    private readonly bus: EventBus,
    private readonly devices: Devices,
    private readonly clock: Clock,
    private readonly options: SensorOptions,
    /** Told when keeping readings fails, and why. */
    private readonly onLost: (reason: string) => void,
  ) {}

  /** Brings back what history knows: the tags, SUSPENDED until they are heard again, and how far their time has come. */
  async recall(): Promise<void> {
    for (const point of await this.history.latest(RUUVI_MEASUREMENT)) {
      const reading = Object.freeze(fromPoint(point));
      const known = this.entries.get(reading.mac);
      if (known && known.latest.time >= reading.time) continue;
      if (known) known.latest = reading;
      else if (this.entries.size < this.options.maxTags)
        this.enter(reading, reading.time, suspended('not heard since the gateway started'));
    }
  }

  get counters(): SensorCounters {
    return this.counts;
  }

  /** One advertisement, as a radio heard it. */
  hear({ radioId, driver }: Pick<Radio, 'radioId' | 'driver'>, advertisement: Advertisement): void {
    const decoded = this.decode(advertisement);
    if (!decoded) return;
    const mac = decoded.mac?.length === 17 ? decoded.mac : advertisement.address;
    const entry = this.entries.get(mac);
    if (entry) this.seen(entry, advertisement.receivedAt);
    if (entry && repeats(decoded, entry.latest)) {
      this.counts.duplicates++;
      return;
    }
    if (!entry && !this.makeRoom()) {
      this.counts.refused++;
      return;
    }
    this.take(this.readingOf(decoded, mac, radioId, advertisement, entry), driver);
  }

  /** Looks which tags have fallen silent; to be called about every second. */
  sweep(): void {
    const limit = this.clock.now() - this.options.silentAfterMs;
    const reason = `nothing heard for ${Math.round(this.options.silentAfterMs / 1000)} s: is the tag in range, is its battery good?`;
    for (const { lastSeen, health } of this.entries.values())
      if (lastSeen <= limit && health.value.state === 'ACTIVE') health.set(suspended(reason));
  }

  /** The latest reading of every tag in order of their addresses; the same array until one changes. */
  latest(): readonly TagReading[] {
    this.latestReadings ??= Object.freeze(
      [...this.entries.values()].map(({ latest }) => latest).sort((a, b) => (a.mac < b.mac ? -1 : 1)),
    );
    return this.latestReadings;
  }

  /** Every tag, in order of their addresses. */
  tags(): readonly Tag[] {
    return this.latest().map(({ mac }) => this.get(mac));
  }

  /**
   * @param mac in either case
   * @throws GatewayError `notFound`
   */
  get(mac: string): Tag {
    const entry = this.entries.get(mac.toUpperCase());
    if (!entry) throw new GatewayError('notFound', `no tag ${mac} was heard`);
    return { latest: entry.latest, health: entry.health.value, lastSeen: entry.lastSeen };
  }

  /** The readings of one tag, as they were kept. */
  async readings(
    mac: string,
    query: Omit<PointQuery, 'measurement' | 'tags'>,
  ): Promise<{ readings: readonly TagReading[]; next?: string }> {
    const tags = { mac: this.get(mac).latest.mac.replaceAll(':', '') };
    const { points, next } = await this.history.query({ ...query, measurement: RUUVI_MEASUREMENT, tags });
    return { readings: points.map(fromPoint), ...(next === undefined ? {} : { next }) };
  }

  /** Any measurement's points. */
  points(query: PointQuery): Promise<PointPage> {
    return this.history.query(query);
  }

  /**
   * Keeps readings that applications have made.
   *
   * @returns when they are on disk
   * @throws GatewayError `forbidden` for the measurement of the tags, `invalid`, `unavailable`
   */
  async add(points: readonly Point[]): Promise<void> {
    if (points.some(({ measurement }) => measurement === RUUVI_MEASUREMENT))
      throw new GatewayError(
        'forbidden',
        `${RUUVI_MEASUREMENT} is what the tags say; choose another measurement for readings of your own`,
      );
    await this.history.append(points, { prompt: true });
  }

  private decode({ companyId, payload }: Advertisement): RuuviReading | undefined {
    try {
      const decoded = decodeRuuvi(companyId, payload);
      if (decoded === 'foreign') this.counts.foreign++;
      else if (decoded === 'unknown') this.counts.unknownFormat++;
      else return decoded;
    } catch (error) {
      if (!(error instanceof GatewayError)) throw error;
      this.counts.malformed++;
    }
    return undefined;
  }

  private readingOf(
    decoded: RuuviReading,
    mac: string,
    receiver: string,
    heard: Advertisement,
    entry: Entry | undefined,
  ): TagReading {
    const name = this.options.names[mac];
    // InfluxDB takes two points of one series and millisecond for one
    const time = entry ? Math.max(heard.receivedAt, entry.latest.time + 1) : heard.receivedAt;
    return Object.freeze({
      ...decoded,
      mac,
      receiver,
      time,
      ...(name === undefined ? {} : { name }),
      ...(heard.rssi === undefined ? {} : { rssi: heard.rssi }),
    });
  }

  private take(reading: TagReading, driver: string): void {
    const entry = this.entries.get(reading.mac);
    if (entry) entry.latest = reading;
    else this.enter(reading, reading.time, active, driver);
    this.latestReadings = undefined;
    this.counts.readings++;
    this.history.append([toPoint(reading)]).catch((error: unknown) => {
      this.counts.lost++;
      this.onLost(messageOf(error));
    });
    this.bus.publish('reading', reading);
  }

  private seen(entry: Entry, at: number): void {
    entry.lastSeen = at;
    entry.health.set(active);
  }

  private enter(latest: TagReading, lastSeen: number, health: Health, driver = 'radio'): void {
    const observed = observedHealth(health);
    const { mac, name } = latest;
    const deviceId = `tag-${mac.replaceAll(':', '')}`;
    const listed = this.devices.add({ deviceId, kind: 'TAG', driver, health: observed, ...(name === undefined ? {} : { name }) });
    this.entries.set(mac, { latest, lastSeen, health: observed, listed });
    this.latestReadings = undefined;
  }

  /** @returns whether there is room for one more tag */
  private makeRoom(): boolean {
    if (this.entries.size < this.options.maxTags) return true;
    const silent = [...this.entries]
      .filter(([, { health }]) => health.value.state !== 'ACTIVE')
      .sort(([, a], [, b]) => a.lastSeen - b.lastSeen)[0];
    if (!silent) return false;
    silent[1].listed[Symbol.dispose]();
    return this.entries.delete(silent[0]);
  }
}

/**
 * Whether this is the measurement that came last. Tags repeat each several times, and several radios may hear it. A Ruuvi Air
 * sends everything twice, in format E1 and, for older receivers, shortened in format 6.
 */
function repeats(decoded: RuuviReading, latest: TagReading): boolean {
  if (decoded.dataFormat === '6' && latest.dataFormat === 'E1') return true;
  return (
    decoded.measurementSequenceNumber !== undefined &&
    decoded.dataFormat === latest.dataFormat &&
    decoded.measurementSequenceNumber === latest.measurementSequenceNumber
  );
}
