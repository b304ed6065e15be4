// What the gateway measures and keeps has times by its clock. A phone's may be minutes off, and would show what is heard now as something
// that is to come, and ask for another day than it means.
import { signal } from '@preact/signals';

const SECOND_MS = 1000;

/** By how much the gateway's clock is ahead of this browser's, as far as its answers cannot be explained otherwise, ms. */
export const ahead = signal(0);

/** What time it is at the gateway, as far as the page knows, ms since the epoch. */
export const gatewayNow = (): number => Date.now() + ahead.peek();

/** As fetch, and learns from the answer what time it is at the gateway. */
export async function timedFetch(...asked: Parameters<typeof fetch>): Promise<Response> {
  const askedAt = Date.now();
  const response = await fetch(...asked);
  learn(Date.parse(response.headers.get('Date') ?? ''), askedAt);
  return response;
}

/**
 * An answer was given between question and now, and says when in whole seconds: clocks that agree so far are left as they are, so that nothing
 * moves to and fro.
 */
function learn(saidAt: number, askedAt: number): void {
  if (Number.isNaN(saidAt)) return;
  const least = saidAt - Date.now();
  const most = saidAt + SECOND_MS - askedAt;
  ahead.value = Math.min(Math.max(ahead.peek(), least), most);
}
