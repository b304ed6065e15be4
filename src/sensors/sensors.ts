import type { Clock } from '../clock.js';
import { GatewayError, messageOf } from '../errors.js';
import type { EventBus } from '../events/bus.js';
import type { Sight } from '../auth/access.js';
import type { Observed } from '../events/observed.js';
import { HOST } from '../registry/owner.js';
import { active, type Health, observedHealth, suspended } from '../registry/health.js';
import { deviceIdOf, type Devices, type Listing } from '../registry/devices.js';
import {
  type History,
  type Point,
  type PointPage,
  type PointQuery,
  type StatisticsPage,
  type StatisticsQuery,
  TENANT_TAG,
} from './history.js';
import { Losses } from './losses.js';
import type { Advertisement, Radio } from './radio.js';
import { RecentNumbers } from './recent-numbers.js';
import { decodeRuuvi } from './ruuvi/decode.js';
import { RUUVI_MEASUREMENT, type RuuviReading } from './ruuvi/reading.js';
import { fromPoint, type TagReading, tagNameOf, toPoint } from './tag-reading.js';

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
  /** By the clock that never jumps: when it was heard, and when `latest` was taken; `never` for what history brought back. */
  heardAt: number;
  takenAt: number;
  /** The driver of the radio that hears it, once one does. */
  driver: string | undefined;
  /** What became of `latest`. */
  kept: Promise<void> | undefined;
  readonly taken: RecentNumbers;
  readonly health: Observed<Health>;
  readonly listed: Listing;
}

const never = -Infinity;
/** What talks to a tag that no radio has heard since the gateway started. */
const FROM_HISTORY = 'history';

/** From what radios hear to readings: decoded, each measurement once, kept in history and published. */
export class Sensors {
  private readonly entries = new Map<string, Entry>();
  /** Those that are SUSPENDED, silent longest first. */
  private readonly silent = new Set<Entry>();
  private readonly counts = { readings: 0, duplicates: 0, foreign: 0, unknownFormat: 0, malformed: 0, refused: 0, lost: 0 };
  private latestReadings: readonly TagReading[] | undefined;
  private readonly losses: Losses;

  constructor(
    private readonly history: History,
    private readonly bus: EventBus,
    private readonly devices: Devices,
    private readonly clock: Clock,
    private readonly options: SensorOptions,
    /** Told that readings could not be kept, how many and why. */
    report: (message: string) => void,
  ) {
    this.losses = new Losses(clock, report);
  }

  /**
   * Brings back what history knows: the tags, SUSPENDED until they are heard again, and how far their time has come. To be
   * called before anything is heard.
   */
  async recall(): Promise<void> {
    const newest = new Map<string, TagReading>();
    for (const point of await this.history.latest(RUUVI_MEASUREMENT)) {
      const reading = Object.freeze(fromPoint(point));
      if ((newest.get(reading.mac)?.time ?? never) < reading.time) newest.set(reading.mac, reading);
    }
    const readings = [...newest.values()].sort((a, b) => a.time - b.time).slice(-this.options.maxTags);
    for (const reading of readings)
      this.silent.add(this.enter(reading, reading.time, never, suspended('not heard since the gateway started')));
  }

  get counters(): SensorCounters {
    return this.counts;
  }

  /**
   * One advertisement, as a radio heard it.
   *
   * @returns as `Heard` does; of a measurement that was taken before: when that one is on disk
   */
  hear({ radioId, driver }: Pick<Radio, 'radioId' | 'driver'>, advertisement: Advertisement): Promise<void> | undefined {
    const decoded = this.decode(advertisement);
    if (!decoded) return undefined;
    const mac = decoded.mac?.length === 17 ? decoded.mac : advertisement.address;
    const entry = this.entries.get(mac);
    if (entry) this.seen(entry, advertisement.receivedAt, driver);
    if (entry && this.repeats(decoded, entry)) {
      this.counts.duplicates++;
      return entry.kept;
    }
    if (!entry && !this.makeRoom()) {
      this.counts.refused++;
      return undefined;
    }
    return this.take(this.readingOf(decoded, mac, radioId, advertisement, entry), driver);
  }

  /** Looks which tags have fallen silent, and tells of readings that were lost; to be called about every second. */
  sweep(): void {
    this.losses.tell();
    const limit = this.clock.monotonic() - this.options.silentAfterMs;
    const fallen = [...this.entries.values()].filter((entry) => entry.heardAt <= limit && !this.silent.has(entry));
    const reason = `nothing heard for ${Math.round(this.options.silentAfterMs / 1000)} s: is the tag in range, is its battery good?`;
    for (const entry of fallen.sort((a, b) => a.heardAt - b.heardAt)) {
      this.silent.add(entry);
      entry.health.set(suspended(reason));
    }
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
    if (!entry) throw new GatewayError('notFound', `there is no tag ${mac}`);
    return { latest: entry.latest, health: entry.health.value, lastSeen: entry.lastSeen };
  }

  /** The readings of one tag, as they were kept. */
  async readings(
    mac: string,
    query: Omit<PointQuery, 'measurement' | 'tags'>,
  ): Promise<{ readings: readonly TagReading[]; next?: string }> {
    const tags = { mac: tagNameOf(this.get(mac).latest.mac) };
    const { points, next } = await this.history.query({ ...query, measurement: RUUVI_MEASUREMENT, tags });
    return { readings: points.map(fromPoint), ...(next === undefined ? {} : { next }) };
  }

  /** What one tag's values came to. */
  statistics(mac: string, query: Omit<StatisticsQuery, 'tags'>): Promise<StatisticsPage> {
    return this.history.statistics({ ...query, tags: { mac: tagNameOf(this.get(mac).latest.mac) } });
  }

