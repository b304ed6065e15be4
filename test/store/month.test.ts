import { describe, expect, it } from '@jest/globals';
import type { Bucket, Point, StatisticsQuery } from '../../src/sensors/history.js';
import { RUUVI_MEASUREMENT } from '../../src/sensors/ruuvi/reading.js';
import type { HistoryDatabase } from '../../src/store/history-database.js';
import { openHistory, roomy } from './open-history.js';
import { noon } from './points.js';

const DAY = 86_400_000;
const TAGS = 10;
const DAYS = 30;
/** Three readings in one minute of ten. */
const SECONDS = [0, 20, 40];
const PERIOD = 600_000;
const SWEEP = DAY / 4;
const start = Math.floor(noon / DAY) * DAY;

function reading(tag: number, time: number): Point {
  const at = (time - start) / 20_000;
  return {
    measurement: RUUVI_MEASUREMENT,
    tags: { mac: `CBB8334C884${tag}`, dataFormat: '5', receiver: 'gateway-1' },
    // whole steps, as tags say them
    time,
    fields: { temperature: (4000 + ((at * (tag + 7)) % 601)) / 200, pressure: 100_000 + (at % 97), rssi: -60 - (at % 30) },
  };
}

/** What all readings of a tag come to, in whole numbers. */
interface Total {
  count: number;
  pressure: number;
  min: number;
  max: number;
}

function everything(history: HistoryDatabase, tag: number, every: number): Bucket[] {
  const found: Bucket[] = [];
  const query: StatisticsQuery = {
    tags: { mac: `CBB8334C884${tag}` },
    from: start,
    every,
    fields: ['temperature', 'pressure'],
    limit: 1000,
  };
  for (let after: string | undefined, more = true; more; more = after !== undefined) {
    const { buckets, next } = history.statistics(after === undefined ? query : { ...query, after });
    found.push(...buckets);
    after = next;
  }
  return found;
}

function totalOf(buckets: readonly Bucket[]): Total {
  const total: Total = { count: 0, pressure: 0, min: Infinity, max: -Infinity };
  for (const { fields } of buckets) {
    const { pressure, temperature } = fields;
    if (!pressure || !temperature) throw new Error('a bucket without a value');
    total.count += temperature.count;
    total.pressure += Math.round(pressure.mean * pressure.count);
    total.min = Math.min(total.min, temperature.min);
    total.max = Math.max(total.max, temperature.max);
  }
  return total;
}

describe('a month of ten tags', () => {
  it('is rolled up as it comes, loses its readings, and comes to the same', () => {
    const retention = { rawDays: 2, minutesDays: 4, quartersDays: 10, hoursDays: 1000 };
    using opened = openHistory({ ...roomy, retention });
    const { history, database } = opened;
    const totals = Array.from({ length: TAGS }, (): Total => ({ count: 0, pressure: 0, min: Infinity, max: -Infinity }));
    const tags = [...totals.keys()];
    const rowsOf = (table: string) => Number(database.prepare(`SELECT count(*) AS rows FROM ${table}`).get()?.rows);
    let mostReadings = 0;

    for (let from = start; from < start + DAYS * DAY; from += SWEEP) {
      const minutes = Array.from({ length: SWEEP / PERIOD }, (_, at) => from + at * PERIOD);
      const times = minutes.flatMap((minute) => SECONDS.map((second) => minute + second * 1000));
      const points = times.flatMap((time) => tags.map((tag) => reading(tag, time)));
      history.append([points]);
      for (const { tags: of, fields } of points) {
        const total = totals[Number(of.mac?.slice(-1))];
        if (!total) throw new Error('a tag more');
        total.count++;
        total.pressure += Number(fields.pressure);
        total.min = Math.min(total.min, Number(fields.temperature));
        total.max = Math.max(total.max, Number(fields.temperature));
      }
      while (history.rollups.step());
      while (history.retention.sweepAge(from + SWEEP).more);
      mostReadings = Math.max(mostReadings, rowsOf('readings'));
    }

    for (const every of [3_600_000, DAY, 7 * 60_000])
      for (const tag of tags) expect(totalOf(everything(history, tag, every))).toEqual(totals[tag]);
    expect(everything(history, 0, 3_600_000).length).toBe(DAYS * 24);
    // two days, and what came since the sweep before
    expect(mostReadings).toBeLessThanOrEqual(((2.25 * DAY) / PERIOD) * 3 * TAGS);
    // minutes and quarters of their days, of the day that is not over, and the hours of all
    expect(rowsOf('rollups')).toBeLessThanOrEqual(TAGS * (5 * 144 + 11 * 96 + DAYS * 24));
  }, 60_000);
});
