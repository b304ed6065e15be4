import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { ArchiveWriter } from '../../src/backup/archive-writer.js';
import { backup } from '../../src/backup/backup.js';
import { restore } from '../../src/backup/restore.js';
import { lockDirectory } from '../../src/store/lock.js';
import { openDatabase, quickCheck, sqliteDrivers, textOf } from '../../src/store/sqlite.js';
import { openStore } from '../../src/store/store.js';
import { ruuviPoint } from '../store/points.js';
import { aBackup, aGateway, GATEWAY, PLAN, READINGS } from './a-gateway.js';

const DAY_MS = 86_400_000;
const INPUT = { settings: { direction: 'INPUT' } };
const OUTPUT = { settings: { direction: 'OUTPUT' } };
/** Something of everything that a gateway keeps. */
const DOCUMENTS = {
  'applications/a': { appInstanceId: 'a' },
  'audit/ends': {},
  'clients/administrator': { client: { clientId: 'administrator' } },
  'devices/camera-door': { name: 'Door' },
  'gpio-lines/17': INPUT,
  'gpio-lines/22': OUTPUT,
  'keys/k1': { kid: 'k1', jwk: { d: 'secret' } },
  'notices/1': { seq: 1 },
  'revoked-tokens/t': 5,
  'sessions/s': { id: 's' },
  'street/http:__x': { appInstanceId: 'b' },
  'subscriptions/s': {},
  'tenants/t': { tenant: 't' },
};

function pathsIn(dir: string): string[] {
  const state = openDatabase(join(dir, 'state.db'));
  const rows = state.prepare('SELECT collection, id FROM documents ORDER BY collection, id').all();
  state.close();
  return rows.map(({ collection, id }) => `${textOf(collection)}/${textOf(id)}`);
}

async function cursorAndNext(dir: string) {
  await using store = await openStore({ dir, commitMs: 1 });
  const cursor = store.cursor('influx');
  const { live } = await cursor.unsent();
  const unsent = async () => (await cursor.read({ after: live, upTo: Number.MAX_SAFE_INTEGER }, 100)).rows;
  const waiting = (await unsent()).map(({ seq }) => seq);
  await store.history.append([ruuviPoint(1)], { prompt: true });
  const [last] = (await unsent()).slice(-1);
  return { waiting, next: last?.seq, rejected: await cursor.rejections() };
}

describe('a restored gateway', () => {
  it('is the one that was backed up, and lets nobody in by what was given out before', async () => {
    using made = await aBackup(DOCUMENTS);
    const { gatewayId, released, known, aside } = await restore({ file: made.file, dir: made.elsewhere });
    expect({ gatewayId, released, aside }).toEqual({ gatewayId: GATEWAY, released: ['22'], aside: undefined });
    expect(known).toEqual({ deviceIds: ['camera-door'], lineIds: ['17'] });
    expect(readdirSync(made.elsewhere).sort()).toEqual(['audit.db', 'history.db', 'lock', 'plan.webp', 'state.db']);
    const gone = ['gpio-lines/22', 'keys/k1', 'revoked-tokens/t', 'sessions/s'];
    const kept = [...Object.keys(DOCUMENTS), 'gateway/identity'].filter((path) => !gone.includes(path));
    expect(pathsIn(made.elsewhere)).toEqual(kept.sort());
    expect(readFileSync(join(made.elsewhere, 'plan.webp'))).toEqual(PLAN);
    for (const file of ['state.db', 'history.db', 'audit.db', 'plan.webp'])
      expect(statSync(join(made.elsewhere, file)).mode & 0o777).toBe(0o600);
  });

  it('sends on from where it was, and gives no reading a number that the other may have given since', async () => {
    using made = await aBackup();
    await restore({ file: made.file, dir: made.elsewhere });
    const { waiting, next, rejected } = await cursorAndNext(made.elsewhere);
    expect(waiting).toEqual(Array.from({ length: 10 }, (_, at) => READINGS - 9 + at));
    expect(next).toBeGreaterThan(READINGS + DAY_MS);
    expect(rejected).toHaveLength(1);
  });

  it('counts further the longer ago the backup was made', async () => {
    using made = await aBackup();
    await restore({ file: made.file, dir: made.elsewhere, now: () => Date.now() + 100 * DAY_MS });
    expect((await cursorAndNext(made.elsewhere)).next).toBeGreaterThan(READINGS + 100 * DAY_MS);
  });

  it('says in its audit log that it was restored', async () => {
    using made = await aBackup();
    await restore({ file: made.file, dir: made.elsewhere });
    await using store = await openStore({ dir: made.elsewhere });
    const { entries } = await store.audit.slice(0, 10);
    expect(entries.map(({ number, what }) => [number, what])).toEqual([
      [1, 'started'],
      [2, 'restored'],
    ]);
    expect(entries[1]?.target).toContain(GATEWAY);
  });

  it('reads on every SQLite that there is', async () => {
    using made = await aBackup(DOCUMENTS);
    await restore({ file: made.file, dir: made.elsewhere });
    for (const driver of sqliteDrivers())
      for (const file of ['state.db', 'history.db', 'audit.db']) {
        const database = driver.open(join(made.elsewhere, file));
        expect(() => quickCheck(database)).not.toThrow();
        database.close();
      }
  });
});

