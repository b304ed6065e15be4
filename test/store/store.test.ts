import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { GatewayError } from '../../src/errors.js';
import type { Point, PointQuery } from '../../src/sensors/history.js';
import { failureOf, openDatabase } from '../../src/store/sqlite.js';
import { openStore } from '../../src/store/store.js';
import type { StoreOptions } from '../../src/store/store-options.js';
import { ManualClock } from '../manual-clock.js';
import { tempDirectory } from '../temp-directory.js';
import { killWriter, startWriter } from './kill-writer.js';
import { appPoint, appPoints, noon, ruuviPoint } from './points.js';

const everything = { measurement: 'people', limit: 1000 };

/** Whether a promise has settled once everything that can happen without time has happened. */
async function isPending(promise: Promise<unknown>): Promise<boolean> {
  const still = Symbol();
  const turn = new Promise((resolve) => setImmediate(() => resolve(still)));
  return (await Promise.race([promise.catch(() => undefined), turn])) === still;
}

describe('the data directory', () => {
  it('is made when it is not there', async () => {
    using dir = tempDirectory();
    await using store = await openStore({ dir: join(dir.path, 'a', 'b') });
    expect(store.health.value).toEqual({ state: 'ACTIVE' });
  });

  it('is refused with its path and the cause when it cannot be made', async () => {
    using dir = tempDirectory();
    writeFileSync(join(dir.path, 'file'), '');
    const path = join(dir.path, 'file', 'data');
    await expect(openStore({ dir: path })).rejects.toThrow(new RegExp(`data.dir ${path} cannot be used: .*ENOTDIR`));
  });

  it('belongs to one process', async () => {
    using dir = tempDirectory();
    await using _first = await openStore({ dir: dir.path });
    await expect(openStore({ dir: dir.path })).rejects.toThrow(`data.dir ${dir.path}: another gateway uses it`);
  });

  it('is free again as soon as its process is closed or dead', async () => {
    using dir = tempDirectory();
    await (await openStore({ dir: dir.path }))[Symbol.asyncDispose]();
    await killWriter(startWriter(dir.path), 1);
    await using store = await openStore({ dir: dir.path });
    expect(store.health.value).toEqual({ state: 'ACTIVE' });
  });
});

