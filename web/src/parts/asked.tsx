import './asked.css';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Refused } from '../refused.js';
import { timesLive } from '../live.js';
import { texts } from '../texts/index.js';

/** What was asked for: nothing yet, an answer, or why there is none. An answer stays while it is asked for again. */
export interface Asked<T> {
  readonly value?: T;
  readonly refused?: Refused;
  /** Asks once more. */
  readonly again: () => void;
}

/** What is asked for now and then too. */
export interface Polled<T> extends Asked<T> {
  /** Asks once more, unless it is being asked: an answer that takes longer than the time between two would never be shown. */
  readonly anew: () => void;
}

/**
 * Asks the gateway, again when `on` changes, and whenever something may have been missed.
 *
 * @param ask throws Refused
 */
export function useAsked<T>(ask: () => Promise<T>, on: readonly unknown[]): Polled<T> {
  const [asked, setAsked] = useState<{ value?: T; refused?: Refused }>({});
  const [count, setCount] = useState(0);
  const underWay = useRef(0);
  useEffect(() => {
    let isWanted = true;
    underWay.current += 1;
    void ask()
      .then(
        (value) => isWanted && setAsked({ value }),
        (err: unknown) => isWanted && setAsked((before) => ({ ...before, refused: Refused.of(err) })),
      )
      .finally(() => (underWay.current -= 1));
    return () => {
      isWanted = false;
    };
  }, [...on, count, timesLive.value]);
  const again = () => setCount((before) => before + 1);
  const anew = () => {
    if (underWay.current === 0) again();
  };
  return { ...asked, again, anew };
}

/** What was asked for, or where it would be, why it is not there. */
export function Shown<T>({ asked, children }: { asked: Asked<T>; children: (value: T) => ComponentChildren }) {
  const { value, refused } = asked;
  return (
    <>
      {refused && <Problem refused={refused} again={asked.again} />}
      {value === undefined ? !refused && <p role="status">{texts.shell.loading}</p> : children(value)}
    </>
  );
}

/** What was wrong, in the gateway's words. */
export function Problem({ refused, again }: { refused: Refused; again?: () => void }) {
  return (
    <div class="problem" role="alert">
      <p>{refused.message}</p>
      {again && (
        <button type="button" onClick={again}>
          {texts.shell.askAgain}
        </button>
      )}
    </div>
  );
}
