import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { hashOf } from '../../src/audit/chain.js';
import type { AuditEntry } from '../../src/audit/entry.js';
import type { AuditJournal } from '../../src/audit/journal.js';
import { GatewayError } from '../../src/errors.js';
import { openDatabase } from '../../src/store/sqlite.js';
import type { Store } from '../../src/store/store.js';
import { ManualClock } from '../manual-clock.js';
import { tempDirectory } from '../temp-directory.js';
import { openLog } from './open-log.js';

const who = { client: 'plates', from: '192.0.2.7' };
const made = (n: number) => ({ ...who, what: 'Services_POST', target: `/things/${n}`, outcome: 201 });

/** A directory in which `count` notes were written and the log was closed. */
async function usedDirectory(count = 5) {
  const dir = tempDirectory();
  await using open = await openLog(dir.path);
  for (let n = 1; n <= count; n++) open.log.record(made(n));
  return dir;
}

/** What somebody does to the file while the gateway is off. */
function tamper(dir: string, sql: string): void {
  const database = openDatabase(join(dir, 'audit.db'));
  database.exec(sql);
  database.close();
}

async function entriesOf(dir: string): Promise<readonly AuditEntry[]> {
  await using open = await openLog(dir);
  return (await open.log.page({ limit: 1000 })).entries;
}

describe('the audit log', () => {
  it('has what was recorded, newest first, each with the hash of the one before it', async () => {
    using dir = tempDirectory();
    await using open = await openLog(dir.path);
    open.log.record(made(1));
    open.log.record({ ...made(2), tenant: 'north' });
    const { entries } = await open.log.page({ limit: 10 });
    expect(entries.map(({ what, target, tenant, number }) => [number, what, target, tenant])).toEqual([
      [3, 'Services_POST', '/things/2', 'north'],
      [2, 'Services_POST', '/things/1', undefined],
      [1, 'started', undefined, undefined],
    ]);
    expect(entries.map(({ hash, previous: _, ...rest }) => [hash, rest.at])).toEqual(
      entries.map((entry) => [hashOf(entry), new ManualClock().now()]),
    );
    expect(entries.slice(0, 2).map(({ previous }) => previous)).toEqual(entries.slice(1).map(({ hash }) => hash));
  });

  it('says of an entry that the chain holds, as long as nobody has changed one', async () => {
    using dir = await usedDirectory();
    await using open = await openLog(dir.path);
    expect(await open.log.verify()).toMatchObject({ intact: true, entries: 8, oldest: 1, faults: [] });
    expect(open.reports).toEqual([]);
  });

  it('goes on with its chain after a restart', async () => {
    using dir = await usedDirectory(2);
    expect((await entriesOf(dir.path)).map(({ what }) => what)).toEqual([
      ...['started', 'stopped', 'Services_POST', 'Services_POST', 'started'],
    ]);
    await using open = await openLog(dir.path);
    expect(await open.log.verify()).toMatchObject({ intact: true, entries: 7 });
  });

  it('writes by itself what waits, once the time to wait is over', async () => {
    using dir = tempDirectory();
    const clock = new ManualClock();
    await using open = await openLog(dir.path, clock);
    open.log.record(made(1));
    await clock.advance(20);
    // the store's calls are done in order, so this one sees what was written before
    expect((await open.store.audit.slice(0, 10)).entries.map(({ what }) => what)).toEqual(['started', 'Services_POST']);
  });

  it("is nobody else's to read", async () => {
    using dir = tempDirectory();
    await using _open = await openLog(dir.path);
    const files = readdirSync(dir.path).filter((name) => name.startsWith('audit.db'));
    expect(files).toContain('audit.db-wal');
    for (const name of files) expect([name, statSync(join(dir.path, name)).mode & 0o777]).toEqual([name, 0o600]);
  });

  it('gives pages by client, outcome, tenant and time', async () => {
    using dir = tempDirectory();
    const clock = new ManualClock();
    await using open = await openLog(dir.path, clock);
    for (let n = 0; n < 30; n++) {
      open.log.record({ what: `w${n}`, client: `c${n % 2}`, outcome: n % 3 ? 201 : 404, tenant: `t${n % 5}` });
      await clock.advance(1000);
    }
    const start = new ManualClock().now();
    const names = async (query: object) => (await open.log.page({ limit: 1000, ...query })).entries.map(({ what }) => what);
    expect(await names({ client: 'c0', outcome: 404 })).toEqual(['w24', 'w18', 'w12', 'w6', 'w0']);
    expect(await names({ tenant: 't4' })).toEqual(['w29', 'w24', 'w19', 'w14', 'w9', 'w4']);
    expect(await names({ from: start + 27_000, to: start + 29_000 })).toEqual(['w28', 'w27']);
    expect(await names({ what: 'w7' })).toEqual(['w7']);
    expect(await names({ what: 'w' })).toEqual([]);
    const first = await open.log.page({ limit: 20 });
    const rest = await open.log.page({ limit: 20, ...(first.next === undefined ? {} : { before: first.next }) });
    expect([...first.entries, ...rest.entries].map(({ number }) => number)).toEqual(
      Array.from({ length: 31 }, (_, at) => 31 - at),
    );
    expect(rest.next).toBeUndefined();
  });
});

