import { crc32 } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import sharp from 'sharp';
import { TestGateway } from '../../gateway.js';
import { until } from '../../until.js';
import { inference, ModelServer, modelServiceAt } from './model-server.js';
import { tinyPicture } from './posted.js';
import { classOf, momentOf, photograph, PLACE } from './street.js';

const CALL = '/camera/v1/cameras/lens-1/inferences';
const COLLECTION = '/mec_service_mgmt/v1/applications/models/services';
interface Answer {
  readonly status?: number;
  readonly detail?: string;
  readonly serInstanceId?: string;
  readonly kind?: string;
  readonly results?: readonly { label?: string; score: number; box?: object }[];
  readonly frame?: { sequence: number; capturedAt: string; width: number; height: number; etag: string };
}

/** A PNG that says it is of so many pixels; its checksum is right. */
function pngOf(width: number, height: number): Buffer {
  const png = Buffer.from(tinyPicture);
  png.writeUInt32BE(width, 16);
  png.writeUInt32BE(height, 20);
  png.writeUInt32BE(crc32(png.subarray(12, 29)), 29);
  return png;
}

/** A moment of a street that the model has never seen. */
const street = await photograph(momentOf(1_000, 0), 1_000);
let gateway: TestGateway;
let models: ModelServer;
beforeAll(async () => {
  models = await ModelServer.start();
  gateway = await TestGateway.start({
    auth: { mode: 'tokens' },
    callbacks: { networks: ['127.0.0.2/32'] },
    // a capture ends with whoever has looked, and its last picture is kept
    camera: { idleMs: 0 },
    devices: { cameras: { 'lens-1': { driver: 'simulated' }, 'lens-2': { driver: 'simulated' } } },
  });
  await gateway.application('models');
});
afterAll(async () => {
  await gateway.stop();
  await models[Symbol.asyncDispose]();
});
beforeEach(async () => {
  for (const { serInstanceId } of await gateway.json<{ serInstanceId: string }[]>(COLLECTION))
    await gateway.get(`${COLLECTION}/${serInstanceId}`, { method: 'DELETE' });
});

const register = async (more: object = {}, path = COLLECTION): Promise<string> => {
  const response = await gateway.send('POST', path, { ...modelServiceAt(models.uri), ...more });
  expect(response.status).toBe(201);
  return ((await response.json()) as { serInstanceId: string }).serInstanceId;
};
const ask = async (body: object = {}, headers: Record<string, string> = {}, path = CALL): Promise<[number, Answer]> => {
  const response = await gateway.send('POST', path, { ...inference, ...body }, headers);
  return [response.status, (await response.json()) as Answer];
};

