import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, it } from '@jest/globals';
import { QUOTAS } from '../../src/auth/tenant.js';
import { TestGateway } from '../gateway.js';
import { shellEnvironment } from './shell-environment.js';
import { blocksOf, readPage, ROOT, tableRows } from './blocks.js';

const page = readPage('docs/security.md');
const [signingIn, clients, tenants, usage, audit] = blocksOf(page).flatMap(({ info, text }) =>
  /^sh\b/.test(info) ? [text] : [],
);

it('docs/security.md shows how clients and tenants are made, and what they use and did is read', async () => {
  await using gateway = await TestGateway.start({ auth: { mode: 'tokens' } });
  const script = [signingIn, clients, 'echo', tenants, 'echo', usage, audit]
    .join('\n')
    .replaceAll('http://127.0.0.1:8080', gateway.url);
  const env = shellEnvironment({ UMEC_DATA_DIR: gateway.dir });
  const { stdout } = await promisify(execFile)('sh', ['-ec', script], { cwd: ROOT, env });
  const [devices, , made = '', ...table] = [stdout.slice(0, stdout.indexOf(']') + 1), ...stdout.split('\n')];
  expect(devices).toContain('camera-lens-1');
  expect(stdout).toMatch(/"token_type":"Bearer","expires_in":3600,"scope":"camera:read"/);
  expect(stdout).toMatch(/"tenant":"town".*"clientId":"mayor".*"clientSecret"/s);
  expect(stdout).toMatch(/"what":"Clients_POST","client":"administrator","target":"\/access\/v1\/clients".*\]\[\]$/);
  expect([made, ...table].join('\n')).toMatch(/^tenant,client,since,.*\r\nhost,administrator,/ms);
}, 60_000);

it('docs/security.md names every quota', () => {
  const named = tableRows(page, 'Quota').flatMap(([names = '']) => [...names.matchAll(/\w+/g)].map(([name]) => name));
  expect(named.sort()).toEqual([...QUOTAS].sort());
});
