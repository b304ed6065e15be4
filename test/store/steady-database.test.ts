import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { openDatabase } from '../../src/store/sqlite.js';
import { type LogBounds, SteadyDatabase } from '../../src/store/steady-database.js';
import { writeAnew } from '../../src/store/write-anew.js';
import { tempDirectory } from '../temp-directory.js';

const BLOB = 'x'.repeat(4000);

/** A table of numbers with some weight. */
function opened(log?: LogBounds) {
  const dir = tempDirectory();
  const path = join(dir.path, 'a.db');
  const database = new SteadyDatabase(path, log);
  database.exec('CREATE TABLE numbers (number INTEGER PRIMARY KEY, weight TEXT)');
  const add = (number: number) =>
    database.transaction(() => database.prepare('INSERT INTO numbers VALUES (?, ?)').run(number, BLOB));
  const dispose = () => {
    database.close();
    dir[Symbol.dispose]();
  };
  return { dir: dir.path, path, database, add, [Symbol.dispose]: dispose };
}

function numbersIn(path: string): number {
  const database = new SteadyDatabase(path);
  const { count } = database.prepare('SELECT count(*) AS count FROM numbers').get() ?? {};
  database.close();
  return Number(count);
}

describe('a file that is not where it was', () => {
  it('takes nothing, and goes on when it is back', () => {
    using file = opened();
    file.add(1);
    for (const suffix of ['', '-wal', '-shm']) renameSync(file.path + suffix, `${file.path}.away${suffix}`);
    expect(() => file.add(2)).toThrow('a.db was deleted, moved or replaced while the gateway runs: put it back');
    expect(() => file.add(2)).toThrow('a.db was deleted');
    expect(existsSync(file.path)).toBe(false);
    for (const suffix of ['', '-wal', '-shm']) renameSync(`${file.path}.away${suffix}`, file.path + suffix);
    file.add(3);
    file.database.close();
    expect(numbersIn(file.path)).toBe(2);
  });

  it('takes nothing either when another is in its place', () => {
    using file = opened();
    file.add(1);
    renameSync(file.path, `${file.path}.away`);
    writeFileSync(file.path, '');
    expect(() => file.add(2)).toThrow('a.db was deleted, moved or replaced');
    expect(statSync(file.path).size).toBe(0);
  });

  it('loses nothing when only its log was deleted', () => {
    using file = opened();
    file.add(1);
    rmSync(`${file.path}-wal`);
    file.add(2);
    expect(existsSync(`${file.path}-wal`)).toBe(true);
    file.add(3);
    file.database.close();
    expect(numbersIn(file.path)).toBe(3);
  });
});

describe('the write-ahead log', () => {
  it('becomes small again after what was large', () => {
    using file = opened();
    file.database.transaction(() => {
      for (let number = 0; number < 3000; number++) file.database.prepare('INSERT INTO numbers VALUES (?, ?)').run(number, BLOB);
    });
    expect(statSync(`${file.path}-wal`).size).toBeGreaterThan(8 * 2 ** 20);
    file.add(3001);
    file.add(3002);
    expect(statSync(`${file.path}-wal`).size).toBeLessThanOrEqual(4 * 2 ** 20);
  });

  it('does not grow without end while another program reads', () => {
    using file = opened({ most: 2 ** 20 });
    const reader = openDatabase(file.path);
    reader.exec('BEGIN; SELECT count(*) FROM numbers');
    reader.prepare('SELECT count(*) FROM numbers').get();
    const write = () => {
      for (let number = 0; number < 1000; number++) file.add(number);
    };
    expect(write).toThrow('a.db-wal cannot begin anew: another program has been reading a.db for too long');
    expect(statSync(`${file.path}-wal`).size).toBeLessThan(1.1 * 2 ** 20);
    reader.exec('COMMIT');
    reader.close();
    const { count } = file.database.prepare('SELECT count(*) AS count FROM numbers').get() ?? {};
    for (let number = Number(count); number < 1000; number++) file.add(number);
    file.database.close();
    expect(numbersIn(file.path)).toBe(1000);
  });

  it('is what it was when it was cut off, as far as it goes', () => {
    using file = opened();
    for (let number = 0; number < 10; number++) file.add(number);
    const copy = join(file.dir, 'copy.db');
    writeFileSync(copy, readFileSync(file.path));
    const log = readFileSync(`${file.path}-wal`);
    writeFileSync(`${copy}-wal`, log.subarray(0, log.length - 5000));
    expect(numbersIn(copy)).toBe(9);
  });
});

describe('writing a file anew', () => {
  it.each([0, 1, 2 ** 20, 3 * 2 ** 20 + 17])('leaves it as it is (%i bytes)', (size) => {
    using dir = tempDirectory();
    const path = join(dir.path, 'a');
    const bytes = randomBytes(size);
    writeFileSync(path, bytes);
    writeAnew(path);
    expect(readFileSync(path).equals(bytes)).toBe(true);
  });

  it('makes no file where there is none', () => {
    using dir = tempDirectory();
    writeAnew(join(dir.path, 'a'));
    expect(existsSync(join(dir.path, 'a'))).toBe(false);
  });
});
