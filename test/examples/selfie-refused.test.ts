import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { TestGateway } from '../gateway.js';
import { Shell } from './shell.js';

const PROGRAM = 'exec env SELFIE_PORT=0 node examples/selfie/selfie.js';
const SCOPES = ['mec_app_support:write', 'mec_service_mgmt:write'];

describe('examples/selfie', () => {
  it.each([
    ['{}', /service\.serName has to name/],
    ['{"service":{"serInstanceId":"one"},"model":"street"}', /service\.serName has to name/],
    ['null', /service\.serName has to name/],
    ['no JSON', /JSON/],
  ])('says of which file it is when the classifier is %s', async (text, why) => {
    const folder = mkdtempSync(join(tmpdir(), 'umec-selfie-'));
    try {
      const file = join(folder, 'mine.json');
      writeFileSync(file, text);
      const said = await whyItEnded({ SELFIE_CLASSIFIER: file });
      expect(said).toContain(`${file}: `);
      expect(said).toMatch(why);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('is at no address at which nobody reaches it', async () => {
    expect(await whyItEnded({ SELFIE_HOST: '0.0.0.0' })).toContain('0.0.0.0 is no address that this program is reached at');
  });

  it('ends where it may not look into the registry, and ends well where its registration is gone already', async () => {
    await using gateway = await TestGateway.start({ auth: { mode: 'tokens' }, devices: { cameras: {} } });
    const blind = await credentialsAt(gateway, 'blind', SCOPES);
    expect(await whyItEnded(blind)).toContain('mec_service_mgmt:read');
    expect(await gateway.json('/registry/v1/applications')).toEqual([]);

    const scopes = [...SCOPES, 'mec_service_mgmt:read', 'camera:read'];
    await using selfie = new Shell(PROGRAM, await credentialsAt(gateway, 'selfie', scopes));
    const { appInstanceId } = await selfie.until('ready');
    await gateway.get(`/registry/v1/applications/${String(appInstanceId)}`, { method: 'DELETE' });
    expect(await gateway.json('/registry/v1/applications')).toEqual([]);
    selfie.stop();
    await selfie.until('ended');
    expect(await selfie.exitCode()).toBe(0);
  });
});

async function whyItEnded(env: Readonly<Record<string, string>>): Promise<string> {
  await using selfie = new Shell(PROGRAM, env);
  const { why } = await selfie.until('failed');
  expect(await selfie.exitCode()).toBe(1);
  return String(why);
}

async function credentialsAt(gateway: TestGateway, clientId: string, scopes: readonly string[]): Promise<Record<string, string>> {
  const registered = await gateway.send('POST', '/access/v1/clients', { clientId, name: clientId, scopes });
  const { clientSecret } = (await registered.json()) as { clientSecret: string };
  return { UMEC_URL: gateway.url, UMEC_CLIENT_ID: clientId, UMEC_CLIENT_SECRET: clientSecret };
}
