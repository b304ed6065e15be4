import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import sharp from 'sharp';
import { TestGateway } from '../../gateway.js';

const PLAN = '/registry/v1/plan';
const MOST = 4_194_304;
let gateway: TestGateway;
let [drawing, another]: [Buffer, Buffer] = [undefined as never, undefined as never];

beforeAll(async () => {
  gateway = await TestGateway.start({ auth: { mode: 'tokens' } });
  drawing = await sharp({ create: { width: 400, height: 300, channels: 3, background: 'white' } })
    .png()
    .toBuffer();
  another = await sharp({ create: { width: 300, height: 200, channels: 3, background: 'black' } })
    .jpeg()
    .toBuffer();
});
afterAll(() => gateway.stop());

async function put(picture: Uint8Array, type = 'image/png', headers: Record<string, string> = {}) {
  const init = { method: 'PUT', headers: { 'Content-Type': type, ...headers }, body: new Uint8Array(picture) };
  const response = await gateway.get(PLAN, init);
  return { status: response.status, etag: response.headers.get('etag') ?? '', body: (await response.json()) as object };
}
async function shown(headers: Record<string, string> = {}) {
  const response = await gateway.get(PLAN, { headers });
  const bytes = Buffer.from(await response.arrayBuffer());
  return { status: response.status, etag: response.headers.get('etag'), type: response.headers.get('content-type'), bytes };
}

describe('The plan of a gateway', () => {
  it('is what was sent, drawn anew, also after a restart; to who has it it is 304', async () => {
    expect(await shown()).toMatchObject({ status: 204, type: null, bytes: Buffer.alloc(0) });
    const { status, etag, body } = await put(drawing);
    expect([status, body]).toEqual([
      200,
      { width: 400, height: 300, bytes: expect.any(Number), _links: { self: { href: PLAN } } },
    ]);
    const now = await shown();
    expect(now).toMatchObject({ status: 200, etag, type: 'image/webp' });
    expect(body).toMatchObject({ bytes: now.bytes.length });
    expect(await sharp(now.bytes).metadata()).toMatchObject({ format: 'webp', width: 400, height: 300 });
    expect(await shown({ 'If-None-Match': etag })).toMatchObject({ status: 304, bytes: Buffer.alloc(0) });
    const { dir } = gateway;
    await gateway.stop();
    gateway = await TestGateway.start({ auth: { mode: 'tokens' } }, { dir });
    expect(await shown()).toEqual(now);
  });

  it('is changed and taken away by who knows it as it is', async () => {
    const { etag: before } = await put(drawing);
    expect(await put(another, 'image/jpeg', { 'If-Match': '"another"' })).toMatchObject({ status: 412 });
    expect(await shown()).toMatchObject({ etag: before });
    const { status, etag } = await put(another, 'image/jpeg', { 'If-Match': before });
    expect([status, etag === before]).toEqual([200, false]);
    const remove = async (tag: string) => (await gateway.get(PLAN, { method: 'DELETE', headers: { 'If-Match': tag } })).status;
    expect(await remove(before)).toBe(412);
    expect(await remove(etag)).toBe(204);
    expect([await remove(etag), (await shown()).status]).toEqual([404, 204]);
    expect(await put(drawing, 'image/png', { 'If-Match': '*' })).toMatchObject({ status: 412 });
  });

  it('stays as it is where what was sent is none: too large, of another type, no picture', async () => {
    const { etag } = await put(drawing);
    const refused: [Uint8Array, string, number, RegExp][] = [
      [Buffer.concat([drawing, Buffer.alloc(10_000_000)]), 'image/png', 413, /^expected a picture of at most 4194304 bytes$/],
      [Buffer.concat([drawing, Buffer.alloc(MOST + 1 - drawing.length)]), 'image/png', 413, /at most 4194304 bytes/],
      // what is as large as may be is looked at
      [Buffer.concat([drawing, Buffer.alloc(MOST - drawing.length)]), 'image/png', 400, /the picture is not what it seems/],
      [drawing, 'image/gif', 415, /unsupported media type/],
      [drawing, 'application/octet-stream', 415, /unsupported media type/],
      [Buffer.from('a plan'), 'image/png', 400, /a JPEG, PNG or WebP picture was expected/],
      [Buffer.alloc(0), 'image/webp', 400, /a JPEG, PNG or WebP picture was expected/],
      [drawing.subarray(0, -20), 'image/png', 400, /the picture is/],
    ];
    for (const [picture, type, status, detail] of refused)
      expect({ type, ...(await put(picture, type)) }).toMatchObject({
        ...{ type, status },
        body: { status, detail: expect.stringMatching(detail) },
      });
    expect(await shown()).toMatchObject({ status: 200, etag });
  });

  it('is shown to and changed by who looks after the whole gateway, and by nobody else', async () => {
    const scopes = ['registry:read', 'registry:write'];
    const town = await gateway.client({ clientId: 'town', tenant: 'town', scopes });
    const viewer = { Authorization: `Bearer ${await gateway.token({ role: 'viewer' })}` };
    const stranger = { Authorization: 'Bearer none' };
    const statusOf = async (headers: Record<string, string>, init: RequestInit = {}) =>
      (await fetch(gateway.url + PLAN, { ...init, headers: { 'Content-Type': 'image/png', ...headers } })).status;
    const large = (bytes: number) => ({ method: 'PUT', body: new Uint8Array(bytes) });
    expect(await Promise.all([town, viewer, stranger].map((headers) => statusOf(headers)))).toEqual([403, 200, 401]);
    expect(await Promise.all([town, viewer].map((headers) => statusOf(headers, large(3_000_000))))).toEqual([403, 403]);
    // of a stranger nobody reads so much as how large it is, for who signs in anew is to try again
    expect(await statusOf(stranger, large(10_000_000))).toBe(401);
    expect(await Promise.all([town, viewer].map((headers) => statusOf(headers, { method: 'DELETE' })))).toEqual([403, 403]);
  });
});

describe('A place on the plan', () => {
  it.each(['camera-lens-1', 'line-17'])('is kept and told of %s, whether there is a plan or none', async (deviceId) => {
    const place = { description: 'Hall', plan: { x: 0.25, y: 1 } };
    for (const method of ['DELETE', 'PUT']) {
      await (method === 'PUT' ? put(drawing) : gateway.get(PLAN, { method }));
      expect((await gateway.send('PUT', `/registry/v1/devices/${deviceId}/configuration`, { place })).status).toBe(200);
      expect(await gateway.json(`/registry/v1/devices/${deviceId}/configuration`)).toEqual({ place });
      expect(await gateway.json(`/registry/v1/devices/${deviceId}`)).toMatchObject({ place });
    }
    for (const plan of [{ x: 0.5 }, { x: -0.01, y: 0 }, { x: 0, y: 1.01 }, { x: 0, y: 0, z: 0 }])
      expect((await gateway.send('PUT', `/registry/v1/devices/${deviceId}/configuration`, { place: { plan } })).status).toBe(400);
  });
});
