import { mkdirSync, readdirSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, jest } from '@jest/globals';
import fc from 'fast-check';
import { HOST } from '../../src/registry/owner.js';
import type { Point, PointQuery } from '../../src/sensors/history.js';
import { RUUVI_FIELDS, RUUVI_MEASUREMENT } from '../../src/sensors/ruuvi/reading.js';
import { HistoryDatabase } from '../../src/store/history-database.js';
import { HistoryFile } from '../../src/store/history-file.js';
import { RANGE_SQL } from '../../src/store/readings.js';
import { FIRST_READINGS_SQL, KEPT_SQL, OLDEST_SQL, TAKE_SQL } from '../../src/store/retention.js';
import { openDatabase, textOf } from '../../src/store/sqlite.js';
import { doneUpTo } from '../../src/store/unsent.js';
import { tempDirectory } from '../temp-directory.js';
import { openHistory, roomy } from './open-history.js';
import { appPoint, appPoints, noon, ruuviPoint } from './points.js';

/** All points of a query, page after page. */
function readAll(history: HistoryDatabase, query: PointQuery): Point[] {
  const page = history.query(query);
  return page.next === undefined ? [...page.points] : [...page.points, ...readAll(history, { ...query, after: page.next })];
}

const HOUR = 3_600_000;
const DAY = 86_400_000;
const people = { measurement: 'people', limit: 1000 };
const ruuvi = { measurement: RUUVI_MEASUREMENT, limit: 1000 };