describe('a page of what was done to one thing', () => {
  it('has what was done to it and to what is below it, also far back behind what was done to others', async () => {
    using dir = tempDirectory();
    const clock = new ManualClock();
    await using open = await openLog(dir.path, clock);
    const done = (what: string, target: string, client: string) => open.log.record({ what, target, client, outcome: 204 });
    done('Recording_DELETE', '/cameras/a/recordings/1', 'first');
    done('Camera_PUT', '/cameras/a', 'first');
    for (let n = 0; n < 1_200; n++) done('Recording_DELETE', `/cameras/ab/recordings/${n}`, `other-${n}`);
    const found = async (query: object) => (await open.log.page({ limit: 10, ...query })).entries.map(({ target }) => target);
    expect(await found({ target: '/cameras/a' })).toEqual(['/cameras/a', '/cameras/a/recordings/1']);
    expect(await found({ target: '/cameras/a', what: 'Recording_DELETE' })).toEqual(['/cameras/a/recordings/1']);
    expect(await found({ target: '/cameras/a', client: 'other-1' })).toEqual([]);
    expect(await found({ target: '/cameras/a/recordings/10' })).toEqual([]);
  });

  it('is found where somebody has put something else into the file', async () => {
    using dir = await usedDirectory();
    tamper(dir.path, "UPDATE entries SET target = x'00ff', what = 7 WHERE number = 3");
    await using open = await openLog(dir.path);
    const { entries } = await open.log.page({ target: '/things', limit: 100 });
    expect(entries.map(({ target }) => target)).toEqual(['/things/5', '/things/4', '/things/3', '/things/1']);
  });
});