describe('Asking a registered model about a picture', () => {
  it('is answered with labels, and with which picture that was', async () => {
    const serInstanceId = await register();
    const [status, answer] = await ask({ labels: ['empty', 'car'], frame: { maxAgeMs: 3_600_000 } });
    expect([status, answer.serInstanceId, answer.kind]).toEqual([200, serInstanceId, 'CLASSIFICATION']);
    expect(answer.results?.map(({ label }) => label).sort()).toEqual(['car', 'empty']);
    // whoever sees the same picture can tell that it is the same
    const snapshot = await gateway.get('/camera/v1/cameras/lens-1/snapshot?max_age_ms=3600000');
    const { headers } = snapshot;
    const again = await ask({ frame: { maxAgeMs: 3_600_000 } });
    expect(again[1].frame).toEqual({
      sequence: Number(headers.get('umec-sequence')),
      capturedAt: headers.get('umec-captured-at'),
      etag: headers.get('etag'),
      ...{ width: 640, height: 480 },
    });
  });

  it('looks at a picture of after the question, unless an older one will do', async () => {
    await register();
    const before = Date.now();
    const [, fresh] = await ask();
    expect(Date.parse(fresh.frame?.capturedAt ?? '')).toBeGreaterThanOrEqual(before);
    const [, second] = await ask();
    expect(second.frame?.sequence).toBeGreaterThan(fresh.frame?.sequence ?? Infinity);
  });

  it('finds a service by its identifier, or the first of its name that is ACTIVE', async () => {
    const inactive = await register({ state: 'INACTIVE' });
    expect((await ask())[0]).toBe(409);
    const active = await register();
    expect((await ask())[1].serInstanceId).toBe(active);
    expect((await ask({ service: { serInstanceId: active } }))[0]).toBe(200);
    const [status, { detail }] = await ask({ service: { serInstanceId: inactive } });
    expect([status, detail]).toEqual([409, expect.stringContaining('INACTIVE')]);
  });

  it('is refused of a service that is SUSPENDED, until it is heard of again, or another one of its name is ACTIVE', async () => {
    const silent = await register({ livenessInterval: 1 });
    const state = async () => (await gateway.json<{ state: string }>(`${COLLECTION}/${silent}`)).state;
    await until(async () => (await state()) === 'SUSPENDED', 100);
    const [status, { detail }] = await ask();
    expect([status, detail]).toEqual([503, expect.stringContaining(`${silent} is SUSPENDED`)]);
    const active = await register();
    expect((await ask())[1].serInstanceId).toBe(active);
    expect((await ask({ service: { serInstanceId: silent } }))[0]).toBe(503);
    await gateway.send('PATCH', `${COLLECTION}/${silent}/liveness`, { state: 'ACTIVE' });
    expect((await ask({ service: { serInstanceId: silent } }))[0]).toBe(200);
  }, 15_000);

  it('is refused of a service that asks for tokens, to which nobody else is shown the one of the caller', async () => {
    const { transportInfo } = modelServiceAt(models.uri);
    const oAuth2Info = { grantTypes: ['OAUTH2_CLIENT_CREDENTIALS'], tokenEndpoint: 'https://127.0.0.2/token' };
    await register({ transportInfo: { ...transportInfo, security: { oAuth2Info } } });
    const asked = models.asked.length;
    const [status, { detail }] = await ask();
    expect([status, detail]).toEqual([409, expect.stringContaining('OAuth2')]);
    expect(models.asked).toHaveLength(asked);
  });

  it('is refused of a service that there is not, that is not called by HTTP, or that may not be called', async () => {
    expect((await ask())[0]).toBe(404);
    const { transportInfo } = modelServiceAt(models.uri);
    const remote = await register({ transportInfo: { ...transportInfo, type: 'RPC', endpoint: { fqdn: ['models.local'] } } });
    expect((await ask({ service: { serInstanceId: remote } }))[0]).toBe(409);
    const uris = (uri: string) => ({ transportInfo: { ...transportInfo, endpoint: { uris: [uri] } } });
    const elsewhere = await register(uris('http://127.0.0.3:9/'));
    expect((await ask({ service: { serInstanceId: elsewhere } }))[0]).toBe(403);
    const itself = await register(uris(gateway.url));
    expect((await ask({ service: { serInstanceId: itself } }))[0]).toBe(403);
    const gone = await register(uris('http://127.0.0.2:9/'));
    expect((await ask({ service: { serInstanceId: gone } }))[0]).toBe(503);
  });

  it('says so of a model that there is not', async () => {
    await register();
    const [status, { detail }] = await ask({ model: 'nobody' });
    expect([status, detail]).toEqual([502, expect.stringContaining('/v2/models/nobody')]);
  });

  it.each([
    { service: {} },
    { service: { serName: 'a', serInstanceId: 'b' } },
    { model: '../../v1' },
    { model: 'a/b' },
    { protocol: 'GRPC' },
    { frame: { region: { x: 2, y: 0, width: 1, height: 1 } } },
    { input: { channels: 2 } },
    { timeoutMs: 1 },
    { uri: 'http://127.0.0.2/' },
  ])('is refused as %j', async (body) => {
    await register();
    expect((await ask(body))[0]).toBe(400);
  });

  it('is refused for a region that goes beyond the picture', async () => {
    await register();
    const [status, { detail }] = await ask({ frame: { region: { x: 0.5, y: 0, width: 1, height: 1 } } });
    expect([status, detail]).toEqual([400, expect.stringContaining('frame.region')]);
  });
});

