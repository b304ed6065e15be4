import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { toHide } from '../../bodies.js';
import { Caller, registerClients } from '../../e2e/tenants.js';
import { TestGateway } from '../../gateway.js';

const PATH = '/camera/v1/cameras/lens-1/configuration';
const settings = { devices: { cameras: { 'lens-1': { driver: 'simulated' } } } };
let gateway: TestGateway;

beforeAll(async () => {
  gateway = await TestGateway.start(settings);
});
afterAll(() => gateway.stop());

async function put(body: unknown, headers: Record<string, string> = {}, path = PATH) {
  const response = await gateway.send('PUT', path, body, headers);
  return { status: response.status, headers: response.headers, body: (await response.json()) as Record<string, unknown> };
}
const etag = async () => (await gateway.get(PATH)).headers.get('etag') ?? '';

describe('The configuration of a camera', () => {
  it('is empty at first, and then what was said', async () => {
    expect(await gateway.json(PATH)).toEqual({});
    expect(await put(toHide)).toMatchObject({ status: 200, body: toHide });
    expect(await gateway.json(PATH)).toEqual(toHide);
    expect(await put({})).toMatchObject({ status: 200, body: {} });
    expect(await gateway.json(PATH)).toEqual({});
  });

  it('is changed by whoever knows it as it is', async () => {
    const before = await etag();
    expect(await put(toHide, { 'If-Match': before })).toMatchObject({ status: 200 });
    expect(await put({}, { 'If-Match': before })).toMatchObject({ status: 412 });
    expect(await gateway.json(PATH)).toEqual(toHide);
    expect(await put({}, { 'If-Match': await etag() })).toMatchObject({ status: 200 });
  });

  it('is changed by one of many who say at once that they know it', async () => {
    const headers = { 'If-Match': await etag() };
    const statuses = (await Promise.all(Array.from({ length: 8 }, () => put(toHide, headers)))).map(({ status }) => status);
    expect(statuses.sort()).toEqual([200, ...Array<number>(7).fill(412)]);
    await put({});
  });

  const corner = { x: 0, y: 0 };
  const zoneOf = (zoneId: string) => ({ zoneId, polygon: [corner, { x: 1, y: 0 }, { x: 0, y: 1 }] });
  it.each([
    ['a camera that there is not', toHide, '/camera/v1/cameras/none/configuration', 404],
    ['a polygon of two corners', { masks: [{ polygon: [corner, corner] }] }, PATH, 400],
    ['a polygon of 33 corners', { masks: [{ polygon: Array(33).fill(corner) }] }, PATH, 400],
    ['a corner outside of the picture', { masks: [{ polygon: [corner, corner, { x: 1.1, y: 0 }] }] }, PATH, 400],
    ['17 masks', { masks: Array(17).fill(toHide.masks[0]) }, PATH, 400],
    ['no regions where some are given', { regions: [] }, PATH, 400],
    ['another fill', { masks: [{ ...toHide.masks[0], fill: 'CLEAR' }] }, PATH, 400],
    ['two zones of one name', { motion: { zones: ['gate', 'door', 'gate'].map(zoneOf) } }, PATH, 400],
    ['recordings of what moves, and nothing that looks for it', { recording: { kind: 'STILL' } }, PATH, 400],
    ['what it does not know', { mask: [] }, PATH, 400],
  ])('refuses %s', async (_what, body, path, status) => {
    expect(await put(body, {}, path)).toMatchObject({ status });
    expect(await gateway.json(PATH)).toEqual({});
  });

  it('takes the most that may be said, and is there after a restart', async () => {
    // as programs write what people have drawn, and with the longest numbers that there are
    const polygon = Array.from({ length: 32 }, (_, corner) => ({ x: (corner + 1) / 70, y: 1.234567890123456e-300 }));
    const zones = Array.from({ length: 16 }, (_, zone) => ({ zoneId: `a-zone-with-a-name-as-long-as-${zone + 10}`, polygon }));
    const most = {
      masks: Array(16).fill({ polygon, fill: 'PIXELATED' }),
      regions: Array(16).fill(polygon),
      motion: { zones, sensitivity: 70, minimumArea: 0.01, coolDownS: 5 },
    };
    await using first = await TestGateway.start(settings);
    expect((await first.send('PUT', PATH, most)).status).toBe(200);
    await first.stop();
    await using second = await TestGateway.start(settings, { dir: first.dir });
    expect(await second.json(PATH)).toEqual(most);
  });
});

describe('The configuration of a camera that several tenants see', () => {
  it('is read by them, and changed by who looks after the whole gateway', async () => {
    const whole = { ...settings, auth: { mode: 'tokens' } };
    await using first = await TestGateway.start(whole);
    await first.stop();
    const scopes = ['camera:read', 'camera:write'];
    const clients = [
      { clientId: 'plates', name: 'plates', tenant: 'town', devices: ['camera-lens-1'], scopes, appInstanceIds: [] },
    ];
    const secrets = await registerClients(first.dir, clients);
    await using second = await TestGateway.start(whole, { dir: first.dir });
    const caller = await Caller.signIn(second, 'plates', secrets.get('plates') ?? '');
    expect((await caller.look(PATH)).status).toBe(200);
    expect((await caller.send('PUT', PATH, {})).status).toBe(403);
  });
});
