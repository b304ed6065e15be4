import {
  existsSync,
  mkdirSync,
  rmdirSync,
  openSync,
  closeSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { openStore } from '../../src/store/store.js';
import { ManualClock } from '../manual-clock.js';
import { tempDirectory } from '../temp-directory.js';
import { appPoint, appPoints, noon, ruuviPoint } from './points.js';

const everything = { measurement: 'people', limit: 1000 };
const document = { collection: 'services', id: 'camera-1', body: 'lens' };

describe('a data directory that is deleted while the gateway runs', () => {
  it('is noticed at the next write, and nothing is called kept', async () => {
    using dir = tempDirectory();
    await using store = await openStore({ dir: dir.path, clock: new ManualClock() });
    await store.history.append([appPoint()], { prompt: true });
    await store.state.commit([document]);
    rmSync(dir.path, { recursive: true });
    const message = expect.stringContaining('data.dir was deleted, moved or replaced while the gateway runs') as unknown;
    const refused = store.history.append([appPoint(noon + 1)], { prompt: true });
    await expect(refused).rejects.toMatchObject({ code: 'unavailable', message });
    expect(store.health.value).toMatchObject({ state: 'SUSPENDED', reason: message });
    await expect(store.state.commit([document])).rejects.toThrow('state.db was deleted, moved or replaced');
    await expect(store.audit.append([{ kind: 'EVENT', at: noon, what: 'started' }])).rejects.toThrow('audit.db was deleted');
    expect(existsSync(dir.path)).toBe(false);
  });

  it('is gone on with when it is back, with what waited', async () => {
    using dir = tempDirectory();
    const path = join(dir.path, 'data');
    const clock = new ManualClock();
    await using store = await openStore({ dir: path, clock });
    await store.history.append([appPoint()], { prompt: true });
    renameSync(path, `${path}.away`);
    const waiting = store.history.append([ruuviPoint()]);
    await clock.advance(1000);
    await store.state.load('nothing');
    await clock.advance(0);
    expect(store.health.value.state).toBe('SUSPENDED');
    renameSync(`${path}.away`, path);
    await clock.advance(1000);
    await waiting;
    expect(store.health.value).toEqual({ state: 'ACTIVE' });
    expect((await store.history.query(everything)).points).toEqual([appPoint()]);
  });
});

describe('a history.db that is deleted while the gateway runs', () => {
  it('begins anew, and says so', async () => {
    using dir = tempDirectory();
    const reports: string[] = [];
    await using store = await openStore({ dir: dir.path, report: (message) => reports.push(message) });
    await store.history.append([appPoint()], { prompt: true });
    for (const suffix of ['', '-wal', '-shm']) rmSync(join(dir.path, `history.db${suffix}`));
    await store.history.append([appPoint(noon + 1)], { prompt: true });
    expect((await store.history.query(everything)).points).toEqual([appPoint(noon + 1)]);
    expect(reports).toEqual([expect.stringContaining('history.db was deleted, moved or replaced')]);
    expect(store.health.value).toEqual({ state: 'ACTIVE' });
  });
});

describe('a history.db that cannot be opened', () => {
  it('keeps nothing else from starting, and is opened when it can be', async () => {
    using dir = tempDirectory();
    mkdirSync(join(dir.path, 'history.db'));
    const clock = new ManualClock();
    await using store = await openStore({ dir: dir.path, clock });
    expect(store.health.value).toMatchObject({ state: 'SUSPENDED' });
    await store.state.commit([document]);
    const waiting = store.history.append([appPoint()]);
    await clock.advance(1000);
    await store.state.load('nothing');
    rmdirSync(join(dir.path, 'history.db'));
    await clock.advance(2000);
    await waiting;
    expect(store.health.value).toEqual({ state: 'ACTIVE' });
  });
});

describe('a history.db that is empty', () => {
  it('begins anew, and says so', async () => {
    using dir = tempDirectory();
    {
      await using store = await openStore({ dir: dir.path });
      await store.history.append([appPoint()], { prompt: true });
    }
    truncateSync(join(dir.path, 'history.db'), 0);
    const reports: string[] = [];
    await using store = await openStore({ dir: dir.path, report: (message) => reports.push(message) });
    await store.history.append([appPoint(noon + 1)], { prompt: true });
    expect((await store.history.query(everything)).points).toEqual([appPoint(noon + 1)]);
    expect(reports).toEqual([expect.stringMatching(/history\.db was empty: a new history begins/)]);
  });
});

describe('damage that a destination meets while it reads', () => {
  it('sets history aside, and what comes then is read, under numbers that were not there', async () => {
    using dir = tempDirectory();
    const path = join(dir.path, 'history.db');
    {
      await using store = await openStore({ dir: dir.path });
      for (let n = 0; n < 40; n++) await store.history.append(appPoints(1000, noon + n * 1_000_000), { prompt: true });
    }
    const reports: string[] = [];
    await using store = await openStore({ dir: dir.path, report: (message) => reports.push(message) });
    const cursor = store.cursor('influx');
    const readAfter = async (after: number) => (await cursor.read({ after, upTo: Number.MAX_SAFE_INTEGER }, 1000)).rows;
    const first = await readAfter(0);
    spoil(path);
    let last = first.length;
    for (let rows = first; rows.length > 0; rows = await readAfter(last)) {
      last = rows.at(-1)?.seq ?? 0;
      await cursor.settle({ live: last, behind: [] });
    }
    expect(first).toHaveLength(1000);
    expect(last).toBeLessThan(40_000);
    expect(reports).toEqual([expect.stringMatching(/history\.db was damaged .*set aside/)]);
    await store.history.append([appPoint()], { prompt: true });
    expect(await readAfter(last)).toEqual([{ seq: 40_001, point: appPoint() }]);
    expect(store.health.value).toEqual({ state: 'ACTIVE' });
  });

  /** Its second half, under the eyes of who has it open. */
  function spoil(path: string): void {
    const { size } = statSync(path);
    const handle = openSync(path, 'r+');
    for (let at = size / 2; at < size; at += 4096)
      writeSync(handle, Buffer.alloc(4096, 0x5a), 0, 4096, Math.floor(at / 4096) * 4096);
    closeSync(handle);
  }
});
