import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CloudEvent } from '../../../src/apis/platform/cloud-events.js';
import { ButtonClock } from '../../button-clock.js';
import { TestGateway } from '../../gateway.js';

const LINES = {
  17: { name: 'button', direction: 'INPUT', activeLow: true, bias: 'PULL_UP', edge: 'BOTH', debounceUs: 5_000 },
  22: { direction: 'OUTPUT', free: true },
  27: { direction: 'OUTPUT', initial: 1, safe: 1 },
};
const devices = { chips: { board: { driver: 'simulated', lines: LINES } } };
/** Somebody presses a button about three times a minute. */
const WHILE_SOMEBODY_PRESSES_MS = 60_000;
/** Tests set lines as often as they like. */
const gpio = { writesPerSecond: 1_000, writeBurst: 10_000 };

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await TestGateway.start({ devices, gpio });
});
afterAll(() => gateway.stop());

const LINE_22 = '/gpio/v1/lines/22';
async function ask(method: string, path: string, body?: object, headers: Record<string, string> = {}) {
  const response = await (body === undefined
    ? gateway.get(`/gpio/v1${path}`, { method, headers })
    : gateway.send(method, `/gpio/v1${path}`, body, headers));
  const text = await response.text();
  return {
    status: response.status,
    headers: response.headers,
    body: (text === '' ? {} : JSON.parse(text)) as Record<string, unknown>,
  };
}
const value = async (lineId: number) => (await ask('GET', `/lines/${lineId}/value`)).body.value;

describe('Lines', () => {
  it('say all that is known of them', async () => {
    const { body } = await ask('GET', '/lines/17');
    expect(body).toEqual({
      ...{ lineId: '17', name: 'button', chipId: 'board', driver: 'simulated', offset: 17, lineName: 'GPIO17', consumer: 'umec' },
      ...{ direction: 'INPUT', activeLow: true, bias: 'PULL_UP', drive: 'PUSH_PULL', edge: 'BOTH', debounceUs: 5_000 },
      ...{ free: false, initial: 0, safe: 0, state: 'ACTIVE' },
      value: expect.any(Number),
      ...(body.lastEdge ? { lastEdge: body.lastEdge } : {}),
      _links: {
        self: { href: '/gpio/v1/lines/17' },
        value: { href: '/gpio/v1/lines/17/value' },
        configuration: { href: '/gpio/v1/lines/17/configuration' },
        pattern: { href: '/gpio/v1/lines/17/pattern' },
      },
    });
    const all = await gateway.json<{ lineId: string }[]>('/gpio/v1/lines');
    expect(all.map(({ lineId }) => lineId)).toEqual(['17', '22', '27']);
    expect(await ask('GET', '/lines/4')).toMatchObject({ status: 404, body: { detail: 'there is no line 4' } });
  });

  it('are moved by no GET, whatever stands in it', async () => {
    for (const path of ['/lines/27', '/lines/27/value', '/values', '/lines/27/pattern', '/lines/27/configuration']) {
      await ask('GET', path);
      expect((await ask('GET', `${path}?value=0`)).status).toBe(400);
    }
    expect(await value(27)).toBe(1);
    for (const method of ['POST', 'DELETE', 'PATCH'])
      expect((await ask(method, '/lines/27/value', method === 'DELETE' ? undefined : { value: 0 })).status).toBe(405);
    expect(await value(27)).toBe(1);
  });

  it('are set by PUT, and read back', async () => {
    for (const wanted of [1, 0]) {
      expect(await ask('PUT', '/lines/22/value', { value: wanted })).toMatchObject({ status: 200, body: { value: wanted } });
      expect(await value(22)).toBe(wanted);
    }
  });

  it.each([{}, { value: 2 }, { value: '1' }, { value: true }, { value: 1, more: 1 }])('are not set by %j', async (body) => {
    expect((await ask('PUT', '/lines/22/value', body)).status).toBe(400);
    expect(await value(22)).toBe(0);
  });

  it('are set together, all or none', async () => {
    expect(await ask('PATCH', '/values', { 22: 1, 27: 0 })).toMatchObject({ status: 200, body: { 22: 1, 27: 0 } });
    expect(await ask('PATCH', '/values', { 22: 0, 17: 1 })).toMatchObject({
      status: 409,
      body: { detail: 'line 17 is an input: it can be read and not be set' },
    });
    expect((await ask('PATCH', '/values', { 22: 0, 4: 1 })).status).toBe(404);
    expect((await ask('PATCH', '/values', {})).status).toBe(400);
    expect((await ask('GET', '/values')).body).toMatchObject({ 22: 1, 27: 0 });
    await ask('PATCH', '/values', { 22: 0, 27: 1 });
  });
});

