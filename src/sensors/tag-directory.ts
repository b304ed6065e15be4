import { GatewayError } from '../errors.js';
import { active, type Health, observedHealth, suspended } from '../registry/health.js';
import type { DeviceConfiguration } from '../registry/device-records.js';
import { deviceIdOf } from '../registry/devices.js';
import { type Adjustment, adjustmentOf } from './adjustment.js';
import { Admission, type Adoption } from './admission.js';
import { Candidates } from './candidates.js';
import type { Judgement } from './presence.js';
import type { Advertisement, Receiver } from './radio.js';
import type { SensorOptions, SensorParts } from './sensor-parts.js';
import { type Reception, TagEntry } from './tag-entry.js';
import { type Dress, type TagReading, tagNameOf, withColons } from './tag-reading.js';

/** A tag and what it said last. */
export interface Tag extends Pick<DeviceConfiguration, 'place' | 'room'>, Judgement {
  readonly latest: TagReading;
  readonly adoption: Exclude<Adoption, 'IGNORED'>;
  readonly health: Health;
  /** ms; absent until it is known */
  readonly expectedIntervalMs?: number;
  readonly receptions: readonly Reception[];
  readonly lastSeen: number;
}

/** What talks to a tag that no radio has heard since the gateway started. */
const FROM_HISTORY = 'history';

/** The tags that are read: who they are, whether they are heard, and what is said of them in the inventory. */
export class TagDirectory {
  private readonly entries = new Map<string, TagEntry>();
  /** Those that are SUSPENDED, silent longest first. */
  private readonly silent = new Set<TagEntry>();
  private readonly admission: Admission;
  private readonly candidates: Candidates;
  private readonly adjustments = new Map<string, Adjustment | undefined>();
  private latestReadings: readonly TagReading[] | undefined;

  constructor(
    private readonly parts: Pick<SensorParts, 'bus' | 'devices' | 'records' | 'clock'>,
    private readonly options: SensorOptions,
  ) {
    const { records, devices, clock } = parts;
    this.admission = new Admission(records, options);
    this.candidates = new Candidates(devices, clock, options);
    records.changed.watch((change) => this.configured(change?.deviceId ?? ''));
  }

  /** @param mac upper case with colons */
  find(mac: string): TagEntry | undefined {
    return this.entries.get(mac);
  }

  /**
   * Whether a tag may be entered that is not here yet. One that is ignored is noted among those that could be adopted.
   *
   * @returns `new` when there is room for it, else what it is counted as
   */
  admit(mac: string, { driver }: Receiver): 'new' | 'ignored' | 'refused' {
    const adoption = this.admission.adoptionOf(mac);
    if (!this.admission.admits(adoption)) {
      this.candidates.heard(mac, adoption, driver, this.options.names[mac]);
      return 'ignored';
    }
    this.candidates.remove(mac);
    return this.makeRoom() ? 'new' : 'refused';
  }

  /** @param bare the first reading as the tag said it */
  enter(bare: TagReading, driver: string, initial: Health = active): TagEntry {
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
    this.changed();
    return entry;
  }

  /** Enters tags that were heard before the start, the last that were. */
  enterSilent(readings: readonly TagReading[]): void {
    const admitted = readings.filter(({ mac }) => this.admission.admits(this.admission.adoptionOf(mac)));
    for (const reading of admitted.toSorted((a, b) => a.time - b.time).slice(-this.options.maxTags))
      this.silent.add(this.enter(reading, FROM_HISTORY, suspended('not heard since the gateway started')));
  }

  seen(entry: TagEntry, radio: Receiver, heard: Advertisement): void {
    entry.heard(radio, heard, this.parts.clock.monotonic());
    this.judge(entry);
  }

  /** A tag says something else than before. */
  changed(): void {
    this.latestReadings = undefined;
  }

  /** Looks who is late by now, and who has fallen silent. */
  sweep(): void {
    const now = this.parts.clock.monotonic();
    const others = [...this.entries.values()].filter(({ judged, presences }) => judged.presence !== presences.at(now));
    for (const entry of others.sort((a, b) => a.heardAt - b.heardAt)) this.judge(entry);
  }

  /** The latest reading of every tag in order of their addresses; the same array until one changes. */
  latest(): readonly TagReading[] {
    this.latestReadings ??= Object.freeze(
      [...this.entries.values()].map(({ latest }) => latest).sort((a, b) => (a.mac < b.mac ? -1 : 1)),
    );
    return this.latestReadings;
  }

  /**
   * @param mac in either case
   * @throws GatewayError `notFound`
   */
  get(mac: string): Tag {
    const entry = this.entries.get(mac.toUpperCase());
    if (!entry) throw new GatewayError('notFound', `there is no tag ${mac}`);
    const { latest, health, judged, presences, receptions, lastSeen } = entry;
    const { place, room } = this.recordOf(entry.mac);
    const { expectedMs: expectedIntervalMs } = presences;
    return {
      ...{ latest, health: health.value, receptions, lastSeen, ...judged },
      adoption: this.admission.adoptionOf(entry.mac) === 'ADOPTED' ? 'ADOPTED' : 'NEW',
      ...(expectedIntervalMs === undefined ? {} : { expectedIntervalMs }),
      ...(place ? { place } : {}),
      ...(room === undefined ? {} : { room }),
    };
  }

  /** How long after a reading that was kept the next one is, ms. */
  intervalOf(mac: string): number {
    const { minStoreIntervalS = this.options.minStoreIntervalS } = this.recordOf(mac);
    return minStoreIntervalS * 1000;
  }

  /** Says how a tag does, where that is otherwise than before. */
  private judge(entry: TagEntry): void {
    const judged = entry.presences.judgementAt(this.parts.clock.monotonic());
    const { presence, reason } = judged;
    if (presence === entry.judged.presence) return;
    entry.judged = judged;
    if (presence === 'OFFLINE') this.silent.add(entry);
    else this.silent.delete(entry);
    entry.health.set(presence === 'OFFLINE' && reason !== undefined ? suspended(reason) : active);
    const { mac, lastSeen } = entry;
    const { name } = entry.latest;
    this.parts.bus.publish('presence', { mac, ...(name === undefined ? {} : { name }), ...judged, lastSeen });
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
    this.changed();
    if (!isRead) {
      this.remove(entry);
      return;
    }
    entry.dressAnew();
    this.parts.bus.publish('configured', entry.latest);
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
