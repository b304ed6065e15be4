import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Bucket, Point, StatisticsQuery } from '../../src/sensors/history.js';
import { RUUVI_FIELDS, RUUVI_MEASUREMENT, type RuuviField } from '../../src/sensors/ruuvi/reading.js';
import { type HistoryBounds, HistoryDatabase } from '../../src/store/history-database.js';
import { pack, unpack } from '../../src/store/packed.js';
import { FIRST_BUCKETS_SQL } from '../../src/store/retention.js';
import { ARRIVED_OF_SQL, ARRIVED_SQL, BUCKETS_SQL, READINGS_SQL } from '../../src/store/rollups.js';
import { FIRST_BUCKET_SQL, FIRST_READING_SQL } from '../../src/store/sources.js';
import { textOf } from '../../src/store/sqlite.js';
import { SteadyDatabase } from '../../src/store/steady-database.js';
import { tempDirectory } from '../temp-directory.js';
import { naiveStatistics, rounded } from './naive-statistics.js';
import { openHistory, roomy } from './open-history.js';
import { appPoint, noon, ruuviPoint } from './points.js';

const SECOND = 1000;
const MINUTE = 60_000;
const HOUR = 3_600_000;
const DAY = 86_400_000;
const FIELDS = Object.keys(RUUVI_FIELDS) as RuuviField[];
const mac = 'CBB8334C884F';
const all: StatisticsQuery = { tags: { mac }, from: noon - 10_000 * DAY, every: HOUR, fields: FIELDS, limit: 1000 };

/** All buckets of a query, page after page. */
function readAll(history: HistoryDatabase, query: StatisticsQuery): Bucket[] {
  const { buckets, next } = history.statistics(query);
  return next === undefined ? [...buckets] : [...buckets, ...readAll(history, { ...query, after: next })];
}

/** A reading that one of two receivers heard. */
const point = (time: number, temperature: number, receiver = 'gateway-1', more = {}): Point => ({
  measurement: RUUVI_MEASUREMENT,
  tags: { mac, dataFormat: '5', receiver },
  time,
  fields: { temperature: temperature / 200, rssi: -70, ...more },
});

const every = (seconds: number, count: number, from = noon) =>
  Array.from({ length: count }, (_, at) => point(from + at * seconds * SECOND, 4000 + ((at * 7919) % 501)));

