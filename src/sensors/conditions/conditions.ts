import { isDeepStrictEqual } from 'node:util';
import type { Clock } from '../../clock.js';
import type { Subscription } from '../../events/subscription.js';
import type { SubscriptionKeeper } from '../../events/subscriptions.js';
import type { Change, State } from '../../registry/state.js';
import type { TagReading } from '../tag-reading.js';
import type { TellCondition } from './condition.js';
import { forgotten, kept, KeptStates } from './kept-states.js';
import { Room } from './room.js';
import { type Heard, isSilent, LastHeard } from './silence.js';
import { ReadingValues } from './value-of.js';
import { type Rooms, type Verdict, Watch } from './watch.js';
import { WatchIndex } from './watch-index.js';

/** How long a subscriber who may not see a tag waits until that is looked at again. */
const UNSEEN_MS = 10_000;

export interface ConditionBounds {
  /** Tags that are in a condition, over all subscriptions. One more is not told until there is room. */
  readonly entered: number;
  /** Tags whose rate of change is followed, over all subscriptions. Of one more no rate is known until there is room. */
  readonly windows: number;
}

export interface ConditionParts {
  readonly state: State;
  readonly clock: Clock;
  /** Whether the subscriber may see the tag. */
  readonly sees: (subscription: Subscription, mac: string) => boolean;
  readonly tell: TellCondition;
  /** Forgets what is no longer so, when there is time. */
  readonly forget: (changes: readonly Change[]) => void;
  readonly bounds: ConditionBounds;
}

export interface ConditionCounters {
  /** Tags that are in a condition now, over all subscriptions. */
  readonly entered: number;
  /** How often there was no room for one more, or for its values; only ever grows. */
  readonly refused: number;
}

interface Turn extends Verdict {
  readonly watch: Watch;
}

/**
 * Which tags are in the conditions that subscribers have asked for. Each change is told once, and is kept in the commit of its notice,
 * so that it is not told again after a restart. What a subscriber may not see does not happen for it.
 *
 * A reading costs one comparison for each subscription that concerns its tag and a field that it has; silence is looked for once a
 * second among the tags that have been silent longest. Durations are measured by the clock that never jumps.
 */
export class Conditions implements SubscriptionKeeper {
  private readonly watches = new Map<string, Watch>();
  private readonly index = new WatchIndex();
  private readonly lastHeard = new LastHeard();
  private readonly rooms: Rooms;

  private constructor(
    private readonly parts: ConditionParts,
    private readonly before: KeptStates,
  ) {
    this.rooms = { entered: new Room(parts.bounds.entered), windows: new Room(parts.bounds.windows) };
  }

  static async load(parts: ConditionParts): Promise<Conditions> {
    return new Conditions(parts, await KeptStates.load(parts.state));
  }

  get counters(): ConditionCounters {
    const { entered, windows } = this.rooms;
    return { entered: entered.taken, refused: entered.refused + windows.refused };
  }

  /**
   * All subscriptions of before the start are here. The tags count as heard now: the time in which nobody listened is no silence.
   *
   * @param latest of each tag that is known
   */
  begin(latest: readonly TagReading[]): void {
    const now = this.parts.clock.monotonic();
    for (const reading of latest) this.lastHeard.hear(reading, now);
    this.forgetAll(this.before.takeRest());
  }

  put(subscription: Subscription): void {
    const { subscriptionId, subscriptionType, filteringCriteria: { condition, macs } = {} } = subscription;
    if (subscriptionType !== 'ConditionSubscription' || !condition) return;
    const old = this.watches.get(subscriptionId);
    const watch = new Watch(subscription, { condition, ...(macs ? { macs } : {}) }, this.rooms);
    const were = [...(old?.entered ?? [])];
    if (old) this.drop(old);
    else this.before.restore(watch);
    const goesOn = isDeepStrictEqual(old?.condition, condition);
    for (const [mac, since] of were) if (goesOn && watch.concerns(mac)) watch.enter(mac, since);
    this.watches.set(subscriptionId, watch);
    this.index.add(watch);
    this.forgetAll(were.filter(([mac]) => watch.sinceOf(mac) === undefined).map(([mac]) => forgotten(subscriptionId, mac)));
  }

  remove({ subscriptionId }: Subscription): void {
    const watch = this.watches.get(subscriptionId);
    if (!watch) return;
    const were = [...watch.entered.keys()];
    this.drop(watch);
    this.forgetAll(were.map((mac) => forgotten(subscriptionId, mac)));
  }

  /** The tag is no more: should it come again, it begins anew. */
  forget(mac: string): void {
    this.lastHeard.forget(mac);
    const left = [...this.watches.values()].filter((watch) => watch.forget(mac));
    this.forgetAll(left.map(({ subscription }) => forgotten(subscription.subscriptionId, mac)));
  }

  /** Whether a reading that was not heard yet is to change something: it is worth keeping then. Nothing changes. */
  crosses(reading: TagReading): boolean {
    const values = new ReadingValues(reading);
    for (const { isSo } of this.turnsOf(reading, values)) if (!isSo || !this.rooms.entered.isFull) return true;
    return false;
  }

