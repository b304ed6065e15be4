import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { libsqlDriver } from '../../src/store/libsql.js';
import { nodeSqliteDriver } from '../../src/store/node-sqlite.js';
import { type Driver, isBusy, isDamage, quickCheck } from '../../src/store/sqlite.js';
import { tempDirectory } from '../temp-directory.js';

/** What the store relies on, whichever SQLite is underneath. */
function sqliteContract(driver: Driver): void {
  const open = (path: string) => driver.open(path);
  describe(`${driver.name} keeps the SQLite contract`, () => {
    it('gives back every value as it was put in', () => {
      using dir = tempDirectory();
      const database = open(join(dir.path, 'a.db'));
      database.exec('CREATE TABLE t (id INTEGER PRIMARY KEY, value)');
      const insert = database.prepare('INSERT INTO t (value) VALUES (?)');
      const values = [null, 0, -1, 2 ** 40, Number.MAX_SAFE_INTEGER, 0.1, -163.835, '', 'µ°', 'a "quoted" \\ line\n'];
      for (const value of values) expect(insert.run(value)).toBe(1);
      expect(
        database
          .prepare('SELECT value FROM t ORDER BY id')
          .all()
          .map((row) => row.value),
      ).toEqual(values);
      database.close();
    });

    it('gives one row, or undefined when there is none, with its columns and nothing else', () => {
      using dir = tempDirectory();
      const database = open(join(dir.path, 'a.db'));
      expect({ ...database.prepare('SELECT ? AS a, ? AS b').get(null, 2) }).toEqual({ a: null, b: 2 });
      expect({ ...database.prepare('SELECT ? AS a').get(null) }).toEqual({ a: null });
      expect(database.prepare('SELECT 1 WHERE 0').get()).toBeUndefined();
      database.close();
    });

    it('walks through rows one by one and may stop on the way', () => {
      using dir = tempDirectory();
      const database = open(join(dir.path, 'a.db'));
      const numbers = database.prepare(
        'WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 500) SELECT i FROM n',
      );
      for (const { i } of numbers.iterate()) if (i === 3) break;
      expect([...numbers.iterate()].map(({ i }) => i)).toEqual(Array.from({ length: 500 }, (_, at) => at + 1));
      database.close();
    });

    it('prepares the same text once', () => {
      using dir = tempDirectory();
      const database = open(join(dir.path, 'a.db'));
      expect(database.prepare('SELECT 1')).toBe(database.prepare('SELECT 1'));
      database.close();
    });

    it('does all of a transaction or nothing of it', () => {
      using dir = tempDirectory();
      const database = open(join(dir.path, 'a.db'));
      database.exec('CREATE TABLE t (a)');
      const insert = database.prepare('INSERT INTO t VALUES (?)');
      expect(database.transaction(() => insert.run(1))).toBe(1);
      const half = () =>
        database.transaction(() => {
          insert.run(2);
          throw new Error('in the middle');
        });
      expect(half).toThrow('in the middle');
      expect(
        database
          .prepare('SELECT a FROM t')
          .all()
          .map(({ a }) => a),
      ).toEqual([1]);
      database.close();
    });

    it('says how many rows a change has touched', () => {
      using dir = tempDirectory();
      const database = open(join(dir.path, 'a.db'));
      database.exec('CREATE TABLE t (a PRIMARY KEY); INSERT INTO t VALUES (1), (2), (3)');
      expect(database.prepare('DELETE FROM t WHERE a > ?').run(1)).toBe(2);
      expect(database.prepare('INSERT INTO t VALUES (?) ON CONFLICT DO NOTHING').run(1)).toBe(0);
      database.close();
    });

    it('tells a damaged file from one that cannot be reached', () => {
      using dir = tempDirectory();
      const path = join(dir.path, 'bad.db');
      writeFileSync(path, 'not a database '.repeat(1000));
      const check = (file: string) => () => quickCheck(open(file));
      expect(isDamage(thrownBy(check(path)))).toBe(true);
      expect(isDamage(thrownBy(check(join(dir.path, 'no', 'where.db'))))).toBe(false);
    });

    it('says that somebody else holds the lock', () => {
      using dir = tempDirectory();
      const [first, second] = [open(join(dir.path, 'lock')), open(join(dir.path, 'lock'))];
      first.exec('BEGIN EXCLUSIVE');
      expect(isBusy(thrownBy(() => second.exec('BEGIN EXCLUSIVE')))).toBe(true);
      first.close();
      second.exec('BEGIN EXCLUSIVE');
      second.close();
    });

    it('writes a whole copy with VACUUM INTO', () => {
      using dir = tempDirectory();
      const database = open(join(dir.path, 'a.db'));
      database.exec('PRAGMA journal_mode = WAL; CREATE TABLE t (a); INSERT INTO t VALUES (7)');
      database.exec(`VACUUM INTO '${join(dir.path, 'copy.db')}'`);
      database.close();
      expect(existsSync(join(dir.path, 'copy.db'))).toBe(true);
      const copy = open(join(dir.path, 'copy.db'));
      quickCheck(copy);
      expect(copy.prepare('SELECT a FROM t').get()?.a).toBe(7);
      copy.close();
    });
  });
}

function thrownBy(work: () => unknown): unknown {
  try {
    work();
  } catch (error) {
    return error;
  }
  throw new Error('nothing was thrown');
}

const builtIn = nodeSqliteDriver();
if (builtIn) sqliteContract(builtIn);
else it.todo('node:sqlite keeps the SQLite contract (run with Node 22.13 or later)');

const addon = libsqlDriver();
if (addon) sqliteContract(addon);
else it.todo('libsql keeps the SQLite contract (npm install libsql)');