describe('statistics', () => {
  it('are count, mean, least, greatest, first and last of each field in each bucket, and gaps are gaps', () => {
    using opened = openHistory();
    const more = { humidity: 50.5 };
    opened.history.append([
      [point(noon, 4000), point(noon + 1, 4100, 'gateway-1', more), point(noon + 2 * HOUR, 3900)],
      [appPoint()],
    ]);
    expect(opened.history.statistics(all).buckets).toEqual([
      {
        time: noon,
        fields: {
          temperature: { count: 2, mean: 20.25, min: 20, max: 20.5, first: 20, last: 20.5 },
          humidity: { count: 1, mean: 50.5, min: 50.5, max: 50.5, first: 50.5, last: 50.5 },
          rssi: { count: 2, mean: -70, min: -70, max: -70, first: -70, last: -70 },
        },
      },
      expect.objectContaining({ time: noon + 2 * HOUR }),
    ]);
  });

  it('are as values are given after a calibration, and as they were before it', () => {
    using opened = openHistory();
    const calibrated = { ...point(noon + 2, 4000), adjustment: { temperature: { gain: 2, offset: 1 } } };
    opened.history.append([[point(noon, 4000), point(noon + 1, 4100), calibrated]]);
    opened.history.rollups.step();
    expect(opened.history.statistics({ ...all, fields: ['temperature'] }).buckets).toEqual([
      { time: noon, fields: { temperature: { count: 3, mean: 27.166666666666668, min: 20, max: 41, first: 20, last: 41 } } },
    ]);
  });

  it('are of the fields and the tag that are wanted, and of whole buckets', () => {
    using opened = openHistory();
    opened.history.append([every(600, 30), [ruuviPoint(noon, 'AABBCCDDEEFF')]]);
    const query: StatisticsQuery = { ...all, fields: ['temperature'], from: noon + 90 * MINUTE, to: noon + 150 * MINUTE };
    const buckets = readAll(opened.history, query);
    expect(buckets.map(({ time }) => time)).toEqual([noon + HOUR, noon + 2 * HOUR]);
    expect(buckets.map(({ fields }) => Object.keys(fields))).toEqual([['temperature'], ['temperature']]);
    expect(buckets[0]?.fields.temperature?.count).toBe(6);
    expect(readAll(opened.history, { ...all, tags: { mac: '000000000000' } })).toEqual([]);
  });

  it.each([0, 1001, 1.5])('are refused with limit %p', (limit) => {
    using opened = openHistory();
    expect(() => opened.history.statistics({ ...all, limit })).toThrow(expect.objectContaining({ code: 'invalid' }));
  });

  it.each(['', 'x', '!!!', 'MS4y'])('are refused with the marker %p that is none of ours', (after) => {
    using opened = openHistory();
    expect(() => opened.history.statistics({ ...all, after })).toThrow(expect.objectContaining({ code: 'invalid' }));
  });

  it('of a century end a page after so many rows, and skip time without readings', () => {
    using opened = openHistory();
    const points = every(1, 70_000);
    for (let at = 0; at < points.length; at += 10_000) opened.history.append([points.slice(at, at + 10_000)]);
    opened.history.append([[point(noon - 9000 * DAY, 4000), point(noon + 9000 * DAY, 4000)]]);
    // 999 s are no whole minutes: of every reading
    const query = { ...all, every: 999 * SECOND };
    const first = opened.history.statistics(query);
    expect(first.buckets.length).toBeLessThan(70);
    expect(first.next).toBeDefined();
    expect(rounded(readAll(opened.history, query))).toEqual(
      rounded(naiveStatistics([point(noon - 9000 * DAY, 4000), ...points, point(noon + 9000 * DAY, 4000)], 999 * SECOND)),
    );
  });

  it('write nothing, also when there is something to roll up', () => {
    using opened = openHistory();
    opened.history.append([every(60, 100)]);
    expect(readAll(opened.history, all).length).toBe(2);
    expect(opened.database.prepare('SELECT count(*) AS rows FROM rollups').get()?.rows).toBe(0);
    expect(opened.history.rollups.mark).toBe(0);
  });

  it('give what is kept longer where the rest has gone, in the bucket in which it begins', () => {
    const retention = { rawDays: 1, minutesDays: 2, quartersDays: 3, hoursDays: 100 };
    using opened = openHistory({ ...roomy, retention });
    const points = every(300, 288 * 5, noon - 5 * DAY);
    opened.history.append([points]);
    while (opened.history.rollups.step());
    while (opened.history.retention.sweepAge(noon).more);
    const lengths = (from: number) => {
      const buckets = readAll(opened.history, { ...all, every: 7 * MINUTE, from, to: from + 6 * HOUR });
      return buckets.map(({ fields }) => fields.temperature?.count ?? 0);
    };
    expect(Math.max(...lengths(noon - 12 * HOUR))).toBe(2);
    expect(new Set(lengths(noon - 2.9 * DAY))).toEqual(new Set([3]));
    expect(new Set(lengths(noon - 4.5 * DAY))).toEqual(new Set([12]));
    const counted = readAll(opened.history, { ...all, every: 7 * MINUTE }).reduce(
      (sum, { fields }) => sum + (fields.temperature?.count ?? 0),
      0,
    );
    expect(counted).toBe(points.length);
  });

  it.each([
    ['what has arrived', ARRIVED_SQL, /SEARCH readings USING INTEGER PRIMARY KEY \(rowid>\?\)/],
    ['what has arrived of a series', ARRIVED_OF_SQL, /SEARCH readings USING INTEGER PRIMARY KEY \(rowid>\?\)/],
    ['readings', READINGS_SQL, /SEARCH readings USING INDEX \w+ \(series=\? AND time>\? AND time<\?\)/],
    ['the next reading', FIRST_READING_SQL, /SEARCH readings USING COVERING INDEX \w+ \(series=\? AND time>\? AND time<\?\)/],
    ['buckets', BUCKETS_SQL, /SEARCH rollups USING PRIMARY KEY \(series=\? AND level=\? AND bucket>\? AND bucket<\?\)/],
    [
      'the next bucket',
      FIRST_BUCKET_SQL,
      /SEARCH rollups USING PRIMARY KEY \(series=\? AND level=\? AND bucket>\? AND bucket<\?\)/,
    ],
    ['the oldest buckets', FIRST_BUCKETS_SQL, /SEARCH rollups USING PRIMARY KEY \(series=\? AND level=\? AND bucket<\?\)/],
  ])('find %s through an index and sort nothing', (_name, sql, step) => {
    using opened = openHistory();
    const plan = opened.database.prepare(`EXPLAIN QUERY PLAN ${sql}`).all();
    expect(plan.map(({ detail }) => textOf(detail))).toEqual([expect.stringMatching(step)]);
  });
});