describe('The configuration of a line', () => {
  it('is replaced by whoever knows what it is', async () => {
    const before = await ask('GET', '/lines/17/configuration');
    const etag = before.headers.get('etag') ?? '';
    const changed = { ...before.body, edge: 'FALLING' };
    const put = await ask('PUT', '/lines/17/configuration', changed, { 'If-Match': etag });
    expect(put).toMatchObject({ status: 200, body: changed });
    expect(await ask('PUT', '/lines/17/configuration', before.body, { 'If-Match': etag })).toMatchObject({ status: 412 });
    expect((await ask('GET', '/lines/17')).body.edge).toBe('FALLING');
    const now = put.headers.get('etag') ?? '';
    expect((await ask('PUT', '/lines/17/configuration', before.body, { 'If-Match': now })).status).toBe(200);
  });

  it('says what of it depends on the wiring', async () => {
    const { body } = await ask('GET', '/lines/27/configuration');
    expect(await ask('PUT', '/lines/27/configuration', { ...body, direction: 'INPUT' })).toMatchObject({
      status: 403,
      body: { detail: expect.stringMatching(/direction of line 27 is OUTPUT, as it is wired/) },
    });
    expect(await ask('PUT', '/lines/27/configuration', { ...body, edge: 'BOTH' })).toMatchObject({ status: 400 });
    const free = (await ask('GET', '/lines/22/configuration')).body;
    expect((await ask('PUT', '/lines/22/configuration', { ...free, direction: 'INPUT' })).status).toBe(200);
    expect((await ask('PUT', '/lines/22/value', { value: 1 })).status).toBe(409);
    expect((await ask('PUT', '/lines/22/configuration', free)).status).toBe(200);
  });
});

describe('A pulse and a pattern', () => {
  it('are shown, and say how late they were', async () => {
    const steps = [{ value: 1, durationMs: 60_000 }];
    const pulse = await ask('POST', '/lines/22/pulse', steps[0]);
    expect(pulse).toMatchObject({ status: 202, body: { state: 'RUNNING', steps, finally: 0 } });
    expect(pulse.headers.get('location')).toBe(`${LINE_22}/pattern`);
    expect((await ask('GET', '/lines/22')).body.patternState).toBe('RUNNING');
    expect(await value(22)).toBe(1);
    await ask('POST', '/lines/22/pulse', { value: 1, durationMs: 5 });
    const done = await ended();
    expect(done).toMatchObject({ state: 'DONE', stepsDone: 1 });
    expect(done.latestMs).toBeGreaterThanOrEqual(0);
    expect(await value(22)).toBe(0);
  });

  it('go on until somebody ends them', async () => {
    const steps = [
      { value: 1, durationMs: 5 },
      { value: 0, durationMs: 5 },
    ];
    expect(await ask('PUT', '/lines/22/pattern', { steps, repeat: 1_000_000 })).toMatchObject({ status: 202 });
    expect((await ask('DELETE', '/lines/22/pattern')).status).toBe(204);
    expect((await ask('GET', '/lines/22/pattern')).body.state).toBe('STOPPED');
    expect((await ask('GET', '/lines/27/pattern')).status).toBe(404);
    expect((await ask('PUT', '/lines/17/pattern', { steps })).status).toBe(409);
    expect((await ask('POST', '/lines/17/pulse', { value: 1, durationMs: 5 })).status).toBe(409);
    await ask('PUT', '/lines/22/value', { value: 0 });
  });

  async function ended(): Promise<Record<string, unknown>> {
    for (;;) {
      const { body } = await ask('GET', '/lines/22/pattern');
      if (body.state !== 'RUNNING') return body;
    }
  }
});

describe('A lease', () => {
  it('keeps others away until it is given back', async () => {
    const lease = await ask('POST', '/leases', { lineIds: ['22', '27'], durationS: 60, atEnd: 'SAFE' });
    const { leaseId = '' } = lease.body as { leaseId?: string };
    expect(lease).toMatchObject({ status: 201, body: { lineIds: ['22', '27'], atEnd: 'SAFE' } });
    expect(lease.headers.get('location')).toBe(`/gpio/v1/leases/${leaseId}`);
    expect(await ask('PUT', '/lines/27/value', { value: 0 })).toMatchObject({
      status: 409,
      body: { detail: expect.stringMatching(/line 27 is leased until .*Umec-Lease/) },
    });
    expect((await ask('POST', '/leases', { lineIds: ['27'], durationS: 1 })).status).toBe(409);
    expect((await ask('GET', '/lines/27')).body).toMatchObject({ leasedUntil: lease.body.expiresAt, leasedBy: 'local' });
    expect((await ask('PUT', '/lines/27/value', { value: 0 }, { 'Umec-Lease': leaseId })).status).toBe(200);
    expect((await ask('PUT', `/leases/${leaseId}`, { durationS: 300 })).status).toBe(200);
    expect((await ask('GET', `/leases/${leaseId}`)).status).toBe(200);
    expect((await ask('DELETE', `/leases/${leaseId}`)).status).toBe(204);
    expect(await value(27)).toBe(1);
    expect((await ask('PUT', '/lines/27/value', { value: 0 }, { 'Umec-Lease': leaseId })).status).toBe(412);
    expect((await ask('DELETE', `/leases/${leaseId}`)).status).toBe(404);
    expect(await value(27)).toBe(1);
    expect((await ask('GET', '/lines/27')).body).not.toHaveProperty('leasedBy');
  });

  it('names its client to that client and to who looks after the whole gateway, and to nobody else', async () => {
    await using shared = await TestGateway.start({ devices, auth: { mode: 'tokens' } });
    const scopes = ['gpio:read', 'gpio:write'];
    const holder = await shared.client({ clientId: 'crossing', tenant: 'town', scopes });
    const other = await shared.client({ clientId: 'shop', tenant: 'shops', scopes });
    const lease = { lineIds: ['27'], durationS: 60 };
    expect((await shared.send('POST', '/gpio/v1/leases', lease, holder)).status).toBe(201);
    const seenBy = async (headers: Record<string, string>) => (await shared.get('/gpio/v1/lines/27', { headers })).json();
    expect(await seenBy(holder)).toMatchObject({ leasedBy: 'crossing' });
    expect(await seenBy(shared.owner())).toMatchObject({ leasedBy: 'crossing' });
    expect(await seenBy(other)).toMatchObject({ leasedUntil: expect.any(String) });
    expect(await seenBy(other)).not.toHaveProperty('leasedBy');
  });
});