describe('a gateway beside the one that was backed up', () => {
  it('has an identity of its own, and takes along who may call it and what devices are called', async () => {
    using made = await aBackup(DOCUMENTS);
    mkdirSync(join(made.dir, 'tls'));
    for (const name of ['ca.pem', 'ca.key', 'server.pem']) writeFileSync(join(made.dir, 'tls', name), name);
    await backup({ dir: made.dir, file: made.file });
    const { gatewayId } = await restore({ file: made.file, dir: made.elsewhere, newIdentity: true });
    expect(gatewayId).not.toBe(GATEWAY);
    expect(pathsIn(made.elsewhere)).toEqual(['clients/administrator', 'devices/camera-door', 'gateway/identity', 'tenants/t']);
    expect(existsSync(join(made.elsewhere, 'tls'))).toBe(false);
    const state = openDatabase(join(made.elsewhere, 'state.db'));
    expect(state.prepare("SELECT body FROM documents WHERE id = 'identity'").get()?.body).toBe(JSON.stringify(gatewayId));
    state.close();
    const beside = join(made.folder, 'beside');
    expect((await restore({ file: made.file, dir: beside, newIdentity: true })).gatewayId).not.toBe(gatewayId);
    const same = join(made.folder, 'same');
    await restore({ file: made.file, dir: same });
    expect(readFileSync(join(same, 'tls', 'ca.key'), 'utf8')).toBe('ca.key');
  });

  it('sends none of the history, unless it is asked to', async () => {
    using made = await aBackup();
    await restore({ file: made.file, dir: made.elsewhere, newIdentity: true });
    expect(await cursorAndNext(made.elsewhere)).toMatchObject({ waiting: [], rejected: [] });
    const again = join(made.folder, 'again');
    await restore({ file: made.file, dir: again, newIdentity: true, sendAgain: true });
    expect((await cursorAndNext(again)).waiting).toHaveLength(READINGS);
  });
});

describe('a directory that holds data', () => {
  it('is refused, and set aside when that is asked for', async () => {
    using made = await aBackup(DOCUMENTS);
    using other = await aGateway({ 'devices/camera-yard': { name: 'Yard' } });
    writeFileSync(join(other.dir, 'mine.txt'), 'mine');
    writeFileSync(join(other.dir, 'administrator.json'), 'the secret of the other');
    await expect(restore({ file: made.file, dir: other.dir })).rejects.toMatchObject({ code: 'conflict' });
    expect(pathsIn(other.dir)).toContain('devices/camera-yard');
    const { aside = '' } = await restore({ file: made.file, dir: other.dir, replace: true });
    expect(pathsIn(other.dir)).toContain('devices/camera-door');
    expect(pathsIn(aside)).toContain('devices/camera-yard');
    expect(readdirSync(aside)).toEqual(expect.arrayContaining(['administrator.json', 'history.db']));
    expect(readdirSync(other.dir)).not.toContain('administrator.json');
    expect(readFileSync(join(other.dir, 'mine.txt'), 'utf8')).toBe('mine');
  });

  it('is refused while a gateway uses it', async () => {
    using made = await aBackup();
    using other = await aGateway();
    using _lock = lockDirectory(other.dir);
    await expect(restore({ file: made.file, dir: other.dir, replace: true })).rejects.toThrow('another gateway uses it');
  });
});

