const MAX_RETRY_AFTER_MS = 3_600_000;

/**
 * How long a server wants to be left alone. An hour at most: one with a wrong clock must not silence us for years.
 *
 * @param header Retry-After as it came: seconds, or a date
 * @param now ms since the epoch
 * @returns ms; undefined when the header is missing or neither of the two
 * @see RFC 9110, clauses 10.2.3 and 5.6.7
 */
export function retryAfterMs(header: string | undefined, now: number): number | undefined {
  if (header === undefined) return undefined;
  const ms = /^\d+$/.test(header) ? Number(header) * 1000 : parseHttpDate(header) - now;
  return Number.isNaN(ms) ? undefined : Math.min(Math.max(ms, 0), MAX_RETRY_AFTER_MS);
}

/** `Date.parse` alone takes a "-1" for a month, and the old form without GMT for our own time of day. */
function parseHttpDate(text: string): number {
  if (!/^[A-Z][a-z]{2}/.test(text)) return NaN;
  return Date.parse(text.endsWith('GMT') ? text : `${text} GMT`);
}
