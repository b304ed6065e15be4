import { isDeepStrictEqual } from 'node:util';
import type { Json } from '../../json.js';
import type { Change, State } from '../../registry/state.js';
import type { Condition } from './condition.js';
import type { Watch } from './watch.js';

const COLLECTION = 'conditions';

/** That a tag is in a condition, as it is kept. */
interface KeptState {
  readonly subscriptionId: string;
  readonly mac: string;
  /** The one that it is in: the subscription may have another by now. */
  readonly condition: Condition;
  readonly since: number;
}

/** The tags that were in a condition when the gateway stopped, until their subscriptions ask for them. */
export class KeptStates {
  private constructor(private readonly states: Map<string, KeptState[]>) {}

  static async load(state: State): Promise<KeptStates> {
    const kept = [...(await state.load(COLLECTION)).values()] as unknown as KeptState[];
    const states = new Map<string, KeptState[]>();
    for (const one of kept) {
      const its = states.get(one.subscriptionId);
      if (its) its.push(one);
      else states.set(one.subscriptionId, [one]);
    }
    return new KeptStates(states);
  }

  /** Lets the tags enter that were in this very condition. */
  restore(watch: Watch): void {
    const { subscriptionId } = watch.subscription;
    const isOf = ({ mac, condition }: KeptState) => watch.concerns(mac) && isDeepStrictEqual(condition, watch.condition);
    const left = (this.states.get(subscriptionId) ?? []).filter((one) => !isOf(one) || !watch.enter(one.mac, one.since));
    this.states.set(subscriptionId, left);
  }

  /** @returns what is to be forgotten, since nobody has asked for it */
  takeRest(): readonly Change[] {
    const rest = [...this.states.values()].flat();
    this.states.clear();
    return rest.map(({ subscriptionId, mac }) => forgotten(subscriptionId, mac));
  }
}

/** @param since ms since the epoch */
export function kept({ subscription: { subscriptionId }, condition }: Watch, mac: string, since: number): Change {
  const body: KeptState = { subscriptionId, mac, condition, since };
  return { collection: COLLECTION, id: idOf(subscriptionId, mac), body: body as unknown as Json };
}

export function forgotten(subscriptionId: string, mac: string): Change {
  return { collection: COLLECTION, id: idOf(subscriptionId, mac) };
}

function idOf(subscriptionId: string, mac: string): string {
  return `${subscriptionId}/${mac}`;
}
