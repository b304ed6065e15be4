import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { TestGateway } from '../../gateway.js';

const RECORDINGS = '/camera/v1/cameras/lens-1/recordings';
const SCOPES = ['camera:read', 'camera:write'];

let gateway: TestGateway;
beforeEach(async () => {
  const camera = { driver: 'simulated', width: 320, height: 240, fps: 20 };
  gateway = await TestGateway.start({ auth: { mode: 'tokens' }, devices: { cameras: { 'lens-1': camera } } });
});
afterEach(() => gateway.stop());

it('go with the tenant that asked for them: who has its name later finds none', async () => {
  const trains = await gateway.client({ clientId: 'trains', tenant: 'rail', scopes: SCOPES });
  const lights = await gateway.client({ clientId: 'lights', tenant: 'town', scopes: SCOPES });
  await record(trains, { kind: 'STILL' });
  await record(trains, { kind: 'CLIP', seconds: 600 });
  const kept = [await record(lights, { kind: 'STILL' }), await record({}, { kind: 'STILL' })];
  expect([await listed(trains), await listed(lights), await listed({})].map(({ length }) => length)).toEqual([3, 2, 4]);
  await taken('/access/v1/clients/trains');
  await taken('/access/v1/tenants/rail');
  expect(new Set(await listed({}))).toEqual(new Set(kept));
  expect(filesOf(gateway)).toEqual(kept.flatMap((id) => [`${id}.jpg`, `${id}.json`]).sort());
  const heirs = await gateway.client({ clientId: 'trains', tenant: 'rail', scopes: SCOPES });
  expect(await listed(heirs)).toEqual(kept.slice(1));
});

it('stay where somebody asks for a tenant that there is', async () => {
  const trains = await gateway.client({ clientId: 'trains', tenant: 'rail', scopes: SCOPES });
  await record(trains, { kind: 'STILL' });
  expect((await gateway.send('POST', '/access/v1/tenants', { tenant: 'rail', devices: 'all' })).status).toBe(409);
  expect(await listed(trains)).toHaveLength(1);
});

function filesOf({ dir }: TestGateway): string[] {
  return readdirSync(join(dir, 'recordings')).sort();
}

/** @returns its recordingId */
async function record(headers: Record<string, string>, body: object): Promise<string> {
  const response = await gateway.send('POST', RECORDINGS, body, headers);
  if (response.status !== 201) throw new Error(await response.text());
  return ((await response.json()) as { recordingId: string }).recordingId;
}

async function listed(headers: Record<string, string>): Promise<string[]> {
  const response = await gateway.get(RECORDINGS, { headers });
  return ((await response.json()) as { recordingId: string }[]).map(({ recordingId }) => recordingId);
}

async function taken(path: string): Promise<void> {
  expect([path, (await gateway.get(path, { method: 'DELETE' })).status]).toEqual([path, 204]);
}
