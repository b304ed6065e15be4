import { TimeLimit } from '../outgoing/time-limit.js';
import type { Clock } from '../clock.js';
import { messageOf } from '../errors.js';
import { Failure } from './failure.js';

/** From the first byte of the question to the last of the answer. */
export const ANSWER_WITHIN_MS = 5_000;
/** A hundred services, as large as they may be, fit in. */
const MAX_ANSWER_BYTES = 4 * 1024 * 1024;

export interface Question {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly url: string;
  /** Is sent as JSON. */
  readonly body?: object;
}

export interface Answer {
  readonly status: number;
  /** In lower case; empty when there is none. */
  readonly type: string;
  readonly retryAfter?: string;
  readonly text: string;
}

/**
 * One question, one answer. Redirects are answers like any other and lead nowhere: whoever was configured is who is asked.
 *
 * @throws Failure `later` when there is no answer, it takes too long or does not end, or `signal` aborts
 */
export async function ask({ method, url, body }: Question, clock: Clock, signal: AbortSignal): Promise<Answer> {
  using limit = new TimeLimit(clock, ANSWER_WITHIN_MS, signal);
  const sent = body && { headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) };
  try {
    const response = await fetch(url, { method, redirect: 'manual', signal: limit.signal, ...sent });
    const retryAfter = response.headers.get('retry-after');
    return {
      status: response.status,
      type: (response.headers.get('content-type') ?? '').toLowerCase(),
      ...(retryAfter === null ? {} : { retryAfter }),
      text: await textOf(response),
    };
  } catch (error) {
    if (error instanceof Failure) throw error;
    throw new Failure('later', limit.signal.aborted ? `did not answer within ${ANSWER_WITHIN_MS / 1000} s` : wordsOf(error));
  }
}

/** Counted after decompression, so that a small answer does not become a large one here. */
async function textOf(response: Response): Promise<string> {
  const body = response.body as AsyncIterable<Uint8Array> | null;
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of body ?? []) {
    bytes += chunk.length;
    if (bytes > MAX_ANSWER_BYTES) throw new Failure('later', 'gives an answer that does not end');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** `fetch failed` says nothing; what it was caused by does. */
function wordsOf(error: unknown): string {
  const cause = error instanceof Error ? error.cause : undefined;
  return `cannot be reached: ${printable(messageOf(cause ?? error) || 'the connection failed')}`;
}

/** Words of the other side go into a log and onto a page, so only what can be printed does, and not much of it. */
export function printable(words: string): string {
  return words.slice(0, 300).replace(/[^\x20-\x7e]/g, '?');
}
