import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import createClient from 'openapi-fetch';
import sharp from 'sharp';
import type { paths as CameraPaths } from '../../generated/camera.js';
import type { paths as ServicePaths } from '../../generated/mec011-service-management.js';
import type { paths as RegistryPaths } from '../../generated/registry.js';
import type { components as SensorComponents, paths as SensorPaths } from '../../generated/sensors.js';
import { StreetScene } from '../../src/devices/simulated/street-scene.js';
import { RUUVI_FIELDS } from '../../src/sensors/ruuvi/reading.js';
import { DBusMock, dbusMockAvailable, dbusMockHint } from '../dbusmock.js';
import { TestGateway } from '../gateway.js';
import { hasProgram } from '../has-program.js';
import { hasInfluxDb, startInfluxDb, type TestInfluxDb } from '../influxdb.js';
import { readClock } from '../read-clock.js';
import { bytes, ruuviVectors } from '../ruuvi-vectors.js';
import { tempDirectory } from '../temp-directory.js';
import { until } from '../until.js';

type Reading = SensorComponents['schemas']['Reading'];

const hasFfmpeg = hasProgram('ffmpeg', '-version');
const missing = [
  ...(dbusMockAvailable ? [] : [dbusMockHint]),
  ...(hasInfluxDb ? [] : ['(apt-get install influxdb)']),
  ...(hasFfmpeg ? [] : ['(apt-get install ffmpeg)']),
];

if (missing.length === 0) describe('from radio and lens to REST, WebSocket and InfluxDB', theMainJob);
else it.todo(`from radio and lens to REST, WebSocket and InfluxDB ${missing.join(' ')}`);

/** Where each format carries the whole address; format 3 carries none, format 6 only its end. */
const MAC_AT: Readonly<Record<string, number>> = { '5': 18, C5: 12, E1: 34 };
const FORMATS = ['3', '5', 'C5', '6', 'E1'];

/** A published payload, sent by a tag of its own. */
interface Sent {
  readonly id: string;
  readonly mac: string;
  readonly payload: Uint8Array;
  /** What it means: fields that are not available are absent. */
  readonly expected: Readonly<Record<string, unknown>>;
}

const sent: readonly Sent[] = ruuviVectors.vectors
  .filter(({ format }) => FORMATS.includes(format))
  .map(({ id, format, payload, decoded }, index) => {
    const address = [0xcb, 0xb8, 0x33, 0x4c, 0x88, index];
    const data = bytes(payload);
    const at = MAC_AT[format];
    if (at !== undefined) data.set(address, at);
    const fields = Object.entries(decoded).filter(
      ([name, value]) => value !== null && (name in RUUVI_FIELDS || name === 'calibrating'),
    );
    const mac = address.map((byte) => byte.toString(16).padStart(2, '0').toUpperCase()).join(':');
    return { id, mac, payload: data, expected: { dataFormat: format, ...Object.fromEntries(fields) } };
  });