describe('what history keeps', () => {
  it('is the published Ruuvi values and any other field, exactly', () => {
    using opened = openHistory();
    const points = [ruuviPoint(), { ...ruuviPoint(noon + 1), fields: { ...ruuviPoint().fields, calibrating: true, note: 'ä"' } }];
    opened.history.append([points, [appPoint()]]);
    expect(opened.history.query(ruuvi).points).toEqual(points);
    expect(opened.history.query(people).points).toEqual([appPoint()]);
  });

  it('is what a tag said, apart for each way in which that is given', () => {
    using opened = openHistory();
    const adjustment = { temperature: { gain: 1, offset: -0.5 } };
    const points = [ruuviPoint(), { ...ruuviPoint(noon + 1), adjustment }, ruuviPoint(noon + 2)];
    opened.history.append([points]);
    expect(opened.history.query(ruuvi).points).toEqual(points);
    expect(opened.database.prepare('SELECT count(*) AS series FROM series').get()?.series).toBe(2);
    expect(opened.history.append([points])).toEqual([['duplicate', 'duplicate', 'duplicate']]);
  });

  it('is there of a file from before calibrations too', () => {
    using dir = tempDirectory();
    const path = join(dir.path, 'history.db');
    const old = openDatabase(path);
    old.exec(`CREATE TABLE series (
      id INTEGER PRIMARY KEY AUTOINCREMENT, measurement TEXT NOT NULL, tags TEXT NOT NULL, UNIQUE (measurement, tags))`);
    const { measurement, tags } = appPoint();
    old.prepare('INSERT INTO series (id, measurement, tags) VALUES (7, ?, ?)').run(measurement, JSON.stringify(tags));
    old.exec(`CREATE TABLE readings (
      seq INTEGER PRIMARY KEY AUTOINCREMENT, series INTEGER NOT NULL, time INTEGER NOT NULL, fields TEXT, UNIQUE (series, time))`);
    old.prepare('INSERT INTO readings (series, time, fields) VALUES (7, ?, ?)').run(noon, JSON.stringify(appPoint().fields));
    old.close();
    for (const _start of [1, 2]) {
      using history = new HistoryDatabase(openDatabase(path), roomy, new Set());
      expect(history.query(people).points).toEqual([{ ...appPoint(), time: noon }]);
      expect(history.append([[{ ...appPoint(), time: noon }]])).toEqual([['duplicate']]);
    }
  });

  it.each(Object.entries(RUUVI_FIELDS))('is every step of %s as a whole number', (field, { stepsPerUnit }) => {
    using opened = openHistory();
    const steps = fc.array(fc.integer({ min: -100_000, max: 20_000_000 }), { minLength: 1, maxLength: 50 });
    let time = noon;
    fc.assert(
      fc.property(steps, (values) => {
        const points = values.map((step) => ({ ...ruuviPoint(time++), fields: { [field]: step / stepsPerUnit } }));
        opened.history.append([points]);
        const from = points[0]?.time ?? 0;
        expect(opened.history.query({ ...ruuvi, from }).points).toEqual(points);
      }),
      { numRuns: 10 },
    );
    expect(opened.database.prepare('SELECT count(fields) AS texts FROM readings').get()?.texts).toBe(0);
  });

  it('is a calibrated value that is no whole number of steps, unrounded', () => {
    using opened = openHistory();
    const point = { ...ruuviPoint(), fields: { temperature: 20.0812345, humidity: 50.25 } };
    opened.history.append([[point]]);
    expect(opened.history.query(ruuvi).points).toEqual([point]);
  });

  it('never has a value where the tag has said "not available"', () => {
    using opened = openHistory();
    opened.history.append([[{ ...ruuviPoint(), fields: { rssi: -80 } }]]);
    expect(opened.history.latest(RUUVI_MEASUREMENT)[0]?.fields).toEqual({ rssi: -80 });
  });

  it('is a point that comes again, once', () => {
    using opened = openHistory();
    const reordered = { ...ruuviPoint(), tags: Object.fromEntries(Object.entries(ruuviPoint().tags).reverse()) };
    const [outcome] = opened.history.append([[ruuviPoint(), reordered, appPoint(), appPoint()]]);
    expect(outcome).toEqual(['added', 'duplicate', 'added', 'duplicate']);
    expect(opened.history.query(ruuvi).points).toEqual([ruuviPoint()]);
  });

  it('is the fields of both when a point of the same time has others, and destinations see it again', () => {
    using opened = openHistory();
    const { history } = opened;
    history.append([[appPoint(), ruuviPoint()]]);
    history.cursors.settle('influx', { live: 2, behind: [] }, [], noon);
    const [outcome] = history.append([[{ ...appPoint(), fields: { count: 4, weather: 'rain' } }]]);
    expect(outcome).toEqual(['merged']);
    const merged = { ...appPoint(), fields: { ...appPoint().fields, count: 4, weather: 'rain' } };
    expect(history.query(people).points).toEqual([merged]);
    expect(history.readings.after(doneUpTo(history.cursors.unsent('influx')), 10)).toMatchObject([{ point: merged }]);
  });

  it('is every reading of a tag by itself: one that meets another is of the next millisecond, and once more it is that one', () => {
    using opened = openHistory();
    const said = (temperature: number, time = noon): Point => ({ ...ruuviPoint(time), fields: { temperature } });
    expect(opened.history.append([[said(20), said(22, noon + 1)], [said(21)], [said(21)], [said(20)]])).toEqual([
      ['added', 'added'],
      ['added'],
      ['duplicate'],
      ['duplicate'],
    ]);
    expect(opened.history.query(ruuvi).points).toEqual([said(20), said(22, noon + 1), said(21, noon + 2)]);
  });

  it('is so also of a tag that was calibrated meanwhile, for that is one series elsewhere', () => {
    using opened = openHistory();
    const calibrated = { ...ruuviPoint(), adjustment: { temperature: { gain: 1, offset: 1 } } };
    opened.history.append([[ruuviPoint(), calibrated, { ...ruuviPoint(), tags: { ...ruuviPoint().tags, name: 'Cellar' } }]]);
    expect(opened.history.query(ruuvi).points.map(({ time }) => time - noon)).toEqual([0, 0, 1]);
    opened.history.append([[ruuviPoint(), calibrated]]);
    expect(opened.history.query(ruuvi).points).toHaveLength(3);
  });

  it('is no reading for which there is no room within a second', () => {
    using opened = openHistory();
    const crowd = Array.from({ length: 1001 }, (_, measurementSequenceNumber) => [
      { ...ruuviPoint(), fields: { measurementSequenceNumber } },
    ]);
    const outcomes = opened.history.append(crowd);
    expect(outcomes.slice(0, 1000).flat()).toEqual(Array.from({ length: 1000 }, () => 'added'));
    expect(outcomes[1000]).toMatchObject({ code: 'unavailable' });
  });

  it('is nothing of a transaction that failed, series included', () => {
    using opened = openHistory();
    const broken = { ...appPoint(noon, 'new'), time: undefined as unknown as number };
    expect(() => opened.history.append([[appPoint(noon, 'other'), broken]])).toThrow();
    opened.history.append([[appPoint(noon, 'other')]]);
    expect(opened.history.query(people).points).toEqual([appPoint(noon, 'other')]);
  });

  it('gains a column when a later version knows another field', () => {
    using dir = tempDirectory();
    const path = join(dir.path, 'history.db');
    new HistoryDatabase(openDatabase(path), roomy, new Set())[Symbol.dispose]();
    const older = openDatabase(path);
    older.exec('ALTER TABLE readings DROP COLUMN co2');
    older.close();
    using history = new HistoryDatabase(openDatabase(path), roomy, new Set());
    const point = { ...ruuviPoint(), fields: { co2: 601 } };
    history.append([[point]]);
    expect(history.query(ruuvi).points).toEqual([point]);
  });
});

