import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeAll, describe, expect, it } from '@jest/globals';
import sharp from 'sharp';
import { ModelServer, modelServiceAt } from '../camera/inference/model-server.js';
import { PLACE } from '../camera/inference/street.js';
import { ROOT } from '../docs/blocks.js';
import { TestGateway } from '../gateway.js';
import { SelfieStreet } from './selfie-street.js';

interface Asked {
  ask(method: string, path: string, body?: unknown): Promise<Response>;
}
type TakePicture = (gateway: Asked, found: object, request: object) => Promise<{ picture: string; results: unknown[] }>;

const found = { camera: { name: 'lens-1', uri: '/lens-1' }, classifier: { name: 'models', serInstanceId: 'one' } };
const MIB = 1024 * 1024;

/** A gateway of which a picture has so many bytes. */
const gatewayWith = (bytes: number): Asked => ({
  ask: (method) =>
    Promise.resolve(method === 'GET' ? new Response(Buffer.alloc(bytes)) : Response.json({ results: [{ label: 'car' }] })),
});

const SERVICES = '/mec_service_mgmt/v1/applications/models/services';

const exampleAt = <T>(name: string): Promise<T> => import(pathToFileURL(join(ROOT, 'examples/selfie', name)).href) as Promise<T>;

const sky = (width: number, height: number): Promise<Buffer> =>
  sharp({ create: { width, height, channels: 3, background: '#8cf' } })
    .jpeg()
    .toBuffer();

describe('A picture for examples/selfie', () => {
  let takePicture: TakePicture;
  beforeAll(async () => {
    ({ takePicture } = await exampleAt<{ takePicture: TakePicture }>('take-picture.js'));
  });

  it('has 4 MiB at the most', async () => {
    const { picture } = await takePicture(gatewayWith(4 * MIB), found, {});
    expect(Buffer.from(picture.split(',')[1] ?? '', 'base64')).toHaveLength(4 * MIB);
    await expect(takePicture(gatewayWith(4 * MIB + 1), found, {})).rejects.toThrow('the picture has more than 4 MiB');
  });

  it('that has more pixels than the gateway can bear is refused in its words', async () => {
    await using gateway = await TestGateway.start({ devices: { cameras: {} } });
    await using models = await ModelServer.start();
    await gateway.application('models');
    const offered = await gateway.send('POST', SERVICES, modelServiceAt(models.uri));
    const classifier = { name: 'models', ...((await offered.json()) as { serInstanceId: string }) };
    const { Gateway } = await exampleAt<{ Gateway: new (url: string) => Asked }>('gateway.js');
    const real = new Gateway(gateway.url);
    const seeing = (jpeg: Buffer): Asked => ({
      ask: (method, path, body) => (method === 'GET' ? Promise.resolve(new Response(jpeg)) : real.ask(method, path, body)),
    });
    const request = { model: 'street', labels: ['empty', 'car'], frame: { region: PLACE } };
    const { results } = await takePicture(seeing(await sky(320, 240)), { ...found, classifier }, request);
    expect(results).toHaveLength(2);
    const taken = takePicture(seeing(await sky(8_192, 4_096)), { ...found, classifier }, request);
    await expect(taken).rejects.toThrow('the picture has more than 32 megapixels');
  }, 60_000);

  it('is taken for no page but its own', async () => {
    await using street = await SelfieStreet.open(await sky(320, 240), ['empty', 'car']);
    const ask = (site: string) => fetch(`${street.url}/pictures`, { method: 'POST', headers: { 'Sec-Fetch-Site': site } });
    for (const site of ['cross-site', 'same-site', 'none']) {
      const refused = await ask(site);
      expect([site, refused.status, await refused.json()]).toEqual([site, 403, { detail: 'another page asks' }]);
    }
    expect((await ask('same-origin')).status).toBe(200);
  }, 60_000);
});
