import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readdirSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { ArchiveWriter } from '../../src/backup/archive-writer.js';
import { bytesOf } from '../../src/backup/backup.js';
import { type Manifest, manifestText } from '../../src/backup/manifest.js';
import { restore } from '../../src/backup/restore.js';
import { BLOCK } from '../../src/backup/tar.js';
import { unpack } from '../../src/backup/unpack.js';
import { emptyLog, openDatabase } from '../../src/store/sqlite.js';
import { aBackup } from './a-gateway.js';

type Made = Awaited<ReturnType<typeof aBackup>>;

/** What is in it, as a folder and as its manifest says. */
async function opened({ file, folder }: Made): Promise<{ readonly dir: string; readonly manifest: Manifest }> {
  const dir = join(folder, 'unpacked');
  mkdirSync(dir);
  return { dir, manifest: await unpack(file, dir) };
}

/** Writes it again, with sums that are right. */
async function forge(file: string, dir: string, manifest: object, names: readonly string[]): Promise<void> {
  const chunks: Buffer[] = [];
  const archive = new ArchiveWriter(async (bytes) => void chunks.push(Buffer.from(bytes)), 1);
  await archive.text('manifest.json', manifestText(manifest as Manifest));
  for (const name of names) {
    const path = join(dir, name);
    await archive.file({ name, bytes: readFileSync(path).length }, path, () => undefined);
  }
  await archive.end();
  writeFileSync(file, Buffer.concat(chunks));
}

const namesOf = ({ files }: Manifest) => files.map(({ name }) => name);
const sized = (manifest: Manifest, change: (name: string, bytes: number) => number): Manifest => ({
  ...manifest,
  files: manifest.files.map(({ name, bytes }) => ({ name, bytes: change(name, bytes) })),
});

async function expectRefused({ file, elsewhere, folder }: Made, code: string, words: RegExp): Promise<void> {
  const before = readdirSync(folder).sort();
  await expect(restore({ file, dir: elsewhere })).rejects.toMatchObject({ code, message: expect.stringMatching(words) });
  expect(existsSync(elsewhere)).toBe(false);
  expect(readdirSync(folder).sort()).toEqual(before);
}

