import { printable } from '../printable.js';
import { retryAfterMs } from '../retry-after.js';

/** What a server said to a batch, once all of its answer has come. */
export interface Answer {
  readonly status: number;
  /** The beginning of the body. */
  readonly body: string;
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
  const { status, body } = answer;
  const words = serverWords(body);
  if (status === 204 || (status === 201 && body.trim() === '')) return { kind: 'stored' };
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
    const { message, error } = JSON.parse(body) as { message?: unknown; error?: unknown };
    const words = message ?? error;
    return typeof words === 'string' ? printable(words, MAX_REASON) : undefined;
  } catch {
    return undefined;
  }
}