function theMainJob(): void {
  let bluez: DBusMock;
  let influx: TestInfluxDb;
  let gateway: TestGateway;
  const heard: Reading[] = [];
  const recorded = [1, 2, 3, 4].map((n) => Date.parse('2026-06-01T09:24:30Z') + n * 1_000);
  const scene = new StreetScene(7, { width: 640, height: 480 });

  beforeAll(async () => {
    const video = join(tempDirectory().path, 'street.avi');
    await record(video, await Promise.all(recorded.map((time) => scene.render(time))));
    [bluez, influx] = await Promise.all([DBusMock.start(), startInfluxDb()]);
    const { url, token, org, bucket } = influx;
    gateway = await TestGateway.start({
      devices: {
        radios: { hci0: { driver: 'bluez', busAddress: bluez.address } },
        cameras: { 'lens-1': { driver: 'ffmpeg', source: video, loop: true } },
      },
      sensors: { names: { [sent[0]?.mac ?? '']: 'Market square' } },
      destinations: { influx: { url, token, org, bucket } },
    });
    await radioIsActive(gateway);
  }, 60_000);

  afterAll(async () => {
    await gateway.stop();
    await bluez[Symbol.asyncDispose]();
    await influx[Symbol.asyncDispose]();
  });

  const api = <Paths extends object>(base: string) => createClient<Paths>({ baseUrl: `${gateway.url}${base}` });

  it('every published payload that BlueZ hears is told over the WebSocket', async () => {
    const stop = new AbortController();
    const events = await gateway.events('sensors/**', stop.signal);
    for (const { mac, payload } of sent) await bluez.advertise(mac, payload, -71);
    while (heard.length < sent.length) heard.push((await events.next()).value?.data as unknown as Reading);
    stop.abort();
    expect(heard.map(({ mac }) => mac)).toEqual(sent.map(({ mac }) => mac));
    for (const [index, { expected }] of sent.entries())
      expect(heard[index]).toMatchObject({ ...expected, receiver: 'hci0', rssi: -71 });
  });

  it('and comes back from REST, through a client made of the specification', async () => {
    const { data: latest } = await api<SensorPaths>('/sensors/v1').GET('/readings/latest');
    expect(latest).toEqual([...heard].sort((a, b) => (a.mac < b.mac ? -1 : 1)));
    expect(latest?.[0]?.name).toBe('Market square');
  });

  it('and from history, field by field', async () => {
    for (const { mac } of sent) {
      const { data } = await api<SensorPaths>('/sensors/v1').GET('/tags/{mac}/readings', { params: { path: { mac } } });
      expect(data).toEqual(heard.filter((reading) => reading.mac === mac));
    }
  });

  it('and from InfluxDB, field by field and type by type', async () => {
    await until(async () => (await influx.query('SELECT count(rssi) FROM ruuvi_measurements'))[0]?.count === sent.length);
    const rows = await influx.query('SELECT * FROM ruuvi_measurements');
    for (const [index, { mac, expected }] of sent.entries()) {
      const { dataFormat, ...fields } = expected;
      const row = rows.find((one) => one.mac === mac.replaceAll(':', ''));
      expect(row).toMatchObject({
        ...fields,
        dataFormat,
        receiver: 'hci0',
        rssi: -71,
        time: Date.parse(heard[index]?.time ?? ''),
      });
      // what the tag did not measure is not there, and nothing else is
      for (const name of Object.keys(RUUVI_FIELDS))
        if (name !== 'rssi' && !(name in fields)) expect(row?.[name] ?? null).toBeNull();
    }
    const types = new Map(
      (await influx.query('SHOW FIELD KEYS FROM ruuvi_measurements')).map((row) => [row.fieldKey, row.fieldType]),
    );
    for (const [name, { integer }] of Object.entries(RUUVI_FIELDS))
      expect([name, types.get(name)]).toEqual([name, integer ? 'integer' : 'float']);
  });

  it('advertisements of others, cut short or of no known format are counted and change nothing', async () => {
    const before = await gateway.json('/sensors/v1/readings/latest');
    const mac = 'C0:00:00:00:00:01';
    await bluez.advertise(mac, Uint8Array.of(5, 1, 2), -60, 0x004c);
    await bluez.advertise(mac, Uint8Array.of(0xfa, 1, 2), -60);
    await bluez.advertise(mac, Uint8Array.of(5, 1, 2), -60);
    const counters = async () => (await subsystem(gateway, 'sensors')).counters;
    await until(async () => (await counters()).malformed === 1);
    expect(await counters()).toMatchObject({ foreign: 1, unknownFormat: 1, malformed: 1, readings: sent.length });
    expect(await gateway.json('/sensors/v1/readings/latest')).toEqual(before);
  });

  it('what an application adds is kept when it is answered, and arrives at InfluxDB', async () => {
    const sensors = api<SensorPaths>('/sensors/v1');
    const time = '2026-06-01T09:24:31.250Z';
    const point = {
      measurement: 'car-plate',
      tags: { camera: 'lens-1' },
      time,
      fields: { plate: 'ABC-123, "quoted"', certainty: 0.93, parked: false },
    };
    const send = () => sensors.POST('/readings', { body: [point] });
    expect((await send()).response.status).toBe(204);
    expect((await send()).response.status).toBe(204); // an answer that was lost on the way
    const { data } = await sensors.GET('/readings', { params: { query: { measurement: 'car-plate', tag: ['camera=lens-1'] } } });
    expect(data).toEqual([point]);
    await until(async () => (await influx.query('SELECT count(certainty) FROM "car-plate"'))[0]?.count === 1);
    expect(await influx.query('SELECT * FROM "car-plate"')).toEqual([
      { camera: 'lens-1', ...point.fields, time: Date.parse(time) },
    ]);
  });

  it('a snapshot shows what the film shows, in the size and format that is asked for', async () => {
    const camera = api<CameraPaths>('/camera/v1');
    const snapshot = async (query: object) => {
      const asked = Date.now();
      const { data, response } = await camera.GET('/cameras/{cameraId}/snapshot', {
        params: { path: { cameraId: 'lens-1' }, query },
        parseAs: 'arrayBuffer',
      });
      expect(Date.parse(response.headers.get('umec-captured-at') ?? '')).toBeGreaterThanOrEqual(asked);
      expect(response.headers.get('cache-control')).toBe('no-store');
      return { image: Buffer.from(data ?? new ArrayBuffer(0)), type: response.headers.get('content-type') };
    };
    const whole = await snapshot({});
    expect(whole.type).toBe('image/jpeg');
    const clock = await readClock(whole.image);
    expect(recorded).toContain(clock);
    for (const [format, name] of [
      ['WEBP', 'webp'],
      ['PNG', 'png'],
      ['JPEG', 'jpeg'],
    ] as const) {
      const { image, type } = await snapshot({ width: 160, format });
      const { width, height, format: found } = await sharp(image).metadata();
      expect([type, found, width, height]).toEqual([`image/${name}`, name, 160, 120]);
      const distances = await Promise.all(recorded.map(async (time) => distance(image, await scene.render(time))));
      expect(Math.min(...distances)).toBeLessThan(8);
      expect(await distance(image, await scene.render(Date.parse('2026-06-01T23:00:00Z')))).toBeGreaterThan(40);
    }
  });

  it('the stream shows one picture after the other', async () => {
    const reader = new AbortController();
    const response = await gateway.get('/camera/v1/cameras/lens-1/stream', { signal: reader.signal });
    expect(response.headers.get('content-type')).toBe('multipart/x-mixed-replace;boundary=boundarydonotcross');
    const clocks: number[] = [];
    for await (const jpeg of jpegParts(response)) {
      clocks.push(await readClock(jpeg));
      if (new Set(clocks).size === 3) break;
    }
    reader.abort();
    for (const clock of clocks) expect(recorded).toContain(clock);
  });

  it('the registry says where both came from', async () => {
    const { data: services } = await api<ServicePaths>('/mec_service_mgmt/v1').GET('/services');
    const uris = services?.flatMap(({ transportInfo, state }) => (state === 'ACTIVE' ? (transportInfo.endpoint.uris ?? []) : []));
    expect(uris).toEqual(expect.arrayContaining([`${gateway.url}/sensors/v1`, `${gateway.url}/camera/v1/cameras/lens-1`]));
    for (const uri of uris ?? []) if (uri.startsWith('http')) expect((await fetch(uri)).status).not.toBe(500);
    const { data: devices } = await api<RegistryPaths>('/registry/v1').GET('/devices');
    expect(devices?.map(({ deviceId }) => deviceId)).toEqual(
      expect.arrayContaining(['radio-hci0', 'camera-lens-1', 'tag-CBB8334C8800']),
    );
  });

  it('when D-Bus goes away the sensors are SUSPENDED and told so, and come back with it', async () => {
    const stop = new AbortController();
    const events = await gateway.events('services/**', stop.signal);
    const states: unknown[] = [];
    const next = async () => states.push((await events.next()).value?.data.state);
    await bluez.stopDaemon();
    await next();
    const latest = await gateway.json<Reading[]>('/sensors/v1/readings/latest');
    expect(latest).toHaveLength(sent.length); // what was answered for is still there
    expect((await subsystem(gateway, 'radio-hci0')).reason).toMatch(/D-Bus|bus/);
    await bluez.startDaemon();
    await bluez.startBluetoothd();
    await next();
    stop.abort();
    expect(states).toEqual(['SUSPENDED', 'ACTIVE']);
  }, 40_000);

  it('when InfluxDB cannot be reached nothing is lost, and all arrives when it is back', async () => {
    await influx.beginOutage();
    const points = Array.from({ length: 50 }, (_, n) => ({
      measurement: 'people',
      time: new Date((recorded[0] ?? 0) + n).toISOString(),
      tags: { n: String(n) },
      fields: { count: n },
    }));
    expect((await gateway.send('POST', '/sensors/v1/readings', points)).status).toBe(204);
    await until(async () => (await subsystem(gateway, 'destination-influx')).state === 'SUSPENDED');
    await influx.endOutage();
    await until(async () => (await influx.query('SELECT count("count") FROM people'))[0]?.count === 50);
    await until(async () => (await subsystem(gateway, 'destination-influx')).state === 'ACTIVE');
  }, 40_000);
}