describe('a log that was tampered with', () => {
  const head = `head = (SELECT hash FROM entries WHERE kind = 'EVENT' ORDER BY number DESC LIMIT 1),
    headNumber = (SELECT max(number) FROM entries WHERE kind = 'EVENT')`;

  it.each([
    ['an entry is changed', "UPDATE entries SET client = 'nobody' WHERE number = 3", /was changed/],
    ['an entry is taken away', 'DELETE FROM entries WHERE number = 3', /taken away/],
    ['two entries change places', 'UPDATE entries SET number = 99 - number WHERE number IN (3, 4)', /changed|taken/],
    ['the newest is taken away', 'DELETE FROM entries WHERE number = 7', /missing/],
    [
      'the newest is taken away with all traces in this file',
      `DELETE FROM entries WHERE number = 7; UPDATE ends SET ${head} WHERE kind = 'EVENT'`,
      /entry 7, which was written, is not there any more/,
    ],
    ['everything is taken away', 'DELETE FROM entries; DELETE FROM ends', /entry 7, which was written/],
  ])('is found at the next start when %s, and another chain begins that says so', async (_how, sql, reason) => {
    using dir = await usedDirectory();
    tamper(dir.path, sql);
    await using open = await openLog(dir.path);
    expect(open.reports).toEqual([expect.stringMatching(reason)]);
    const { entries } = await open.log.page({ limit: 2 });
    expect(entries.map(({ what }) => what)).toEqual(['started', 'chainBroken']);
    expect(entries[1]?.target).toMatch(reason);
    const found = await open.log.verify();
    expect(found.intact).toBe(false);
    expect(found.faults.map(({ reason: told }) => told)).toContainEqual(expect.stringMatching(/^a new chain begins here: /));
  });

  it('is reported once, and shows as long as the entries are kept', async () => {
    using dir = await usedDirectory();
    tamper(dir.path, "UPDATE entries SET client = 'nobody' WHERE number = 3");
    expect((await entriesOf(dir.path)).map(({ what }) => what)).toContain('chainBroken');
    await using open = await openLog(dir.path);
    expect(open.reports).toEqual([]);
    const { faults } = await open.log.verify();
    expect(faults.map(({ number, reason }) => [number, reason.split(':')[0]])).toEqual([
      [3, 'this entry was changed'],
      [8, 'a new chain begins here'],
    ]);
  });

  it('is found on demand where the start does not look', async () => {
    using dir = tempDirectory();
    {
      const clock = new ManualClock();
      await using open = await openLog(dir.path, clock);
      for (let n = 1; n <= 1_200; n++) open.log.record({ ...made(n), client: `client-${n}` });
    }
    tamper(dir.path, 'DELETE FROM entries WHERE number = 100');
    await using open = await openLog(dir.path);
    expect(open.reports).toEqual([]);
    expect(await open.log.verify()).toMatchObject({
      intact: false,
      faults: [{ number: 101, reason: 'what was before this entry was taken away or changed' }],
    });
  });

  it('is set aside when its file is damaged, and another begins', async () => {
    using dir = await usedDirectory();
    const path = join(dir.path, 'audit.db');
    writeFileSync(path, readFileSync(path).fill(0x5a, 0, 100));
    await using open = await openLog(dir.path);
    expect(existsSync(`${path}.damaged`)).toBe(true);
    expect(open.reports).toEqual([
      expect.stringMatching(/\(EVENT\).*was damaged.*set aside/),
      expect.stringMatching(/\(COUNT\).*was damaged/),
    ]);
    expect((await open.log.verify()).intact).toBe(false);
  });

  it.each(['missing', 'an older copy'])('is found when its file is %s', async (how) => {
    using dir = await usedDirectory();
    const path = join(dir.path, 'audit.db');
    copyFileSync(path, `${path}.older`);
    await entriesOf(dir.path);
    rmSync(path);
    if (how === 'an older copy') copyFileSync(`${path}.older`, path);
    await using open = await openLog(dir.path);
    expect(open.reports).toEqual([expect.stringMatching(/entry 9, which was written, is not there any more/)]);
  });
});

