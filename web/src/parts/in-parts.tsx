import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { texts } from '../texts/index.js';

interface Parts<T> {
  readonly items: readonly T[];
  /** How many are shown at first, and how many more each time. */
  readonly size: number;
  readonly children: (shown: readonly T[]) => ComponentChildren;
}

/** A list as long as somebody wants to see it. */
export function InParts<T>({ items, size, children }: Parts<T>) {
  const [count, setCount] = useState(size);
  const left = items.length - count;
  return (
    <>
      {children(items.slice(0, count))}
      {left > 0 && (
        <p>
          <button type="button" onClick={() => setCount(count + size)}>
            {texts.sensors.showMore(left)}
          </button>
        </p>
      )}
    </>
  );
}
