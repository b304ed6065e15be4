import { retryAfterMs } from '../retry-after.js';
import { type Answer, printable } from './ask.js';
import { Failure, type FailureKind } from './failure.js';

/** What passes by itself: a token that has ended, too slow, changed meanwhile, too early, too many. */
const PASSING = new Set([401, 408, 409, 412, 425, 429]);

/**
 * Lets an answer through that says yes.
 *
 * @param now ms since the epoch
 * @throws Failure for every other answer
 */
export function requireYes(answer: Answer, now: number): void {
  const { status, retryAfter } = answer;
  if (status >= 200 && status < 300) return;
  throw new Failure(kindOf(answer), `answers ${status}${detailOf(answer)}`, retryAfterMs(retryAfter, now));
}

/**
 * A proxy before the registry says 404 as well, while the registry starts. Only the registry itself says it with problem details,
 * and only then is what it knew forgotten.
 *
 * @see ETSI GS MEC 009, clause 6.15
 */
function kindOf({ status, type }: Answer): FailureKind {
  if (status === 404) return type.startsWith('application/problem+json') ? 'gone' : 'later';
  return status >= 400 && status < 500 && !PASSING.has(status) ? 'refused' : 'later';
}

function detailOf({ status, type, text }: Answer): string {
  if (status >= 300 && status < 400) return '; redirects are not followed';
  if (!type.startsWith('application/problem+json')) return '';
  try {
    const { detail } = JSON.parse(text) as { readonly detail?: unknown };
    return typeof detail === 'string' ? `: ${printable(detail)}` : '';
  } catch {
    return '';
  }
}
