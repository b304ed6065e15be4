import { once } from 'node:events';
import { systemClock, type Clock } from '../../clock.js';
import { active, observedHealth, suspended } from '../../registry/health.js';
import type { Heard, Radio, RadioCounters } from '../../sensors/radio.js';
import { walkAdStructures } from '../ble/ad-structures.js';
import { advertisingData } from './advertising-data.js';
import { chance } from './chance.js';
import { encodeRuuvi } from './encode-ruuvi.js';
import { readingOf, type SimulatedTag } from './tag.js';
import { townTags } from './town.js';

const notListening = suspended('nobody listens to it');
const GAP_WINDOW_MS = 600_000;
/** What chance decides about a tag, each apart from the others. */
const [LOSS, GAP, GAP_LENGTH, DISTANCE, FADING] = [101, 102, 103, 104, 105] as const;

export interface SimulatedRadioOptions {
  readonly radioId?: string;
  /** Chooses the town. */
  readonly seed?: number;
  /** How many tags there are. */
  readonly tags?: number;
  readonly clock?: Clock;
  /** How often each tag advertises. */
  readonly periodMs?: number;
  /** Which share of the packets gets lost. */
  readonly lossRate?: number;
  /** How likely it is that a tag is out of range for a part of ten minutes. */
  readonly gapRate?: number;
}

/**
 * A radio in a town made of arithmetic. What it hears depends on nothing but the seed and the time, and goes as raw bytes through
 * the same walk and the same decoders as what a real radio hears.
 */
export class SimulatedRadio implements Radio {
  readonly driver = 'simulated';
  readonly health = observedHealth(notListening);
  readonly radioId: string;
  /** Everybody in town who ever advertises. */
  readonly tags: readonly SimulatedTag[];
  private readonly options: Required<SimulatedRadioOptions>;
  private readonly counts = { advertisements: 0, malformed: 0, restarts: 0 };
  private readonly disposed = new AbortController();
  private turn = 0;

  constructor(options: SimulatedRadioOptions = {}) {
    const standard = { radioId: 'simulated', seed: 1, tags: 12, periodMs: 1285, lossRate: 0.2, gapRate: 0.02 };
    this.options = { clock: systemClock, ...standard, ...options };
    this.radioId = this.options.radioId;
    this.tags = townTags(this.options.seed, this.options.tags);
  }

  get counters(): RadioCounters {
    return { ...this.counts };
  }

  async listen(heard: Heard, signal: AbortSignal): Promise<void> {
    const stop = AbortSignal.any([signal, this.disposed.signal]);
    if (stop.aborted) return;
    this.health.set(active);
    using _turns = this.options.clock.every(this.options.periodMs / Math.max(1, this.tags.length), () => this.nextTag(heard));
    await once(stop, 'abort');
    this.health.set(notListening);
  }

  /** One tag after the other, so that they are spread over the period as the real ones are by chance. */
  private nextTag(heard: Heard): void {
    const tag = this.tags[this.turn++ % this.tags.length];
    const now = this.options.clock.now();
    const packet = Math.floor(now / this.options.periodMs);
    if (tag && this.inRange(tag, now) && chance(tag.seed, LOSS, packet) >= this.options.lossRate) {
      this.receive(tag, packet, now, heard);
    }
  }

  private receive(tag: SimulatedTag, packet: number, now: number, heard: Heard): void {
    const format = tag.formats[packet % tag.formats.length] ?? '5';
    const data = advertisingData(encodeRuuvi({ ...readingOf(tag, format, now), dataFormat: format }));
    const { manufacturerData, serviceData, malformed } = walkAdStructures(data);
    if (malformed) this.counts.malformed++;
    for (const element of [...manufacturerData, ...serviceData]) {
      this.counts.advertisements++;
      void heard({ address: tag.mac, rssi: strength(tag, packet), ...element, receivedAt: now });
    }
  }

  private inRange({ seed }: SimulatedTag, now: number): boolean {
    const window = Math.floor(now / GAP_WINDOW_MS);
    if (chance(seed, GAP, window) >= this.options.gapRate) return true;
    return now % GAP_WINDOW_MS > chance(seed, GAP_LENGTH, window) * GAP_WINDOW_MS;
  }

  [Symbol.asyncDispose](): Promise<void> {
    this.disposed.abort();
    return Promise.resolve();
  }
}

/** dBm: the distance decides, and who stands in between. */
function strength({ seed }: SimulatedTag, packet: number): number {
  return Math.round(-52 - 32 * chance(seed, DISTANCE) + 9 * (chance(seed, FADING, packet) + chance(seed, FADING, packet, 1) - 1));
}
