import type { Subscription } from '../../events/subscription.js';
import type { Condition, ConditionCriteria, NumericField } from './condition.js';
import { RateWindow } from './rate.js';
import type { Room } from './room.js';
import { isBeyond } from './threshold.js';

/** What a condition looks at. */
export type Subject = NumericField | 'silence';

/** How a tag stands. */
export interface Verdict {
  readonly isSo: boolean;
  /** What is told of it. */
  readonly value?: number;
}

/** What all of them keep together. */
export interface Rooms {
  /** Tags that are in a condition. */
  readonly entered: Room;
  /** Tags whose values are kept for a while. */
  readonly windows: Room;
}

/** One subscription, and how each tag stands to its condition. */
export class Watch {
  readonly condition: Condition;
  readonly subject: Subject;
  /** Absent: every tag. */
  readonly macs: ReadonlySet<string> | undefined;
  /** Tags that its subscriber may not see, and when that is asked again. */
  readonly unseen = { macs: new Set<string>(), until: -Infinity };
  /** Before then no other tag can have been silent for long enough; ms of the clock that never jumps. */
  dueAt = -Infinity;
  /** Since when each tag that is in the condition is so, ms since the epoch. */
  private readonly since = new Map<string, number>();
  private readonly windows = new Map<string, RateWindow>();

  constructor(
    readonly subscription: Subscription,
    { macs, condition }: ConditionCriteria,
    private readonly rooms: Rooms,
  ) {
    this.condition = condition;
    this.subject = condition.kind === 'SILENCE' ? 'silence' : condition.field;
    this.macs = macs && new Set(macs);
  }

  concerns(mac: string): boolean {
    return this.macs?.has(mac) ?? true;
  }

  /** @returns undefined when the tag is not in the condition */
  sinceOf(mac: string): number | undefined {
    return this.since.get(mac);
  }

  get entered(): ReadonlyMap<string, number> {
    return this.since;
  }

  /** @returns whether there was room */
  enter(mac: string, since: number): boolean {
    if (!this.since.has(mac) && !this.rooms.entered.take()) return false;
    this.since.set(mac, since);
    return true;
  }

  /** @returns whether it was in the condition */
  leave(mac: string): boolean {
    if (!this.since.delete(mac)) return false;
    this.rooms.entered.free();
    return true;
  }

  /** How a tag stands that says something, by the state before; nothing changes. @param value undefined: not available */
  judge(mac: string, value: number | undefined, now: number): Verdict {
    const { condition } = this;
    if (condition.kind === 'SILENCE') return { isSo: false };
    const was = this.since.has(mac);
    if (condition.kind === 'THRESHOLD') return { isSo: isBeyond(condition, value, was), ...shown(value) };
    const rate = value === undefined ? undefined : this.windows.get(mac)?.perMinute(value, now);
    const { perMinute: above, hysteresis = 0 } = condition;
    return { isSo: isBeyond({ above, hysteresis }, rate === undefined ? rate : Math.abs(rate), was), ...shown(rate) };
  }

  /** Whether values of the tag are kept. */
  follows(mac: string): boolean {
    return this.windows.has(mac);
  }

  /** Keeps the value as far as later ones are compared with it. */
  remember(mac: string, value: number | undefined, now: number): void {
    if (this.condition.kind !== 'RATE' || value === undefined) return;
    this.windowOf(mac, this.condition.seconds)?.add(value, now);
  }

  private windowOf(mac: string, seconds: number): RateWindow | undefined {
    const known = this.windows.get(mac);
    if (known || !this.rooms.windows.take()) return known;
    const window = new RateWindow(seconds);
    this.windows.set(mac, window);
    return window;
  }

  /** The tag is no more. @returns whether it was in the condition */
  forget(mac: string): boolean {
    if (this.windows.delete(mac)) this.rooms.windows.free();
    return this.leave(mac);
  }

  /** All that it keeps is free for others. */
  close(): void {
    this.rooms.entered.free(this.since.size);
    this.rooms.windows.free(this.windows.size);
    this.since.clear();
    this.windows.clear();
  }
}

function shown(value: number | undefined): { value?: number } {
  return value === undefined ? {} : { value };
}
