import type { Point } from '../../src/sensors/history.js';
import { RUUVI_MEASUREMENT } from '../../src/sensors/ruuvi/reading.js';
import type { RetentionDays } from '../../src/store/retention.js';
import { noon } from './points.js';

/** So that each level goes while somebody still writes. */
export const SHORT: RetentionDays = { rawDays: 0.25, minutesDays: 0.5, quartersDays: 1, hoursDays: 10_000 };
export const AT_ONCE = 50;
const EVERY = 97_000;

/** The n-th reading: of two tags by turns, each tenth half a day late. */
export function rolledPoint(n: number): Point {
  const late = n % 10 === 9 ? 43_200_000 : 0;
  return {
    measurement: RUUVI_MEASUREMENT,
    tags: { mac: `CBB8334C884${n % 2}`, dataFormat: '5', receiver: 'gateway-1' },
    time: timeOf(n) - late,
    fields: { temperature: (4000 + ((n * 7919) % 501)) / 200, measurementSequenceNumber: n },
  };
}

export function timeOf(n: number): number {
  return noon + n * EVERY;
}
