import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { SteadyDatabase } from '../../src/store/steady-database.js';
import { tempDirectory } from '../temp-directory.js';

const SCRIPT = fileURLToPath(new URL('./faulty-writer.js', import.meta.url));
/** Debian's fiu-utils. */
const LIBFIU = ['/usr/lib/fiu/fiu_run_preload.so', '/usr/lib/fiu/fiu_posix_preload.so'];
const FAULTS = {
  flushes: ['posix/io/sync/fsync', 'posix/io/sync/fdatasync'],
  writes: ['posix/io/rw/pwrite'],
  everything: ['posix/io/sync/*', 'posix/io/rw/pwrite'],
};

/** The writer ends within a second. Now and then libfiu lets a process of Node 24 wait for itself, whatever that does. */
const HANGS_MS = 4_000;
const ATTEMPTS = 8;
const PATIENCE_MS = 60_000;

/** Runs the writer on a disk on which some calls fail with EIO; gives what it said and what the file holds. */
function write(dir: string, faults: keyof typeof FAULTS, how: 'steady' | 'plain', failures: number) {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const written = tryToWrite(join(dir, `${attempt}.db`), faults, how, failures);
    if (written) return written;
  }
  throw new Error(`the writer hung ${ATTEMPTS} times`);
}

function tryToWrite(path: string, faults: keyof typeof FAULTS, how: 'steady' | 'plain', failures: number) {
  // by a process of its own: where this one has the file open too, nobody looks at what the killed one has left in the log
  spawnSync(process.execPath, ['--no-warnings', SCRIPT, path, 'new', '0']);
  const enabled = FAULTS[faults].map((name) => `enable_random name=${name},probability=0.05,failinfo=5`);
  // as fiu-run does, but for the pipe by which it would take more orders: a thread waits at that, and now and then so does Node
  const env = { ...process.env, LD_PRELOAD: LIBFIU.join(' '), FIU_ENABLE: enabled.join('\n') };
  const args = ['--no-warnings', SCRIPT, path, how, String(failures)];
  const { stdout, error } = spawnSync(process.execPath, args, {
    encoding: 'utf8',
    env,
    timeout: HANGS_MS,
    killSignal: 'SIGKILL',
  });
  if (error) return undefined;
  const said = (word: string) =>
    stdout.split('\n').flatMap((line) => (line.startsWith(`${word} `) ? [Number(line.slice(word.length))] : []));
  const database = new SteadyDatabase(path);
  const found = database.prepare('SELECT number FROM numbers ORDER BY number').all();
  database.close();
  return { kept: said('kept'), failed: said('failed'), found: found.map(({ number }) => Number(number)) };
}

if (!LIBFIU.every((library) => existsSync(library))) it.todo('a disk that fails (apt-get install fiu-utils)');
else
  describe('a disk that fails', () => {
    it.each(['flushes', 'writes', 'everything'] as const)(
      'has what was called kept and nothing else, when %s fail',
      (faults) => {
        using dir = tempDirectory();
        const { kept, failed, found } = write(dir.path, faults, 'steady', 10);
        expect(failed).toHaveLength(10);
        expect(kept.length).toBeGreaterThan(0);
        expect(found).toEqual(kept);
      },
      PATIENCE_MS,
    );

    it(
      'has what was refused too, where a process goes on with the log as it is',
      () => {
        let refusedAndThere = 0;
        for (let attempt = 0; attempt < 5; attempt++) {
          using dir = tempDirectory();
          const { kept, failed, found } = write(dir.path, 'flushes', 'plain', 1);
          if (failed.length === 1 && found.length === kept.length + 1) refusedAndThere++;
        }
        expect(refusedAndThere).toBeGreaterThan(0);
      },
      PATIENCE_MS,
    );
  });
