import { printable } from '../printable.js';
import { retryAfterMs } from '../retry-after.js';

/** What a server said to a batch, once its answer has come. */
export interface Answer {
  readonly status: number;
  readonly body: string;
  /** The body is only the beginning of what came, for that was too long. */
  readonly isCut?: true;
  /** It came before all of the batch had left. */
  readonly isEarly?: true;
  /** The header Retry-After, as it came. */
  readonly retryAfter?: string;
}

/** What an answer means for the batch. */
export type Verdict =
  | { readonly kind: 'stored' }
  /** At least one of the lines cannot be taken, now or ever. */
  | { readonly kind: 'refused'; readonly reason: string }
  | { readonly kind: 'tooLarge'; readonly reason: string }
  /** The same batch may be taken another time; `reason` is for whoever can mend it. */
  | { readonly kind: 'later'; readonly reason: string; readonly retryAfterMs?: number };

/** Characters of what others say. */
export const MAX_REASON = 300;

/**
 * Reads a server's answer, trusting nothing but what InfluxDB says of itself: a login page with status 200 is no success, and
 * a 400 without such words is no verdict on our lines.
 *
 * @param now ms since the epoch, for a Retry-After that is a date
 * @param settings where it is configured, for whoever can mend it
 * @see InfluxDB v2 API, POST /api/v2/write; InfluxDB 3, where 201 tells of a partial write
 */
export function verdictOf(answer: Answer, now: number, settings = 'destinations'): Verdict {
  const { status, body, isCut = false, isEarly = false } = answer;
  const words = isCut ? firstWords(body) : serverWords(body);
  if (status === 204 || (status === 201 && body.trim() === '' && !isCut))
    return isEarly ? { kind: 'later', reason: `a success (${status}) of what the server had not got yet` } : { kind: 'stored' };
  if (status === 413) return { kind: 'tooLarge', reason: `too large (413) ${words ?? ''}`.trim() };
  if ((status === 201 || status === 400 || status === 422) && words !== undefined) return { kind: 'refused', reason: words };
  const reason = `${cure(status, settings) ?? otherwise(status, settings)}${words === undefined ? '' : `: ${words}`}`;
  const waitMs = retryAfterMs(answer.retryAfter, now);
  return { kind: 'later', reason, ...(waitMs === undefined ? {} : { retryAfterMs: waitMs }) };
}

/** Statuses that somebody has to do something about. */
function cure(status: number, settings: string): string | undefined {
  const set = (key: string) => `${settings}.${key}`;
  if (status === 401)
    return `misconfigured: the server refused our token (401); set ${set('token')} to one that may write to the bucket`;
  if (status === 403)
    return `misconfigured: our token may not write to the bucket (403); check ${set('token')}, ${set('org')} and ${set('bucket')}`;
  if (status !== 404) return undefined;
  return `misconfigured: the server does not know the bucket or organisation (404); check ${set('bucket')}, ${set('org')} and ${set('url')}`;
}

function otherwise(status: number, settings: string): string {
  if (status === 429 || status === 408) return `the server asks us to wait (${status})`;
  if (status >= 500) return `the server fails (${status})`;
  return `misconfigured: the answer (${status}) is not that of a database; is ${settings}.url the address of one?`;
}

/** The message in InfluxDB's own JSON (`message` in v2, `error` in v1 and v3); undefined when the body is something else. */
function serverWords(body: string): string | undefined {
  try {
    const { message, error, data } = JSON.parse(body) as Readonly<Record<string, unknown>>;
    const words = message ?? error;
    return typeof words === 'string' ? printable(words + wordsOfLine(data), MAX_REASON) : undefined;
  } catch {
    return undefined;
  }
}

/** What v3 says of the first line that it did not take; of the whole it says only that there was one. */
function wordsOfLine(data: unknown): string {
  const [first] = [data].flat() as readonly ({ readonly error_message?: unknown } | null | undefined)[];
  return typeof first?.error_message === 'string' ? `: ${first.error_message}` : '';
}

/** Of an answer that tells of thousands of lines; it begins with the same. */
function firstWords(body: string): string | undefined {
  const words = BEGINNING.exec(body)?.[1];
  return words === undefined ? undefined : printable(words, MAX_REASON);
}

const BEGINNING = /^\s*\{\s*(?:"code"\s*:\s*"[^"]{0,100}"\s*,\s*)?"(?:error|message)"\s*:\s*"([^"\\]+)/;
