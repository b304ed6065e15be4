import { useEffect, useRef, useState } from 'preact/hooks';
import { answerOf } from '../api.js';
import { Refused } from '../refused.js';
import { texts } from '../texts/index.js';
import { type Asked, useAsked } from './asked.js';

/** A part of a list, and where the next begins. */
export interface Page<T> {
  readonly items: readonly T[];
  /** Absent on the last. */
  readonly next?: string;
}

/** A list as far as it was asked for. */
export interface Paged<T> extends Asked<readonly T[]> {
  readonly isMore: boolean;
  /** Asks for the next page. */
  readonly more: () => void;
}

/** What a client of an API answers to whoever asks for a list. */
export type ListExchange<T> = Parameters<typeof answerOf<T[]>>[0];

/** @throws Refused when there is no answer, or one that says what was wrong */
export async function pageOf<T>(exchange: ListExchange<T>): Promise<Page<T>> {
  const items = await answerOf(exchange);
  const { response } = await exchange;
  const next = nextIn(response.headers.get('Link'));
  return next === undefined ? { items } : { items, next };
}

/** How a page that is not the first is asked for. */
export interface Marked {
  nextpage_opaque_marker?: string;
}

/** 500 are on a page, and of nothing are there more than 10000; a gateway that has more pages than this gives something else. */
const MOST_PAGES = 40;

/** A list, whole. @throws Refused when one of its pages is not there */
export async function wholeOf<T>(ask: (page: Marked) => ListExchange<T>): Promise<T[]> {
  const found: T[] = [];
  let page: Marked = {};
  for (let count = 0; count < MOST_PAGES; count++) {
    const { items, next } = await pageOf(ask(page));
    found.push(...items);
    if (next === undefined) break;
    page = { nextpage_opaque_marker: next };
  }
  return found;
}

/** @param link as RFC 8288 has it; where the list is, a proxy may have put it elsewhere, and what counts is the marker alone */
function nextIn(link: string | null): string | undefined {
  const [, address] = /<([^>]*)>; rel="next"/.exec(link ?? '') ?? [];
  return address === undefined
    ? undefined
    : (new URL(address, location.href).searchParams.get('nextpage_opaque_marker') ?? undefined);
}

/**
 * Asks for the first page of a list, again as `useAsked`, and for the others as they are wanted.
 *
 * @param ask throws Refused
 */
export function usePaged<T>(ask: (marker?: string) => Promise<Page<T>>, on: readonly unknown[]): Paged<T> {
  const { value: first, refused, again } = useAsked(() => ask(), on);
  const [others, setOthers] = useState<Page<T>>();
  const [notMore, setNotMore] = useState<Refused>();
  const shown = useRef(first);
  shown.current = first;
  useEffect(() => setOthers(undefined), [first]);
  const last = others ?? first;
  const more = () => {
    setNotMore(undefined);
    ask(last?.next).then(
      // who has asked for something else meanwhile wants no more of this
      ({ items, ...next }) => shown.current === first && setOthers({ items: [...(others?.items ?? []), ...items], ...next }),
      (err: unknown) => setNotMore(Refused.of(err)),
    );
  };
  const problem = notMore ?? refused;
  return {
    ...(first && { value: [...first.items, ...(others?.items ?? [])] }),
    ...(problem && { refused: problem }),
    again: notMore ? more : again,
    isMore: last?.next !== undefined,
    more,
  };
}

/** The way to the rest of a list, where there is more. */
export function More<T>({ of: { isMore, more } }: { of: Paged<T> }) {
  return isMore ? (
    <button type="button" onClick={more}>
      {texts.shell.more}
    </button>
  ) : null;
}
