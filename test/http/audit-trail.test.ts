import type { IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import { once } from 'node:events';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { AuditNote } from '../../src/audit/entry.js';
import { MANNERS } from '../../src/audit/manner.js';
import * as access from '../../generated/access.js';
import * as camera from '../../generated/camera.js';
import * as platform from '../../generated/platform.js';
import * as registry from '../../generated/registry.js';
import * as serviceManagement from '../../generated/mec011-service-management.js';
import * as sensors from '../../generated/sensors.js';
import { anonymous } from '../../src/auth/grants.js';
import { type Operation, operationsOf } from '../../src/http/api.js';
import { AuditTrail } from '../../src/http/audit-trail.js';
import { withoutQuerySecrets } from '../../src/http/query-secrets.js';
import { ManualClock } from '../manual-clock.js';
import { service } from '../bodies.js';
import { TestGateway } from '../gateway.js';

interface Entry {
  readonly what: string;
  readonly kind: string;
  readonly client?: string;
  readonly target?: string;
  readonly from?: string;
  readonly outcome?: number;
  readonly count?: number;
}

/** What counts minutes stands still; what the gateway does besides needs no time. */
let clock: ManualClock;
let gateway: TestGateway;
beforeEach(async () => {
  clock = new ManualClock(Date.now());
  gateway = await TestGateway.start({ devices: { cameras: { 'lens-1': { driver: 'simulated' } } } }, { clock });
});
afterEach(async () => {
  const stopping = gateway.stop();
  await clock.advance(60_000);
  await stopping;
});

const entries = (query = '') => gateway.json<Entry[]>(`/access/v1/audit${query}`);
const told = async () =>
  (await entries('?limit=1000')).map(({ what, client, target, outcome, count }) => [what, client, target, outcome, count]);

describe('What is in the audit log of requests', () => {
  it('is each write with its outcome, and no read', async () => {
    await gateway.application('app-1');
    await gateway.get('/registry/v1/applications');
    await gateway.send('DELETE', '/registry/v1/applications/nobody?ticket=swordfish', undefined);
    await gateway.send('DELETE', '/registry/v1/applications/nobody', undefined, { Authorization: 'Bearer swordfish' });
    const path = '/registry/v1/applications';
    expect(await told()).toEqual([
      ['ApplicationsAppInstanceId_DELETE', 'local', `${path}/nobody`, 404, undefined],
      ['Applications_POST', 'local', path, 201, undefined],
      ['started', undefined, undefined, undefined, undefined],
    ]);
    expect(JSON.stringify(await entries())).not.toContain('swordfish');
  });

  it('is one entry a minute for what comes without end', async () => {
    await gateway.application('app-1');
    const made = await gateway.send('POST', '/mec_service_mgmt/v1/applications/app-1/services', {
      ...service,
      livenessInterval: 60,
    });
    const path = `${made.headers.get('location') ?? ''}/liveness`;
    for (let n = 0; n < 5; n++) await gateway.send('PATCH', path, { state: 'ACTIVE' });
    for (let n = 0; n < 3; n++) await gateway.get('/sensors/v1/tags', { headers: { Origin: 'http://evil.example' } });
    await gateway.send('POST', '/registry/v1/applications', { nonsense: true });
    expect((await entries()).map(({ kind }) => kind)).not.toContain('COUNT');
    await clock.advance(60_000);
    const counted = (await entries()).filter(({ kind }) => kind === 'COUNT');
    expect(counted.map(({ what, client, from, outcome, count }) => [what, client, from, outcome, count]).sort()).toEqual([
      ['ServiceLiveness_PATCH', 'local', '127.0.0.1', 204, 5],
      ['refused', undefined, '127.0.0.1', 400, 1],
      ['refused', undefined, '127.0.0.1', 403, 3],
    ]);
  });

  it('is once that somebody looks through a camera or at history', async () => {
    const stop = new AbortController();
    const stream = await gateway.get('/camera/v1/cameras/lens-1/stream', { signal: stop.signal });
    expect(stream.status).toBe(200);
    stop.abort();
    for (let n = 0; n < 3; n++) await gateway.get('/sensors/v1/readings?measurement=ruuvi_measurements');
    expect((await told()).map(([what]) => what)).toEqual(['Audit_GET', 'Readings_GET', 'CameraStream_GET', 'started'].slice(1));
    expect((await told())[0]?.[0]).toBe('Audit_GET');
  });

  it('holds, and is filtered by client and outcome', async () => {
    await gateway.application('app-1');
    expect(await entries('?outcome=201&client=local')).toHaveLength(1);
    expect(await entries('?outcome=201&client=nobody')).toHaveLength(0);
    expect((await gateway.get('/access/v1/audit?nextpage_opaque_marker=abc')).status).toBe(400);
    expect(await gateway.json('/access/v1/audit/verification')).toMatchObject({ intact: true, oldest: 1 });
    const first = await gateway.get('/access/v1/audit?limit=1');
    expect(first.headers.get('link')).toMatch(/^<\/access\/v1\/audit\?limit=1&nextpage_opaque_marker=\w+>; rel="next"$/);
  });

  it('is filtered by what was done, and to what', async () => {
    const path = '/registry/v1/applications';
    await gateway.application('app:1');
    await gateway.application('app:11');
    for (const spelt of ['app%3A1', 'app:11']) await gateway.send('DELETE', `${path}/${spelt}`, undefined);
    const found = async (query: string) => (await entries(query)).map(({ what, target }) => [what, target]);
    const [one, other] = ['app%3A1', 'app:11'].map((id) => ['ApplicationsAppInstanceId_DELETE', `${path}/${id}`]);
    expect(await found('?what=ApplicationsAppInstanceId_DELETE')).toEqual([other, one]);
    expect(await found(`?target=${path}/app:1`)).toEqual([one]);
    expect(await found(`?what=Applications_POST&target=${path}/`)).toEqual([
      ['Applications_POST', path],
      ['Applications_POST', path],
    ]);
    expect(await found('?what=Applications_POST&target=/gpio')).toEqual([]);
    expect(await found('?what=started')).toEqual([['started', undefined]]);
    const first = await gateway.get(`/access/v1/audit?limit=1&what=Applications_POST&target=${path}`);
    const [, next = ''] = /^<([^>]+)>/.exec(first.headers.get('link') ?? '') ?? [];
    expect(new URL(next, gateway.url).searchParams.get('what')).toBe('Applications_POST');
    expect(await gateway.json<Entry[]>(next)).toMatchObject([{ what: 'Applications_POST', target: path }]);
  });

  it.each([
    ['what', "' OR 1=1 --", 200],
    ['what', '__proto__', 200],
    ['what', 'x'.repeat(64), 200],
    ['what', 'x'.repeat(65), 400],
    ['what', '', 400],
    ['target', "/' OR 1=1 --", 200],
    ['target', '/%', 200],
    ['target', '/%E2%82/\u0000/../<script>', 200],
    ['target', `/${'/'.repeat(255)}`, 200],
    ['target', `/${'x'.repeat(256)}`, 400],
    ['target', '', 400],
  ])('is asked for by %s=%j, which is text and nothing else: %d', async (name, value, status) => {
    await gateway.application('app-1');
    const response = await gateway.get(`/access/v1/audit?${name}=${encodeURIComponent(value)}`);
    expect(response.status).toBe(status);
    const isEverything = value.startsWith('//');
    if (status === 200) expect(await response.json()).toHaveLength(isEverything ? 1 : 0);
  });

  it('is also what a client did that went before it was refused', async () => {
    const { hostname, port } = new URL(gateway.url);
    const socket = connect(Number(port), hostname);
    socket.write('GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n');
    await once(socket, 'data');
    socket.destroy();
    await clock.advance(60_000);
    expect(await entries('?outcome=403')).toMatchObject([{ what: 'refused', target: '/', from: '127.0.0.1', count: 1 }]);
  });
});

describe('A write without a token', () => {
  const told: unknown[] = [];
  const log = {
    record: ({ outcome }: AuditNote) => told.push(['event', outcome]),
    count: ({ outcome }: AuditNote) => told.push(['count', outcome]),
    recordHourly: () => told.push(['hourly']),
  };

  it('is an event when it succeeds, as when a token is given, and only counted when it fails', () => {
    for (const status of [200, 400, 401, 500]) {
      const req = { url: '/oauth2/token?token=x', socket: { remoteAddress: '192.0.2.1' } } as unknown as IncomingMessage;
      new AuditTrail(log).answered(req, { operationId: 'Token_POST', method: 'post' } as Operation, anonymous, status);
    }
    expect(told).toEqual([
      ['event', 200],
      ['count', 400],
      ['count', 401],
      ['count', 500],
    ]);
  });
});

describe('A gateway that asks for tokens', () => {
  it('says who got one, who did what with it, and never the secret or the token', async () => {
    await using strict = await TestGateway.start({ auth: { mode: 'tokens' }, devices: {} });
    const secret = strict.secret ?? '';
    const form = { method: 'POST', headers: { 'Content-Type': 'application/x-www-form-urlencoded' } };
    const body = (of: string) =>
      new URLSearchParams({ grant_type: 'client_credentials', client_id: 'administrator', client_secret: of }).toString();
    const given = (await (await fetch(`${strict.url}/oauth2/token`, { ...form, body: body(secret) })).json()) as {
      access_token: string;
    };
    expect((await fetch(`${strict.url}/oauth2/token`, { ...form, body: body('swordfish') })).status).toBe(401);
    await strict.send('POST', '/registry/v1/applications', { appName: 'x' }, { Authorization: `Bearer ${given.access_token}` });
    const log = await strict.json<Entry[]>('/access/v1/audit');
    const shown = log.map(({ what, client, outcome }) => [what, client, outcome]);
    expect(shown).toContainEqual(['Token_POST', 'administrator', 200]);
    expect(shown).toContainEqual(['Applications_POST', 'administrator', 201]);
    for (const one of [secret, given.access_token, 'swordfish']) expect(JSON.stringify(log)).not.toContain(one);
  });
});

describe('The table of what is not told each time', () => {
  it('names operations that there are', () => {
    const ids = [access, camera, platform, registry, serviceManagement, sensors].flatMap(({ document }) =>
      [...operationsOf(document)].map(({ object }) => object.operationId),
    );
    expect(Object.keys(MANNERS).filter((id) => !ids.includes(id))).toEqual([]);
  });
});

describe('An address that the log may show', () => {
  it.each([
    ['/a', '/a'],
    ['/a?b=c&d', '/a?b=c&d'],
    ['/a?ticket=x&b=1', '/a?ticket=***&b=1'],
    ['/a?b=1&Signature=x', '/a?b=1&Signature=***'],
    ['/a?%74icket=x=y', '/a?%74icket=***'],
    ['/a?access_token=x?token=y', '/a?access_token=***'],
    ['/a?token', '/a?token=***'],
    ['/a?+token+=x&%zz=1', '/a?+token+=***&%zz=1'],
  ])('of %s is %s', (target, shown) => expect(withoutQuerySecrets(target)).toBe(shown));
});