describe('An edge', () => {
  it('is an event with its time and its number, which the line says too', async () => {
    const clock = new ButtonClock();
    await using quick = await TestGateway.start({ devices }, { clock });
    const stop = new AbortController();
    const events = await quick.events('lines/**', stop.signal);
    await clock.advance(WHILE_SOMEBODY_PRESSES_MS);
    const event = await firstPress(events);
    stop.abort();
    expect(event).toMatchObject({
      type: 'org.umec.gpio.edge.v1',
      subject: 'lines/17/edge',
      data: { lineId: '17', name: 'button', edge: 'RISING', sequence: expect.any(Number) },
    });
    const { time = '', sequence } = event.data as { time?: string; sequence: number };
    expect(Math.abs(Date.parse(time) - Date.parse(event.time))).toBeLessThan(5_000);
    const line = await quick.json<{ lastEdge: { sequence: number } }>('/gpio/v1/lines/17');
    expect(line.lastEdge.sequence).toBeGreaterThanOrEqual(sequence);
  });

  /** Whoever comes while the button is down sees it released first. */
  async function firstPress(events: AsyncIterable<CloudEvent>) {
    for await (const event of events) if ((event.data as { edge?: string }).edge === 'RISING') return event;
    throw new Error('the events ended before somebody pressed the button');
  }
});

describe('Lines and tenants', () => {
  it('are seen, set and leased by those who may see them', async () => {
    await using town = await TestGateway.start({ auth: { mode: 'tokens' }, devices, gpio });
    await town.send('POST', '/access/v1/tenants', { tenant: 'town', devices: ['line-22'] });
    const headers = await town.client({ clientId: 'lights', tenant: 'town', role: 'operator' });
    const asked = async (method: string, path: string, body?: object) => {
      const response = await fetch(`${town.url}/gpio/v1${path}`, {
        method,
        headers: { ...headers, ...(body ? { 'Content-Type': 'application/json' } : {}) } as Record<string, string>,
        ...(body ? { body: JSON.stringify(body) } : {}),
      });
      const text = await response.text();
      return [response.status, response.status < 300 && text !== '' ? (JSON.parse(text) as unknown) : undefined] as const;
    };
    expect(await asked('GET', '/values')).toEqual([200, { 22: 0 }]);
    expect(await asked('PUT', '/lines/22/value', { value: 1 })).toEqual([200, { value: 1 }]);
    for (const [method, path, body] of [
      ['GET', '/lines/27'],
      ['PUT', '/lines/27/value', { value: 0 }],
      ['PATCH', '/values', { 22: 0, 27: 0 }],
      ['POST', '/leases', { lineIds: ['27'], durationS: 1 }],
    ] as const)
      expect((await asked(method, path, body))[0]).toBe(404);
    expect(await town.json('/gpio/v1/values')).toMatchObject({ 22: 1, 27: 1 });
    const services = (await (await fetch(`${town.url}/mec_service_mgmt/v1/services`, { headers })).json()) as {
      serName: string;
    }[];
    expect(services.map(({ serName }) => serName).filter((name) => name.startsWith('umec-line'))).toEqual(['umec-line-22']);
    const [, lease] = await asked('POST', '/leases', { lineIds: ['22'], durationS: 60 });
    const { leaseId } = lease as { leaseId: string };
    expect((await asked('PUT', `/leases/${leaseId}`, { durationS: 300 }))[0]).toBe(200);
    const tenant = await town.get('/access/v1/tenants/town');
    const ifMatch = { 'If-Match': tenant.headers.get('etag') ?? '' };
    expect((await town.send('PUT', '/access/v1/tenants/town', { devices: [] }, ifMatch)).status).toBe(200);
    expect(await asked('GET', '/values')).toEqual([200, {}]);
    expect((await asked('PUT', `/leases/${leaseId}`, { durationS: 300 }))[0]).toBe(404);
    expect((await asked('DELETE', `/leases/${leaseId}`))[0]).toBe(204);
  });
});
