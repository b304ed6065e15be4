import { describe, expect, it } from '@jest/globals';
import type { ArrivalPage, ArrivalQuery } from '../../src/sensors/arrival-log.js';
import { HistoryDatabase } from '../../src/store/history-database.js';
import { HistoryFile } from '../../src/store/history-file.js';
import { openDatabase } from '../../src/store/sqlite.js';
import { tempDirectory } from '../temp-directory.js';
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { openHistory, roomy } from './open-history.js';
import { appPoint, appPoints, noon, ruuviPoint } from './points.js';

const HOUR = 3_600_000;
const counts = ({ arrivals }: ArrivalPage) => arrivals.map(({ point }) => point.fields.count);

/** A history in a file that can be closed, copied and opened again. */
function openAt(path: string, bounds = roomy): HistoryDatabase & Disposable {
  return new HistoryDatabase(openDatabase(path), bounds, new Set());
}

/** Every page from a cursor on, until the end. */
function readOn(history: HistoryDatabase, query: ArrivalQuery): { pages: ArrivalPage[]; next: string } {
  const pages: ArrivalPage[] = [];
  for (let after = query.after; ;) {
    const page = history.arrivals({ ...query, ...(after === undefined ? {} : { after }) });
    pages.push(page);
    after = page.next;
    if (page.isEnd) return { pages, next: page.next };
  }
}

describe('What arrived', () => {
  it('is given in the order in which it came, whatever its times say, and once', () => {
    using opened = openHistory();
    const { history } = opened;
    const late = appPoints(3, noon - HOUR, 'south');
    history.append([appPoints(3), late]);
    const { pages, next } = readOn(history, { limit: 2 });
    expect(pages.map(counts)).toEqual([
      [0, 1],
      [2, 0],
      [1, 2],
    ]);
    expect(counts(history.arrivals({ after: next, limit: 10 }))).toEqual([]);
    history.append([appPoints(1, noon - 2 * HOUR)]);
    expect(counts(history.arrivals({ after: next, limit: 10 }))).toEqual([0]);
  });

  it('comes again when it is changed, and not when it is only sent again', () => {
    using opened = openHistory();
    const { history } = opened;
    history.append([appPoints(2)]);
    const { next } = readOn(history, { limit: 10 });
    history.append([appPoints(2)]);
    expect(history.arrivals({ after: next, limit: 10 })).toMatchObject({ arrivals: [], missed: 0 });
    history.append([[{ ...appPoint(), fields: { open: true } }]]);
    const [changed] = history.arrivals({ after: next, limit: 10 }).arrivals;
    expect(changed?.point.fields).toEqual({ count: 0, open: true });
  });

  it('can be gone on with from each point, and from now', () => {
    using opened = openHistory();
    const { history } = opened;
    history.append([appPoints(5)]);
    const { arrivals } = history.arrivals({ limit: 5 });
    expect(arrivals.map(({ cursor }) => counts(history.arrivals({ after: cursor, limit: 5 })))).toEqual([
      [1, 2, 3, 4],
      [2, 3, 4],
      [3, 4],
      [4],
      [],
    ]);
    const { next } = history.arrivals({ after: 'now', limit: 5 });
    history.append([appPoints(1, noon + HOUR)]);
    expect(counts(history.arrivals({ after: next, limit: 5 }))).toEqual([0]);
  });

  it('is shown as far as somebody sees', () => {
    using opened = openHistory();
    const { history } = opened;
    const theirs = { ...appPoint(), tags: { gate: 'north', tenant: 'town' } };
    history.append([[ruuviPoint(noon, 'CBB8334C884F'), ruuviPoint(noon, 'CBB8334C8850'), appPoint(), theirs]]);
    const seen = (query: Omit<ArrivalQuery, 'limit'>) =>
      history
        .arrivals({ ...query, limit: 9 })
        .arrivals.map(({ point: { measurement, tags } }) => tags.mac ?? `${measurement} ${tags.tenant ?? ''}`);
    expect(seen({})).toEqual(['CBB8334C884F', 'CBB8334C8850', 'people ', 'people town']);
    expect(seen({ macs: ['CBB8334C8850'], tenant: 'town' })).toEqual(['CBB8334C8850', 'people town']);
    expect(seen({ macs: [], tenant: 'host' })).toEqual(['people ']);
    expect(seen({ measurement: 'people', macs: ['CBB8334C8850'] })).toEqual(['people ', 'people town']);
    expect(seen({ macs: [], tenant: 'nobody' })).toEqual([]);
    const { next: others } = history.arrivals({ limit: 2 });
    expect(seen({ after: others, macs: ['CBB8334C884F'], tenant: 'town' })).toEqual(['people town']);
    const { next: theirOwn } = history.arrivals({ macs: [], tenant: 'nobody', limit: 9 });
    expect(seen({ after: theirOwn })).toEqual([]);
  });

  it('that has gone is skipped, and of what others hold only so much is looked at', () => {
    using opened = openHistory();
    const { history, database } = opened;
    for (let at = 0; at < 25; at++) history.append([appPoints(1000, noon + at * 1_000_000)]);
    history.append([[{ ...appPoint(), tags: { tenant: 'town' } }]]);
    const { pages } = readOn(history, { tenant: 'town', limit: 10 });
    expect(pages.map(({ arrivals }) => arrivals.length)).toEqual([0, 1]);
    database.exec('DELETE FROM readings WHERE seq <= 25000');
    expect(readOn(history, { tenant: 'town', limit: 10 }).pages.map(({ arrivals }) => arrivals.length)).toEqual([1]);
  });
});

