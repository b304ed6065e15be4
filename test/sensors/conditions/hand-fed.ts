import type { Subscription } from '../../../src/events/subscription.js';
import type { Change } from '../../../src/registry/state.js';
import type { Condition, ConditionChange } from '../../../src/sensors/conditions/condition.js';
import { type ConditionBounds, Conditions } from '../../../src/sensors/conditions/conditions.js';
import type { TagReading } from '../../../src/sensors/tag-reading.js';
import { ManualClock } from '../../manual-clock.js';
import { FakeState } from '../../registry/fake-state.js';

export const [A, B, C] = ['AA:AA:AA:AA:AA:01', 'AA:AA:AA:AA:AA:02', 'AA:AA:AA:AA:AA:03'] as const;
const WIDE: ConditionBounds = { entered: 1_000, windows: 1_000 };

export function subscription(condition: Condition, macs?: readonly string[], subscriptionId = 's1'): Subscription {
  return {
    ...{ subscriptionType: 'ConditionSubscription', subscriptionId, appInstanceId: 'app', number: 1, since: 0 },
    filteringCriteria: { condition, ...(macs ? { macs } : {}) },
  };
}

interface Options {
  readonly state?: FakeState;
  readonly clock?: ManualClock;
  readonly bounds?: ConditionBounds;
  readonly sees?: (subscription: Subscription, mac: string) => boolean;
  readonly subscriptions?: readonly Subscription[];
  readonly latest?: readonly TagReading[];
}

/** Conditions that a test feeds by hand, on a state in memory; what they keep is kept at once. */
export async function openConditions({
  state = new FakeState(),
  clock = new ManualClock(),
  bounds = WIDE,
  sees = () => true,
  subscriptions = [],
  latest = [],
}: Options = {}) {
  const told: ConditionChange[] = [];
  const keep = (changes: readonly Change[]) => void state.commit(changes);
  const tell = (change: ConditionChange, kept: readonly Change[]) => {
    told.push(change);
    keep(kept);
  };
  const conditions = await Conditions.load({ state, clock, bounds, sees, tell, forget: keep });
  for (const one of subscriptions) conditions.put(one);
  conditions.begin(latest);
  const reading = (mac: string, fields: Partial<TagReading> = {}): TagReading => ({
    ...{ dataFormat: '5', mac, receiver: 'hci0', time: clock.now() },
    ...fields,
  });
  return {
    ...{ state, clock, conditions, told },
    reading,
    /** A tag says something. @returns what is told of it */
    hear: (mac: string, fields: Partial<TagReading> = {}): ConditionChange[] => {
      const before = told.length;
      conditions.hear(reading(mac, fields));
      return told.slice(before);
    },
    /** Time passes, looked at every second. @returns what is told meanwhile */
    pass: async (seconds: number): Promise<ConditionChange[]> => {
      const before = told.length;
      for (let second = 0; second < seconds; second++) {
        await clock.advance(1_000);
        conditions.sweep();
      }
      return told.slice(before);
    },
    /** The subscription and the tag of each state that is kept. */
    kept: async () => [...(await state.load('conditions')).keys()].sort(),
  };
}

export function namesOf(told: readonly ConditionChange[]): string[] {
  return told.map(({ change, mac }) => `${change} ${mac}`);
}
