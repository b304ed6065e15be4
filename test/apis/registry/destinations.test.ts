import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { counts, influxSays, scriptedServer } from '../../destinations/harness.js';
import { TestGateway } from '../../gateway.js';
import { tempDirectory } from '../../temp-directory.js';
import { until } from '../../until.js';

const BASE = '/registry/v1/destinations';
const start = Date.parse('2026-06-01T12:00:00Z');
const points = (from: number, count: number) =>
  Array.from({ length: count }, (_, at) => ({
    measurement: 'people',
    tags: { gate: 'north' },
    time: new Date(start + (from + at) * 1_000).toISOString(),
    fields: { count: from + at },
  }));

interface Shown {
  readonly destinationId: string;
  readonly state: string;
  readonly reason?: string;
  readonly lag: { readonly readings: number; readonly seconds: number };
  readonly counters: Readonly<Record<string, number>>;
  readonly lastFailure?: { readonly reason: string };
  readonly rejections: number;
}
interface Rejection {
  readonly rejectionId: string;
  readonly reason: string;
  readonly again: boolean;
  readonly point: { readonly fields: Readonly<Record<string, unknown>> };
}

describe('The destinations of a gateway', () => {
  let [gateway, cloud, town]: [TestGateway, Server, Server] = [undefined as never, undefined as never, undefined as never];
  let isMended = false;
  const isBad = (lines: readonly string[]) => !isMended && counts(lines).some((count) => count % 50 === 7);
  const shown = (id: string) => gateway.json<Shown>(`${BASE}/${id}`);
  const rejections = () => gateway.json<Rejection[]>(`${BASE}/cloud/rejections`);

  beforeAll(async () => {
    cloud = await scriptedServer((lines) => (isBad(lines) ? influxSays(422, 'type conflict') : undefined));
    town = await scriptedServer(() => influxSays(401, 'unauthorized access'));
    gateway = await TestGateway.start({
      auth: { mode: 'tokens' },
      devices: {},
      destinations: { cloud: cloud.target, town: { ...town.target, only: { measurements: ['people'] } } },
    });
    await gateway.send('POST', '/sensors/v1/readings', points(0, 300));
    await until(async () => (await shown('cloud')).lag.readings === 0 && (await shown('town')).state === 'SUSPENDED', 20);
  });
  afterAll(async () => {
    await gateway.stop();
    for (const server of [cloud, town]) server[Symbol.dispose]();
  });

  it('say each by itself how they do: one that is refused does not keep the other', async () => {
    const [first, second] = await gateway.json<Shown[]>(BASE);
    expect(first).toMatchObject({
      destinationId: 'cloud',
      state: 'ACTIVE',
      counters: { stored: 294, rejected: 6 },
      rejections: 6,
    });
    expect(second).toMatchObject({ destinationId: 'town', state: 'SUSPENDED', lag: { readings: 300 }, rejections: 0 });
    expect(second).toMatchObject({ droppedUnsent: 0, droppedRejections: 0 });
    expect(second?.reason).toMatch(/^misconfigured: .*set destinations.town.token/);
    expect(second?.lastFailure?.reason).toBe(second?.reason);
    expect(second?.lag.seconds).toBeGreaterThan(0);
  });

  it('are metrics', async () => {
    const text = await (await gateway.get('/metrics')).text();
    expect(text).toMatch(/^umec_destination_stored_total\{destination="cloud"\} 294$/m);
    expect(text).toMatch(/^umec_destination_lag_readings\{destination="town"\} 300$/m);
    expect(text).toMatch(/^umec_destination_rejections\{destination="cloud"\} 6$/m);
    expect(text).toMatch(/^umec_destination_up\{destination="town"\} 0$/m);
    expect(text).toMatch(/^umec_destination_dropped_unsent_total\{destination="town"\} 0$/m);
  });

  it('are not there for whoever does not look after the whole gateway', async () => {
    const headers = await gateway.client({ clientId: 'town-1', tenant: 'town', role: 'admin' });
    expect(await (await gateway.get(BASE, { headers })).json()).toEqual([]);
    for (const path of ['cloud', 'cloud/rejections'])
      expect((await gateway.get(`${BASE}/${path}`, { headers })).status).toBe(404);
    expect((await gateway.get(`${BASE}/cloud/rejections`, { method: 'DELETE', headers })).status).toBe(404);
    expect((await gateway.send('POST', `${BASE}/cloud/rejections/retries`, {}, headers)).status).toBe(404);
    expect(await (await gateway.get('/metrics', { headers })).text()).not.toContain('umec_destination');
    expect(await rejections()).toHaveLength(6);
  });

  it('keep what they refused: listed, filtered, sent again, forgotten, and audited', async () => {
    const [first, second] = await rejections();
    expect(first).toMatchObject({ reason: 'type conflict', again: false, point: { fields: { count: 7 } } });
    const filtered = await gateway.json<Rejection[]>(
      `${BASE}/cloud/rejections?filter=(eq,rejectionId,${second?.rejectionId ?? ''})`,
    );
    expect(filtered).toEqual([second]);
    isMended = true;
    const one = await gateway.send('POST', `${BASE}/cloud/rejections/retries`, { rejectionIds: [first?.rejectionId] });
    expect([one.status, await one.json()]).toEqual([202, { rejections: 1 }]);
    await until(async () => (await rejections()).length === 5, 20);
    expect(counts(cloud.stored)).toContain(7);
    expect((await gateway.get(`${BASE}/cloud/rejections/${second?.rejectionId ?? ''}`, { method: 'DELETE' })).status).toBe(204);
    expect((await gateway.get(`${BASE}/cloud/rejections/${second?.rejectionId ?? ''}`, { method: 'DELETE' })).status).toBe(404);
    await gateway.send('POST', `${BASE}/cloud/rejections/retries`, {});
    await until(async () => (await rejections()).length === 0, 20);
    expect(counts(cloud.stored)).toHaveLength(299);
    const entries = await gateway.json<{ what: string }[]>('/access/v1/audit');
    expect(entries).toContainEqual(expect.objectContaining({ what: 'RejectionsRetries_POST' }));
  });

  it('are those of the configuration', async () => {
    expect((await gateway.get(`${BASE}/street`)).status).toBe(404);
    expect((await gateway.get(`${BASE}/street/rejections`)).status).toBe(404);
  });
});

type Server = Awaited<ReturnType<typeof scriptedServer>>;

describe('A destination that changes', () => {
  it('loses nothing: not by another URL, token or filter, nor when it is gone for a while', async () => {
    using dir = tempDirectory();
    using server = await scriptedServer(() => undefined);
    const run = async (destinations: object, count: number, from: number) => {
      await using gateway = await TestGateway.start({ devices: {}, destinations }, { dir: dir.path });
      await gateway.send('POST', '/sensors/v1/readings', points(from, count));
      for (const id of Object.keys(destinations)) {
        const shown = () => gateway.json<Shown>(`${BASE}/${id}`);
        await until(async () => (await shown()).state === 'SUSPENDED' || (await shown()).lag.readings === 0, 20);
      }
    };
    await run({ cloud: { ...server.target, url: 'http://127.0.0.1:9' } }, 10, 0);
    await run({}, 10, 10);
    await run({ other: server.target }, 10, 20);
    expect(counts(server.stored)).toEqual(Array.from({ length: 30 }, (_, at) => at));
    server.stored.length = 0;
    await run({ cloud: { ...server.target, token: 'new', only: { measurements: ['people', 'plates'] } } }, 10, 30);
    expect(counts(server.stored)).toEqual(Array.from({ length: 40 }, (_, at) => at));
  });
});
