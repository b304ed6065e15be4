import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { openDatabase } from '../../src/store/sqlite.js';
import type { StoreCounters } from '../../src/store/store-options.js';
import { tempDirectory } from '../temp-directory.js';

const SCRIPT = fileURLToPath(new URL('./steady-writer.js', import.meta.url));
const canLimit = spawnSync('prlimit', ['--version']).status === 0;

/** How many rows there are, and how many different. */
function rowsIn(path: string): { rows: number; different: number } {
  const database = openDatabase(path);
  const found = database.prepare('SELECT count(*) AS n, count(DISTINCT time) AS different FROM readings').get() ?? {};
  database.close();
  return { rows: Number(found.n), different: Number(found.different) };
}

if (!canLimit) it.todo('a file that may not grow (apt-get install util-linux: it needs prlimit)');
else
  describe('a file that may not grow', () => {
    it('makes readings wait, not the process end, and each is there once when it may again', async () => {
      using dir = tempDirectory();
      const writer = spawn(process.execPath, ['--no-warnings', SCRIPT, dir.path], { stdio: ['pipe', 'pipe', 'inherit'] });
      const limit = (bytes: string) => execFileSync('prlimit', ['--pid', String(writer.pid), `--fsize=${bytes}:`]);
      limit('1000000'); // of SQLite's writes beyond it the kernel says EFBIG
      const exit = once(writer, 'exit');
      const said: string[] = [];
      for await (const line of createInterface(writer.stdout)) {
        said.push(line);
        if (line.startsWith('SUSPENDED')) limit('unlimited');
        if (line.startsWith('ACTIVE')) writer.stdin.end();
      }
      expect(await exit).toEqual([0, null]);
      expect(said).toEqual([
        expect.stringMatching(/^SUSPENDED cannot write to .*: history could not be read or written: I\/O error$/),
        'ACTIVE ',
        'SUSPENDED the store has ended',
        expect.stringContaining('produced'),
      ]);
      const { produced, counters } = JSON.parse(said[3] ?? '') as { produced: number; counters: StoreCounters };
      expect(counters).toMatchObject({ added: produced, merged: 0, duplicates: 0, lost: 0, dropped: 0 });
      expect(rowsIn(join(dir.path, 'history.db'))).toEqual({ rows: produced, different: produced });
    });
  });
