import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { verify } from '../../src/audit/verification.js';
import { backup } from '../../src/backup/backup.js';
import { unpack } from '../../src/backup/unpack.js';
import { AuditFile } from '../../src/store/audit-file.js';
import { openDatabase, quickCheck } from '../../src/store/sqlite.js';
import { ManualClock } from '../manual-clock.js';
import { tempDirectory } from '../temp-directory.js';
import { PER_ROUND } from './per-round.js';

const ROUNDS = fileURLToPath(new URL('rounds.js', import.meta.url));

let folder: ReturnType<typeof tempDirectory>;
let stop: () => Promise<unknown> = () => Promise.resolve();
beforeEach(() => {
  folder = tempDirectory();
});
afterEach(async () => {
  await stop();
  folder[Symbol.dispose]();
});

/** A gateway that goes on writing; `said` is the newest round that it has said. */
async function running() {
  const dir = join(folder.path, 'data');
  const child = spawn(process.execPath, ['--no-warnings', ROUNDS, dir], { stdio: ['ignore', 'pipe', 'inherit'] });
  const rounds = { said: 0 };
  const lines = createInterface(child.stdout);
  lines.on('line', (line) => (rounds.said = Number(line)));
  stop = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill('SIGKILL');
    await once(child, 'exit');
  };
  const until = async (round: number) => {
    while (rounds.said < round) await once(lines, 'line');
  };
  await until(10);
  return { dir, rounds, until };
}

/** Which round each of the files is in. */
async function roundsIn(dir: string) {
  const state = openDatabase(join(dir, 'state.db'));
  const history = openDatabase(join(dir, 'history.db'));
  const number = (database: typeof state, sql: string) => Number(database.prepare(sql).get()?.n ?? 0);
  const kept = number(state, "SELECT count(*) AS n FROM documents WHERE collection = 'applications'");
  const newest = number(state, "SELECT max(CAST(id AS INTEGER)) AS n FROM documents WHERE collection = 'applications'");
  const rows = number(history, 'SELECT count(*) AS n FROM readings');
  const [first, last] = [
    number(history, 'SELECT min(seq) AS n FROM readings'),
    number(history, 'SELECT max(seq) AS n FROM readings'),
  ];
  const cursor = number(history, 'SELECT seq AS n FROM cursors');
  for (const database of [state, history]) {
    quickCheck(database);
    database.close();
  }
  using audit = new AuditFile(dir, () => undefined);
  const journal = {
    damage: async () => undefined,
    append: async () => undefined,
    slice: async (after: number, limit: number) => audit.slice(after, limit),
    page: async () => ({ entries: [] }),
  };
  const { intact, entries } = await verify(journal);
  return { kept, newest, rows, first, last, cursor, intact, entries };
}

describe('a backup of a gateway that goes on', () => {
  it('is of one moment: no file in it is ahead of another, and all that was answered before is there', async () => {
    const gateway = await running();
    for (let time = 1; time <= 4; time++) {
      const before = gateway.rounds.said;
      const file = join(folder.path, `${time}.backup`);
      await backup({ dir: gateway.dir, file });
      const into = join(folder.path, `into-${time}`);
      mkdirSync(into);
      const { counts } = await unpack(file, into);
      const { kept, newest, rows, first, last, cursor, intact, entries } = await roundsIn(into);
      expect(kept).toBeGreaterThanOrEqual(before);
      expect(newest).toBe(kept);
      expect(counts).toEqual({ documents: kept + 1, readings: rows, auditEntries: entries });
      // history is written before state, and state before the audit log
      expect([kept, kept + 1]).toContain(rows / PER_ROUND);
      expect([kept, kept - 1]).toContain(entries);
      expect([first, last]).toEqual([1, rows]);
      expect(cursor).toBeLessThanOrEqual(rows);
      expect(cursor).toBeGreaterThanOrEqual((kept - 4) * PER_ROUND);
      expect(intact).toBe(true);
      await gateway.until(gateway.rounds.said + 3);
    }
  });

  it('has two of them at once, each whole', async () => {
    const gateway = await running();
    const files = ['a', 'b'].map((name) => join(folder.path, `${name}.backup`));
    const ends = await Promise.allSettled(files.map((file) => backup({ dir: gateway.dir, file })));
    // one may be told to try again, and none is told anything else
    for (const end of ends) if (end.status === 'rejected') expect(end.reason).toMatchObject({ message: /try again/ });
    expect(ends.map(({ status }) => status)).toContain('fulfilled');
    for (const [at, file] of files.entries()) {
      if (ends[at]?.status !== 'fulfilled') continue;
      const into = join(folder.path, `into-${at}`);
      mkdirSync(into);
      await unpack(file, into);
    }
  });

  it('is given up when nobody takes it, and the gateway goes on', async () => {
    const gateway = await running();
    const clock = new ManualClock();
    let asked = () => {};
    const begun = new Promise<void>((resolve) => (asked = resolve));
    const sink = () => {
      asked();
      return new Promise<void>(() => undefined);
    };
    const ended = backup({ dir: gateway.dir, sink, clock, mostLogBytes: 100_000 });
    await begun;
    await gateway.until(gateway.rounds.said + 50);
    expect(await Promise.race([ended, Promise.resolve('waiting')])).toBe('waiting');
    await clock.advance(1_000);
    await expect(ended).rejects.toThrow(/MiB of new data wait for the backup to end/);
    await gateway.until(gateway.rounds.said + 3);
    await backup({ dir: gateway.dir, file: join(folder.path, 'a.backup') });
  });

  it('goes on when the gateway is killed meanwhile', async () => {
    const gateway = await running();
    const file = join(folder.path, 'a.backup');
    const killed = backup({ dir: gateway.dir, file, taken: () => void stop() });
    await killed;
    const into = join(folder.path, 'into');
    mkdirSync(into);
    const { counts } = await unpack(file, into);
    expect(counts.readings).toBeGreaterThanOrEqual(10 * PER_ROUND);
  });
});
