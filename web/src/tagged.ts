import { answerOf } from './api.js';

/** What was read, with what names this very state of it: a change that sends it as `If-Match` is refused when there is another by then. */
export interface Tagged<T> {
  readonly value: T;
  readonly etag: string;
}

type Exchange<T> = Parameters<typeof answerOf<T>>[0];

/** @throws Refused when there is no answer, or one that says what was wrong */
export async function taggedOf<T>(exchange: Exchange<T>): Promise<Tagged<T>> {
  const value = await answerOf(exchange);
  const { response } = await exchange;
  return { value, etag: response.headers.get('ETag') ?? '*' };
}

/** Whether it was not changed because somebody else has. */
export const isOutdated = (refused: { readonly status: number } | undefined): boolean => refused?.status === 412;
