import { type ReadonlySignal, signal, type Signal } from '@preact/signals';
import { AIR } from './fields.js';
import { gatewayNow } from './gateway-time.js';
import { type Bucket, statisticsOf } from './statistics.js';

/** How much more each value has become in an hour, in the gateway's unit. */
export type Trends = Readonly<Partial<Record<(typeof AIR)[number], number>>>;

const HOUR_MS = 3_600_000;
/** So long a trend counts. */
const FRESH_MS = 300_000;
/** What was measured for less than this says nothing of an hour. */
const LEAST_MS = HOUR_MS / 4;
/** As many are asked for at once: there may be many tiles. */
const AT_ONCE = 2;

interface Known {
  readonly trends: Signal<Trends>;
  askedAt: number;
}

const known = new Map<string, Known>();
const waiting = new Set<string>();
let underWay = 0;

/** The trends of a tag, which are asked for when they are not known, or not any more. */
export function trendsOf(mac: string): ReadonlySignal<Trends> {
  const found = known.get(mac) ?? { trends: signal<Trends>({}), askedAt: -Infinity };
  known.set(mac, found);
  if (performance.now() - found.askedAt > FRESH_MS) {
    found.askedAt = performance.now();
    waiting.add(mac);
    askNext();
  }
  return found.trends;
}

function askNext(): void {
  const [mac] = waiting;
  if (mac === undefined || underWay >= AT_ONCE) return;
  waiting.delete(mac);
  underWay += 1;
  void ask(mac).finally(() => {
    underWay -= 1;
    askNext();
  });
  askNext();
}

async function ask(mac: string): Promise<void> {
  const wanted = { fields: AIR, from: gatewayNow() - HOUR_MS, every: '5m' };
  // a tile without an arrow says no less that is true
  const buckets = await statisticsOf(mac, wanted).catch(() => []);
  const found = known.get(mac);
  if (found) found.trends.value = hourly(buckets);
}

function hourly(buckets: readonly Bucket[]): Trends {
  const changes = AIR.flatMap((field) => {
    const points = buckets.flatMap(({ time, fields }) => {
      const statistics = fields[field];
      return statistics ? [{ time: Date.parse(time), mean: statistics.mean }] : [];
    });
    const [first, last] = [points[0], points.at(-1)];
    if (!first || !last || last.time - first.time < LEAST_MS) return [];
    return [[field, ((last.mean - first.mean) * HOUR_MS) / (last.time - first.time)] as const];
  });
  return Object.fromEntries(changes);
}

/** Nothing of what was seen stays. */
export function forgetTrends(): void {
  known.clear();
  waiting.clear();
}
