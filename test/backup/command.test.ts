import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { constants, getPriority } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { unpack } from '../../src/backup/unpack.js';
import { aBackup, aGateway, GATEWAY } from './a-gateway.js';

const UMEC = fileURLToPath(new URL('../../src/umec.js', import.meta.url));

function umec(args: readonly string[], cwd: string, dir: string) {
  const { PATH = '' } = process.env;
  return spawnSync(process.execPath, [UMEC, ...args], { cwd, env: { PATH, UMEC_DATA_DIR: dir }, encoding: 'buffer' });
}

describe('umec backup', () => {
  it('writes a file that is called after the gateway and the time', async () => {
    using gateway = await aGateway();
    const { status, stdout } = umec(['backup'], gateway.folder, gateway.dir);
    expect(status).toBe(0);
    const [name] = readdirSync(gateway.folder).filter((one) => one !== 'data');
    expect(name).toMatch(new RegExp(`^umec-${GATEWAY}-\\d{8}T\\d{6}Z\\.backup$`));
    expect(stdout.toString()).toContain(name);
    expect(stdout.toString()).toContain('keys and secrets');
  });

  it('says where it has put the file, from where it was called', async () => {
    using gateway = await aGateway();
    mkdirSync(join(gateway.folder, 'far'));
    const far = join(gateway.folder, 'far', 'a.backup');
    expect(umec(['backup', far], gateway.folder, gateway.dir).stdout.toString()).toContain(`\n${join('far', 'a.backup')}, `);
    expect(umec(['backup', far], gateway.dir, gateway.dir).stdout.toString()).toContain(`\n${far}, `);
  });

  it('writes to the standard output what a file would hold, and nothing else', async () => {
    using gateway = await aGateway();
    const { status, stdout, stderr } = umec(['backup', '-'], gateway.folder, gateway.dir);
    expect([status, stderr.toString()]).toEqual([0, expect.stringContaining(GATEWAY)]);
    const file = join(gateway.folder, 'piped');
    writeFileSync(file, stdout);
    const into = join(gateway.folder, 'into');
    mkdirSync(into);
    expect((await unpack(file, into)).gatewayId).toBe(GATEWAY);
  });

  it('ends when nobody reads any more', async () => {
    using gateway = await aGateway();
    const env = { PATH: process.env.PATH ?? '', UMEC_DATA_DIR: gateway.dir };
    const child = spawn(process.execPath, [UMEC, 'backup', '-'], { env, stdio: ['ignore', 'pipe', 'pipe'] });
    child.stdout.destroy();
    const said = text(child.stderr);
    const [code] = (await once(child, 'exit')) as [number];
    expect([code, await said]).toEqual([1, 'umec: write EPIPE\n']);
  });

  it('waits for who reads it, behind all others, and ends when it is asked to', async () => {
    using gateway = await aGateway({ 'devices/camera-door': { name: 'x'.repeat(2_000_000) } });
    const env = { PATH: process.env.PATH ?? '', UMEC_DATA_DIR: gateway.dir };
    const child = spawn(process.execPath, [UMEC, 'backup', '-'], { env, stdio: ['ignore', 'pipe', 'pipe'] });
    const said = text(child.stderr);
    await once(child.stdout, 'readable');
    expect(getPriority(child.pid)).toBe(constants.priority.PRIORITY_LOW);
    child.kill('SIGTERM');
    const [code] = (await once(child, 'exit')) as [number];
    expect([code, await said]).toEqual([1, 'umec: stopped\n']);
  });

  it('says in one line what is wrong', async () => {
    using gateway = await aGateway();
    const { status, stderr } = umec(['backup'], gateway.folder, join(gateway.folder, 'missing'));
    expect([status, stderr.toString()]).toEqual([
      1,
      expect.stringMatching(/^umec: data\.dir \S+ holds no state\.db that this user can read[^\n]*\n$/),
    ]);
  });
});

describe('umec restore', () => {
  it('says what it has made, and what this machine does not have', async () => {
    using made = await aBackup({
      'devices/camera-gate': { name: 'Gate' },
      'gpio-lines/22': { settings: { direction: 'OUTPUT' } },
    });
    const { status, stdout } = umec(['restore', made.file, '--new-identity'], made.folder, made.elsewhere);
    expect(status).toBe(0);
    expect(stdout.toString()).toContain('It is a new gateway');
    expect(stdout.toString()).toContain('camera-gate: the configuration does not name it');
    expect(stdout.toString()).toContain('line 22 was an output');
  });

  it('says where it has put what was there', async () => {
    using made = await aBackup();
    const { stdout } = umec(['restore', made.file, '--replace'], made.folder, made.dir);
    const [aside = ''] = readdirSync(made.dir).filter((name) => name.startsWith('replaced-'));
    expect(stdout.toString()).toContain(`\nWhat was there before is in ${join(made.dir, aside)}\n`);
    expect(readdirSync(join(made.dir, aside))).toContain('state.db');
  });

  it('says in one line why it does nothing', async () => {
    using made = await aBackup();
    writeFileSync(join(made.folder, 'text'), 'hello');
    for (const [file, dir, words] of [
      [made.file, made.dir, 'audit.db, history.db, plan.webp, state.db'],
      [join(made.folder, 'text'), made.elsewhere, 'cannot be restored: it ends at byte 5'],
      [join(made.folder, 'missing'), made.elsewhere, 'no such file'],
    ] as const) {
      const { status, stderr } = umec(['restore', file], made.folder, dir);
      expect([status, stderr.toString().split('\n')]).toEqual([1, [expect.stringContaining(words), '']]);
    }
    expect(existsSync(made.elsewhere)).toBe(false);
  });
});