  /**
   * Any measurement's points, as far as somebody sees: those of the tags that it may see, and those that its own tenant's
   * applications have added, as they added them.
   */
  async points(query: PointQuery, { tenant, devices }: Sight): Promise<PointPage> {
    if (query.measurement === RUUVI_MEASUREMENT)
      return this.history.query(devices === 'all' ? query : { ...query, oneOf: { mac: tagsOf(devices) } });
    if (tenant === undefined) return this.history.query(query);
    const { points, ...next } = await this.history.query({ ...query, tenant });
    return { points: points.map(withoutTenant), ...next };
  }

  /**
   * Keeps readings that applications have made. Those of a tenant other than the host are its own: nobody else's are in their
   * series, sees them or overwrites them.
   *
   * @param tenant whose the applications are
   * @returns when they are on disk
   * @throws GatewayError `forbidden` for the measurement of the tags, `invalid`, `unavailable`
   */
  async add(points: readonly Point[], tenant = HOST): Promise<void> {
    if (points.some(({ measurement }) => measurement === RUUVI_MEASUREMENT))
      throw new GatewayError(
        'forbidden',
        `${RUUVI_MEASUREMENT} is what the tags say; choose another measurement for readings of your own`,
      );
    if (points.some(({ tags }) => Object.hasOwn(tags, TENANT_TAG)))
      throw new GatewayError('invalid', `tags.${TENANT_TAG} is the gateway's own to set; choose another name for this tag`);
    const kept = tenant === HOST ? points : points.map((point) => ({ ...point, tags: { ...point.tags, [TENANT_TAG]: tenant } }));
    await this.history.append(kept, { prompt: true });
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
    const time = entry ? timeAfter(entry.latest.time, heard.receivedAt) : heard.receivedAt;
    return Object.freeze({
      ...decoded,
      mac,
      receiver,
      time,
      ...(name === undefined ? {} : { name }),
      ...(heard.rssi === undefined ? {} : { rssi: heard.rssi }),
    });
  }

  private take(reading: TagReading, driver: string): Promise<void> {
    const now = this.clock.monotonic();
    const entry = this.entries.get(reading.mac) ?? this.enter(reading, reading.time, now, active, driver);
    entry.latest = reading;
    entry.takenAt = now;
    entry.taken.add(reading);
    this.latestReadings = undefined;
    this.counts.readings++;
    const kept = this.history.append([toPoint(reading)]);
    entry.kept = kept;
    kept.catch((error: unknown) => this.lost(reading, entry, error));
    this.bus.publish('reading', reading);
    return kept;
  }

  /** Whoever sends it again is not told that it is here already. */
  private lost(reading: TagReading, entry: Entry, error: unknown): void {
    this.counts.lost++;
    this.losses.add(messageOf(error));
    entry.taken.forget(reading);
  }

  private seen(entry: Entry, at: number, driver: string): void {
    entry.lastSeen = at;
    entry.heardAt = this.clock.monotonic();
    this.silent.delete(entry);
    if (!entry.driver) entry.listed.drivenBy((entry.driver = driver));
    entry.health.set(active);
  }

  private enter(latest: TagReading, lastSeen: number, at: number, health: Health, driver?: string): Entry {
    const observed = observedHealth(health);
    const name = this.options.names[latest.mac];
    const listed = this.devices.add({
      deviceId: deviceIdOf('TAG', tagNameOf(latest.mac)),
      kind: 'TAG',
      ...(name === undefined ? {} : { name }),
      driver: driver ?? FROM_HISTORY,
      health: observed,
    });
    const taken = new RecentNumbers();
    taken.add(latest);
    const entry: Entry = { kept: undefined, latest, lastSeen, heardAt: at, takenAt: at, driver, taken, health: observed, listed };
    this.entries.set(latest.mac, entry);
    this.latestReadings = undefined;
    return entry;
  }

  /** A Ruuvi Air sends everything twice: in format E1 and, for receivers that do not hear that one, shortened in format 6. */
  private repeats(decoded: RuuviReading, { latest, taken, takenAt }: Entry): boolean {
    if (decoded.dataFormat === '6' && latest.dataFormat === 'E1')
      return this.clock.monotonic() - takenAt < this.options.silentAfterMs;
    return taken.has(decoded);
  }

  /** @returns whether there is room for one more tag */
  private makeRoom(): boolean {
    if (this.entries.size < this.options.maxTags) return true;
    const [longest] = this.silent;
    if (!longest) return false;
    this.silent.delete(longest);
    longest.listed[Symbol.dispose]();
    return this.entries.delete(longest.latest.mac);
  }
}

/** As the tags among them are called in history. */
function tagsOf(devices: ReadonlySet<string>): readonly string[] {
  const prefix = deviceIdOf('TAG', '');
  return [...devices].flatMap((deviceId) => (deviceId.startsWith(prefix) ? [deviceId.slice(prefix.length)] : []));
}

function withoutTenant({ tags: { [TENANT_TAG]: _tenant, ...tags }, ...point }: Point): Point {
  return { ...point, tags };
}

/** How far the clock may step back before it, and not the reading before, is believed. */
const SMALL_STEP_MS = 5_000;

/**
 * InfluxDB takes two points of one series and millisecond for one, so times of a tag grow, also while the clock is put back a
 * little. A clock that was far ahead and is right now must not keep every later reading in its future.
 */
function timeAfter(latest: number, now: number): number {
  const behind = latest - now;
  return behind >= 0 && behind < SMALL_STEP_MS ? latest + 1 : now;
}
