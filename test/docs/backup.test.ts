import { execFile } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import { openDatabase } from '../../src/store/sqlite.js';
import { TestGateway } from '../gateway.js';
import { tempDirectory } from '../temp-directory.js';
import { blocksOf, readPage, ROOT } from './blocks.js';
import { shellEnvironment } from './shell-environment.js';

const page = readPage('docs/backup.md');
const commandOf = (name: string) => blocksOf(page).find(({ info }) => info === `sh ${name}`)?.text ?? 'false';
const UMEC = `node ${join(ROOT, 'dist', 'src', 'umec.js')}`;
const OWN_TLS = { http: { tls: { mode: 'own' } }, auth: { mode: 'tokens' } };

/** Follows the page in a folder of its own, with this data directory. */
async function follow(name: string, cwd: string, dir: string): Promise<string> {
  const env = shellEnvironment({ UMEC_DATA_DIR: dir, NODE_OPTIONS: '' });
  return (await promisify(execFile)('sh', ['-ec', commandOf(name).replaceAll('npx umec', UMEC)], { cwd, env })).stdout;
}

async function tokenOf(gateway: TestGateway, secret: string | undefined): Promise<number> {
  const body = new URLSearchParams({ grant_type: 'client_credentials', client_id: 'administrator', client_secret: secret ?? '' });
  return (await fetch(`${gateway.url}/oauth2/token`, { method: 'POST', body })).status;
}

async function applicationsAt(gateway: TestGateway): Promise<string[]> {
  const list = await gateway.json<{ appInstanceId: string }[]>('/registry/v1/applications');
  return list.map(({ appInstanceId }) => appInstanceId).filter((id) => id === 'plates');
}

function identityIn(dir: string): unknown {
  const state = openDatabase(join(dir, 'state.db'));
  const row = state.prepare("SELECT body FROM documents WHERE collection = 'gateway' AND id = 'identity'").get();
  state.close();
  return row?.body;
}

describe('docs/backup.md', () => {
  it('makes a backup of a gateway that runs, looks into it, and makes the same gateway and another of it', async () => {
    using folder = tempDirectory();
    const original = await TestGateway.start({ auth: { mode: 'tokens' } }, { dir: join(folder.path, 'original') });
    const { secret } = original;
    await original.application('plates');
    const oldToken = original.owner();
    expect(await follow('backup', folder.path, original.dir)).toMatch(/^gateway [0-9a-f-]{36}: \d+ documents .*gateway\.backup/s);
    await original.stop();

    const manifest = JSON.parse(await follow('look', folder.path, '')) as { gatewayId: string };
    expect(JSON.stringify(manifest.gatewayId)).toBe(identityIn(original.dir));
    expect(await follow('check', folder.path, '')).toMatch(/^manifest\.json: OK\n.*state\.db: OK\n/s);

    const [same, beside] = [join(folder.path, 'same'), join(folder.path, 'beside')];
    expect(await follow('restore', folder.path, same)).toContain(`It is gateway ${manifest.gatewayId}, as the one that was`);
    expect(await follow('beside', folder.path, beside)).toContain('It is a new gateway');
    {
      await using gateway = await TestGateway.start({ auth: { mode: 'tokens' } }, { dir: same });
      expect(identityIn(same)).toBe(identityIn(original.dir));
      expect(await applicationsAt(gateway)).toEqual(['plates']);
      expect((await fetch(`${gateway.url}/registry/v1/applications`, { headers: oldToken })).status).toBe(401);
      expect(await tokenOf(gateway, secret)).toBe(200);
      const audit = await gateway.json<{ intact: boolean }>('/access/v1/audit/verification');
      expect(audit.intact).toBe(true);
    }
    await using other = await TestGateway.start({ auth: { mode: 'tokens' } }, { dir: beside });
    expect(identityIn(beside)).not.toBe(identityIn(original.dir));
    expect(await applicationsAt(other)).toEqual([]);
    expect((await fetch(`${other.url}/registry/v1/applications`, { headers: oldToken })).status).toBe(401);
    expect(await tokenOf(other, secret)).toBe(200);
  }, 60_000);

  it('keeps the authority of the same gateway, and gives another one its own', async () => {
    using folder = tempDirectory();
    const original = await TestGateway.start(OWN_TLS, { dir: join(folder.path, 'original') });
    await follow('backup', folder.path, original.dir);
    await original.stop();
    const authorityOf = (dir: string) => readFileSync(join(dir, 'tls', 'ca.pem'), 'utf8');
    const [same, beside] = [join(folder.path, 'same'), join(folder.path, 'beside')];
    mkdirSync(same);
    await follow('restore', folder.path, same);
    await follow('beside', folder.path, beside);
    for (const dir of [same, beside]) await (await TestGateway.start(OWN_TLS, { dir })).stop();
    expect(authorityOf(same)).toBe(authorityOf(original.dir));
    expect(authorityOf(beside)).not.toBe(authorityOf(original.dir));
  }, 60_000);
});