describe('appending to the history', () => {
  it('waits for company within the commit interval', async () => {
    using dir = tempDirectory();
    const clock = new ManualClock();
    await using store = await openStore({ dir: dir.path, clock, commitMs: 500 });
    const appended = store.history.append([ruuviPoint()]);
    await clock.advance(499);
    expect(await isPending(appended)).toBe(true);
    expect((await store.history.latest('ruuvi_measurements')).length).toBe(0);
    await clock.advance(1);
    await appended;
    expect((await store.history.latest('ruuvi_measurements')).length).toBe(1);
  });

  it('does not wait when somebody waits for the answer, and takes along what does', async () => {
    using dir = tempDirectory();
    await using store = await openStore({ dir: dir.path, clock: new ManualClock() });
    await Promise.all([store.history.append([ruuviPoint()]), store.history.append([appPoint()], { prompt: true })]);
    expect(store.counters).toMatchObject({ added: 2 });
    expect(store.health.value).toEqual({ state: 'ACTIVE' });
  });

  it('does not wait when a thousand points do', async () => {
    using dir = tempDirectory();
    await using store = await openStore({ dir: dir.path, clock: new ManualClock() });
    await Promise.all(appPoints(1000).map((point) => store.history.append([point])));
    expect(store.counters.added).toBe(1000);
  });

  it('begins to wait anew after each commit', async () => {
    using dir = tempDirectory();
    const clock = new ManualClock();
    await using store = await openStore({ dir: dir.path, clock });
    for (const point of appPoints(3)) {
      const appended = store.history.append([point]);
      await store.history.append([{ ...point, tags: { gate: 'south' } }], { prompt: true });
      const next = store.history.append([ruuviPoint(point.time)]);
      expect(await isPending(next)).toBe(true);
      await clock.advance(1000);
      await Promise.all([appended, next]);
    }
    expect(store.counters.added).toBe(9);
  });

  it('lets the oldest go before memory is full, and refuses what comes with a question', async () => {
    using dir = tempDirectory();
    await using store = await openStore({ dir: dir.path, clock: new ManualClock(), maxWaiting: 10 });
    const oldest = expect(store.history.append(appPoints(4))).rejects.toMatchObject({ code: 'unavailable' });
    const waiting = store.history.append(appPoints(4, noon + 4000));
    await expect(store.history.append(appPoints(3), { prompt: true })).rejects.toMatchObject({ code: 'unavailable' });
    const newest = store.history.append(appPoints(3, noon + 8000));
    await oldest;
    expect(store.counters).toMatchObject({ lost: 4, refused: 3 });
    await store.history.append([appPoint(noon - 1)], { prompt: true });
    await Promise.all([waiting, newest]);
    await store.history.append(appPoints(10), { prompt: true });
  });

  it('refuses a point that InfluxDB would take for something else, and keeps none of its company', async () => {
    using dir = tempDirectory();
    await using store = await openStore({ dir: dir.path, clock: new ManualClock() });
    const broken: Partial<Point>[] = [
      { measurement: '' },
      { measurement: '#people' },
      { time: 0.5 },
      { time: NaN },
      { tags: { gate: '' } },
      { tags: { gate: 'north\\' } },
      { tags: { ['ga\nte']: 'north' } },
      { fields: {} },
      { fields: { count: Infinity } },
      { measurement: 'ruuvi_measurements', fields: { rssi: -60.5 } },
    ];
    for (const part of broken) {
      const points = [appPoint(), { ...appPoint(), ...part }];
      await expect(store.history.append(points, { prompt: true })).rejects.toMatchObject({ code: 'invalid' });
    }
    expect((await store.history.query(everything)).points).toEqual([]);
  });

  it('opens no more series than the bound, and refuses only whoever wants more', async () => {
    using dir = tempDirectory();
    await using store = await openStore({ dir: dir.path, clock: new ManualClock(), maxSeries: 2 });
    const gates = (...names: string[]) => store.history.append(names.map((name) => appPoint(noon, name)));
    const [first, tooMany, again] = [gates('a', 'a', 'b'), gates('b', 'c'), gates('a')];
    const refused = expect(tooMany).rejects.toThrow(
      'no room for 1 new series: at most 2 may be, of which applications may have 2, and those of one tenant 1',
    );
    await store.history.append([appPoint(noon + 1, 'b')], { prompt: true });
    await Promise.all([first, refused, again]);
    expect((await store.history.latest('people')).map(({ tags }) => tags.gate)).toEqual(['a', 'b']);
    // nobody has asked for these two: they are given up
    expect(store.counters).toMatchObject({ added: 3, duplicates: 2, lost: 2, refused: 0 });
  });

  it('is on disk when the store is closed, and refused from then on', async () => {
    using dir = tempDirectory();
    const store = await openStore({ dir: dir.path, clock: new ManualClock() });
    const appended = store.history.append([appPoint()]);
    await store[Symbol.asyncDispose]();
    await appended;
    await expect(store.history.append([appPoint(noon + 1)])).rejects.toMatchObject({ code: 'unavailable' });
    await using again = await openStore({ dir: dir.path });
    expect((await again.history.query(everything)).points).toEqual([appPoint()]);
  });
});

describe('a history.db that is damaged', () => {
  /** Opens a store on a directory whose history held a hundred points before `damage`. */
  async function openDamaged(path: string, damage: (file: string) => void, options: Partial<StoreOptions> = {}) {
    {
      await using store = await openStore({ dir: path });
      await store.history.append(appPoints(100), { prompt: true });
    }
    damage(join(path, 'history.db'));
    return openStore({ dir: path, ...options });
  }

  it('is set aside whole and reported, and a new one begins', async () => {
    using dir = tempDirectory();
    const reports: string[] = [];
    const damage = (file: string) => writeFileSync(file, readFileSync(file).fill(0x5a, 0, 64));
    await using store = await openDamaged(dir.path, damage, { report: (message) => reports.push(message) });
    await store.history.append([appPoint()], { prompt: true });
    expect((await store.history.query(everything)).points).toEqual([appPoint()]);
    expect(reports).toEqual([expect.stringMatching(/history.db was damaged .*set aside as .*history\.db\.damaged-/)]);
    expect(readdirSync(dir.path).filter((name) => name.startsWith('history.db.damaged-'))).toHaveLength(1);
  });

  it('is noticed when a page in its middle is', async () => {
    using dir = tempDirectory();
    const damage = (file: string) => writeFileSync(file, readFileSync(file).fill(0x5a, 8192));
    await using store = await openDamaged(dir.path, damage);
    expect((await store.history.query(everything)).points).toEqual([]);
  });
});

