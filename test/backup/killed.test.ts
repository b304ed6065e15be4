import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { finishRestore, keptIn } from '../../src/backup/put-in-place.js';
import { openDatabase } from '../../src/store/sqlite.js';
import { openStore } from '../../src/store/store.js';
import { aBackup, aGateway, GATEWAY, READINGS } from './a-gateway.js';

const DYING = fileURLToPath(new URL('dying.js', import.meta.url));

/** @returns whether it came to its end, or was killed on the way */
function isDone(...args: readonly string[]): boolean {
  const { stdout, stderr, signal } = spawnSync(process.execPath, ['--no-warnings', DYING, ...args], { encoding: 'utf8' });
  if (signal === null && stdout !== 'done') throw new Error(stderr);
  return stdout === 'done';
}

/** What a gateway that starts there finds. */
async function found(dir: string) {
  await using store = await openStore({ dir });
  const { points } = await store.history.query({ measurement: 'people', limit: 1000 });
  const identity = (await store.state.load('gateway')).get('identity');
  return { readings: points.length, identity };
}

describe('a backup that is killed', () => {
  it('leaves no file of its name, and the gateway as it was', async () => {
    using gateway = await aGateway();
    const file = join(gateway.folder, 'a.backup');
    let kills = 0;
    for (let n = 1; !isDone('backup', gateway.dir, file, String(n)); n++) {
      kills++;
      expect(existsSync(file)).toBe(false);
    }
    expect(kills).toBeGreaterThanOrEqual(3);
    expect(existsSync(file)).toBe(true);
    expect(await found(gateway.dir)).toEqual({ readings: READINGS - 1, identity: GATEWAY });
  });
});

describe('a restore that is killed', () => {
  it('has done nothing, or all of it once the gateway starts', async () => {
    using made = await aBackup();
    const ends = { nothing: 0, all: 0 };
    for (let n = 1, done = false; !done; n++) {
      const dir = join(made.folder, `at-${n}`);
      done = isDone('restore', dir, made.file, String(n));
      await finishRestoreIn(dir);
      const kept = existsSync(dir) ? keptIn(dir) : [];
      if (kept.length === 0) ends.nothing++;
      else {
        ends.all++;
        expect(kept).toEqual(['audit.db', 'history.db', 'plan.webp', 'state.db']);
        expect(await found(dir)).toEqual({ readings: READINGS - 1, identity: GATEWAY });
      }
    }
    expect(ends.nothing).toBeGreaterThanOrEqual(3);
    expect(ends.all).toBeGreaterThanOrEqual(4);
  });

  it('has the data of before, or the new ones with those of before set aside', async () => {
    using made = await aBackup();
    using other = await aGateway({ 'gateway/identity': 'other' });
    const ends = { before: 0, after: 0 };
    for (let n = 1, done = false; !done; n++) {
      const dir = join(made.folder, `at-${n}`);
      cpSync(other.dir, dir, { recursive: true });
      done = isDone('restore', dir, made.file, String(n), 'replace');
      await finishRestoreIn(dir);
      const { identity, readings } = await found(dir);
      expect(readings).toBe(READINGS - 1);
      const aside = readdirSync(dir).find((name) => name.startsWith('replaced-'));
      if (identity === 'other') {
        ends.before++;
        expect(aside).toBeUndefined();
      } else {
        ends.after++;
        expect(identity).toBe(GATEWAY);
        expect(identityIn(join(dir, aside ?? 'missing'))).toBe('"other"');
      }
    }
    expect(ends.before).toBeGreaterThanOrEqual(3);
    expect(ends.after).toBeGreaterThanOrEqual(6);
  });
});

async function finishRestoreIn(dir: string): Promise<void> {
  if (existsSync(dir)) await finishRestore(dir);
}

function identityIn(dir: string): unknown {
  const state = openDatabase(join(dir, 'state.db'));
  const row = state.prepare("SELECT body FROM documents WHERE id = 'identity'").get();
  state.close();
  return row?.body;
}