describe("Asking a registered model about a picture of one's own", () => {
  const PATH = '/camera/v1/inferences';
  const post = async (
    picture: Uint8Array,
    body: object = {},
    headers: Record<string, string> = {},
  ): Promise<[number, Answer]> => {
    const form = new FormData();
    form.set('request', JSON.stringify({ ...inference, ...body }));
    form.set('picture', new Blob([new Uint8Array(picture)]), 'street');
    const response = await gateway.get(PATH, { method: 'POST', body: form, headers });
    return [response.status, (await response.json()) as Answer];
  };
  const expected = classOf(momentOf(1_000, 0), 1_000);
  const request = { labels: ['empty', 'car'], frame: { region: PLACE } };

  it('is answered with what it shows, whatever it is encoded as and however it lies', async () => {
    const serInstanceId = await register();
    const upright = sharp(street.jpeg);
    const lying = upright.clone().rotate(270).withMetadata({ orientation: 6 });
    for (const [type, picture] of [
      ['image/jpeg', street.jpeg],
      ['image/png', await upright.clone().png().toBuffer()],
      ['image/webp', await upright.clone().webp({ lossless: true }).toBuffer()],
      ['image/jpeg', await lying.clone().jpeg({ quality: 95 }).toBuffer()],
    ] as const) {
      const [status, { results, ...answer }] = await post(picture, request);
      expect([status, results?.[0]?.label]).toEqual([200, request.labels[expected]]);
      const about = { type, width: 320, height: 240 };
      expect(answer).toEqual({ serInstanceId, model: 'street', kind: 'CLASSIFICATION', picture: about });
    }
  });

  it('is refused of what is no picture, or more than one', async () => {
    await register();
    const asked = models.asked.length;
    const still = await sharp(street.jpeg).png().toBuffer();
    const negative = await sharp(still).negate().png().toBuffer();
    const moving = await sharp([still, negative], { join: { animated: true } })
      .webp()
      .toBuffer();
    for (const [expectedStatus, picture] of [
      [415, Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"/>')],
      [415, await sharp(street.jpeg).gif().toBuffer()],
      [415, Buffer.alloc(0)],
      [400, moving],
      [400, street.jpeg.subarray(0, 2_000)],
      [400, Buffer.concat([street.jpeg, Buffer.from('PK\x03\x04')])],
      [413, pngOf(100_000, 100_000)],
      [413, Buffer.alloc(1_100_000)],
    ] as const) {
      const [status, { detail }] = await post(picture);
      expect([expectedStatus, status, detail]).toEqual([expectedStatus, expectedStatus, expect.any(String)]);
    }
    expect(models.asked).toHaveLength(asked);
  });

  it('is refused without a picture, without a request, and of either in another form', async () => {
    await register();
    const statusOf = async (body: NonNullable<RequestInit['body']>, headers: Record<string, string> = {}) =>
      (await gateway.get(PATH, { method: 'POST', body, headers })).status;
    const [empty, lonely] = [new FormData(), new FormData()];
    empty.set('request', JSON.stringify(inference));
    lonely.set('picture', new Blob([new Uint8Array(street.jpeg)]), 'street.jpg');
    expect([await statusOf(empty), await statusOf(lonely)]).toEqual([400, 400]);
    expect(await statusOf(JSON.stringify({ request: inference }), { 'Content-Type': 'application/json' })).toBe(415);
    expect(await statusOf(new Uint8Array(street.jpeg), { 'Content-Type': 'image/jpeg' })).toBe(415);
  });

  it('needs no camera, and shows nobody a service that is not theirs', async () => {
    await register();
    const blind = await gateway.client({ clientId: 'eyeless', tenant: 'host', scopes: ['camera:read'], devices: [] });
    expect((await post(street.jpeg, {}, blind))[0]).toBe(200);
    const theirs = await gateway.client({ clientId: 'outsider', tenant: 'harbour', scopes: ['camera:read'] });
    expect((await post(street.jpeg, {}, theirs))[0]).toBe(404);
  });
});

describe('Whose models and cameras those are', () => {
  const scopes = ['camera:read'];

  it('shows nobody a camera or a service that is not theirs', async () => {
    await register();
    const ours = await gateway.client({ clientId: 'reader', tenant: 'host', scopes });
    expect((await ask({}, ours))[0]).toBe(200);
    const theirs = await gateway.client({ clientId: 'stranger', tenant: 'harbour', scopes });
    const [status, { detail }] = await ask({}, theirs);
    expect([status, detail]).toEqual([404, 'there is no service street-models']);
    const blind = await gateway.client({ clientId: 'blind', tenant: 'host', scopes, devices: ['camera-lens-2'] });
    expect((await ask({}, blind))[0]).toBe(404);
    expect((await ask({}, blind, CALL.replace('lens-1', 'lens-2')))[0]).toBe(200);
    const other = await gateway.client({ clientId: 'sensors', tenant: 'host', scopes: ['sensors:read'] });
    expect((await ask({}, other))[0]).toBe(403);
  });
});
