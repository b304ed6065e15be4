import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { SteadyDatabase } from '../../src/store/steady-database.js';
import { tempDirectory } from '../temp-directory.js';

const SCRIPT = fileURLToPath(new URL('./faulty-writer.js', import.meta.url));
const FAULTS = {
  flushes: ['posix/io/sync/fsync', 'posix/io/sync/fdatasync'],
  writes: ['posix/io/rw/pwrite'],
  everything: ['posix/io/sync/*', 'posix/io/rw/pwrite'],
};

/** Runs the writer on a disk on which some calls fail with EIO; gives what it said and what the file holds. */
function write(path: string, faults: keyof typeof FAULTS, how: 'steady' | 'plain', failures: number) {
  // by a process of its own: where this one has the file open too, nobody looks at what the killed one has left in the log
  spawnSync(process.execPath, ['--no-warnings', SCRIPT, path, 'new', '0']);
  const enabled = FAULTS[faults].flatMap((name) => ['-c', `enable_random name=${name},probability=0.05,failinfo=5`]);
  const command = [...enabled, process.execPath, '--no-warnings', SCRIPT, path, how, String(failures)];
  const { stdout } = spawnSync('fiu-run', ['-x', ...command], { encoding: 'utf8' });
  const said = (word: string) =>
    stdout.split('\n').flatMap((line) => (line.startsWith(`${word} `) ? [Number(line.slice(word.length))] : []));
  const database = new SteadyDatabase(path);
  const found = database.prepare('SELECT number FROM numbers ORDER BY number').all();
  database.close();
  return { kept: said('kept'), failed: said('failed'), found: found.map(({ number }) => Number(number)) };
}

const canFail = spawnSync('fiu-run', ['-x', process.execPath, '--version']).status === 0;

if (!canFail) it.todo('a disk that fails (apt-get install fiu-utils)');
else
  describe('a disk that fails', () => {
    it.each(['flushes', 'writes', 'everything'] as const)('has what was called kept and nothing else, when %s fail', (faults) => {
      using dir = tempDirectory();
      const { kept, failed, found } = write(join(dir.path, 'a.db'), faults, 'steady', 10);
      expect(failed).toHaveLength(10);
      expect(kept.length).toBeGreaterThan(0);
      expect(found).toEqual(kept);
    });

    it('has what was refused too, where a process goes on with the log as it is', () => {
      let refusedAndThere = 0;
      for (let attempt = 0; attempt < 5; attempt++) {
        using dir = tempDirectory();
        const { kept, failed, found } = write(join(dir.path, 'a.db'), 'flushes', 'plain', 1);
        if (failed.length === 1 && found.length === kept.length + 1) refusedAndThere++;
      }
      expect(refusedAndThere).toBeGreaterThan(0);
    });
  });
