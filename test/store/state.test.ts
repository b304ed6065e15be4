import {
  chmodSync,
  copyFileSync,
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { openDatabase } from '../../src/store/sqlite.js';
import { openStore } from '../../src/store/store.js';
import { tempDirectory } from '../temp-directory.js';

const camera = { collection: 'services', id: 'camera-1', body: { serName: 'lens', version: '1.0', tags: ['a', null, 0.5] } };

/** A directory in which one document was committed and the store closed. */
async function usedDirectory() {
  const dir = tempDirectory();
  await using store = await openStore({ dir: dir.path });
  await store.state.commit([camera]);
  return dir;
}

/** What the file itself holds, read by another connection. */
function documentsIn(path: string): number {
  const database = openDatabase(path);
  const { count } = database.prepare('SELECT count(*) AS count FROM documents').get() ?? {};
  database.close();
  return Number(count);
}

describe('state.db', () => {
  it('has every document again after it was closed and opened', async () => {
    using dir = await usedDirectory();
    await using store = await openStore({ dir: dir.path });
    expect(await store.state.load('services')).toEqual(new Map([['camera-1', camera.body]]));
    expect(await store.state.load('devices')).toEqual(new Map());
  });

  it("is nobody else's to read, nor is its copy, also where an older gateway has left them open", async () => {
    using dir = await usedDirectory();
    const modes = () =>
      readdirSync(dir.path)
        .filter((name) => name.startsWith('state.db'))
        .map((name) => `${name} ${(statSync(join(dir.path, name)).mode & 0o777).toString(8)}`);
    expect(modes()).toEqual(['state.db 600', 'state.db.copy 600']);
    for (const name of ['state.db', 'state.db.copy']) chmodSync(join(dir.path, name), 0o644);
    await using _store = await openStore({ dir: dir.path });
    expect(modes()).toEqual(['state.db 600', 'state.db-shm 600', 'state.db-wal 600', 'state.db.copy 600']);
  });

  it('replaces and deletes documents', async () => {
    using dir = await usedDirectory();
    await using store = await openStore({ dir: dir.path });
    await store.state.commit([
      { ...camera, body: 'other' },
      { collection: 'services', id: 'x', body: null },
    ]);
    expect(await store.state.load('services')).toEqual(
      new Map([
        ['camera-1', 'other'],
        ['x', null],
      ]),
    );
    await store.state.commit([{ collection: 'services', id: 'camera-1' }]);
    expect(await store.state.load('services')).toEqual(new Map([['x', null]]));
  });

  it('makes all changes of a commit or none', async () => {
    using dir = await usedDirectory();
    await using store = await openStore({ dir: dir.path });
    const unacceptable = { collection: null as unknown as string, id: 'second', body: 2 };
    await expect(store.state.commit([{ collection: 'services', id: 'first', body: 1 }, unacceptable])).rejects.toMatchObject({
      code: 'unavailable',
    });
    expect([...(await store.state.load('services')).keys()]).toEqual(['camera-1']);
  });

  it('shows in the health that a write failed, until one succeeds', async () => {
    using dir = await usedDirectory();
    await using store = await openStore({ dir: dir.path });
    const broken = store.state.commit([{ collection: null as unknown as string, id: 'x', body: 1 }]);
    await expect(broken).rejects.toThrow(/^state could not be read or written: its database failed$/);
    expect(store.health.value).toMatchObject({ state: 'SUSPENDED' });
    await store.state.commit([camera]);
    expect(store.health.value).toEqual({ state: 'ACTIVE' });
  });

  it('keeps a checked copy from the last clean stop', async () => {
    using dir = await usedDirectory();
    expect(documentsIn(join(dir.path, 'state.db.copy'))).toBe(1);
    expect(existsSync(join(dir.path, 'state.db.copy.new'))).toBe(false);
  });

  it('never replaces the copy by an empty one', async () => {
    using dir = await usedDirectory();
    {
      await using store = await openStore({ dir: dir.path });
      await store.state.commit([{ collection: 'services', id: 'camera-1' }]);
    }
    expect(documentsIn(join(dir.path, 'state.db'))).toBe(0);
    expect(documentsIn(join(dir.path, 'state.db.copy'))).toBe(1);
  });

  it('does not open when damaged, and says which file to put over which', async () => {
    using dir = await usedDirectory();
    const path = join(dir.path, 'state.db');
    writeFileSync(path, readFileSync(path).fill(0x5a, 0, 100));
    await expect(openStore({ dir: dir.path })).rejects.toThrow(`cp '${path}.copy' '${path}'`);
    expect(statSync(path).size).toBeGreaterThan(0);
    expect(documentsIn(`${path}.copy`)).toBe(1);
  });

  it('opens with the copy put in its place as the message says', async () => {
    using dir = await usedDirectory();
    const path = join(dir.path, 'state.db');
    truncateSync(path, 5000);
    await expect(openStore({ dir: dir.path })).rejects.toMatchObject({ code: 'unavailable' });
    for (const suffix of ['-wal', '-shm']) rmSync(path + suffix, { force: true });
    copyFileSync(`${path}.copy`, path);
    await using store = await openStore({ dir: dir.path });
    expect((await store.state.load('services')).size).toBe(1);
  });

  it.each(['missing', 'empty'])('does not begin anew when it is %s beside its copy', async (how) => {
    using dir = await usedDirectory();
    const path = join(dir.path, 'state.db');
    if (how === 'missing') rmSync(path);
    else truncateSync(path, 0);
    await expect(openStore({ dir: dir.path })).rejects.toThrow(/state\.db is damaged.*missing or empty/);
  });

  it('is left alone when a newer gateway wrote it', async () => {
    using dir = await usedDirectory();
    const database = openDatabase(join(dir.path, 'state.db'));
    database.exec('PRAGMA user_version = 99');
    database.close();
    await expect(openStore({ dir: dir.path })).rejects.toThrow('newer gateway (schema 99, this one knows 1)');
  });
});