describe('a failure that nobody foresaw', () => {
  it('of SQLite is refused without its words, and the log has them', async () => {
    using dir = tempDirectory();
    const reports: string[] = [];
    await using store = await openStore({ dir: dir.path, report: (message) => reports.push(message) });
    const other = openDatabase(join(dir.path, 'history.db'));
    other.exec('DROP TABLE readings');
    other.close();
    const refusal = { code: 'unavailable', message: 'history could not be read or written: its database failed' };
    await expect(store.history.append([appPoint()], { prompt: true })).rejects.toMatchObject(refusal);
    expect(store.counters).toMatchObject({ lost: 0, refused: 1 });
    expect(reports).toEqual([expect.stringContaining('no such table')]);
  });

  it('of ours is no refusal, and the log has where it was', async () => {
    using dir = tempDirectory();
    const reports: string[] = [];
    await using store = await openStore({ dir: dir.path, report: (message) => reports.push(message) });
    const failed = store.history.query(null as unknown as PointQuery).catch((error: unknown) => error);
    expect(await failed).not.toBeInstanceOf(GatewayError);
    expect(await failed).toMatchObject({ message: "the store failed at 'query'" });
    expect(reports).toEqual([expect.stringMatching(/TypeError[^]*pages\.js/)]);
  });

  it.each([
    [13, 'the disk is full'],
    [10 | (3 << 8), 'I/O error'],
    [8, 'the disk is read-only'],
    [1, 'its database failed'],
  ])('of SQLite with code %i is "%s"', (rawCode, words) => {
    expect(failureOf(Object.assign(new Error('inner'), { rawCode }))).toBe(words);
  });
});

describe('a stop while the disk does not answer', () => {
  it('waits three seconds, and says that something may be lost', async () => {
    using dir = tempDirectory();
    const clock = new ManualClock();
    const reports: string[] = [];
    const store = await openStore({ dir: dir.path, clock, report: (message) => reports.push(message) });
    const other = openDatabase(join(dir.path, 'history.db'));
    other.exec('BEGIN IMMEDIATE'); // the thread waits for this lock as it would for a card
    const appended = store.history.append([appPoint()]);
    const closing = store[Symbol.asyncDispose]();
    await clock.advance(2999);
    expect(reports).toEqual([]);
    await clock.advance(1);
    expect(reports).toEqual([expect.stringContaining('did not close in time')]);
    other.close(); // a thread that is torn out of the driver may take the process with it
    await Promise.all([closing, Promise.allSettled([appended])]);
  });
});

describe('when the thread that writes dies', () => {
  it('everything that waits for it is refused, and the health says so', async () => {
    using dir = tempDirectory();
    const store = await openStore({ dir: dir.path });
    const ending = store.endThread();
    const waiting = [store.history.append([appPoint()]), store.state.commit([{ collection: 'a', id: 'b', body: 1 }])];
    const refused = Promise.all(waiting.map((one) => expect(one).rejects.toMatchObject({ code: 'unavailable' })));
    await ending;
    await store[Symbol.asyncDispose]();
    await refused;
    expect(store.health.value).toMatchObject({ state: 'SUSPENDED' });
    await using again = await openStore({ dir: dir.path });
    expect(again.health.value).toEqual({ state: 'ACTIVE' });
  });
});

describe('a process that is killed while it writes', () => {
  it.each([1, 7, 25])('has kept everything that it was told is kept (after %i answers)', async (answers) => {
    using dir = tempDirectory();
    const said = await killWriter(startWriter(dir.path), answers);
    expect(said).toBeGreaterThan(0);
    await using store = await openStore({ dir: dir.path });
    const counts = new Set<unknown>();
    for (let after: string | undefined, more = true; more;) {
      const page = await store.history.query({ ...everything, ...(after ? { after } : {}) });
      for (const { fields } of page.points) counts.add(fields.count);
      after = page.next;
      more = after !== undefined;
    }
    const missing = Array.from({ length: said }, (_, at) => at).filter((count) => !counts.has(count));
    expect(missing).toEqual([]);
    expect((await store.state.load('acknowledged')).get('upTo')).toBeGreaterThanOrEqual(said);
  });
});