describe('A cursor', () => {
  it('says nothing to whoever holds it, and is another one each time', () => {
    using opened = openHistory();
    const { history } = opened;
    history.append([appPoints(1)]);
    const cursors = Array.from({ length: 100 }, () => history.arrivals({ limit: 1 }).next);
    expect(new Set(cursors).size).toBe(100);
    expect(new Set(cursors.map(({ length }) => length))).toEqual(new Set([62]));
  });

  it('that was changed, or made up, is none', () => {
    using opened = openHistory();
    const { history } = opened;
    history.append([appPoints(3)]);
    const { next } = history.arrivals({ limit: 1 });
    for (const after of ['', 'x', next.slice(1), `${next}AA`, 'A'.repeat(61)])
      expect(() => history.arrivals({ after, limit: 1 })).toThrow(expect.objectContaining({ code: 'invalid' }));
    const bytes = Buffer.from(next, 'base64url');
    for (let at = 0; at < bytes.length; at++) {
      const forged = Buffer.from(bytes);
      forged[at] = (forged[at] ?? 0) ^ 1;
      expect(() => history.arrivals({ after: forged.toString('base64url'), limit: 1 })).toThrow(
        expect.objectContaining({ code: 'gone' }),
      );
    }
  });

  it('outlives the process', () => {
    using dir = tempDirectory();
    const path = join(dir.path, 'history.db');
    let after: string | undefined;
    for (let run = 0; run < 3; run++) {
      using history = openAt(path);
      history.append([appPoints(1, noon + run * 1000)]);
      const page = history.arrivals({ ...(after === undefined ? {} : { after }), limit: 10 });
      expect(page.arrivals).toHaveLength(1);
      after = page.next;
    }
  });

  it('is good for nothing where another history goes on from an older copy', () => {
    using dir = tempDirectory();
    const [path, copy] = [join(dir.path, 'history.db'), join(dir.path, 'copy.db')];
    const cursors: string[] = [];
    const add = (history: HistoryDatabase, count: number) => {
      history.append([appPoints(count, noon + cursors.length * HOUR)]);
      cursors.push(history.arrivals({ after: 'now', limit: 1 }).next);
    };
    {
      using history = openAt(path);
      add(history, 3);
    }
    copyFileSync(path, copy);
    {
      using history = openAt(path);
      add(history, 3);
    }
    using restored = openAt(copy);
    restored.append([appPoints(9, noon + 9 * HOUR)]);
    const [before = '', since = ''] = cursors;
    expect(restored.arrivals({ after: before, limit: 10 })).toMatchObject({ arrivals: { length: 9 }, missed: 0 });
    expect(() => restored.arrivals({ after: since, limit: 10 })).toThrow(expect.objectContaining({ code: 'gone' }));
  });

  it('of a run that went on after the copy was made is not good either', () => {
    using dir = tempDirectory();
    const [path, copy] = [join(dir.path, 'history.db'), join(dir.path, 'copy.db')];
    const database = openDatabase(path);
    const history = new HistoryDatabase(database, roomy, new Set());
    history.append([appPoints(3)]);
    database.exec(`VACUUM INTO '${copy}'`);
    history.append([appPoints(3, noon + HOUR)]);
    const { next } = history.arrivals({ after: 'now', limit: 1 });
    history[Symbol.dispose]();
    using restored = openAt(copy);
    restored.append([appPoints(9, noon + HOUR)]);
    expect(() => restored.arrivals({ after: next, limit: 10 })).toThrow(expect.objectContaining({ code: 'gone' }));
  });

  it('of a run that began in a transaction that failed is never given', () => {
    using opened = openHistory();
    const { history, database } = opened;
    database.exec("CREATE TRIGGER fails BEFORE INSERT ON readings BEGIN SELECT RAISE(ABORT, 'no'); END");
    expect(() => history.append([appPoints(1)])).toThrow();
    database.exec('DROP TRIGGER fails');
    history.append([appPoints(1)]);
    const { next } = history.arrivals({ limit: 1 });
    expect(history.arrivals({ after: next, limit: 1 }).arrivals).toEqual([]);
  });

  it('is good for as long, however often somebody asks with one that is none', () => {
    using dir = tempDirectory();
    using file = new HistoryFile(dir.path, roomy, () => undefined);
    const read = (after: string) => file.use((history) => history.arrivals({ after, limit: 10 }));
    const { next } = read('now');
    for (let n = 0; n < 1001; n++) expect(() => read('made-up')).toThrow(expect.objectContaining({ code: 'invalid' }));
    file.use((history) => history.append([appPoints(1)]));
    expect(counts(read(next))).toEqual([0]);
  });

  it('is given and taken while nothing can be written', () => {
    using opened = openHistory();
    const { history, database } = opened;
    history.append([appPoints(2)]);
    const { next } = history.arrivals({ limit: 1 });
    database.exec('PRAGMA query_only = ON');
    expect(counts(history.arrivals({ after: next, limit: 10 }))).toEqual([1]);
    expect(() => history.append([appPoints(1, noon + HOUR)])).toThrow();
    expect(counts(history.arrivals({ after: next, limit: 10 }))).toEqual([1]);
  });
});

