import { describe, expect, it } from '@jest/globals';
import type { DestinationSettings } from '../../src/destinations/settings.js';
import type { Verdict } from '../../src/destinations/answer.js';
import { Lanes } from '../../src/destinations/lanes.js';
import type { Point } from '../../src/sensors/history.js';
import { openStore, type Store } from '../../src/store/store.js';
import { ManualClock } from '../manual-clock.js';
import { appPoints, noon } from '../store/points.js';
import { tempDirectory } from '../temp-directory.js';
import { counts, influxSays, allRead, openWith, scriptedServer, start, throughTime } from './harness.js';

const FRESH_WITHIN_MS = 5_000;
/** An outage of an hour, of fifty tags. */
const BACKLOG = 20_000;

/** A destination that takes `rowsPerSecond`, in injected time, and what it took when. */
async function draining(
  store: Store,
  rowsPerSecond: number,
  settings: Partial<DestinationSettings> = {},
  judge: (lines: readonly string[]) => Verdict = () => ({ kind: 'stored' }),
) {
  const clock = new ManualClock();
  const taken: { readonly count: number; readonly at: number }[] = [];
  const counters = { stored: 0, rejected: 0, filtered: 0, requests: 0, failures: 0 };
  const attempt = async (lines: readonly string[]) => {
    const ms = 20 + (lines.length * 1_000) / rowsPerSecond;
    await clock.advance(ms);
    const verdict = judge(lines);
    if (verdict.kind === 'stored') taken.push(...counts(lines).map((count) => ({ count, at: clock.now() })));
    return { verdict, ms };
  };
  const lanes = new Lanes({
    ...{ cursor: store.cursor('cloud'), settings: { url: 'http://x', token: 't', org: '', bucket: 'b', ...settings } },
    ...{ sender: { attempt }, clock, counters, timeoutMs: 10_000, batchSize: 5_000, report: () => undefined },
  });
  return { clock, taken, lanes, counters };
}

describe('While days of backlog drain', () => {
  it.each([100_000, 2_000, 300])(
    'what is fresh arrives within 5 s, at a server that takes %i rows a second',
    async (rate) => {
      using dir = tempDirectory();
      await using store = await openWith(dir.path, appPoints(BACKLOG));
      const { clock, taken, lanes } = await draining(store, rate);
      const arrived = new Map<number, number>();
      // the server takes more than what arrives, 20 rows a second
      for (let next = BACKLOG, at = clock.now(); taken.length < BACKLOG && next < BACKLOG + 4_000;) {
        while (at <= clock.now()) {
          await store.history.append(appPoints(next + 20).slice(next), { prompt: true });
          for (let count = next; count < next + 20; count++) arrived.set(count, at);
          [next, at] = [next + 20, at + 1_000];
        }
        const step = await lanes.step();
        if (step.kind === 'idle') await clock.advance(100);
      }
      const takenAt = new Map(taken.map(({ count, at: when }) => [count, when]));
      // what has not arrived by now is late too
      const late = [...arrived].filter(([count, from]) => (takenAt.get(count) ?? clock.now()) - from > FRESH_WITHIN_MS);
      expect(late).toEqual([]);
      expect(arrived.size).toBeGreaterThan(0);
      expect(taken.filter(({ count }) => count < BACKLOG).length).toBeGreaterThan(2_000);
    },
    60_000,
  );

  it('each lane is in order of arrival, the newest of before the backlog first', async () => {
    using dir = tempDirectory();
    await using store = await openWith(dir.path, appPoints(BACKLOG));
    const { taken, lanes } = await draining(store, 100_000);
    while ((await lanes.step()).kind !== 'idle');
    const order = taken.map(({ count }) => count);
    expect(order.slice(0, 1_000)).toEqual(Array.from({ length: 1_000 }, (_, at) => BACKLOG - 1_000 + at));
    expect(order.slice(1_000)).toEqual(Array.from({ length: BACKLOG - 1_000 }, (_, at) => at));
  });

  it('no more of it is sent per second than is wanted', async () => {
    using dir = tempDirectory();
    await using store = await openWith(dir.path, appPoints(BACKLOG));
    const { clock, taken, lanes } = await draining(store, 100_000, { catchUpPerSecond: 500 });
    const began = clock.now();
    while (clock.now() - began < 10_000) {
      const step = await lanes.step();
      if (step.kind === 'idle') await clock.advance(step.restMs ?? 1_000);
    }
    const old = taken.filter(({ count }) => count < BACKLOG - 1_000).length;
    expect(old).toBeGreaterThan(4_000);
    expect(old).toBeLessThanOrEqual(5_500);
  });

  it('a restart goes on exactly where it was, in both lanes', async () => {
    using dir = tempDirectory();
    const seen: number[] = [];
    for (let run = 0; run < 6; run++) {
      await using store = await openStore({ dir: dir.path });
      if (run === 0) await store.history.append(appPoints(10_000), { prompt: true });
      const { taken, lanes } = await draining(store, 100_000);
      for (let n = 0; n < (run < 5 ? 2 : 100); n++) await lanes.step();
      seen.push(...taken.map(({ count }) => count));
    }
    expect(seen.sort((a, b) => a - b)).toEqual(Array.from({ length: 10_000 }, (_, at) => at));
  });
});

