import { useLayoutEffect, useRef } from 'preact/hooks';

const ROW = 'tbody > tr, li, article';

interface Asked {
  readonly button: HTMLElement;
  readonly list: Element;
  /** How many rows it had. */
  readonly count: number;
}

/**
 * Has the keyboard go on at the first row that is new, once there is one, unless somebody has taken it elsewhere meanwhile.
 *
 * @returns to be told that a button was pressed which adds to a list
 */
export function useFirstNew(): (button: HTMLElement, list: Element | null) => void {
  const asked = useRef<Asked | undefined>(undefined);
  useLayoutEffect(() => {
    if (!asked.current) return;
    const { button, list, count } = asked.current;
    const row = rowsIn(list)[count];
    if (!row) return;
    asked.current = undefined;
    // one that is taken out of the page leaves it to the body
    if (![button, document.body].includes(document.activeElement as HTMLElement)) return;
    row.tabIndex = -1;
    row.focus();
  });
  return (button, list) => (asked.current = list ? { button, list, count: rowsIn(list).length } : undefined);
}

const rowsIn = (list: Element): NodeListOf<HTMLElement> => list.querySelectorAll<HTMLElement>(ROW);
