import { computed, signal } from '@preact/signals';
import { ahead } from '../gateway-time.js';
import { texts } from '../texts/index.js';
import { momentOf } from './times.js';

const SECOND_MS = 1000;
/** The gateway's time is known to about a second: what was heard now is not to come in one. */
const UNSURE_MS = 2 * SECOND_MS;
const here = signal(Date.now());
setInterval(() => (here.value = Date.now()), SECOND_MS);
/** One clock for all that is so and so long ago: the gateway's. ms since the epoch */
export const now = computed(() => here.value + ahead.value);

const STEPS = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
  ['second', SECOND_MS],
] as const;
const justNow = new Intl.RelativeTimeFormat(texts.language, { numeric: 'auto' }).format(0, 'second');
const spoken = new Intl.RelativeTimeFormat(texts.language, { numeric: 'always', style: 'short' });

/** How long ago something was; when exactly stands in its title. @param time RFC 3339 */
export function Ago({ time }: { time: string }) {
  return (
    <time dateTime={time} title={momentOf(time)}>
      {agoOf(now.value - Date.parse(time))}
    </time>
  );
}

/** @param ms how long; what is to come has less than 0 */
export function agoOf(ms: number): string {
  if (ms < SECOND_MS && ms > -UNSURE_MS) return justNow;
  const [unit, length] = STEPS.find(([, step]) => Math.abs(ms) >= step) ?? STEPS[3];
  return spoken.format(-Math.trunc(ms / length), unit);
}
