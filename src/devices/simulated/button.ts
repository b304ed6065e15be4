import { chance } from './chance.js';

const WINDOW_MS = 20_000;
/** Until its contacts are at rest. */
export const BOUNCE_MS = 4;
const [PRESS, LENGTH, BOUNCES, BOUNCE] = [201, 202, 203, 204] as const;
/** Nobody presses longer, so that every press ends in the window in which it began. */
const LONGEST_MS = 1_500;

export interface Change {
  /** ms since the epoch */
  readonly time: number;
  readonly isPressed: boolean;
  /** Whether it is the contacts that bounce, and not the finger. */
  readonly isBounce: boolean;
}

/** What happens to a button that somebody presses about three times a minute. It depends on nothing but the seed and the time. */
export function changesOf(seed: number, from: number, to: number): readonly Change[] {
  const first = Math.floor(from / WINDOW_MS);
  const windows = Array.from({ length: Math.floor(to / WINDOW_MS) - first + 1 }, (_, at) => first + at);
  return windows.flatMap((window) => pressIn(seed, window)).filter(({ time }) => time > from && time <= to);
}

/** @param isDebounced whether what bounces is left out */
export function isPressed(seed: number, time: number, isDebounced: boolean): boolean {
  const before = pressIn(seed, Math.floor(time / WINDOW_MS)).filter((change) => change.time <= time);
  return before.findLast(({ isBounce }) => !(isBounce && isDebounced))?.isPressed ?? false;
}

function pressIn(seed: number, window: number): readonly Change[] {
  const down = Math.floor(window * WINDOW_MS + chance(seed, PRESS, window) * (WINDOW_MS - LONGEST_MS - 2 * BOUNCE_MS));
  const up = Math.floor(down + 150 + chance(seed, LENGTH, window) * (LONGEST_MS - 150));
  return [...bouncing(seed, down, true), ...bouncing(seed, up, false)];
}

/** Contacts close and open some times before they stay. */
function bouncing(seed: number, time: number, pressed: boolean): readonly Change[] {
  const bounces = Math.floor(3 * chance(seed, BOUNCES, time));
  const later = Array.from({ length: 2 * bounces }, (_, at): Change => {
    const after = (BOUNCE_MS * (at + chance(seed, BOUNCE, time, at))) / (2 * bounces);
    return { time: time + after, isPressed: at % 2 === 0 ? !pressed : pressed, isBounce: true };
  });
  return [{ time, isPressed: pressed, isBounce: false }, ...later];
}