describe('a log that is flooded', () => {
  it('counts refusals: a hundred thousand cost no more entries than there are minutes and callers', async () => {
    using dir = tempDirectory();
    const clock = new ManualClock();
    await using open = await openLog(dir.path, clock);
    for (let n = 0; n < 100_000; n++)
      open.log.count({ what: 'refused', from: `198.51.100.${n % 200}`, outcome: n % 2 ? 401 : 429 });
    await clock.advance(60_000);
    const { entries } = await open.log.page({ limit: 1000 });
    // 32 with a name, the others by their outcome, and the start
    expect(entries).toHaveLength(32 + 2 + 1);
    expect(entries.reduce((sum, { count = 0 }) => sum + count, 0)).toBe(100_000);
    expect(entries.filter(({ what }) => what === 'others').map(({ from, outcome }) => [from, outcome])).toEqual([
      [undefined, 401],
      [undefined, 429],
    ]);
  });

  it('keeps events, whatever the number of refusals', async () => {
    using dir = tempDirectory();
    const clock = new ManualClock();
    await using open = await openLog(dir.path, clock);
    open.log.record(made(1));
    const counts = Array.from({ length: 1_000 }, (_, n) => ({ kind: 'COUNT', at: n, what: 'refused', count: 1 }) as const);
    for (let n = 0; n < 22; n++) await open.store.audit.append(counts);
    const { entries } = await open.log.page({ limit: 1, client: 'plates' });
    expect(entries).toHaveLength(1);
    expect(await open.log.verify()).toMatchObject({ intact: true, oldest: 1 });
    expect((await open.log.verify()).entries).toBeLessThanOrEqual(20_002);
  });

  it('counts a client that does too much, and goes on writing down the others', async () => {
    using dir = tempDirectory();
    const clock = new ManualClock();
    await using open = await openLog(dir.path, clock);
    for (let n = 0; n < 1_000; n++) open.log.record(made(n));
    open.log.record({ ...made(1), client: 'other' });
    await clock.advance(60_000);
    const { entries } = await open.log.page({ limit: 1000 });
    expect(entries.filter(({ client, kind }) => client === 'plates' && kind === 'EVENT')).toHaveLength(60);
    expect(entries.filter(({ kind }) => kind === 'COUNT')).toMatchObject([{ client: 'plates', count: 940 }]);
    expect(entries.filter(({ client }) => client === 'other')).toHaveLength(1);
  });

  it('cuts what is too long', async () => {
    using dir = tempDirectory();
    await using open = await openLog(dir.path);
    open.log.record({ what: 'w', target: `/${'x'.repeat(8_000)}`, client: 'c'.repeat(8_000) });
    const [entry] = (await open.log.page({ limit: 1 })).entries;
    expect([entry?.target?.length, entry?.client?.length]).toEqual([256, 64]);
  });

  it('says once an hour that somebody looks', async () => {
    using dir = tempDirectory();
    const clock = new ManualClock();
    await using open = await openLog(dir.path, clock);
    const look = () => open.log.recordHourly({ ...who, what: 'CameraSnapshot_GET', target: '/camera/v1/cameras/a/snapshot' });
    for (let n = 0; n < 50; n++) look();
    await clock.advance(3_600_000);
    look();
    const { entries } = await open.log.page({ limit: 100 });
    expect(entries.filter(({ what }) => what === 'CameraSnapshot_GET')).toHaveLength(2);
  });
});

describe('a log on a disk that fails', () => {
  it('keeps what it could not write for the next time, and says so in its health', async () => {
    using dir = tempDirectory();
    const clock = new ManualClock();
    const open = await openLog(dir.path, clock);
    const fail = (records: unknown) => open.store.audit.append(records as never);
    await expect(fail([{ kind: 'EVENT', at: null, what: 'x' }])).rejects.toMatchObject({ code: 'unavailable' });
    await open.store.endThread();
    open.log.record(made(1));
    await expect(open.log.flush()).rejects.toMatchObject({ code: 'unavailable' });
    expect(open.log.subsystem.health.value).toMatchObject({ state: 'SUSPENDED' });
    await open[Symbol.asyncDispose]();
    expect(open.reports).toContainEqual(expect.stringContaining('the end of the audit log cannot be written'));
  });

  it('is tried ever less often, and writes what has waited when it can', async () => {
    using dir = tempDirectory();
    const clock = new ManualClock();
    let tries = 0;
    let fails = false;
    const failing = ({ audit }: Store): AuditJournal => ({
      ...audit,
      append: (...args) => {
        tries++;
        return fails ? Promise.reject(new GatewayError('unavailable', 'no')) : audit.append(...args);
      },
    });
    await using open = await openLog(dir.path, clock, failing);
    [tries, fails] = [0, true];
    open.log.record(made(1));
    await clock.advance(600_000);
    expect(tries).toBeLessThan(25);
    fails = false;
    await clock.advance(60_000);
    expect((await open.log.page({ limit: 1 })).entries).toMatchObject([{ target: '/things/1' }]);
    expect(tries).toBeGreaterThan(10);
  });
});

describe('a process that is killed while it writes', () => {
  it('leaves a chain that holds, with all that it had said to be on disk', async () => {
    using dir = tempDirectory();
    const child = spawn(process.execPath, ['--no-warnings', 'dist/test/audit/writer.js', dir.path], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let said = '';
    let onDisk = 0;
    for await (const chunk of child.stdout as AsyncIterable<Buffer>) {
      said += chunk.toString();
      onDisk = Number(said.split('\n').at(-2) ?? 0);
      if (onDisk >= 500) child.kill('SIGKILL');
    }
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
    await using open = await openLog(dir.path);
    expect(open.reports).toEqual([]);
    const found = await open.log.verify();
    expect(found).toMatchObject({ intact: true, faults: [] });
    expect(found.entries).toBeGreaterThanOrEqual(onDisk + 2);
  });
});
