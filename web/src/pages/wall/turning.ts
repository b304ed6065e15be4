import { useState } from 'preact/hooks';
import { useEvery } from '../../parts/every.js';

/** ms that a page stays */
const STAYS_MS = 12_000;

/** What turns the pages: how often it has, and whether it rests. */
export interface Turning {
  readonly turns: number;
  readonly isHeld: boolean;
  readonly setHeld: (isHeld: boolean) => void;
}

/** Counts the pages that were turned. */
export function useTurning(): Turning {
  const [turns, setTurns] = useState(0);
  const [isHeld, setHeld] = useState(false);
  useEvery(STAYS_MS, () => {
    if (!isHeld) setTurns((before) => before + 1);
  });
  return { turns, isHeld, setHeld };
}
