import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import sharp from 'sharp';
import { TestGateway } from '../gateway.js';

const WIDTHS = { 'lens-1': 320, 'lens-2': 400, 'lens-3': 640 };

let gateway: TestGateway;
let theirs: Record<string, string>;
beforeAll(async () => {
  const cameras = Object.entries(WIDTHS).map(([id, width]) => [id, { driver: 'simulated', width, height: 240 }]);
  gateway = await TestGateway.start({ auth: { mode: 'tokens' }, devices: { cameras: Object.fromEntries(cameras) as object } });
  const tenant = { tenant: 'town', devices: ['camera-lens-2', 'camera-lens-3'] };
  expect((await gateway.send('POST', '/access/v1/tenants', tenant)).status).toBe(201);
  theirs = await gateway.client({ clientId: 'town-1', tenant: 'town', scopes: ['camera:read'] });
});
afterAll(() => gateway.stop());

const get = (path: string, headers: Record<string, string> = gateway.owner()) => fetch(gateway.url + path, { headers });

/** What the picture shows which camera it is of; the status when there is none. */
async function widthOf(path: string, headers?: Record<string, string>): Promise<number | undefined> {
  const response = await get(path, headers);
  if (!response.ok) return response.status;
  return (await sharp(Buffer.from(await response.arrayBuffer())).metadata()).width;
}

async function signatureOf(cameraId: string): Promise<string> {
  const made = await gateway.send('POST', `/camera/v1/cameras/${cameraId}/links`, {});
  const { _links } = (await made.json()) as { _links: { stream: { href: string } } };
  return _links.stream.href.split('?')[1] ?? '';
}

/** The beginning of a stream; its status when there is none. */
async function beginningOf(path: string, headers: Record<string, string> = {}): Promise<string | number> {
  const response = await get(path, headers);
  if (!response.ok) return response.status;
  for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) return Buffer.from(chunk).toString('latin1');
  return '';
}

describe('An address of mjpg-streamer', () => {
  it('shows the cameras that the client sees, in their order', async () => {
    expect(await widthOf('/?action=snapshot')).toBe(320);
    expect(await widthOf('/?action=snapshot_2&1780000000')).toBe(640);
    expect(await widthOf('/?action=snapshot_3')).toBe(404);
    expect(await widthOf('/?action=snapshot', theirs)).toBe(400);
    expect(await widthOf('/?action=snapshot_1', theirs)).toBe(640);
    expect(await widthOf('/?action=snapshot_2', theirs)).toBe(404);
  });

  it('shows the camera that it names, to whoever may see it', async () => {
    expect(await widthOf('/?action=snapshot&camera=lens-2')).toBe(400);
    expect(await widthOf('/?action=snapshot&camera=lens-1', theirs)).toBe(404);
    expect(await widthOf('/?action=snapshot&camera=../lens-1')).toBe(400);
  });

  it('shows nothing to nobody', async () => {
    for (const address of ['snapshot', 'stream', 'stream_1', 'stream&camera=lens-1', 'stream&signature=nonsense'])
      expect((await get(`/?action=${address}`, {})).status).toBe(401);
  });

  it('of a stream can be signed, for the camera that it names', async () => {
    const signature = await signatureOf('lens-1');
    expect(await beginningOf(`/?action=stream&camera=lens-1&${signature}&fps=2`)).toMatch(/^--boundarydonotcross\r\n/);
    expect(await beginningOf(`/?action=stream&camera=lens-2&${signature}`)).toBe(401);
    expect(await beginningOf(`/?action=stream&${signature}`)).toBe(401);
  });

  it('leaves the panel at the root', async () => {
    for (const target of ['/', '/?', '/?a=1']) expect((await get(target, {})).headers.get('content-type')).toMatch(/^text\/html/);
    for (const target of ['/?action=command&id=1', '/?action=streams']) expect((await get(target, {})).status).toBe(404);
  });
});

describe('A camera called by its place', () => {
  it('is to be seen below that address, as programs for µStreamer look for it, and changed nowhere', async () => {
    const state = (await (await get('/camera/v1/cameras/~1/state')).json()) as { result: { instance_id: string } };
    expect(state.result.instance_id).toBe('lens-2');
    expect(await widthOf('/camera/v1/cameras/~0/snapshot', theirs)).toBe(400);
    expect(await beginningOf('/camera/v1/cameras/~0/stream', theirs)).toMatch(/^--boundarydonotcross\r\n/);
    expect((await get('/camera/v1/cameras/~0')).status).toBe(400);
    expect((await gateway.send('POST', '/camera/v1/cameras/~0/links', {})).status).toBe(400);
  });

  it('stands in the audit log by its name', async () => {
    expect(await widthOf('/?action=snapshot', theirs)).toBe(400);
    expect(await widthOf('/?action=snapshot_2', theirs)).toBe(404);
    for (const spelt of ['%7e0', '%7E0', '%6cens%2d2'])
      expect(await widthOf(`/camera/v1/cameras/${spelt}/snapshot`, theirs)).toBe(400);
    const log = (await (await get('/access/v1/audit')).json()) as {
      what: string;
      client: string;
      target: string;
      outcome: number;
    }[];
    const looked = log.filter(({ what, client }) => what === 'CameraSnapshot_GET' && client === 'town-1');
    const targets = looked.map(({ target, outcome }) => `${outcome} ${target}`);
    expect(targets).toContain('200 /camera/v1/cameras/lens-2/snapshot');
    expect(targets.filter((target) => target.includes('%'))).toEqual([]);
    // where there is none to be named, the place is all that can be said
    expect(targets.filter((target) => target.includes('~'))).toEqual(['404 /camera/v1/cameras/~2/snapshot']);
  });
});
