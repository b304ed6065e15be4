/** ONLINE is heard as often as usual, LATE is overdue by its own measure, OFFLINE is given up until it is heard again. */
export type Presence = 'ONLINE' | 'LATE' | 'OFFLINE';

/** How a tag does. */
export interface Judgement {
  readonly presence: Presence;
  /** Why it is LATE or OFFLINE. */
  readonly reason?: string;
}

/** A tag does otherwise than before. */
export interface PresenceChange extends Judgement {
  readonly mac: string;
  readonly name?: string;
  /** ms since the epoch */
  readonly lastSeen: number;
}

/** So many intervals are remembered: an odd number, so that there is one in the middle. */
const REMEMBERED = 15;
const KNOWN_AFTER = 5;
/** Several radios hear one packet at about the same time, and that says nothing of how often it is sent. */
const SAME_PACKET_MS = 200;
/** What is not heard for longer was away, which says nothing of how often it is heard when it is there. */
const AWAY_MS = 600_000;
/** Of what a tag sends, ten packets in a row may be missed where it is heard well. */
const MISSED_IN_A_ROW = 10;

/**
 * How often a tag is heard, learnt from the tag itself: most advertise every 1.3 s, those that save their battery every 9 s, and a
 * Ruuvi Gateway that is asked once a minute tells of each once a minute.
 */
export class Presences {
  private readonly intervals: number[] = [];
  private learnt: number | undefined;
  private heardAt: number | undefined;

  /** @param silentAfterMs after how long without a word a tag is OFFLINE, unless it is one that is seldom heard */
  constructor(private readonly silentAfterMs: number) {}

  /** @param at by the clock that never jumps */
  heard(at: number): void {
    const interval = at - (this.heardAt ?? at);
    if (this.heardAt !== undefined && interval < SAME_PACKET_MS) return;
    this.heardAt = at;
    if (interval === 0 || interval >= Math.max(AWAY_MS, this.silentAfterMs)) return;
    if (this.intervals.push(interval) > REMEMBERED) this.intervals.shift();
    this.learnt = this.intervals.length < KNOWN_AFTER ? undefined : medianOf(this.intervals);
  }

  /** How long it usually is from one time to the next, ms; undefined until that is known. */
  get expectedMs(): number | undefined {
    return this.learnt;
  }

  get lateAfterMs(): number {
    return Math.max(this.silentAfterMs / 4, MISSED_IN_A_ROW * (this.learnt ?? 0));
  }

  get offlineAfterMs(): number {
    return Math.max(this.silentAfterMs, 2 * MISSED_IN_A_ROW * (this.learnt ?? 0));
  }

  /** @param now by the clock that never jumps */
  at(now: number): Presence {
    if (this.heardAt === undefined || now - this.heardAt >= this.offlineAfterMs) return 'OFFLINE';
    return now - this.heardAt >= this.lateAfterMs ? 'LATE' : 'ONLINE';
  }

  /** The same, with why, and what would help. */
  judgementAt(now: number): Judgement {
    const presence = this.at(now);
    if (presence === 'ONLINE') return { presence };
    if (presence === 'LATE') return { presence, reason: `nothing heard for ${secondsOf(this.lateAfterMs)}` };
    const reason = `nothing heard for ${secondsOf(this.offlineAfterMs)}: is the tag in range, is its battery good?`;
    return { presence, reason };
  }
}

function secondsOf(ms: number): string {
  return `${Math.round(ms / 1000)} s`;
}

function medianOf(values: readonly number[]): number | undefined {
  return [...values].sort((a, b) => a - b)[values.length >> 1];
}
