import type { Clock } from '../clock.js';
import { GatewayError, messageOf } from '../errors.js';
import type { EventBus } from '../events/bus.js';
import { active, type Health, observedHealth, suspended } from '../registry/health.js';
import type { DeviceConfiguration, DeviceRecords } from '../registry/device-records.js';
import { deviceIdOf, type Devices } from '../registry/devices.js';
import { type Adjustment, adjustmentOf } from './adjustment.js';
import { Admission, type AdmissionOptions, type Adoption } from './admission.js';
import { Candidates } from './candidates.js';
import type { ClockTrust } from './clock-trust.js';
import type { History, Point } from './history.js';
import { KeptReadings } from './kept-readings.js';
import { Losses } from './losses.js';
import type { Presence } from './presence.js';
import type { Advertisement, Radio } from './radio.js';
import { SLEWED_MS } from './reading-clock.js';
import { decodeHeard } from './ruuvi/decode.js';
import { RUUVI_MEASUREMENT, type RuuviReading } from './ruuvi/reading.js';
import { type KeyOf, noKeys } from './ruuvi/tag-key.js';
import { type Reception, TagEntry } from './tag-entry.js';
import { bared, type Dress, fromPoint, type TagReading, tagNameOf, toPoint, withColons } from './tag-reading.js';
import { UnknownFormats } from './unknown-formats.js';

export interface SensorOptions extends AdmissionOptions {
  /** What people call a tag, by its address (upper case with colons), unless the inventory says otherwise. */
  readonly names: Readonly<Record<string, string>>;
  /** A tag is SUSPENDED when nothing was heard of it for so long, ms. Some advertise every 9 s, and ten in a row can be lost. */
  readonly silentAfterMs: number;
  /** How many tags are kept apart; one more takes the place of the one that has been silent longest, or is not heard. */
  readonly maxTags: number;
  /** How long after a reading that was kept the next one is, s, unless the inventory says otherwise of a tag. */
  readonly minStoreIntervalS: number;
  /** Of tags that encrypt; none by default. */
  readonly keyOf?: KeyOf;
}

export interface SensorParts {
  readonly history: History;
  readonly bus: EventBus;
  readonly devices: Devices;
  readonly records: Pick<DeviceRecords, 'find' | 'changed'>;
  readonly clock: Clock;
  readonly trust: Pick<ClockTrust, 'isTrusted'>;
  /** Told that readings could not be kept, how many and why. */
  readonly report: (message: string) => void;
}

/** What is counted of all that the radios hear. All only ever grow. */
export interface SensorCounters {
  readonly readings: number;
  /** Of these, readings that were kept. */
  readonly stored: number;
  /** Advertisements that repeat a measurement. */
  readonly duplicates: number;
  /** Not from Ruuvi. */
  readonly foreign: number;
  /** From Ruuvi, in a data format that the gateway does not know; and how many of them in which, `unknownFormatF0`. */
  readonly unknownFormat: number;
  readonly [unknownFormat: `unknownFormat${string}`]: number;
  /** Encrypted by a tag of which the gateway has no key. */
  readonly withoutKey: number;
  /** Not as their data format says, or encrypted with another key. */
  readonly malformed: number;
  /** Of tags that are ignored, or that nobody has adopted. */
  readonly ignored: number;
  /** Of tags for which there was no room. */
  readonly refused: number;
  /** Readings that could not be kept. */
  readonly lost: number;
}

/** A tag and what it said last. */
export interface Tag extends Pick<DeviceConfiguration, 'place' | 'room'> {
  readonly latest: TagReading;
  readonly adoption: Exclude<Adoption, 'IGNORED'>;
  readonly health: Health;
  readonly presence: Presence;
  /** Why it is LATE. */
  readonly reason?: string;
  /** ms; absent until it is known */
  readonly expectedIntervalMs?: number;
  readonly receptions: readonly Reception[];
  readonly lastSeen: number;
}

type Receiver = Pick<Radio, 'radioId' | 'driver'>;

/** What talks to a tag that no radio has heard since the gateway started. */
const FROM_HISTORY = 'history';

/** From what radios hear to readings: decoded, each measurement once, kept in history and published. */
export class Sensors {
  /** What was, beside what is. */
  readonly kept: KeptReadings;
  private readonly entries = new Map<string, TagEntry>();
  /** Those that are SUSPENDED, silent longest first. */
  private readonly silent = new Set<TagEntry>();
  private readonly counts = {
    ...{
      readings: 0,
      stored: 0,
      duplicates: 0,
      foreign: 0,
      unknownFormat: 0,
      withoutKey: 0,
      malformed: 0,
      ignored: 0,
      refused: 0,
      lost: 0,
    },
  };
  private readonly unknownFormats = new UnknownFormats();
  private latestReadings: readonly TagReading[] | undefined;
  private readonly losses: Losses;
  private isNotable: (reading: TagReading) => boolean = () => false;
  private readonly admission: Admission;
  private readonly candidates: Candidates;
  private readonly adjustments = new Map<string, Adjustment | undefined>();