describe('what is packed', () => {
  const value = fc.integer({ min: -(2 ** 31), max: 2 ** 40 });
  const aggregate = fc.array(fc.tuple(fc.nat(HOUR - 1), value), { minLength: 1, maxLength: 5 }).map((taken) => {
    const values = taken.map(([, one]) => one);
    const times = taken.map(([time]) => noon + time).sort((a, b) => a - b);
    return {
      ...{ count: values.length, sum: values.reduce((sum, one) => sum + one, 0) },
      ...{ min: Math.min(...values), max: Math.max(...values), first: values[0] ?? 0, last: values.at(-1) ?? 0 },
      ...{ firstTime: times[0] ?? 0, lastTime: times.at(-1) ?? 0 },
    };
  });

  it('is unpacked as it was', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom(...FIELDS), aggregate)), (entries) => {
        const aggregates = new Map(entries);
        expect(unpack(pack(aggregates, noon), noon)).toEqual(aggregates);
      }),
    );
  });
});

/** What may happen to a history, in any order. */
type Step =
  | { readonly kind: 'append'; readonly points: readonly Point[] }
  | { readonly kind: 'meet'; readonly at: number; readonly co2: number }
  | { readonly kind: 'roll'; readonly chunk: number }
  | { readonly kind: 'age'; readonly hours: number }
  | { readonly kind: 'squeeze' }
  | { readonly kind: 'reopen' };

