import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import sharp from 'sharp';
import { Caller, registerClients } from '../../e2e/tenants.js';
import { TestGateway } from '../../gateway.js';
import { until } from '../../until.js';

const CAMERA = '/camera/v1/cameras/lens-1';
const PATH = `${CAMERA}/controls`;
const lens = { driver: 'simulated', width: 320, height: 240 };
const settings = { devices: { cameras: { 'lens-1': lens } } };

interface Control {
  readonly controlId: string;
  readonly value?: number;
}

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await TestGateway.start(settings);
});
beforeEach(() => put({ reset: 1 }));
afterAll(() => gateway.stop());

async function put(body: unknown, headers: Record<string, string> = {}, path = PATH) {
  const response = await gateway.send('PUT', path, body, headers);
  return { status: response.status, etag: response.headers.get('etag') ?? '', body: await response.json() };
}

async function valuesOf(one = gateway): Promise<Record<string, number | undefined>> {
  return Object.fromEntries((await one.json<Control[]>(PATH)).map(({ controlId, value }) => [controlId, value]));
}

describe('The controls of a camera', () => {
  it('alter its picture', async () => {
    const brightness = async () => {
      const picture = await gateway.get(`${CAMERA}/snapshot`);
      const { channels } = await sharp(Buffer.from(await picture.arrayBuffer())).stats();
      return channels[1]?.mean ?? NaN;
    };
    const before = await brightness();
    expect(await put({ brightness: 60 })).toMatchObject({ status: 200 });
    expect((await brightness()) - before).toBeGreaterThan(25);
  });

  it('are set by whoever knows them as they are', async () => {
    const before = (await gateway.get(PATH)).headers.get('etag') ?? '';
    const changed = await put({ brightness: 1 }, { 'If-Match': before });
    expect(changed).toMatchObject({
      status: 200,
      body: expect.arrayContaining([expect.objectContaining({ controlId: 'brightness', value: 1 })]),
    });
    expect((await gateway.get(PATH)).headers.get('etag')).toBe(changed.etag);
    expect(await put({ brightness: 2 }, { 'If-Match': before })).toMatchObject({ status: 412 });
    expect(await valuesOf()).toMatchObject({ brightness: 1 });
    expect(await put({ contrast: 90 }, { 'If-Match': changed.etag })).toMatchObject({ status: 200 });
    expect(await valuesOf()).toMatchObject({ brightness: 1, contrast: 90 });
  });

  it.each([
    ['beyond its range', { contrast: 90, brightness: 101 }, 400, 'brightness is 101, expected a whole number from -100 to 100'],
    ['that there is not', { contrast: 90, zoom: 1 }, 400, /^there is no control zoom: it has brightness, contrast, /],
    ['that it does not take now', { contrast: 90, exposure: 10 }, 409, /does not take 10 for exposure now/],
    ['that is no number', { contrast: 90, brightness: '1' }, 400, /brightness/],
    ['that is no whole number', { contrast: 90, brightness: 1.5 }, 400, /brightness/],
    ['by a name that none can have', { contrast: 90, Zoom: 1 }, 400, /./],
    ['of none', {}, 400, /./],
  ])('refuse a value %s, and stay as they were', async (_what, body, status, detail) => {
    const refused = await put(body);
    expect(refused).toMatchObject({ status, body: { detail: expect.stringMatching(detail) } });
    expect(await valuesOf()).toMatchObject({ contrast: 100 });
  });

  it('are those of a camera that there is', async () => {
    expect(await put({ brightness: 1 }, {}, '/camera/v1/cameras/none/controls')).toMatchObject({ status: 404 });
  });

  it('are as they were set after a restart', async () => {
    await using first = await TestGateway.start(settings);
    expect((await first.send('PUT', PATH, { brightness: 33, auto_exposure: 0, exposure: 50 })).status).toBe(200);
    await first.stop();
    await using second = await TestGateway.start(settings, { dir: first.dir });
    await until(async () => (await valuesOf(second)).brightness === 33, 20);
    expect(await valuesOf(second)).toMatchObject({ brightness: 33, auto_exposure: 0, exposure: 50 });
  });
});

describe('The formats of a camera', () => {
  it('say what it gives', async () => {
    const only = (min: number) => ({ min, max: min, step: 1 });
    expect(await gateway.json(`${CAMERA}/formats`)).toEqual([
      {
        ...{ pixelFormat: 'MJPG', description: 'A drawn street', isEmulated: false },
        sizes: [{ width: only(320), height: only(240), fps: [5] }],
      },
    ]);
  });
});

describe('The controls of a camera that several tenants see', () => {
  it('are read by them, and set by who looks after the whole gateway', async () => {
    const whole = { ...settings, auth: { mode: 'tokens' } };
    await using first = await TestGateway.start(whole);
    await first.stop();
    const scopes = ['camera:read', 'camera:write'];
    const one = { tenant: 'town', devices: ['camera-lens-1'], appInstanceIds: [] };
    const secrets = await registerClients(first.dir, [
      { ...one, clientId: 'plates', name: 'plates', scopes },
      { ...one, clientId: 'reader', name: 'reader', scopes: ['camera:read'] },
    ]);
    await using second = await TestGateway.start(whole, { dir: first.dir });
    for (const clientId of ['plates', 'reader']) {
      const caller = await Caller.signIn(second, clientId, secrets.get(clientId) ?? '');
      expect((await caller.look(PATH)).status).toBe(200);
      expect((await caller.send('PUT', PATH, { brightness: 1 })).status).toBe(403);
    }
    expect((await second.send('PUT', PATH, { brightness: 1 })).status).toBe(200);
  });
});