describe('What retention takes before it was read', () => {
  const few = { ...roomy, maxBytes: 1 };

  it('is told once, to those who had not read it and might have', () => {
    using opened = openHistory(few);
    const { history } = opened;
    const theirs = appPoints(4).map((point) => ({ ...point, tags: { tenant: 'town' } }));
    const begin = history.arrivals({ limit: 1 }).next;
    history.append([[...appPoints(3), ...theirs, ruuviPoint()]]);
    const { next } = readOn(history, { limit: 100 });
    while (history.retention.sweepBudget(noon + HOUR).more);
    const at = (query: Omit<ArrivalQuery, 'limit'>) => history.arrivals({ ...query, limit: 10 });
    expect(at({ after: begin })).toMatchObject({ arrivals: [], missed: 8 });
    expect(at({ after: begin, macs: [] })).toMatchObject({ missed: 7 });
    expect(at({ after: begin, macs: ['CBB8334C884F'], tenant: 'host' })).toMatchObject({ missed: 4 });
    expect(at({ after: begin, measurement: 'people', tenant: 'town' })).toMatchObject({ missed: 4 });
    expect(at({ after: at({ after: begin }).next })).toMatchObject({ missed: 0 });
    expect(at({ after: next })).toMatchObject({ missed: 0 });
    expect(at({})).toMatchObject({ missed: 0 });
  });

  it('is not known any more after very many sweeps, and then that is said', () => {
    using opened = openHistory();
    const { history, database } = opened;
    history.append([appPoints(1)]);
    const { next } = history.arrivals({ limit: 1 });
    database.exec("UPDATE sqlite_sequence SET seq = 60000 WHERE name = 'dropped'");
    database.exec("INSERT INTO dropped (measurement, owner, last, count) SELECT 'people', 'host', 1, 1");
    database.exec("UPDATE sqlite_sequence SET seq = 60000 WHERE name = 'dropped'");
    expect(history.arrivals({ after: next, limit: 1 })).not.toHaveProperty('missed');
    expect(history.arrivals({ after: history.arrivals({ after: next, limit: 1 }).next, limit: 1 })).toMatchObject({ missed: 0 });
  });
});