  constructor(
    private readonly parts: SensorParts,
    private readonly options: SensorOptions,
  ) {
    const { records, devices, clock, report } = parts;
    this.kept = new KeptReadings(parts.history, clock);
    this.losses = new Losses(clock, report);
    this.admission = new Admission(records, options);
    this.candidates = new Candidates(devices, clock, options);
    records.changed.watch((change) => this.configured(change?.deviceId ?? ''));
  }

  /**
   * Brings back what history knows: the tags, SUSPENDED until they are heard again, and how far their time has come. To be
   * called before anything is heard.
   *
   * @param waiting what history does not have yet, for nobody knows when it was: it is not taken again
   */
  async recall(waiting: readonly Point[] = []): Promise<void> {
    const newest = new Map<string, TagReading>();
    const { clock, trust } = this.parts;
    const future = trust.isTrusted ? clock.now() + FUTURE_MS : Number.MAX_SAFE_INTEGER;
    // what a clock said that was wrong is no better than nothing
    const rank = ({ time }: TagReading) => (time < future ? time : -time);
    const untimely = waiting.filter(({ measurement }) => measurement === RUUVI_MEASUREMENT).map(readingFrom);
    for (const reading of [...(await this.parts.history.latest(RUUVI_MEASUREMENT, future)).map(readingFrom), ...untimely]) {
      const known = newest.get(reading.mac);
      if (!known || rank(known) < rank(reading)) newest.set(reading.mac, reading);
    }
    const readings = [...newest.values()].filter(({ mac }) => this.admission.admits(this.admission.adoptionOf(mac)));
    for (const reading of readings.sort((a, b) => a.time - b.time).slice(-this.options.maxTags))
      this.silent.add(this.enter(reading, suspended('not heard since the gateway started'), FROM_HISTORY));
    for (const reading of untimely) this.entries.get(reading.mac)?.taken.add(reading);
  }

  /** From now on a reading that `isNotable` is kept however soon after another it comes. */
  keepAlso(isNotable: (reading: TagReading) => boolean): void {
    this.isNotable = isNotable;
  }

  get counters(): SensorCounters {
    return { ...this.counts, ...this.unknownFormats.counters };
  }

  /**
   * One advertisement, as a radio heard it.
   *
   * @returns as `Heard` does; of a measurement that was taken before: when that one is on disk
   */
  hear(radio: Receiver, advertisement: Advertisement): Promise<void> | undefined {
    const decoded = this.decode(advertisement);
    if (!decoded) return undefined;
    const mac = decoded.mac?.length === 17 ? decoded.mac : advertisement.address;
    const entry = this.entries.get(mac) ?? this.newcomer(mac, radio);
    if (!entry) return undefined;
    if (entry === 'new') return this.takeFirst(decoded, mac, radio, advertisement);
    this.noteFormat(decoded, advertisement, entry);
    const isLate = this.isLate(advertisement, entry);
    if (!isLate) this.seen(entry, radio, advertisement);
    if (this.repeats(decoded, entry, advertisement.payload)) {
      this.counts.duplicates++;
      return entry.kept;
    }
    if (isLate) return this.takeLate(readingOf(decoded, mac, radio.radioId, advertisement), entry, advertisement);
    return this.take(readingOf(decoded, mac, radio.radioId, advertisement, entry.latest.time), entry, advertisement);
  }

