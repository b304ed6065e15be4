import { afterEach, expect, it } from '@jest/globals';
import sharp from 'sharp';
import { inferenceHandlers } from '../../../src/apis/camera/inference-handlers.js';
import { Access } from '../../../src/auth/access.js';
import type { Grant } from '../../../src/auth/grants.js';
import { Inferences } from '../../../src/camera/inference/inferences.js';
import { Pictures } from '../../../src/camera/pictures.js';
import type { Service } from '../../../src/registry/service.js';

const picture = await sharp({ create: { width: 8, height: 8, channels: 3, background: 'teal' } })
  .png()
  .toBuffer();
const transportInfo = { type: 'REST_HTTP', endpoint: { uris: ['http://models.example/'] }, security: {} };
const service = {
  appInstanceId: '',
  info: { serInstanceId: 'models', serName: 'models', state: 'ACTIVE', transportInfo },
} as unknown as Service;
const leaving = new AbortController();
const { signal } = leaving;
afterEach(() => leaving.abort());

const pictures = new Pictures();
/** Answers nobody. */
const servers = {
  ask: () =>
    new Promise<never>((_, reject) => signal.addEventListener('abort', () => reject(new Error('nobody waits any more')))),
};
const handlers = inferenceHandlers(
  {
    inferences: new Inferences({ servers, pictures, atOnce: 8, atOncePerClient: 2 }),
    pictures,
    access: new Access(),
    services: { find: () => service, named: () => [service] },
  },
  () => {
    throw new Error('no camera is asked for');
  },
);

function ask(client: string, tenant?: string): Promise<unknown> {
  const grant = { client, devices: 'all', scopes: 'all', appInstanceIds: 'all', tenant } as unknown as Grant;
  const request = { service: { serInstanceId: 'models' }, model: 'any', protocol: 'KSERVE_V2', timeoutMs: 30_000 } as const;
  const body = { request, picture: picture.toString('latin1') };
  return Promise.resolve(handlers.Inferences_POST({ body, grant, signal } as Parameters<typeof handlers.Inferences_POST>[0]));
}
/** @returns why there was no place for it */
const refusalOf = (asked: Promise<unknown>) =>
  Promise.race([asked.catch((error: unknown) => (error as Error).message), new Promise((resolve) => setImmediate(resolve))]);

it('Another tenant has the places of one client, however many clients it has', async () => {
  for (const tenant of [undefined, 'host'])
    for (const client of ['a', 'b']) expect(await refusalOf(ask(client, tenant))).toBeUndefined();
  expect(await refusalOf(ask('a'))).toMatch('2 inferences of yours are under way');
  for (const client of ['trains', 'platforms']) expect(await refusalOf(ask(client, 'rail'))).toBeUndefined();
  expect(await refusalOf(ask('lamps', 'rail'))).toMatch('2 inferences of yours are under way');
  expect(await refusalOf(ask('lamps', 'town'))).toBeUndefined();
});