interface Subsystem {
  readonly name: string;
  readonly state: string;
  readonly reason?: string;
  readonly counters: Readonly<Record<string, number>>;
}

async function subsystem(gateway: TestGateway, name: string): Promise<Subsystem> {
  const found = (await gateway.json<Subsystem[]>('/registry/v1/subsystems')).find((one) => one.name === name);
  if (!found) throw new Error(`no subsystem ${name}`);
  return found;
}

function radioIsActive(gateway: TestGateway): Promise<void> {
  return until(async () => (await subsystem(gateway, 'radio-hci0')).state === 'ACTIVE');
}

/** A film of these pictures, two a second. */
async function record(file: string, pictures: readonly Uint8Array[]): Promise<void> {
  const args = ['-nostdin', '-y', '-loglevel', 'error', '-f', 'mjpeg', '-framerate', '4', '-i', '-', '-c', 'copy', file];
  const { status, stderr } = spawnSync(
    'ffmpeg',
    args.filter((arg) => arg !== '-nostdin'),
    { input: Buffer.concat(pictures) },
  );
  if (status !== 0) throw new Error(stderr.toString());
}

/** How far two pictures are apart: the mean difference of their pixels, 0 to 255, at the size of the first. */
async function distance(image: Uint8Array, other: Uint8Array): Promise<number> {
  const { width, height } = await sharp(image).metadata();
  const [a, b] = await Promise.all([image, other].map((one) => sharp(one).resize(width, height).removeAlpha().raw().toBuffer()));
  if (!a || !b) throw new Error('no pictures');
  return a.reduce((sum, value, index) => sum + Math.abs(value - (b[index] ?? 0)), 0) / a.length;
}

/** The images of an MJPEG stream. */
async function* jpegParts(response: Response): AsyncGenerator<Uint8Array> {
  let buffer = Buffer.alloc(0);
  for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
    buffer = Buffer.concat([buffer, chunk]);
    for (;;) {
      const end = buffer.indexOf('\r\n\r\n');
      const length = Number(/Content-Length: (\d+)/.exec(buffer.subarray(0, Math.max(end, 0)).toString())?.[1]);
      if (end < 0 || buffer.length < end + 4 + length) break;
      yield buffer.subarray(end + 4, end + 4 + length);
      buffer = buffer.subarray(end + 4 + length);
    }
  }
}
