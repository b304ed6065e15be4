import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TestGateway } from '../../gateway.js';
import { until } from '../../until.js';

interface Tag {
  readonly mac: string;
  readonly name?: string;
  readonly _links: { readonly configuration: { readonly href: string } };
}
interface Reading {
  readonly mac: string;
  readonly name?: string;
  readonly temperature: number;
  readonly dewPoint?: number;
  readonly measured?: { readonly temperature?: number };
}

const LAMP = '/registry/v1/devices/camera-lens-1';
let gateway: TestGateway;
let tag: Tag;

beforeAll(async () => {
  gateway = await TestGateway.start();
  await until(async () => {
    const [first] = await gateway.json<Tag[]>('/sensors/v1/tags');
    if (first) tag = first;
    return first !== undefined;
  });
});
afterAll(() => gateway.stop());

async function put(href: string, body: unknown, headers: Record<string, string> = {}) {
  const response = await gateway.send('PUT', href, body, headers);
  return { status: response.status, headers: response.headers, body: (await response.json()) as Record<string, unknown> };
}
const configuration = (of: Tag) => of._links.configuration.href;

describe('The configuration of a device', () => {
  it('is empty at first, then what was said, and shows wherever the device does', async () => {
    expect(await gateway.json(`${LAMP}/configuration`)).toEqual({});
    const said = { name: 'Entrance', room: 'Pole 7', notes: 'ladder needed', place: { latitude: 60.17, longitude: 24.94 } };
    expect(await put(`${LAMP}/configuration`, said)).toMatchObject({ status: 200, body: said });
    expect(await gateway.json(LAMP)).toMatchObject({ name: 'Entrance', room: 'Pole 7', place: said.place });
    const found = await gateway.json<object[]>('/registry/v1/devices?filter=(eq,room,Pole%207)&fields=place');
    expect(found).toMatchObject([{ deviceId: 'camera-lens-1', place: said.place }]);
    expect(await put(`${LAMP}/configuration`, {})).toMatchObject({ status: 200, body: {} });
    expect(await gateway.json(LAMP)).not.toHaveProperty('room');
  });

  it('is changed by whoever knows it as it is', async () => {
    const before = (await gateway.get(`${LAMP}/configuration`)).headers.get('etag') ?? '';
    const { headers } = await put(`${LAMP}/configuration`, { room: 'Hall' }, { 'If-Match': before });
    expect(await put(`${LAMP}/configuration`, { room: 'Cellar' }, { 'If-Match': before })).toMatchObject({ status: 412 });
    expect(await gateway.json(`${LAMP}/configuration`)).toEqual({ room: 'Hall' });
    expect(await put(`${LAMP}/configuration`, {}, { 'If-Match': headers.get('etag') ?? '' })).toMatchObject({ status: 200 });
  });

  it.each([
    ['calibration of what is no tag', LAMP, { calibration: { temperature: { method: 'OFFSET', offset: 1 } } }, /is for tags/],
    ['a name that InfluxDB would misread', LAMP, { name: 'Hall\\' }, /name/],
    ['a name of two lines', LAMP, { name: 'Hall\nCellar' }, /name/],
    ['a word of ours', LAMP, { name: '__proto__' }, /name/],
    ['a place beyond the pole', LAMP, { place: { latitude: 91 } }, /latitude/],
    ['what it does not know', LAMP, { colour: 'red' }, /colour/],
    [
      'a line that falls',
      '/registry/v1/devices/tag-CBB8334C884F',
      {
        calibration: {
          humidity: { method: 'TWO_POINT', low: { measured: 0, actual: 9 }, high: { measured: 9, actual: 0 } },
        },
      },
      /calibration.humidity/,
    ],
  ])('is refused with %s, and stays as it was', async (_what, device, body, detail) => {
    const before = await gateway.json(`${device}/configuration`);
    const answer = await put(`${device}/configuration`, body);
    expect(answer.status).toBe(400);
    expect(JSON.stringify(answer.body)).toMatch(detail);
    expect(await gateway.json(`${device}/configuration`)).toEqual(before);
  });

  it('is not there of a device that there is not; a tag can be told of before it is heard', async () => {
    expect((await put('/registry/v1/devices/camera-lens-9/configuration', { room: 'Hall' })).status).toBe(404);
    expect((await put('/registry/v1/devices/tag-AABBCCDDEEFF/configuration', { name: 'To come' })).status).toBe(200);
  });
});

describe('A calibration over the registry', () => {
  const latest = async () => gateway.json<Reading>(`/sensors/v1/tags/${tag.mac}/readings/latest`);

  it('is in the latest reading at once, with what follows from it and what the tag said', async () => {
    const said = {
      name: 'Calibrated',
      calibration: { temperature: { method: 'OFFSET', offset: 5 } },
      precision: { temperature: 1 },
    };
    await put(configuration(tag), said);
    const { name, temperature, measured } = await latest();
    expect(name).toBe('Calibrated');
    expect(temperature).toBeCloseTo((measured?.temperature ?? NaN) + 5, 0);
    expect(String(temperature)).toMatch(/^-?\d+(\.\d)?$/);
    expect(await gateway.json(`/sensors/v1/tags/${tag.mac}`)).toMatchObject({ name: 'Calibrated', presence: 'ONLINE' });
  });

  it('is in what is kept from then on, and after a restart', async () => {
    const kept = () => gateway.json<Reading[]>(`/sensors/v1/tags/${tag.mac}/readings?limit=1000`);
    await until(async () => (await kept()).some(({ measured }) => measured?.temperature !== undefined));
    const [first, ...later] = await kept();
    expect(first).not.toHaveProperty('measured');
    const calibrated = later.find(({ measured }) => measured);
    await gateway.stop();
    gateway = await TestGateway.start({}, { dir: gateway.dir });
    expect(await latest()).toHaveProperty('measured');
    expect(await kept()).toContainEqual(calibrated);
  });

  it('stands in the audit log, with who has said it', async () => {
    const entries = await gateway.json<{ what: string; target?: string }[]>('/access/v1/audit?limit=100');
    expect(entries).toContainEqual(expect.objectContaining({ what: 'DeviceConfiguration_PUT' }));
  });
});

it('Only who looks after the whole gateway says something of a device', async () => {
  await using locked = await TestGateway.start({ auth: { mode: 'tokens' } });
  const theirs = await locked.client({ clientId: 'police', tenant: 'police', scopes: ['registry:read', 'registry:write'] });
  const response = await fetch(`${locked.url}${LAMP}/configuration`, {
    method: 'PUT',
    headers: { 'Content-Type': 'application/json', ...theirs },
    body: JSON.stringify({ room: 'Cell' }),
  });
  expect(response.status).toBe(403);
  expect(await locked.json(`${LAMP}/configuration`)).toEqual({});
});