  /** Looks which tags have fallen silent, and tells of readings that were lost; to be called about every second. */
  sweep(): void {
    this.losses.tell();
    const now = this.parts.clock.monotonic();
    const fallen = [...this.entries.values()].filter((entry) => !this.silent.has(entry) && entry.presences.at(now) === 'OFFLINE');
    for (const entry of fallen.sort((a, b) => a.heardAt - b.heardAt)) {
      this.silent.add(entry);
      const seconds = Math.round(entry.presences.offlineAfterMs / 1000);
      entry.health.set(suspended(`nothing heard for ${seconds} s: is the tag in range, is its battery good?`));
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
    const { latest, health, presences, receptions, lastSeen } = entry;
    const { place, room } = this.recordOf(entry.mac);
    const [expectedIntervalMs, presence] = [presences.expectedMs, presences.at(this.parts.clock.monotonic())];
    return {
      ...{ latest, health: health.value, receptions, lastSeen, presence },
      ...(presence === 'LATE' ? { reason: `nothing heard for ${Math.round(presences.lateAfterMs / 1000)} s` } : {}),
      adoption: this.admission.adoptionOf(entry.mac) === 'ADOPTED' ? 'ADOPTED' : 'NEW',
      ...(expectedIntervalMs === undefined ? {} : { expectedIntervalMs }),
      ...(place ? { place } : {}),
      ...(room === undefined ? {} : { room }),
    };
  }

  private decode(heard: Advertisement): RuuviReading | undefined {
    try {
      const decoded = decodeHeard(heard, this.options.keyOf ?? noKeys);
      if (typeof decoded !== 'string') return decoded;
      this.counts[decoded === 'unknown' ? 'unknownFormat' : decoded]++;
      if (decoded === 'unknown') this.unknownFormats.add(heard.payload[0] ?? 0);
    } catch (error) {
      if (!(error instanceof GatewayError)) throw error;
      this.counts.malformed++;
    }
    return undefined;
  }

  /** @returns `new` when there is room for a tag that is to be read */
  private newcomer(mac: string, { driver }: Receiver): 'new' | undefined {
    const adoption = this.admission.adoptionOf(mac);
    if (!this.admission.admits(adoption)) {
      this.counts.ignored++;
      this.candidates.heard(mac, adoption, driver, this.options.names[mac]);
      return undefined;
    }
    this.candidates.remove(mac);
    if (this.makeRoom()) return 'new';
    this.counts.refused++;
    return undefined;
  }

  private takeFirst(decoded: RuuviReading, mac: string, radio: Receiver, heard: Advertisement): Promise<void> | undefined {
    const reading = readingOf(decoded, mac, radio.radioId, heard);
    const entry = this.enter(reading, active, radio.driver);
    this.noteFormat(decoded, heard, entry);
    this.seen(entry, radio, heard);
    return this.take(reading, entry, heard);
  }

  /** @returns what becomes of it; undefined when it need not be kept */
  private take(reading: TagReading, entry: TagEntry, { payload }: Advertisement): Promise<void> | undefined {
    entry.take(reading, this.parts.clock.monotonic(), payload);
    this.latestReadings = undefined;
    this.counts.readings++;
    const kept = this.isKept(entry) ? this.keep(entry.latest, entry) : undefined;
    this.parts.bus.publish('reading', entry.latest);
    return kept;
  }

  /** A radio elsewhere brings what it has heard some time ago: it has its place in history, and is not what is so now. */
  private isLate({ receivedAt }: Advertisement, { latest }: TagEntry): boolean {
    const now = this.parts.clock.now();
    return receivedAt < latest.time && receivedAt < now - NEAR_MS && latest.time < now + NEAR_MS;
  }

  private takeLate(reading: TagReading, entry: TagEntry, heard: Advertisement): Promise<void> | undefined {
    this.counts.readings++;
    entry.taken.add(reading, heard.payload);
    const at = this.momentOf(heard);
    if (!entry.thinning.keepsLate(reading, at, this.intervalOf(entry.mac))) return undefined;
    entry.thinning.keptLate(reading, at);
    return this.keep(entry.given(reading), entry);
  }

  private isKept({ thinning, latest, takenAt, mac }: TagEntry): boolean {
    const keeps = thinning.keeps(latest, takenAt, this.intervalOf(mac)) || this.isNotable(latest);
    if (keeps) thinning.kept(latest, takenAt);
    return keeps;
  }

  /** How long after a reading that was kept the next one is, ms. */
  private intervalOf(mac: string): number {
    const { minStoreIntervalS = this.options.minStoreIntervalS } = this.recordOf(mac);
    return minStoreIntervalS * 1000;
  }

  private keep(reading: TagReading, entry: TagEntry): Promise<void> {
    this.counts.stored++;
    const kept = this.parts.history.append([toPoint(reading)]);
    entry.kept = kept;
    kept.catch((error: unknown) => {
      this.counts.lost++;
      this.losses.add(messageOf(error));
      // whoever sends it again is not told that it is here already
      entry.taken.forget(reading);
      if (entry.kept === kept) entry.kept = undefined;
    });
    return kept;
  }

  private seen(entry: TagEntry, radio: Receiver, heard: Advertisement): void {
    entry.heard(radio, heard, this.parts.clock.monotonic());
    this.silent.delete(entry);
    entry.health.set(active);
  }

  private enter(bare: TagReading, initial: Health, driver: string): TagEntry {
    const { mac } = bare;
    const health = observedHealth(initial);
    const name = this.options.names[mac];
    const listed = this.parts.devices.add({
      deviceId: deviceIdOf('TAG', tagNameOf(mac)),
      kind: 'TAG',
      adoption: this.admission.adoptionOf(mac),
      ...(name === undefined ? {} : { name }),
      driver,
      health,
    });
    const entry = new TagEntry(bare, () => this.dressOf(mac), health, listed, this.options.silentAfterMs);
    this.entries.set(mac, entry);
    this.latestReadings = undefined;
    return entry;
  }

  private recordOf(mac: string): DeviceConfiguration {
    return this.parts.records.find(deviceIdOf('TAG', tagNameOf(mac)));
  }

  private dressOf(mac: string): Dress {
    const record = this.recordOf(mac);
    const { name = this.options.names[mac] } = record;
    if (!this.adjustments.has(mac)) this.adjustments.set(mac, adjustmentOf(record));
    const adjustment = this.adjustments.get(mac);
    return { ...(name === undefined ? {} : { name }), ...(adjustment ? { adjustment } : {}) };
  }

  /** What is said of a device has changed; readers see it at once. */
  private configured(deviceId: string): void {
    const mac = withColons(deviceId.slice(deviceIdOf('TAG', '').length));
    this.adjustments.delete(mac);
    const adoption = this.admission.adoptionOf(mac);
    const isRead = this.admission.admits(adoption);
    this.candidates.configured(mac, adoption, isRead);
    const entry = this.entries.get(mac);
    if (!entry) return;
    this.latestReadings = undefined;
    if (!isRead) {
      this.remove(entry);
      return;
    }
    entry.dressAnew();
    this.parts.bus.publish('configured', entry.latest);
  }

  /** A Ruuvi Air sends everything twice: in format E1 and, for receivers that do not hear that one, shortened in format 6. */
  private repeats(decoded: RuuviReading, { taken, heardWholeAt }: TagEntry, payload: Uint8Array): boolean {
    const isHeardWhole = this.parts.clock.monotonic() - heardWholeAt < this.options.silentAfterMs;
    return (decoded.dataFormat === '6' && isHeardWhole) || taken.has(decoded, payload);
  }

  /** By whichever radio, also by one that is late. */
  private noteFormat({ dataFormat }: RuuviReading, heard: Advertisement, entry: TagEntry): void {
    if (dataFormat === 'E1') entry.heardWholeAt = Math.max(entry.heardWholeAt, this.momentOf(heard));
  }

  /** When it was heard, by the clock that never jumps. */
  private momentOf({ receivedAt }: Advertisement): number {
    const { clock } = this.parts;
    return clock.monotonic() - Math.max(0, clock.now() - receivedAt);
  }

  /** @returns whether there is room for one more tag */
  private makeRoom(): boolean {
    if (this.entries.size < this.options.maxTags) return true;
    const [longest] = this.silent;
    if (!longest) return false;
    this.remove(longest);
    return true;
  }

  private remove(entry: TagEntry): void {
    this.silent.delete(entry);
    this.adjustments.delete(entry.mac);
    this.entries.delete(entry.mac);
    entry.listed[Symbol.dispose]();
    const adoption = this.admission.adoptionOf(entry.mac);
    // what somebody has chosen not to read any more can still be chosen
    if (this.admission.admits(adoption)) return;
    this.candidates.heard(entry.mac, adoption, entry.driver ?? FROM_HISTORY, this.options.names[entry.mac]);
  }
}

/** A reading as the tag said it, of what was kept. */
function readingFrom(point: Point): TagReading {
  return bared(fromPoint(point));
}

/** A reading as the tag said it. */
function readingOf(decoded: RuuviReading, mac: string, receiver: string, heard: Advertisement, before?: number): TagReading {
  const time = before === undefined ? heard.receivedAt : timeAfter(before, heard.receivedAt);
  return Object.freeze({ ...decoded, mac, receiver, time, ...(heard.rssi === undefined ? {} : { rssi: heard.rssi }) });
}

/** So far the clock can have been put back since the last reading before the start. */
const FUTURE_MS = SLEWED_MS + 1;
/** Radios that tell the time in whole seconds, and readings of one millisecond, put what is of now so far behind or ahead of it. */
const NEAR_MS = 5_000;

/**
 * Times of a tag grow, since InfluxDB takes two points of one series and millisecond for one. A reading that is further ahead was taken
 * by a clock that was wrong (see `ReadingClock`), and must not keep those after it in its future.
 */
function timeAfter(latest: number, now: number): number {
  const ahead = latest - now;
  return ahead >= 0 && ahead < NEAR_MS ? latest + 1 : now;
}