describe('A row that becomes another while it waits', () => {
  it('is not sent as it was after it was sent as it is', async () => {
    using dir = tempDirectory();
    await using store = await openWith(dir.path, appPoints(BACKLOG));
    const { taken, lanes } = await draining(store, 100_000);
    for (let n = 0; n < 3; n++) await lanes.step(); // by now the batch is read in which it is
    const next = Math.max(...taken.map(({ count }) => count).filter((count) => count < BACKLOG - 1_000)) + 1;
    await store.history.append([{ ...appPoints(next + 1)[next], fields: { count: 999_999 } } as Point], { prompt: true });
    while ((await lanes.step()).kind !== 'idle');
    expect(taken.map(({ count }) => count)).toContain(999_999);
    expect(taken.map(({ count }) => count)).not.toContain(next);
  });

  it('is not kept as refused for what it was', async () => {
    using dir = tempDirectory();
    await using store = await openWith(dir.path, appPoints(8));
    const refusal = { kind: 'refused', reason: 'three' } as const;
    const judge = (lines: readonly string[]) => (counts(lines).includes(3) ? refusal : { kind: 'stored' as const });
    const { lanes, counters } = await draining(store, 100_000, {}, judge);
    const [three] = appPoints(4).slice(3);
    while (counters.requests < 5) await lanes.step(); // 8, 4, 2 and 1 lines, and the third alone
    if (three) await store.history.append([{ ...three, fields: { count: 30 } }], { prompt: true });
    while ((await lanes.step()).kind !== 'idle');
    expect(await store.cursor('cloud').rejections()).toEqual([]);
    expect(counters).toMatchObject({ stored: 8 });
  });
});

describe('What is passed over', () => {
  const settings = (url: string) => ({ url, token: 't', org: '', bucket: 'b' });

  it('is counted and not sent, and costs no write each time', async () => {
    using dir = tempDirectory();
    using server = await scriptedServer(() => undefined);
    await using store = await openWith(dir.path, [...appPoints(10), ...appPoints(30, noon, 'south')]);
    await using running = start(store, { ...settings(server.target.url), only: { tags: { gate: ['south'] } } });
    await allRead(store);
    expect(running.influx.counters).toMatchObject({ stored: 30, filtered: 10, requests: 1 });
    await store.history.append(appPoints(5, noon + 50_000), { prompt: true });
    await running.end();
    expect(running.influx.counters).toMatchObject({ stored: 30, filtered: 15 });
    expect(await store.cursor('influx').lag()).toMatchObject({ readings: 0 });
  });

  it('may be whole measurements, and fields that a database of numbers does not know', async () => {
    using dir = tempDirectory();
    using server = await scriptedServer(() => undefined);
    const words = { measurement: 'plates', tags: {}, time: noon, fields: { plate: 'ABC-1' } };
    await using store = await openWith(dir.path, [...appPoints(2), words, { ...words, time: noon + 1, fields: { seen: 1 } }]);
    await using running = start(store, {
      ...settings(server.target.url),
      ...{ speaks: 'victoriametrics', only: { measurements: ['plates'] } },
    });
    await allRead(store);
    expect(server.stored).toEqual([`plates seen=1 ${noon + 1}`]);
    expect(running.influx.counters).toMatchObject({ stored: 1, filtered: 3 });
  });
});

describe('What was refused', () => {
  it('is sent again when somebody wants it, and is a rejection no more when it is taken', async () => {
    using dir = tempDirectory();
    let isBad = true;
    const bad = (lines: readonly string[]) => isBad && counts(lines).some((count) => count % 2 === 1);
    using server = await scriptedServer((lines) => (bad(lines) ? influxSays(400, isBad ? 'no' : 'still') : undefined));
    await using store = await openWith(dir.path, appPoints(8));
    await using running = start(store, server.target);
    await allRead(store);
    const cursor = store.cursor('influx');
    expect(await cursor.rejections()).toHaveLength(4);
    expect(await cursor.sendAgain([2, 4])).toBe(2);
    await throughTime(running.clock, stillAgain(cursor));
    expect(await cursor.rejections()).toHaveLength(4); // refused once more
    isBad = false;
    expect(await cursor.sendAgain([2, 4])).toBe(2);
    await throughTime(running.clock, stillAgain(cursor));
    expect((await cursor.rejections()).map(({ seq }) => seq)).toEqual([6, 8]);
    expect(counts(server.stored)).toEqual(expect.arrayContaining([1, 3]));
    expect(await cursor.forget([6])).toBe(1);
    expect(await cursor.forget()).toBe(1);
  });

  it('is our own word where two names would become one', async () => {
    using dir = tempDirectory();
    using server = await scriptedServer(() => undefined);
    await using store = await openWith(dir.path, appPoints(1));
    await using _running = start(store, { ...server.target, rename: { fields: { n: 'count' } } });
    await allRead(store);
    expect(await store.cursor('influx').rejections()).toMatchObject([{ seq: 1, reason: expect.stringMatching(/rename it too/) }]);
    expect(server.requests).toEqual([]);
  });
});

async function stillAgain(cursor: ReturnType<Store['cursor']>): Promise<void> {
  while ((await cursor.rejections()).some(({ again }) => again)) await new Promise((resolve) => setImmediate(resolve));
}
