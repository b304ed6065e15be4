import { useEffect, useRef } from 'preact/hooks';
import { answerOf } from '../api.js';
import { texts } from '../texts/index.js';
import { type Polled, useAsked } from './asked.js';
import { useFirstNew } from './first-new.js';

/** A part of a list, and where the next begins. */
export interface Page<T> {
  readonly items: readonly T[];
  /** Absent on the last. */
  readonly next?: string;
}

/** A list as far as it was asked for. */
export interface Paged<T> extends Polled<readonly T[]> {
  readonly isMore: boolean;
  /** Asks for the next page. */
  readonly more: () => void;
}

/** What a client of an API answers to whoever asks for a list. */
export type ListExchange<T> = Parameters<typeof answerOf<T[]>>[0];

/** @throws Refused when there is no answer, or one that says what was wrong */
async function pageOf<T>(exchange: ListExchange<T>): Promise<Page<T>> {
  const items = await answerOf(exchange);
  const { response } = await exchange;
  const next = nextIn(response.headers.get('Link'));
  return next === undefined ? { items } : { items, next };
}

/** How a page that is not the first is asked for. */
export interface Marked {
  nextpage_opaque_marker?: string;
}

const markedBy = (next: string | undefined): Marked => (next === undefined ? {} : { nextpage_opaque_marker: next });

/** 500 are on a page, and of nothing are there more than 10000; a gateway that has more pages than this gives something else. */
const MOST_PAGES = 40;

/** A list, whole. @throws Refused when one of its pages is not there */
export async function wholeOf<T>(ask: (page: Marked) => ListExchange<T>): Promise<T[]> {
  return (await pagesOf(ask, MOST_PAGES)).flatMap(({ items }) => items);
}

/** So many pages of a list, or all where it has fewer. @throws Refused when one of them is not there */
async function pagesOf<T>(ask: (page: Marked) => ListExchange<T>, most: number): Promise<readonly Page<T>[]> {
  const pages = [await pageOf(ask({}))];
  for (let next = pages[0]?.next; next !== undefined && pages.length < most; next = pages.at(-1)?.next)
    pages.push(await pageOf(ask(markedBy(next))));
  return pages;
}

/** @param link as RFC 8288 has it; where the list is, a proxy may have put it elsewhere, and what counts is the marker alone */
function nextIn(link: string | null): string | undefined {
  const [, address] = /<([^>]*)>; rel="next"/.exec(link ?? '') ?? [];
  return address === undefined
    ? undefined
    : (new URL(address, location.href).searchParams.get('nextpage_opaque_marker') ?? undefined);
}

/**
 * Asks for the first page of a list, and for one more whenever more is wanted; again as `useAsked`, for as many as are wanted by then.
 *
 * @param ask throws Refused
 * @param list what it is a list of: of another one page is asked for
 * @param on when else it is asked for again
 */
export function usePaged<T>(
  ask: (page: Marked) => ListExchange<T>,
  list: readonly unknown[],
  on: readonly unknown[] = [],
): Paged<T> {
  const wanted = useRef(1);
  useEffect(() => {
    wanted.current = 1;
  }, list);
  const { value: pages, ...asked } = useAsked(() => pagesOf(ask, wanted.current), [...list, ...on]);
  const more = () => {
    wanted.current = (pages?.length ?? 0) + 1;
    asked.again();
  };
  return {
    ...asked,
    ...(pages && { value: pages.flatMap(({ items }) => items) }),
    isMore: pages?.at(-1)?.next !== undefined,
    more,
  };
}

/** The way to the rest of the list that stands before it, where there is more. */
export function More<T>({ of: { isMore, more } }: { of: Paged<T> }) {
  const goOnIn = useFirstNew();
  const press = ({ currentTarget: button }: { currentTarget: HTMLButtonElement }) => {
    goOnIn(button, button.previousElementSibling);
    more();
  };
  return isMore ? (
    <button type="button" onClick={press}>
      {texts.shell.more}
    </button>
  ) : null;
}