describe('what is no whole backup of this gateway or an older one', () => {
  async function expectRefused(file: string, dir: string, words: RegExp): Promise<void> {
    await expect(restore({ file, dir })).rejects.toMatchObject({ code: 'invalid', message: expect.stringMatching(words) });
    expect(existsSync(dir)).toBe(false);
  }

  it('is refused when one byte of it is another', async () => {
    using made = await aBackup();
    const whole = readFileSync(made.file);
    const changed = join(made.folder, 'changed');
    // every place of the headers and the texts is like one of these
    const places = Array.from({ length: 150 }, (_, at) => Math.floor((at * whole.length) / 150) + (at % 97));
    for (const place of [...places, 0, 100, 513, 600, whole.length - 1].filter((one) => one < whole.length)) {
      const bytes = Buffer.from(whole);
      bytes[place] = (bytes[place] ?? 0) ^ 0x10;
      writeFileSync(changed, bytes);
      await expectRefused(changed, made.elsewhere, /cannot be restored/);
    }
  });

  it('is refused when it is cut short, longer, empty, or something else', async () => {
    using made = await aBackup();
    const { size } = statSync(made.file);
    for (const length of [0, 1, 512, 1024, 5000, size - 1025, size - 1]) {
      const cut = join(made.folder, 'cut');
      writeFileSync(cut, readFileSync(made.file));
      truncateSync(cut, length);
      await expectRefused(cut, made.elsewhere, /ends at byte|not whole|expected/);
    }
    const longer = join(made.folder, 'longer');
    writeFileSync(longer, Buffer.concat([readFileSync(made.file), Buffer.alloc(1)]));
    await expectRefused(longer, made.elsewhere, /not whole/);
    await expectRefused(join(made.dir, 'state.db'), made.elsewhere, /expected manifest.json/);
  });

  it('is refused when a newer gateway has made it', async () => {
    using made = await aBackup();
    const manifest = { kind: 'umec-backup', format: 3, version: '9.0.0', somethingNew: true };
    const chunks: Buffer[] = [];
    const archive = new ArchiveWriter(async (bytes) => void chunks.push(Buffer.from(bytes)), 1);
    await archive.text('manifest.json', JSON.stringify(manifest));
    await archive.end();
    writeFileSync(made.file, Buffer.concat(chunks));
    await expectRefused(made.file, made.elsewhere, /newer gateway: it has format 3.*9\.0\.0/);
    const state = openDatabase(join(made.dir, 'state.db'));
    state.exec('PRAGMA user_version = 99');
    state.close();
    const newer = join(made.folder, 'newer');
    await backup({ dir: made.dir, file: newer });
    await expectRefused(newer, made.elsewhere, /newer gateway: its state\.db has schema 99/);
  });

  it('is refused when it names a file that is none of ours', async () => {
    using made = await aBackup();
    const text = readFileSync(made.file, 'latin1').slice(512);
    const manifest = JSON.parse(text.slice(0, text.indexOf('\0'))) as { files: { name: string; bytes: number }[] };
    manifest.files.push({ name: '../../evil', bytes: 4 });
    const chunks: Buffer[] = [];
    const archive = new ArchiveWriter(async (bytes) => void chunks.push(Buffer.from(bytes)), 1);
    await archive.text('manifest.json', JSON.stringify(manifest));
    writeFileSync(made.file, Buffer.concat(chunks));
    await expectRefused(made.file, made.elsewhere, /manifest\.json is none of a gateway/);
  });
});

describe('a backup', () => {
  it('is for its owner alone, and takes the place of an older one only', async () => {
    using gateway = await aGateway();
    const file = join(gateway.folder, 'a.backup');
    writeFileSync(file, 'my own text');
    await expect(backup({ dir: gateway.dir, file })).rejects.toMatchObject({ code: 'conflict' });
    expect(readFileSync(file, 'utf8')).toBe('my own text');
    await expect(backup({ dir: gateway.dir, file: gateway.dir })).rejects.toMatchObject({ code: 'conflict' });
    const other = join(gateway.folder, 'b.backup');
    await backup({ dir: gateway.dir, file: other });
    await backup({ dir: gateway.dir, file: other });
    expect(statSync(other).mode & 0o777).toBe(0o600);
    expect(readdirSync(gateway.folder).sort()).toEqual(['a.backup', 'b.backup', 'data']);
  });

  it('is not made of what is damaged, or where nothing is', async () => {
    using gateway = await aGateway();
    await expect(backup({ dir: gateway.folder })).rejects.toMatchObject({ code: 'notFound' });
    const path = join(gateway.dir, 'history.db');
    const bytes = readFileSync(path);
    bytes.fill(0xff, 4096, 8192);
    writeFileSync(path, bytes);
    const file = join(gateway.folder, 'a.backup');
    await expect(backup({ dir: gateway.dir, file })).rejects.toThrow(/history\.db is damaged/);
    expect(existsSync(file)).toBe(false);
  });

  it('leaves nothing behind when it is stopped', async () => {
    using gateway = await aGateway();
    const stop = new AbortController();
    const file = join(gateway.folder, 'a.backup');
    const taken = () => stop.abort(new Error('stopped'));
    await expect(backup({ dir: gateway.dir, file, signal: stop.signal, taken })).rejects.toThrow('stopped');
    expect(readdirSync(gateway.folder)).toEqual(['data']);
  });
});
