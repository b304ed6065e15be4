import { existsSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import type { Point } from '../../src/sensors/history.js';
import { openStore, type Store } from '../../src/store/store.js';
import { ManualClock } from '../manual-clock.js';
import { appPoints, noon, ruuviPoint } from './points.js';
import { canMount, smallDiskOf } from './small-disk.js';

const isFullText: unknown = expect.stringContaining('the disk is full');
const document = (id: string) => ({ collection: 'services', id, body: 'x'.repeat(1000) });
const entry = { kind: 'EVENT', at: noon, what: 'started' } as const;
const full = { code: 'unavailable', message: 'history could not be read or written: the disk is full' };

/** Tries again for as long as the disk fails, until `done`: a minute of it at the most. */
async function until(clock: ManualClock, store: Store, done: () => boolean): Promise<void> {
  for (let seconds = 0; seconds < 60 && !done(); seconds++) {
    await clock.advance(1000);
    await store.state.load('nothing'); // the thread does one after the other: what it was asked before is done
  }
  expect(done()).toBe(true);
}

const isActive = (store: Store) => () => store.health.value.state === 'ACTIVE';

async function everyTime(store: Store, measurement: string): Promise<number[]> {
  const times: number[] = [];
  for (let after: string | undefined, more = true; more; more = after !== undefined) {
    const page = await store.history.query({ measurement, limit: 1000, ...(after ? { after } : {}) });
    times.push(...page.points.map(({ time }) => time));
    after = page.next;
  }
  return times;
}

if (!canMount) it.todo('a disk that is full (run the tests as root: they mount a small tmpfs)');
else {
  describe('a disk that somebody else has filled', () => {
    it('lets state and audit log be written, keeps the radio waiting, tells others at once, and heals', async () => {
      using disk = smallDiskOf(16);
      const clock = new ManualClock();
      const reports: string[] = [];
      await using store = await openStore({ dir: disk.path, clock, report: (message) => reports.push(message) });
      store.cursor('influx'); // what it has not taken does not go
      await store.history.append([ruuviPoint()], { prompt: true });
      disk.fill();
      const waiting = store.history.append([ruuviPoint(noon + 1)]);
      await expect(store.history.append(appPoints(10), { prompt: true })).rejects.toMatchObject(full);
      expect(store.health.value).toMatchObject({
        state: 'SUSPENDED',
        reason: isFullText,
      });
      // while it waits for the next attempt nobody waits with it
      await expect(store.history.append(appPoints(10), { prompt: true })).rejects.toMatchObject({
        code: 'unavailable',
        retryAfterMs: 1000,
      });
      expect(store.counters).toMatchObject({ added: 1, refused: 20, lost: 0 });
      for (let n = 0; n < 100; n++) await store.state.commit([document(String(n))]);
      for (let n = 0; n < 100; n++) await store.audit.append([entry]);
      expect(existsSync(join(disk.path, 'reserve'))).toBe(false);
      expect(await everyTime(store, 'ruuvi_measurements')).toEqual([noon]);
      await clock.advance(10_000);
      expect(store.health.value.state).toBe('SUSPENDED');
      disk.free();
      await until(clock, store, isActive(store));
      await waiting;
      await store.history.append(appPoints(10), { prompt: true });
      expect(await everyTime(store, 'ruuvi_measurements')).toEqual([noon, noon + 1]);
      expect(statSync(join(disk.path, 'reserve')).size).toBe(2 ** 20);
      expect((await store.state.load('services')).size).toBe(100);
      expect((await store.audit.slice(0, 1000)).entries).toHaveLength(100);
      expect(reports.filter((text) => text.includes('the reserve is given up'))).toHaveLength(1);
    });

    it('shows for as long as readings have no room, although a destination has room to say what it took', async () => {
      using disk = smallDiskOf(16);
      const clock = new ManualClock();
      await using store = await openStore({ dir: disk.path, clock });
      const cursor = store.cursor('influx');
      await store.history.append(appPoints(10), { prompt: true });
      disk.fill(2 ** 19);
      await expect(store.history.append([ruuviPoint()], { prompt: true })).rejects.toMatchObject(full);
      await cursor.settle({ live: 5, behind: [] });
      expect(store.health.value).toMatchObject({ state: 'SUSPENDED', reason: isFullText });
      disk.free();
      await until(clock, store, isActive(store));
    });

    it('refuses state without the reserve, which is what it is for', async () => {
      using disk = smallDiskOf(16);
      const clock = new ManualClock();
      await using store = await openStore({ dir: disk.path, clock });
      await store.history.append([ruuviPoint()], { prompt: true });
      rmSync(join(disk.path, 'reserve'));
      disk.fill();
      const words = 'state could not be read or written: the disk is full';
      await expect(store.state.commit([document('a')])).rejects.toMatchObject({
        code: 'unavailable',
        message: words,
        retryAfterMs: 5000,
      });
      disk.free();
      await until(clock, store, isActive(store)); // although nobody writes
      await store.state.commit([document('b')]);
      expect([...(await store.state.load('services')).keys()]).toEqual(['b']);
    });

    it('does not keep the gateway from starting', async () => {
      using disk = smallDiskOf(16);
      {
        await using store = await openStore({ dir: disk.path });
        await store.history.append(appPoints(10), { prompt: true });
        await store.state.commit([document('a')]);
      }
      disk.fill();
      const clock = new ManualClock();
      await using store = await openStore({ dir: disk.path, clock });
      expect((await store.state.load('services')).size).toBe(1);
      expect((await everyTime(store, 'people')).length).toBe(10);
      await store.state.commit([document('b')]);
      await expect(store.history.append(appPoints(10, noon - 1), { prompt: true })).rejects.toMatchObject({
        code: 'unavailable',
      });
      expect(store.health.value.state).toBe('SUSPENDED');
      disk.free();
      await until(clock, store, isActive(store));
      await store.history.append(appPoints(10, noon - 1), { prompt: true });
    });
  });

  describe('a disk that readings have filled', () => {
    /** Readings of a radio, as fast as they are kept, until something is full or `most` are written. */
    async function write(store: Store, clock: ManualClock, most: number): Promise<{ written: number; kept: Promise<unknown>[] }> {
      const kept: Promise<unknown>[] = [];
      const points: readonly Point[] = Array.from({ length: 500 }, (_, at) => ruuviPoint(noon + at));
      for (let written = 0; written < most; written += points.length) {
        const append = store.history.append(points.map((point) => ({ ...point, time: point.time + written * 10 })));
        kept.push(append.catch(() => undefined));
        await clock.advance(1000);
        await store.state.load('nothing');
      }
      return { written: most, kept };
    }

    it('goes on with the newest, and lets go what is oldest and sent', async () => {
      using disk = smallDiskOf(3);
      const clock = new ManualClock();
      await using store = await openStore({ dir: disk.path, clock });
      const { written, kept } = await write(store, clock, 40_000);
      await until(clock, store, isActive(store));
      await Promise.all(kept);
      for (let before = -1; before < store.counters.dropped;) {
        before = store.counters.dropped; // until the sweep that is under way has ended
        await everyTime(store, 'ruuvi_measurements');
      }
      const times = await everyTime(store, 'ruuvi_measurements');
      expect(store.counters.lost).toBe(0);
      expect(store.counters.dropped).toBeGreaterThan(5000);
      expect(times.length).toBe(written - store.counters.dropped);
      expect(times.at(-1)).toBe(noon + 499 + (written - 500) * 10);
      await store.state.commit([document('a')]);
    });

    it('lets nothing go that a destination waits for, and counts what finds no room', async () => {
      using disk = smallDiskOf(3);
      const clock = new ManualClock();
      await using store = await openStore({ dir: disk.path, clock, maxWaiting: 5000 });
      store.cursor('influx');
      const { written, kept } = await write(store, clock, 40_000);
      expect(store.health.value).toMatchObject({
        state: 'SUSPENDED',
        reason: isFullText,
      });
      await store.state.commit([document('a')]);
      await store[Symbol.asyncDispose]();
      await Promise.all(kept);
      const { added, lost, dropped } = store.counters;
      expect({ dropped, lost: lost > 0, produced: added + lost }).toEqual({ dropped: 0, lost: true, produced: written });
      await using again = await openStore({ dir: disk.path, clock: new ManualClock() });
      expect(await everyTime(again, 'ruuvi_measurements')).toHaveLength(added);
    });
  });
}
