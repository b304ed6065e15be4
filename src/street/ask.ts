import { GatewayError } from '../errors.js';
import { destinationOf } from '../outgoing/destination.js';
import type { Outgoing } from '../outgoing/outgoing.js';
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
  /** Is sent as it is, instead. */
  readonly form?: string;
  readonly authorization?: string;
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
export async function ask(outgoing: Outgoing, question: Question, signal: AbortSignal): Promise<Answer> {
  const { method, url } = question;
  const sent = sentWith(question);
  const patience = { withinMs: ANSWER_WITHIN_MS, maxBytes: MAX_ANSWER_BYTES, signal };
  try {
    const { body: bytes, ...answer } = await outgoing.ask(destinationOf(new URL(url)), { method, ...sent }, patience);
    return { ...answer, text: bytes.toString('utf8') };
  } catch (error) {
    throw error instanceof GatewayError ? new Failure('later', wordsOf(error)) : error;
  }
}

function sentWith({ body, form, authorization }: Question) {
  const text = form ?? (body && JSON.stringify(body));
  const type = form === undefined ? 'application/json' : 'application/x-www-form-urlencoded';
  return {
    headers: {
      ...(text === undefined ? {} : { 'Content-Type': type }),
      ...(authorization === undefined ? {} : { Authorization: authorization }),
    },
    ...(text === undefined ? {} : { body: Buffer.from(text) }),
  };
}

function wordsOf({ code, message }: GatewayError): string {
  if (code === 'timeout') return `did not answer within ${ANSWER_WITHIN_MS / 1000} s`;
  return `cannot be reached: ${printable(message)}`;
}

/** Words of the other side go into a log and onto a page, so only what can be printed does, and not much of it. */
export function printable(words: string): string {
  return words.slice(0, 300).replace(/[^\x20-\x7e]/g, '?');
}