describe('a query', () => {
  const gates = ['east', 'north', 'west'];
  /** Few times and series, so that many points share a time. */
  const points = fc.uniqueArray(fc.tuple(fc.nat(20), fc.constantFrom(...gates)), { selector: String, maxLength: 60 });

  it('gives every point once, in order of time, however it is cut into pages', () => {
    fc.assert(
      fc.property(points, fc.integer({ min: 1, max: 10 }), fc.nat(20), fc.nat(20), (made, limit, a, b) => {
        using opened = openHistory();
        const all = made.map(([time, gate]) => appPoint(noon + time, gate));
        opened.history.append([all]);
        const [from, to] = [noon + Math.min(a, b), noon + Math.max(a, b)];
        const found = readAll(opened.history, { ...people, limit, from, to });
        const wanted = all.filter(({ time }) => time >= from && time < to);
        expect(found.map(({ time }) => time)).toEqual(wanted.map(({ time }) => time).sort((x, y) => x - y));
        expect(new Set(found.map((point) => JSON.stringify(point))).size).toBe(wanted.length);
        expect(found).toEqual(expect.arrayContaining(wanted));
      }),
      { numRuns: 60 },
    );
  });

  it('gives only points that carry the tags asked for', () => {
    using opened = openHistory();
    opened.history.append([gates.flatMap((gate) => appPoints(3, noon, gate))]);
    expect(readAll(opened.history, { ...people, tags: { gate: 'west' }, limit: 2 })).toEqual(appPoints(3, noon, 'west'));
    expect(opened.history.query({ ...people, tags: { gate: 'south' } }).points).toEqual([]);
    expect(opened.history.query({ ...people, tags: { door: 'west' } }).points).toEqual([]);
  });

  it('says that there is more only when there is', () => {
    using opened = openHistory();
    opened.history.append([appPoints(10)]);
    expect(opened.history.query({ ...people, limit: 10 }).next).toBeUndefined();
    expect(opened.history.query({ ...people, limit: 9 }).next).toBeDefined();
  });

  it('goes on in the middle of what has come meanwhile', () => {
    using opened = openHistory();
    opened.history.append([appPoints(4)]);
    const first = opened.history.query({ ...people, limit: 2 });
    opened.history.append([appPoints(4, noon, 'west')]);
    const rest = readAll(opened.history, { ...people, ...(first.next ? { after: first.next } : {}) });
    expect(rest.filter(({ tags }) => tags.gate === 'north')).toEqual(appPoints(4).slice(2));
  });

  it.each([0, 1001, 1.5, NaN])('is refused with limit %p', (limit) => {
    using opened = openHistory();
    expect(() => opened.history.query({ ...people, limit })).toThrow(expect.objectContaining({ code: 'invalid' }));
  });

  it.each(['', 'x', 'MTIz', '!!!'])('is refused with the marker %p that is none of ours', (after) => {
    using opened = openHistory();
    expect(() => opened.history.query({ ...people, after })).toThrow(expect.objectContaining({ code: 'invalid' }));
  });

  it('for the newest gives one point of every series', () => {
    using opened = openHistory();
    opened.history.append([gates.flatMap((gate) => appPoints(5, noon, gate).reverse())]);
    expect(opened.history.latest('people')).toEqual(gates.map((gate) => appPoints(5, noon, gate)[4]));
    expect(opened.history.latest('cars')).toEqual([]);
    const [newest] = appPoints(5, noon, gates[0]).slice(3);
    expect(opened.history.latest('people', (newest?.time ?? 0) + 1)[0]).toEqual(newest);
    expect(opened.history.latest('people', noon)).toEqual(opened.history.latest('people'));
  });

  it('for the series of applications gives each as its newest point, in the order in which they were first added to', () => {
    using opened = openHistory();
    const { history } = opened;
    const car: Point = { measurement: 'car-plate', tags: { tenant: 'town' }, time: noon, fields: { plate: 'ABC-123' } };
    history.append([
      appPoints(5, noon, 'west'),
      [ruuviPoint()],
      [car],
      appPoints(5, noon, 'north').reverse(),
      appPoints(2, noon, 'west'),
    ]);
    const newest = [appPoints(5, noon, 'west')[4], car, appPoints(5, noon, 'north')[4]];
    expect(history.newestOfEach({ limit: 1000 })).toEqual({ points: newest });
    expect(history.newestOfEach({ tenant: 'town', limit: 1000 })).toEqual({ points: [car] });
    expect(history.newestOfEach({ tenant: HOST, limit: 1000 }).points).toEqual([newest[0], newest[2]]);
    const first = history.newestOfEach({ limit: 1 });
    expect(first.points).toEqual(newest.slice(0, 1));
    const rest = history.newestOfEach({ limit: 2, ...(first.next === undefined ? {} : { after: first.next }) });
    expect(rest).toEqual({ points: newest.slice(1) });
    using again = new HistoryDatabase(openDatabase(opened.path), roomy, new Set());
    expect(again.newestOfEach({ limit: 1000 })).toEqual({ points: newest });
    expect(() => history.newestOfEach({ limit: 0 })).toThrow(expect.objectContaining({ code: 'invalid' }));
    expect(() => history.newestOfEach({ limit: 1, after: 'x' })).toThrow(expect.objectContaining({ code: 'invalid' }));
  });

  it('for the series of applications leaves out one of which nothing is kept any more', () => {
    using opened = openHistory();
    opened.history.append([appPoints(1, noon, 'west'), appPoints(1, noon, 'north')]);
    opened.database.exec("DELETE FROM readings WHERE series = (SELECT id FROM series WHERE tags LIKE '%west%')");
    expect(opened.history.newestOfEach({ limit: 1 })).toEqual({ points: [], next: expect.any(String) });
  });

  it.each([
    ['a range', RANGE_SQL],
    ['what is too old', FIRST_READINGS_SQL],
    ['what must stay', KEPT_SQL],
    ['what goes', TAKE_SQL],
    ['the newest', 'SELECT * FROM readings WHERE series = ? ORDER BY time DESC LIMIT 1'],
  ])('finds %s through an index and sorts nothing', (_name, sql) => {
    using opened = openHistory();
    const plan = opened.database.prepare(`EXPLAIN QUERY PLAN ${sql}`).all();
    const steps = plan.map(({ detail }) => textOf(detail)).join('\n');
    expect(steps).toMatch(/SEARCH \w+ USING (COVERING )?INDEX \w+ \(series=\?/);
    expect(steps).not.toMatch(/SCAN (readings|r\b)|TEMP B-TREE/);
  });

  it('finds the oldest reading of every series through an index', () => {
    using opened = openHistory();
    const plan = opened.database.prepare(`EXPLAIN QUERY PLAN ${OLDEST_SQL}`).all();
    const steps = plan.map(({ detail }) => textOf(detail)).join('\n');
    expect(steps).toMatch(/SEARCH readings USING COVERING INDEX \w+ \(series=\?\)/);
    expect(steps).toMatch(/SEARCH r USING INTEGER PRIMARY KEY/);
  });
});

describe('the bounds of history', () => {
  const sweepAll = (history: HistoryDatabase) => {
    let dropped = 0;
    let droppedUnsent = 0;
    for (let more = true; more;) {
      const swept = history.retention.sweepBudget(noon);
      dropped += swept.dropped;
      droppedUnsent += swept.droppedUnsent;
      more = swept.more;
    }
    return { dropped, droppedUnsent };
  };

  it('take the oldest away when the disk budget is exceeded, and only as much as needed', () => {
    using opened = openHistory({ ...roomy, maxBytes: 400_000 });
    const { history } = opened;
    history.append([appPoints(10_000)]);
    expect(history.retention.overBudget).toBe(true);
    const { dropped, droppedUnsent } = sweepAll(history);
    expect(history.retention.overBudget).toBe(false);
    expect(droppedUnsent).toBe(0);
    const left = readAll(history, people);
    expect(left).toEqual(appPoints(10_000).slice(dropped));
    expect(left.length).toBeGreaterThan(4000);
  });

  it('do not let the file grow beyond the budget by more than a commit', () => {
    using opened = openHistory({ ...roomy, maxBytes: 300_000 });
    const { history, database } = opened;
    for (let at = 0; at < 30; at++) {
      history.append([appPoints(1000, noon + at * 1_000_000)]);
      sweepAll(history);
    }
    const pages = Number(database.prepare('PRAGMA page_count').get()?.page_count);
    expect(pages * 4096).toBeLessThan(300_000 + 100_000);
  });

  it('take what is unsent last, and count it', () => {
    using opened = openHistory({ ...roomy, maxBytes: 400_000 }, ['influx']);
    const { history } = opened;
    history.append([appPoints(10_000)]);
    history.cursors.settle('influx', { live: 1000, behind: [] }, [], noon);
    const { dropped, droppedUnsent } = sweepAll(history);
    expect(droppedUnsent).toBe(dropped - 1000);
    expect(history.readings.after(doneUpTo(history.cursors.unsent('influx')), 1)[0]?.seq).toBe(dropped + 1);
  });

  it('take by age what every destination has, and nothing unsent', () => {
    using opened = openHistory(roomy, ['influx', 'other']);
    const { history } = opened;
    const hourly = (mac: string) => Array.from({ length: 10 }, (_, at) => ruuviPoint(noon + at * HOUR, mac));
    history.append([[...hourly('CBB8334C884F'), ...hourly('CBB8334C8850')]]);
    history.cursors.settle('influx', { live: 20, behind: [] }, [], noon);
    history.cursors.settle('other', { live: 15, behind: [] }, [], noon);
    const later = noon + 14 * DAY + 8 * HOUR;
    expect(history.retention.sweepAge(later).dropped).toBe(0); // not rolled up yet
    history.rollups.step();
    expect(history.retention.sweepAge(later)).toEqual({ dropped: 8 + 5, droppedUnsent: 0, more: false });
    history.cursors.settle('other', { live: 20, behind: [] }, [], noon);
    expect(history.retention.sweepAge(later).dropped).toBe(3);
    expect(readAll(history, ruuvi).map(({ time }) => (time - noon) / HOUR)).toEqual([8, 8, 9, 9]);
  });

  it('leave points of applications, which are not rolled up, to the budget', () => {
    using opened = openHistory();
    const { history } = opened;
    history.append([appPoints(10)]);
    history.rollups.step();
    expect(history.retention.sweepAge(noon + 100_000 * DAY)).toEqual({ dropped: 0, droppedUnsent: 0, more: false });
    expect(history.query(people).points.length).toBe(10);
  });

  it('take points of applications in their turn, however far ahead these are dated', () => {
    using opened = openHistory({ ...roomy, maxBytes: 1 });
    const { history } = opened;
    const rollUp = () => {
      while (history.rollups.step());
    };
    history.append([[ruuviPoint(noon - 20 * DAY)]]);
    rollUp();
    history.retention.sweepAge(noon);
    history.append([appPoints(3, noon + 30_000 * DAY)]);
    history.append([[ruuviPoint(noon - 13 * DAY)]]);
    rollUp();
    const kept = () => Number(opened.database.prepare('SELECT count(*) AS rows FROM rollups').get()?.rows);
    const before = kept();
    expect(history.retention.sweepBudget(noon).dropped).toBe(3);
    expect([history.query(people).points.length, history.query(ruuvi).points.length, kept()]).toEqual([0, 1, before]);
  });

  it('count only series that have a reading', () => {
    using opened = openHistory({ ...roomy, maxSeries: 1 });
    const { history } = opened;
    const another = [ruuviPoint(noon, 'CBB8334C8850')];
    history.append([[ruuviPoint()]]);
    expect(history.append([another])).toEqual([expect.objectContaining({ code: 'invalid' })]);
    history.rollups.step();
    history.retention.sweepAge(noon + 1000 * DAY);
    // the hours of three years are still there
    expect(history.append([another])).toEqual([expect.objectContaining({ code: 'invalid' })]);
    history.retention.sweepAge(noon + 1100 * DAY);
    expect(history.append([another])).toEqual([['added']]);
  });

  it('keep a fifth of all series for tags', () => {
    using opened = openHistory({ ...roomy, maxSeries: 5 });
    const { history } = opened;
    const gates = ['1', '2', '3', '4', '5'].map((gate) => [appPoint(noon, gate)]);
    const refused = expect.objectContaining({ message: expect.stringContaining('of which applications may have 4') });
    expect(history.append(gates)).toEqual([...Array.from({ length: 4 }, () => ['added']), refused]);
    const tags = ['CBB8334C884F', 'CBB8334C8850'].map((mac) => [ruuviPoint(noon, mac)]);
    expect(history.append(tags)).toEqual([['added'], refused]);
    expect(history.append([[appPoint(noon + 1, '1')]])).toEqual([['added']]);
  });

  it('give one tenant a quarter of what applications may have, and say of nobody how many', () => {
    using opened = openHistory({ ...roomy, maxSeries: 10 });
    const { history } = opened;
    const of = (tenant: string, gate: string) => ({ ...appPoint(noon, gate), tags: { gate, tenant } });
    expect(history.append([[of('rail', '1'), of('rail', '2')]])).toEqual([['added', 'added']]);
    const message = 'no room for 1 new series: at most 10 may be, of which applications may have 8, and those of one tenant 2';
    expect(history.append([[of('rail', '3')], [of('rail', '1')], [of('police', '3')]])).toEqual([
      expect.objectContaining({ message }),
      ['duplicate'],
      ['added'],
    ]);
    const gates = ['1', '2', '3', '4', '5'].map((gate) => appPoint(noon, gate));
    expect(history.append([gates])).toEqual([gates.map(() => 'added')]);
  });

  it('give tags every series that applications leave', () => {
    using opened = openHistory({ ...roomy, maxSeries: 5 });
    const tags = ['1', '2', '3', '4', '5'].map((digit) => [ruuviPoint(noon, `CBB8334C884${digit}`)]);
    expect(opened.history.append(tags)).toEqual(tags.map(() => ['added']));
  });

  it('keep the newest thousand rejections of a destination, with their points', () => {
    using opened = openHistory();
    const { cursors } = opened.history;
    opened.history.append([appPoints(1500)]);
    const refusals = appPoints(1500).map((point, at) => ({ seq: at + 1, reason: 'no', point }));
    cursors.settle('influx', { live: 1500, behind: [] }, refusals, noon);
    expect(cursors.dropped('influx')).toEqual({ droppedUnsent: 0, droppedRejections: 500 });
    cursors.settle('other', { live: 1, behind: [] }, refusals.slice(0, 1), noon);
    expect(cursors.rejections.of('influx')).toEqual(refusals.slice(500).map((one) => ({ ...one, time: noon, again: false })));
    expect(cursors.rejections.of('other')).toHaveLength(1);
  });

  it('keep rejections of four million characters at most', () => {
    using opened = openHistory();
    const { cursors } = opened.history;
    opened.history.append([appPoints(200)]);
    const point = { ...appPoint(), fields: { text: 'x'.repeat(64 * 1024) } };
    const refusals = Array.from({ length: 100 }, (_, at) => ({ seq: at + 1, reason: 'no', point }));
    cursors.settle('influx', { live: 100, behind: [] }, refusals, noon);
    expect(cursors.dropped('influx').droppedRejections).toBe(37);
    const more = refusals.map(({ seq, ...one }) => ({ ...one, seq: seq + 100 }));
    cursors.settle('influx', { live: 200, behind: [] }, more, noon);
    expect(cursors.dropped('influx').droppedRejections).toBe(137);
  });

  it('forget a rejection of a row that has become another', () => {
    using opened = openHistory();
    const { history } = opened;
    history.append([[appPoint()]]);
    history.cursors.settle('influx', { live: 1, behind: [] }, [{ seq: 1, reason: 'no', point: appPoint() }], noon);
    history.append([[{ ...appPoint(), fields: { count: 4 } }]]);
    expect(history.cursors.rejections.of('influx')).toEqual([]);
  });

  it('remember destinations that are not in use, but not without end', () => {
    using opened = openHistory();
    const { cursors } = opened.history;
    for (let n = 1; n <= 20; n++) cursors.settle(`d${n}`, { live: n, behind: [] }, [], noon);
    cursors.forgetUnused(['d1']);
    const kept = Array.from({ length: 20 }, (_, at) => cursors.unsent(`d${at + 1}`).live).filter((live) => live > 0);
    expect(kept).toEqual([1, ...Array.from({ length: 16 }, (_, at) => at + 5)]);
  });

  it('say how far a destination is behind, with what was left behind', () => {
    using opened = openHistory();
    const { history } = opened;
    const nothing = { rejections: 0, droppedUnsent: 0, droppedRejections: 0 };
    history.append([appPoints(100)]);
    expect(history.lag('influx')).toEqual({ readings: 100, ...nothing, oldest: noon });
    history.cursors.settle('influx', { live: 90, behind: [{ after: 20, upTo: 50 }] }, [], noon);
    expect(history.lag('influx')).toEqual({ readings: 40, ...nothing, oldest: noon + 20_000 });
    history.cursors.settle('influx', { live: 100, behind: [] }, [], noon);
    expect(history.lag('influx')).toEqual({ readings: 0, ...nothing });
  });
});

describe('how many rows a destination has still to be sent', () => {
  it.each([
    ['exactly, when they are few', 19_998, 19_998],
    ['at most, when they are many', 20_000, 20_002],
  ])('is said %s', (_, rows, said) => {
    using opened = openHistory();
    const { history } = opened;
    const points = appPoints(rows);
    history.append([points]);
    // takes two numbers: one for the attempt, one for the row
    const changed = points.slice(10, 11).map((point) => ({ ...point, fields: { more: true } }));
    expect(history.append([changed])).toEqual([['merged']]);
    expect(history.lag('influx').readings).toBe(said);
  });

  it('is of those that are there, and so is the time of the first', () => {
    using opened = openHistory({ ...roomy, maxBytes: 1 }, ['influx']);
    const { history } = opened;
    history.append([appPoints(10), appPoints(10, noon + 60_000, 'south')]);
    history.cursors.settle('influx', { live: 15, behind: [{ after: 0, upTo: 10 }] }, [], noon);
    history.retention.sweepBudget(noon);
    expect(history.lag('influx')).toMatchObject({ readings: 5, oldest: noon + 65_000, droppedUnsent: 10 });
  });
});

describe('a history whose damage shows on the way', () => {
  it('is set aside, a new one takes what was to be written, and no cursor skips any of it', () => {
    using dir = tempDirectory();
    const reports: string[] = [];
    using file = new HistoryFile(dir.path, roomy, (message) => reports.push(message));
    file.use((history) => history.append([appPoints(50)]));
    let damaged = true;
    file.use((history) => {
      if (damaged) {
        damaged = false;
        throw Object.assign(new Error('database disk image is malformed'), { errcode: 11 });
      }
      return history.append([[appPoint()]]);
    });
    expect(reports).toEqual([expect.stringContaining('database disk image is malformed')]);
    expect(readdirSync(dir.path).some((name) => name.startsWith('history.db.damaged-'))).toBe(true);
    const oldBatch = 50;
    expect(file.use(({ readings }) => readings.after(oldBatch, 10))).toMatchObject([{ seq: 51, point: appPoint() }]);
  });

  it('is begun anew later when that fails at first', () => {
    using dir = tempDirectory();
    using file = new HistoryFile(dir.path, roomy, () => undefined);
    file.use((history) => history.append([appPoints(50)]));
    const path = join(dir.path, 'history.db');
    const meetDamage = () => {
      rmSync(path);
      mkdirSync(path); // nothing can be opened here until it is gone
      throw Object.assign(new Error('database disk image is malformed'), { errcode: 11 });
    };
    const nameless = jest.spyOn(Date.prototype, 'toISOString').mockReturnValue('not/there');
    expect(() => file.use(meetDamage)).toThrow('history could not be read or written: its file is damaged');
    nameless.mockRestore();
    expect(() => file.use((history) => history.append([[appPoint()]]))).toThrow(/unable to open|EISDIR/i);
    rmdirSync(path);
    expect(file.use((history) => history.append([[appPoint()]]))).toEqual([['added']]);
    expect(file.use(({ readings }) => readings.after(50, 10))).toMatchObject([{ seq: 51, point: appPoint() }]);
  });

  it('leaves one set of files behind, the newest', () => {
    using dir = tempDirectory();
    const reports: string[] = [];
    const older = ['history.db.damaged-2026-01-01T00-00-00.000Z', 'history.db.damaged-2026-01-01T00-00-00.000Z-wal'];
    for (const name of older) writeFileSync(join(dir.path, name), '');
    writeFileSync(join(dir.path, 'history.db'), 'this is no database'.repeat(100));
    using _file = new HistoryFile(dir.path, roomy, (message) => reports.push(message));
    const left = readdirSync(dir.path).filter((name) => name.includes('.db.damaged-'));
    expect(left).not.toEqual(expect.arrayContaining([older[0]]));
    expect(left.filter((name) => name.endsWith('Z'))).toHaveLength(1);
    expect(reports).toEqual([expect.stringContaining('set aside'), ...older.map((name) => expect.stringContaining(name))]);
  });

  it('is not given up for an error of another kind', () => {
    using dir = tempDirectory();
    using file = new HistoryFile(dir.path, roomy, () => undefined);
    const full = Object.assign(new Error('database or disk is full'), { errcode: 13 });
    const work = () => {
      throw full;
    };
    expect(() => file.use(work)).toThrow(full);
    expect(readdirSync(dir.path).filter((name) => name.includes('damaged'))).toEqual([]);
  });
});
