import type { Observed } from '../events/observed.js';
import type { Listing } from '../registry/devices.js';
import type { Health } from '../registry/health.js';
import { type Judgement, Presences } from './presence.js';
import type { Advertisement, Receiver } from './radio.js';
import { RecentNumbers } from './recent-numbers.js';
import { type Dress, dressed, type TagReading } from './tag-reading.js';
import { Thinning } from './thinning.js';

/** How one radio heard a tag last. */
export interface Reception {
  readonly receiver: string;
  /** dBm */
  readonly rssi?: number;
  /** ms since the epoch */
  readonly lastSeen: number;
}

/** By the clock that never jumps, of what history brought back. */
const never = -Infinity;
/** As many as there may be radios. */
const RECEPTIONS = 8;

/** What is known of one tag while the gateway runs. */
export class TagEntry {
  /** What it said last, as it is given. */
  latest: TagReading;
  /** By the clock that never jumps: when `latest` was taken. */
  takenAt = never;
  /** By the same clock: when it was heard last in format E1. */
  heardWholeAt = never;
  /** What becomes of the reading that was kept last, and with it of those before: they are written in order. */
  kept: Promise<void> | undefined;
  readonly taken = new RecentNumbers();
  readonly thinning = new Thinning();
  readonly presences: Presences;
  /** How it does, as all have been told. */
  judged: Judgement = { presence: 'OFFLINE' };
  private readonly heardBy = new Map<string, Reception>();
  private heardThrough: string | undefined;
  private wasHeardAt = never;
  private seenAt: number;

  /** @param bare the reading as the tag said it */
  constructor(
    private bare: TagReading,
    private readonly dress: () => Dress,
    readonly health: Observed<Health>,
    readonly listed: Listing,
    silentAfterMs: number,
  ) {
    this.latest = dressed(bare, dress());
    this.seenAt = bare.time;
    this.taken.add(bare);
    this.presences = new Presences(silentAfterMs);
  }

  get mac(): string {
    return this.bare.mac;
  }

  /** ms since the epoch */
  get lastSeen(): number {
    return this.seenAt;
  }

  /** By the clock that never jumps. */
  get heardAt(): number {
    return this.wasHeardAt;
  }

  /** What heard it first; undefined of one that was not heard since the gateway started. */
  get driver(): string | undefined {
    return this.heardThrough;
  }

  get receptions(): readonly Reception[] {
    return [...this.heardBy.values()];
  }

  /** @param now by the clock that never jumps */
  heard({ radioId, driver }: Receiver, { rssi, receivedAt }: Advertisement, now: number): void {
    this.seenAt = receivedAt;
    this.wasHeardAt = now;
    this.presences.heard(now);
    this.heardBy.delete(radioId);
    this.heardBy.set(radioId, { receiver: radioId, ...(rssi === undefined ? {} : { rssi }), lastSeen: receivedAt });
    const [longest] = this.heardBy.keys();
    if (this.heardBy.size > RECEPTIONS && longest !== undefined) this.heardBy.delete(longest);
    if (this.heardThrough === undefined) this.listed.drivenBy((this.heardThrough = driver));
  }

  /**
   * @param now by the clock that never jumps
   * @param payload in which it came
   */
  take(bare: TagReading, now: number, payload: Uint8Array): void {
    this.bare = bare;
    this.latest = this.given(bare);
    this.takenAt = now;
    this.taken.add(bare, payload);
  }

  /** Another reading of it, as it is given. */
  given(bare: TagReading): TagReading {
    return dressed(bare, this.dress());
  }

  /** What is said of it has changed, and what it said last is given accordingly. */
  dressAnew(): void {
    this.latest = this.given(this.bare);
  }
}
