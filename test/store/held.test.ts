import { describe, expect, it } from '@jest/globals';
import { openStore } from '../../src/store/store.js';
import { ManualClock } from '../manual-clock.js';
import { tempDirectory } from '../temp-directory.js';
import { openHistory, roomy } from './open-history.js';
import { appPoint, noon, ruuviPoint } from './points.js';

const ruuvi = { measurement: 'ruuvi_measurements', limit: 1000 };
/** A minute after the machine was started, its clock at the first second of 2026. */
const taken = { boot: 'this', now: Date.UTC(2026, 0, 1), at: 60_000.25 };
/** An hour later, and the clock is right. */
const now = { boot: 'this', now: noon, at: 3_660_000.25 };
const wrong = ruuviPoint(taken.now);
const right = ruuviPoint(noon - 3_600_000);

describe('Points that wait for it to be known when they were', () => {
  it('are no history before', () => {
    using opened = openHistory();
    expect(opened.history.append([{ points: [wrong], taken }])).toEqual([[]]);
    expect(opened.history.query(ruuvi).points).toEqual([]);
    expect(opened.history.release(taken, false)).toEqual({ outcomes: [], marked: 0, waiting: 1, more: false });
  });

  it('are moved there exactly as they were, with everything that there is about them', () => {
    using opened = openHistory();
    const adjustment = { temperature: { gain: 1.01, offset: -0.5 } };
    opened.history.append([{ points: [{ ...wrong, adjustment }, appPoint(taken.now)], taken }]);
    expect(opened.history.release(now, true)).toEqual({ outcomes: [['added'], ['added']], marked: 0, waiting: 0, more: false });
    expect(opened.history.query(ruuvi).points).toEqual([{ ...right, adjustment }]);
    expect(opened.history.query({ measurement: 'people', limit: 1 }).points).toEqual([appPoint(right.time)]);
  });

  it('are moved wholly or not at all', () => {
    using opened = openHistory();
    opened.history.append([{ points: [wrong, { ...wrong, time: wrong.time + 1 }], taken }]);
    opened.database.exec("CREATE TRIGGER stop BEFORE DELETE ON held BEGIN SELECT RAISE(ABORT, 'no'); END");
    expect(() => opened.history.release(now, true)).toThrow('no');
    expect([opened.history.query(ruuvi).points, opened.history.held.count]).toEqual([[], 2]);
    opened.database.exec('DROP TRIGGER stop');
    opened.history.release(now, true);
    expect([opened.history.query(ruuvi).points.length, opened.history.held.count]).toEqual([2, 0]);
  });

  it('are moved some at a time', () => {
    using opened = openHistory();
    const points = Array.from({ length: 1_001 }, (_, at) => ({ ...wrong, time: wrong.time + at }));
    opened.history.append([{ points, taken }]);
    expect(opened.history.release(now, true)).toMatchObject({ waiting: 1, more: true });
    expect(opened.history.release(now, true)).toMatchObject({ waiting: 0, more: false });
  });

  it('wait no more when there is no room for them', () => {
    using opened = openHistory({ ...roomy, maxSeries: 1 });
    opened.history.append([[ruuviPoint(noon)], { points: [{ ...wrong, tags: { mac: 'another' } }, wrong], taken }]);
    expect(opened.history.release(now, true)).toMatchObject({
      outcomes: [{ code: 'invalid' }, ['added']],
      waiting: 0,
    });
  });
});

describe('The store', () => {
  it('writes them with what else is written, and counts them when they are history', async () => {
    using dir = tempDirectory();
    const clock = new ManualClock();
    {
      await using store = await openStore({ dir: dir.path, clock, commitMs: 500 });
      const held = store.room.hold([wrong], taken);
      await clock.advance(500);
      await held;
      expect(store.counters.added).toBe(0);
    }
    await using store = await openStore({ dir: dir.path, clock });
    expect(await store.room.waiting()).toEqual([wrong]);
    const commits = store.arrivals.commits.value;
    expect(await store.room.release(now, true)).toEqual({ marked: 0, waiting: 0, more: false });
    expect([store.counters.added, store.arrivals.commits.value]).toEqual([1, commits + 1]);
    expect((await store.history.query(ruuvi)).points).toEqual([right]);
  });

  it('says and counts what is lost', async () => {
    using dir = tempDirectory();
    const reports: string[] = [];
    await using store = await openStore({ dir: dir.path, maxSeries: 1, report: (message) => reports.push(message) });
    await store.history.append([right], { prompt: true });
    const held = store.room.hold([{ ...wrong, tags: { mac: 'another' } }], taken);
    await held;
    await store.room.release(now, true);
    expect([store.counters.lost, reports]).toEqual([1, [expect.stringContaining('no room for 1 new series')]]);
  });

  it('refuses what could not be kept at once', async () => {
    using dir = tempDirectory();
    await using store = await openStore({ dir: dir.path });
    await expect(store.room.hold([{ ...wrong, fields: {} }], taken)).rejects.toMatchObject({ code: 'invalid' });
  });
});