describe('a backup that somebody has made up', () => {
  it('is restored when nothing is wrong with it, or the others would prove nothing', async () => {
    using made = await aBackup();
    const { dir, manifest } = await opened(made);
    await forge(made.file, dir, manifest, namesOf(manifest));
    expect((await restore({ file: made.file, dir: made.elsewhere })).gatewayId).toBe(manifest.gatewayId);
  });

  it('is restored as those are that were made before there were plans', async () => {
    using made = await aBackup();
    const { dir, manifest } = await opened(made);
    const before = { ...manifest, format: 1 as const, files: manifest.files.filter(({ name }) => name !== 'plan.webp') };
    await forge(made.file, dir, before, namesOf(before));
    expect((await restore({ file: made.file, dir: made.elsewhere })).gatewayId).toBe(manifest.gatewayId);
    expect(existsSync(join(made.elsewhere, 'plan.webp'))).toBe(false);
  });

  it('is refused when a database in it is damaged, though the sums are right', async () => {
    using made = await aBackup();
    const { dir, manifest } = await opened(made);
    const path = join(dir, 'history.db');
    writeFileSync(path, readFileSync(path).fill(0xff, 4096, 8192));
    await forge(made.file, dir, manifest, namesOf(manifest));
    await expectRefused(made, 'invalid', /its history\.db is damaged/);
  });

  it.each([
    ['is of another gateway', "UPDATE documents SET body = '\"another\"' WHERE id = 'identity'", /its state of another/],
    ['is newer than it says', 'PRAGMA user_version = 99', /newer gateway: its state\.db has schema 99/],
  ])('is refused when its state %s', async (_what, sql, words) => {
    using made = await aBackup();
    const { dir, manifest } = await opened(made);
    const state = openDatabase(join(dir, 'state.db'));
    state.exec(sql);
    emptyLog(state);
    state.close();
    await forge(made.file, dir, manifest, namesOf(manifest));
    await expectRefused(made, 'invalid', words);
  });

  it('is refused when a file in it is as long as another is said to be', async () => {
    using made = await aBackup();
    const { dir, manifest } = await opened(made);
    const longer: Readonly<Record<string, number>> = { 'state.db': BLOCK, 'audit.db': -BLOCK };
    const wrong = sized(manifest, (name, bytes) => bytes + (longer[name] ?? 0));
    await forge(made.file, dir, wrong, namesOf(manifest));
    await expectRefused(made, 'invalid', /state\.db has \d+ bytes, expected \d+/);
  });

  it('is refused before anything is read that no disk has room for', async () => {
    using made = await aBackup();
    const { dir, manifest } = await opened(made);
    const vast = sized(manifest, (name, bytes) => (name === 'history.db' ? 2 ** 43 : bytes));
    await forge(made.file, dir, vast, namesOf(manifest));
    await expectRefused(made, 'invalid', /not whole/);
    truncateSync(made.file, bytesOf(vast)); // of holes
    await expectRefused(made, 'unavailable', /there is no room/);
  });

  it('is refused when its manifest is too long, names a file twice, or no state', async () => {
    using made = await aBackup();
    const { dir, manifest } = await opened(made);
    await forge(made.file, dir, { ...manifest, version: 'x'.repeat(65_536) }, []);
    await expectRefused(made, 'invalid', /manifest\.json has \d+ bytes, expected at most 65536/);
    const [state, ...others] = manifest.files;
    await forge(made.file, dir, { ...manifest, files: [state, state, ...others] }, []);
    await expectRefused(made, 'invalid', /named twice/);
    await forge(made.file, dir, { ...manifest, files: others }, []);
    await expectRefused(made, 'invalid', /state\.db is missing/);
  });

  it.each(['../state.db', '/tmp/state.db', 'tls/../../state.db', 'tls/ca.pem/../x', './state.db', 'plan.json', 'state.db-wal'])(
    'is refused when it names %s',
    async (name) => {
      using made = await aBackup();
      const { dir, manifest } = await opened(made);
      await forge(made.file, dir, { ...manifest, files: [...manifest.files, { name, bytes: 0 }] }, namesOf(manifest));
      await expectRefused(made, 'invalid', /manifest\.json is none of a gateway/);
    },
  );

  it.each([
    ['1', 'a hard link'],
    ['2', 'a symbolic link'],
    ['3', 'a device'],
    ['5', 'a folder'],
    ['6', 'a pipe'],
    ['x', 'a header that changes the next'],
    ['L', 'a long name'],
    ['S', 'a file of holes'],
  ])('is refused when what follows is of type %s, %s', async (type) => {
    using made = await aBackup();
    const archive = readFileSync(made.file);
    const at = archive.indexOf('state.db\0');
    expect(at % BLOCK).toBe(0);
    const header = archive.subarray(at, at + BLOCK);
    header.write(type, 156, 'ascii');
    header.write('/etc/passwd', 157, 'ascii');
    header.write(' '.repeat(8), 148, 'ascii');
    const sum = header.reduce((total, byte) => total + byte, 0);
    header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148, 'ascii');
    writeFileSync(made.file, archive);
    await expectRefused(made, 'invalid', /expected state\.db at byte/);
  });

  it('is refused when another program has packed it', async () => {
    using made = await aBackup();
    const { dir, manifest } = await opened(made);
    writeFileSync(join(dir, 'manifest.json'), manifestText(manifest));
    execFileSync('tar', ['-cf', made.file, '-C', dir, 'manifest.json', ...namesOf(manifest)]);
    await expectRefused(made, 'invalid', /expected manifest\.json at byte 0/);
  });

  it('is refused when it is a folder, or a pipe that nobody writes to', async () => {
    using made = await aBackup();
    const pipe = join(made.folder, 'pipe');
    execFileSync('mkfifo', [pipe]);
    for (const file of [made.dir, pipe]) await expectRefused({ ...made, file }, 'notFound', /cannot be read: it is no file/);
  });
});