  /** A tag has said something. */
  hear(reading: TagReading): void {
    const values = new ReadingValues(reading);
    const turns = [...this.turnsOf(reading, values)];
    this.remember(reading, values);
    for (const { watch, isSo, ...value } of turns)
      if (isSo) this.enter(watch, reading, reading.time, value);
      else this.leave(watch, reading, value);
  }

  /** Looks who has fallen silent; to be called about every second. */
  sweep(): void {
    const now = this.parts.clock.monotonic();
    for (const watch of this.watches.values()) {
      const { condition } = watch;
      if (condition.kind === 'SILENCE' && watch.dueAt <= now) watch.dueAt = this.lookForSilence(watch, condition.seconds, now);
    }
  }

  /** @returns when there may be something new, as long as nobody says anything */
  private lookForSilence(watch: Watch, seconds: number, now: number): number {
    let dueAt = now + seconds * 1000;
    for (const heard of this.candidates(watch)) {
      const { reading } = heard;
      if (!isSilent(seconds, heard, now)) {
        dueAt = Math.min(dueAt, heard.at + seconds * 1000);
        if (!watch.macs) break; // all others were heard later
      } else if (watch.sinceOf(reading.mac) === undefined && !this.fallSilent(watch, reading))
        dueAt = Math.min(dueAt, now + UNSEEN_MS);
    }
    return dueAt;
  }

  private candidates({ macs }: Watch): Iterable<Heard> {
    if (!macs) return this.lastHeard.longestFirst();
    return [...macs].flatMap((mac) => this.lastHeard.get(mac) ?? []);
  }

  private fallSilent(watch: Watch, reading: TagReading): boolean {
    // the machine's clock may be behind the one by which readings are taken
    return this.isSeen(watch, reading.mac) && this.enter(watch, reading, Math.max(this.parts.clock.now(), reading.time));
  }

  /** What a reading is to change. */
  private *turnsOf(reading: TagReading, values: ReadingValues): Iterable<Turn> {
    const now = this.parts.clock.monotonic();
    for (const [subject, watches] of this.index.of(reading.mac)) {
      const value = subject === 'silence' ? undefined : values.get(subject);
      for (const watch of watches) {
        const verdict = watch.judge(reading.mac, value, now);
        const was = watch.sinceOf(reading.mac) !== undefined;
        if (verdict.isSo !== was && this.isSeen(watch, reading.mac)) yield { watch, ...verdict };
      }
    }
  }

  private remember(reading: TagReading, values: ReadingValues): void {
    const now = this.parts.clock.monotonic();
    this.lastHeard.hear(reading, now);
    for (const [subject, watches] of this.index.of(reading.mac))
      if (subject !== 'silence')
        for (const watch of watches)
          if (this.isFollowed(watch, reading.mac)) watch.remember(reading.mac, values.get(subject), now);
  }

  private isFollowed(watch: Watch, mac: string): boolean {
    return watch.condition.kind === 'RATE' && (watch.follows(mac) || this.isSeen(watch, mac));
  }

  /** A no is believed for a while: of what is unseen every reading would ask again. */
  private isSeen({ unseen, subscription }: Watch, mac: string): boolean {
    const now = this.parts.clock.monotonic();
    if (now >= unseen.until) {
      unseen.macs.clear();
      unseen.until = now + UNSEEN_MS;
    }
    if (unseen.macs.has(mac)) return false;
    const sees = this.parts.sees(subscription, mac);
    if (!sees) unseen.macs.add(mac);
    return sees;
  }

  private enter(watch: Watch, reading: TagReading, time: number, value: { value?: number } = {}): boolean {
    const { mac, time: since } = reading;
    if (!watch.enter(mac, since)) return false;
    this.tell(watch, reading, { change: 'ENTERED', time, since, ...value }, kept(watch, mac, since));
    return true;
  }

  private leave(watch: Watch, reading: TagReading, value: { value?: number }): void {
    const { mac, time } = reading;
    const since = watch.sinceOf(mac) ?? time;
    watch.leave(mac);
    this.tell(watch, reading, { change: 'LEFT', time, since, ...value }, forgotten(watch.subscription.subscriptionId, mac));
  }

  private tell(
    { subscription: { subscriptionId }, condition }: Watch,
    { mac, name }: TagReading,
    told: Pick<Parameters<TellCondition>[0], 'change' | 'time' | 'since' | 'value'>,
    change: Change,
  ): void {
    this.parts.tell({ subscriptionId, mac, ...(name === undefined ? {} : { name }), condition, ...told }, [change]);
  }

  private drop(watch: Watch): void {
    this.watches.delete(watch.subscription.subscriptionId);
    this.index.delete(watch);
    watch.close();
  }

  private forgetAll(changes: readonly Change[]): void {
    if (changes.length > 0) this.parts.forget(changes);
  }
}