describe('roll-ups', () => {
  const retention = { rawDays: 0.25, minutesDays: 0.5, quartersDays: 1, hoursDays: 10_000 };
  const start = Math.floor(noon / DAY) * DAY;
  // minutes at which there are many, so that late ones meet what has gone
  const taken = fc.record({
    minute: fc.integer({ min: -100, max: 2880 }),
    ms: fc.nat(59_999),
    steps: fc.integer({ min: -9000, max: 9000 }),
    receiver: fc.constantFrom('gateway-1', 'gateway-2'),
    more: fc.constantFrom({}, { pressure: 100_000 }, { humidity: 40.5, co2: 600 }),
  });
  /** No two receivers at the same time: which of them is the last would be anybody's guess. */
  const oddFor = (receiver: string, ms: number) => Math.floor(ms / 2) * 2 + (receiver === 'gateway-1' ? 0 : 1);
  const append = fc.array(taken, { minLength: 1, maxLength: 40 }).map((readings): Step => ({
    kind: 'append',
    points: readings.map(({ minute, ms, steps, receiver, more }) =>
      point(start + Math.floor(minute / 7) * 7 * MINUTE + oddFor(receiver, ms), steps, receiver, more),
    ),
  }));
  const step: fc.Arbitrary<Step> = fc.oneof(
    { weight: 4, arbitrary: append },
    {
      weight: 2,
      arbitrary: fc.record({ kind: fc.constant('meet' as const), at: fc.nat(), co2: fc.integer({ min: 0, max: 2000 }) }),
    },
    { weight: 3, arbitrary: fc.record({ kind: fc.constant('roll' as const), chunk: fc.integer({ min: 1, max: 60 }) }) },
    { weight: 3, arbitrary: fc.record({ kind: fc.constant('age' as const), hours: fc.integer({ min: 0, max: 90 }) }) },
    { weight: 1, arbitrary: fc.constant({ kind: 'squeeze' } as const) },
    { weight: 1, arbitrary: fc.constant({ kind: 'reopen' } as const) },
  );

  /** A history, and all that was ever put into it. */
  class Pair implements Disposable {
    private readonly dir = tempDirectory();
    private history = this.open();
    readonly model = new Map<string, Point>();
    private met = 40_000;

    do(step: Step): void {
      if (step.kind === 'append') this.append(step.points);
      else if (step.kind === 'meet') this.meet(step.at, step.co2);
      else if (step.kind === 'roll') this.history.rollups.step(step.chunk);
      else if (step.kind === 'age') while (this.history.retention.sweepAge(start + step.hours * HOUR).more);
      else if (step.kind === 'squeeze') this.squeeze();
      else this.reopen();
    }

    check(lengths: readonly number[]): void {
      for (const length of lengths) {
        const found = readAll(this.history, { ...all, every: length });
        expect(rounded(found)).toEqual(rounded(naiveStatistics([...this.model.values()], length)));
      }
    }

    finish(): void {
      while (this.history.rollups.step());
      while (this.history.retention.sweepAge(start + 400 * HOUR).more);
    }

    [Symbol.dispose](): void {
      this.history[Symbol.dispose]();
      this.dir[Symbol.dispose]();
    }

    private append(points: readonly Point[]): void {
      const anew = points.filter((one) => !this.model.has(keyOf(one)));
      for (const one of anew) this.model.set(keyOf(one), one);
      this.history.append([[...new Map(anew.map((one) => [keyOf(one), one])).values()]]);
    }

    /** Another reading of the time of one that is still there: it is of the next millisecond that is free. */
    private meet(at: number, co2: number): void {
      const { points } = this.history.query({ measurement: RUUVI_MEASUREMENT, limit: 1000 });
      const old = points[at % points.length];
      if (!old) return;
      let { time } = old;
      while (this.model.has(keyOf({ ...old, time }))) time++;
      if ([...this.model.values()].some((one) => one.time === time)) return; // that of the other receiver
      const fields = { co2, measurementSequenceNumber: this.met++ };
      this.history.append([[{ ...old, fields }]]);
      this.model.set(keyOf({ ...old, time }), { ...old, time, fields });
    }

    /** As if there were no room for a single reading: a few minutes go. Of readings that are of later than now, hours would go before them. */
    private squeeze(): void {
      while (this.history.rollups.step());
      if (this.history.query({ measurement: RUUVI_MEASUREMENT, limit: 1 }).points.length === 0) return;
      this.history[Symbol.dispose]();
      this.history = this.open({ maxBytes: 1, retention: { ...retention, rawDays: 0.0001 } });
      this.history.retention.sweepBudget(start + 49 * HOUR);
      this.reopen();
    }

    /** As after the process was killed. */
    private reopen(): void {
      this.history[Symbol.dispose]();
      this.history = this.open();
    }

    private open(bounds: Partial<HistoryBounds> = { retention }): HistoryDatabase {
      return new HistoryDatabase(new SteadyDatabase(join(this.dir.path, 'history.db')), { ...roomy, ...bounds }, new Set());
    }
  }

  const keyOf = ({ time, tags }: Point) => `${time} ${tags.receiver}`;

  /** The minutes and quarters of one reading go before another is rolled up. */
  const notRolledUp: Step[] = [
    { kind: 'append', points: [point(start, 0, 'gateway-1', {}), point(start + 1204 * MINUTE, 0, 'gateway-1', {})] },
    { kind: 'roll', chunk: 1 },
    { kind: 'age', hours: 48 },
    { kind: 'squeeze' },
    { kind: 'meet', at: 0, co2: 0 },
  ];

  it('come to what all readings ever came to, whatever went, came late, was of one time or cut off', () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 30 }), (steps) => {
        using pair = new Pair();
        for (const one of steps) {
          pair.do(one);
          pair.check([HOUR]);
        }
        pair.finish();
        pair.check([HOUR, 3 * HOUR, DAY]);
      }),
      { numRuns: 25, examples: [[notRolledUp]] },
    );
  });

  it('are the same as readings while those are there', () => {
    fc.assert(
      fc.property(fc.array(append, { minLength: 1, maxLength: 4 }), fc.integer({ min: 1, max: 500 }), (steps, chunk) => {
        using pair = new Pair();
        for (const one of steps) {
          pair.do(one);
          pair.do({ kind: 'roll', chunk });
          pair.check([10 * SECOND, MINUTE, 90 * SECOND, 15 * MINUTE, 45 * MINUTE, HOUR]);
        }
      }),
      { numRuns: 10 },
    );
  });
});
