import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { Asked } from './parts/asked.js';
import { Refused } from './refused.js';

/** A list that more than one page shows, and that is asked for again when it may be another. */
export interface Kept<T> {
  /** What the gateway has said: nothing yet, the list, or why there is none. */
  readonly asked: ReadonlySignal<Asked<readonly T[]>>;
  /** The list as far as it is known; empty until then. */
  readonly items: ReadonlySignal<readonly T[]>;
  /** Asks at once, also while it is being asked: what was asked over a connection that is lost may never be answered. */
  readonly refresh: () => void;
  /** Asks when what was asked last is answered, once for all who want it until then. */
  readonly refreshNext: () => void;
  /** Nothing of what was seen stays. */
  readonly forget: () => void;
}

/** @param ask throws Refused */
export function kept<T>(ask: () => Promise<readonly T[]>): Kept<T> {
  /** How often it was asked, and which of the answers is the newest that came. */
  let [turn, answered] = [0, 0];
  let isDue = false;
  const asked = signal<Asked<readonly T[]>>({ again: refresh });
  function refresh(): void {
    const mine = ++turn;
    isDue = false;
    const take = (found: Pick<Asked<readonly T[]>, 'value' | 'refused'>) => {
      // an answer may come after the one to a later question, or when it was forgotten what it is about
      if (mine < answered) return;
      answered = mine;
      asked.value = { ...found, again: refresh };
      if (isDue && answered === turn) refresh();
    };
    ask().then(
      (value) => take({ value }),
      // what was there stays
      (err: unknown) => take({ ...asked.peek(), refused: Refused.of(err) }),
    );
  }
  const refreshNext = () => {
    if (answered === turn) refresh();
    else isDue = true;
  };
  const forget = () => {
    answered = ++turn;
    isDue = false;
    asked.value = { again: refresh };
  };
  return { asked, items: computed(() => asked.value.value ?? []), refresh, refreshNext, forget };
}
