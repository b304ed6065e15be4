import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { texts } from '../texts/index.js';
import { useFirstNew } from './first-new.js';

interface Parts<T> {
  readonly items: readonly T[];
  /** How many are shown at first, and how many more each time. */
  readonly size: number;
  /** How many are painted before the others are: about as many as are on a screen. Absent: all are painted at once. */
  readonly step?: number;
  readonly children: (shown: readonly T[]) => ComponentChildren;
}

/** A list as long as somebody wants to see it. */
export function InParts<T>({ items, size, step = size, children }: Parts<T>) {
  const [count, setCount] = useState(step);
  const left = items.length - count;
  const goesOn = left > 0 && count < size;
  // an effect comes after the paint
  useEffect(() => {
    if (goesOn) setCount(Math.min(size, count + step));
  }, [goesOn, count]);
  const goOnIn = useFirstNew();
  const press = ({ currentTarget: button }: { currentTarget: HTMLButtonElement }) => {
    goOnIn(button, button.parentElement?.previousElementSibling ?? null);
    setCount(count + size);
  };
  return (
    <>
      {children(items.slice(0, count))}
      {left > 0 && !goesOn && (
        <p>
          <button type="button" onClick={press}>
            {texts.shell.moreOf(left)}
          </button>
        </p>
      )}
    </>
  );
}
