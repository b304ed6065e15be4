import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { Asked } from './parts/asked.js';
import { Refused } from './refused.js';
import { mayAsk } from './session.js';

/** A list that more than one page shows, and that is asked for again when it may be another. */
export interface Kept<T> {
  /** What the gateway has said: nothing yet, the list, or why there is none. */
  readonly asked: ReadonlySignal<Asked<readonly T[]>>;
  /** The list as far as it is known; empty until then. */
  readonly items: ReadonlySignal<readonly T[]>;
  readonly refresh: () => void;
  /** Nothing of what was seen stays. */
  readonly forget: () => void;
}

/** @param ask throws Refused */
export function kept<T>(ask: () => Promise<readonly T[]>): Kept<T> {
  let [turn, answered] = [0, 0];
  const asked = signal<Asked<readonly T[]>>({ again: refresh });
  function refresh(): void {
    const mine = ++turn;
    const take = (found: Pick<Asked<readonly T[]>, 'value' | 'refused'>) => {
      // somebody may have signed out meanwhile, and an answer may come after the one to a later question
      if (mayAsk.peek() !== true || mine < answered) return;
      answered = mine;
      asked.value = { ...found, again: refresh };
    };
    ask().then(
      (value) => take({ value }),
      // what was there stays
      (err: unknown) => take({ ...asked.peek(), refused: Refused.of(err) }),
    );
  }
  const forget = () => (asked.value = { again: refresh });
  return { asked, items: computed(() => asked.value.value ?? []), refresh, forget };
}
