import { messageOf } from '../errors.js';
import { Decoding, type DecodingCounters } from './decoding.js';
import type { Point } from './history.js';
import { KeptReadings } from './kept-readings.js';
import { Losses } from './losses.js';
import type { Advertisement, Receiver } from './radio.js';
import { SLEWED_MS } from './reading-clock.js';
import { RUUVI_MEASUREMENT, type RuuviReading } from './ruuvi/reading.js';
import type { SensorOptions, SensorParts } from './sensor-parts.js';
import { type Tag, TagDirectory } from './tag-directory.js';
import type { TagEntry } from './tag-entry.js';
import { bared, fromPoint, type TagReading, toPoint } from './tag-reading.js';

/** What is counted of all that the radios hear. All only ever grow. */
export interface SensorCounters extends DecodingCounters {
  readonly readings: number;
  /** Of these, readings that were kept. */
  readonly stored: number;
  /** Advertisements that repeat a measurement. */
  readonly duplicates: number;
  /** Of tags that are ignored, or that nobody has adopted. */
  readonly ignored: number;
  /** Of tags for which there was no room. */
  readonly refused: number;
  /** Readings that could not be kept. */
  readonly lost: number;
}

/** From what radios hear to readings: decoded, each measurement once, kept in history and published. */
export class Sensors {
  /** What was, beside what is. */
  readonly kept: KeptReadings;
  private readonly counts = { readings: 0, stored: 0, duplicates: 0, ignored: 0, refused: 0, lost: 0 };
  private readonly decoding: Decoding;
  private readonly directory: TagDirectory;
  private readonly losses: Losses;
  private isNotable: (reading: TagReading) => boolean = () => false;

  constructor(
    private readonly parts: SensorParts,
    private readonly options: SensorOptions,
  ) {
    this.kept = new KeptReadings(parts.history, parts.clock);
    this.losses = new Losses(parts.clock, parts.report);
    this.decoding = new Decoding(options.keyOf);
    this.directory = new TagDirectory(parts, options);
  }

  /**
   * Brings back what history knows: the tags, SUSPENDED until they are heard again, and how far their time has come. To be
   * called before anything is heard.
   *
   * @param waiting what history does not have yet, for nobody knows when it was: it is not taken again
   */
  async recall(waiting: readonly Point[] = []): Promise<void> {
    const newest = new Map<string, TagReading>();
    const { clock, trust, history } = this.parts;
    const future = trust.isTrusted ? clock.now() + FUTURE_MS : Number.MAX_SAFE_INTEGER;
    // what a clock said that was wrong is no better than nothing
    const rank = ({ time }: TagReading) => (time < future ? time : -time);
    const untimely = waiting.filter(({ measurement }) => measurement === RUUVI_MEASUREMENT).map(readingFrom);
    for (const reading of [...(await history.latest(RUUVI_MEASUREMENT, future)).map(readingFrom), ...untimely]) {
      const known = newest.get(reading.mac);
      if (!known || rank(known) < rank(reading)) newest.set(reading.mac, reading);
    }
    this.directory.enterSilent([...newest.values()]);
    for (const reading of untimely) this.directory.find(reading.mac)?.taken.add(reading);
  }

  /** From now on a reading that `isNotable` is kept however soon after another it comes. */
  keepAlso(isNotable: (reading: TagReading) => boolean): void {
    this.isNotable = isNotable;
  }

  get counters(): SensorCounters {
    return { ...this.counts, ...this.decoding.counters };
  }

  /**
   * One advertisement, as a radio heard it.
   *
   * @returns as `Heard` does; of a measurement that was taken before: when that one is on disk
   */
  hear(radio: Receiver, advertisement: Advertisement): Promise<void> | undefined {
    const decoded = this.decoding.decode(advertisement);
    if (!decoded) return undefined;
    const mac = decoded.mac?.length === 17 ? decoded.mac : advertisement.address;
    const entry = this.directory.find(mac);
    if (!entry) return this.takeFirst(decoded, mac, radio, advertisement);
    this.noteFormat(decoded, advertisement, entry);
    const isLate = this.isLate(advertisement, entry);
    if (!isLate) this.directory.seen(entry, radio, advertisement);
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
    this.directory.sweep();
  }

  /** See `TagDirectory`. */
  latest(): readonly TagReading[] {
    return this.directory.latest();
  }

  /** Every tag, in order of their addresses. */
  tags(): readonly Tag[] {
    return this.latest().map(({ mac }) => this.get(mac));
  }

  /** See `TagDirectory`. */
  get(mac: string): Tag {
    return this.directory.get(mac);
  }

  private takeFirst(decoded: RuuviReading, mac: string, radio: Receiver, heard: Advertisement): Promise<void> | undefined {
    const admitted = this.directory.admit(mac, radio);
    if (admitted !== 'new') {
      this.counts[admitted]++;
      return undefined;
    }
    const reading = readingOf(decoded, mac, radio.radioId, heard);
    const entry = this.directory.enter(reading, radio.driver);
    this.noteFormat(decoded, heard, entry);
    this.directory.seen(entry, radio, heard);
    return this.take(reading, entry, heard);
  }

  /** @returns what becomes of it; undefined when it need not be kept */
  private take(reading: TagReading, entry: TagEntry, { payload }: Advertisement): Promise<void> | undefined {
    entry.take(reading, this.parts.clock.monotonic(), payload);
    this.directory.changed();
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
    if (!entry.thinning.keepsLate(reading, at, this.directory.intervalOf(entry.mac))) return undefined;
    entry.thinning.keptLate(reading, at);
    return this.keep(entry.given(reading), entry);
  }

  private isKept({ thinning, latest, takenAt, mac }: TagEntry): boolean {
    const keeps = thinning.keeps(latest, takenAt, this.directory.intervalOf(mac)) || this.isNotable(latest);
    if (keeps) thinning.kept(latest, takenAt);
    return keeps;
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
