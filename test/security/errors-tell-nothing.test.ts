import { once } from 'node:events';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { destinations } from '../apis/examples.js';
import { type Answer, type Question, upgradeHeaders } from '../apis/mec011/ask.js';
import { stateFault } from '../apis/mec011/state-fault.js';
import * as bodies from '../bodies.js';
import { type Known, Populated } from './populated.js';

const SECRET = 'influx-token-5c1d';
const PASSWORD = 'camera-password-9e4b';

let populated: Populated;
let known: Known;
beforeAll(async () => {
  populated = await Populated.open({
    destinations: { ...destinations, far: { url: 'http://127.0.0.1:9', token: SECRET, bucket: 'b' } },
    devices: {
      radios: { town: { driver: 'simulated' } },
      cameras: {
        'lens-1': { driver: 'simulated' },
        'lens-2': { driver: 'ffmpeg', source: `rtsp://admin:${PASSWORD}@127.0.0.1:9/live`, format: 'rtsp' },
      },
    },
  });
  known = await populated.afresh();
});
afterAll(() => populated[Symbol.asyncDispose]());

const MGMT = '/mec_service_mgmt/v1/applications/app-0';
const SUPPORT = '/mec_app_support/v1/applications/app-0';
const get = (path: string, headers: Record<string, string> = {}): Question => ({ method: 'GET', path, headers });
const post = (path: string, body: unknown, headers: Record<string, string> = {}): Question => ({
  method: 'POST',
  path,
  body,
  headers,
});

/** A fault of every kind, and what it is answered with. */
const faults: readonly [status: number, what: string, Question][] = [
  [400, 'no JSON', post(`${MGMT}/services`, '{"')],
  [400, 'JSON of one word', post(`${MGMT}/services`, 'undefined')],
  [400, 'a body that is empty', post(`${MGMT}/services`, '')],
  [400, 'a body of the wrong type', post(`${MGMT}/services`, [])],
  [400, 'an attribute of the wrong type', post(`${MGMT}/services`, { ...bodies.service, serName: 1 })],
  [400, 'a body too deep', post(`${MGMT}/services`, `${'['.repeat(100)}${']'.repeat(100)}`)],
  [400, 'no gzip', post(`${MGMT}/services`, 'text', { 'Content-Encoding': 'gzip' })],
  [400, 'a parameter that there is not', get('/sensors/v1/tags?x=1')],
  [400, 'a parameter in brackets', get('/mec_service_mgmt/v1/services?ser_name[]=a')],
  [400, 'a parameter out of bounds', get('/sensors/v1/readings?measurement=m&limit=0')],
  [400, 'a parameter of the wrong type', get('/sensors/v1/readings?measurement=m&limit=many')],
  [400, 'a parameter that is missing', get('/sensors/v1/readings')],
  [400, 'a time that is none', get('/sensors/v1/readings?measurement=m&from=yesterday')],
  [400, 'a filter that is none', get('/registry/v1/services?filter=((')],
  [400, 'a filter of what there is not', get('/registry/v1/services?filter=(eq,constructor,Object)')],
  [400, 'a marker of elsewhere', get('/registry/v1/services?nextpage_opaque_marker=x')],
  [400, 'an escape that is broken', get('/sensors/v1/tags/%zz')],
  [400, 'an escape that is no UTF-8', get('/sensors/v1/tags/%ff')],
  [400, 'a name that is none', get('/sensors/v1/tags/x')],
  [400, 'a callback to elsewhere', post(`${MGMT}/subscriptions`, callback('http://169.254.169.254/latest'))],
  [400, 'a callback that is none', post(`${MGMT}/subscriptions`, callback('file:///etc/passwd'))],
  [
    400,
    'a transport that there is not',
    post(`${MGMT}/services`, { ...bodies.service, transportInfo: undefined, transportId: 'x' }),
  ],
  [
    400,
    'a point that cannot be kept',
    post('/sensors/v1/readings', [{ measurement: 'm', tags: { a: '\u0000' }, fields: { b: 1 } }]),
  ],
  [403, 'a Host of elsewhere', get('/healthz', { Host: 'evil.example' })],
  [403, 'an Origin of elsewhere', get('/healthz', { Origin: 'https://evil.example' })],
  [403, 'an Origin that hides', get('/healthz', { Origin: 'null' })],
  [403, 'what is embedded elsewhere', get('/camera/v1/cameras/lens-1/snapshot', { 'Sec-Fetch-Site': 'cross-site' })],
  [409, 'an application twice', post('/registry/v1/applications', { appInstanceId: 'app-0', appName: 'x' })],
  [404, 'a path that there is not', get('/etc/passwd')],
  [404, 'an application that there is not', get('/registry/v1/applications/x')],
  [404, 'a service that there is not', get('/mec_service_mgmt/v1/services/x')],
  [404, 'a document that there is not', get('/openapi/x.json')],
  [404, 'a method of something that there is not', { method: 'DELETE', path: '/mec_service_mgmt/v1/nothing' }],
  [405, 'a method that there is not', { method: 'DELETE', path: '/sensors/v1/tags' }],
  [405, 'TRACE', { method: 'TRACE', path: '/healthz', headers: { 'X-Secret': SECRET } }],
  [405, 'TRACE of what takes a body', { method: 'TRACE', path: `${MGMT}/services` }],
  [406, 'a type that is not to be had', get('/sensors/v1/tags', { Accept: 'application/xml' })],
  [
    412,
    'a condition that does not hold',
    { method: 'PUT', path: `${SUPPORT}/dns_rules/name-1`, body: bodies.dnsRule, headers: { 'If-Match': '"x"' } },
  ],
  [413, 'a body too large', post(`${MGMT}/services`, ' '.repeat(1_048_577))],
  [
    413,
    'a thing too large',
    post('/mec_app_support/v1/registrations', { ...bodies.registration, appProfile: { a: 'x'.repeat(20_000) } }),
  ],
  [414, 'an address too long', get(`/${'x'.repeat(8_192)}`)],
  [415, 'a type that is not read', post(`${MGMT}/services`, '<a/>', { 'Content-Type': 'application/xml' })],
  [415, 'an encoding that is not read', post(`${MGMT}/services`, '{}', { 'Content-Encoding': 'x' })],
  [415, 'characters that are not read', post(`${MGMT}/services`, '{}', { 'Content-Type': 'application/json; charset=x' })],
  [426, 'no WebSocket', get('/events/v1')],
  [400, 'a WebSocket with a topic that is none', get('/events/v1?topic=**/x!', upgradeHeaders())],
  [431, 'headers too large', get('/healthz', { 'X-A': 'x'.repeat(20_000) })],
  [503, 'a camera that is not there', get('/camera/v1/cameras/lens-2/snapshot')],
  [503, 'a stream of a camera that is not there', get('/camera/v1/cameras/lens-2/stream')],
];

function callback(callbackReference: string): object {
  return { subscriptionType: 'SerAvailabilityNotificationSubscription', callbackReference };
}

/** What it says of itself, and nothing of its inside. */
function expectNothingTold({ status, headers, text }: Pick<Answer, 'status' | 'headers' | 'text'>): void {
  expect(headers['content-type']).toBe('application/problem+json');
  const problem = JSON.parse(text) as object;
  expect(problem).toEqual({ status, title: expect.stringMatching(/^\w+$/), detail: expect.stringMatching(/./) });
  expect(headers).not.toHaveProperty('x-powered-by');
  expect(headers).not.toHaveProperty('server');
  expect(headers['x-content-type-options']).toBe('nosniff');
  for (const inside of [/\n\s+at /, /node_modules|\/dist\/|\.js\b|\.ts\b/, /SQLITE|SELECT|INSERT/i, /Error:/])
    expect(text).not.toMatch(inside);
  for (const secret of [SECRET, PASSWORD, populated.gateway.dir, process.cwd()]) expect(text).not.toContain(secret);
}

describe('A11 errors', () => {
  it.each(faults)('%i for %s is a problem that tells nothing of the inside', async (status, _what, question) => {
    const answer = await populated.client.ask(question);
    expect([answer.status, answer.text]).toEqual([status, expect.anything()]);
    expectNothingTold(answer);
    if (question.headers?.Origin) expect(answer.headers).not.toHaveProperty('access-control-allow-origin');
  });

  it('503 for a disk that fails is told without its words', async () => {
    using _fault = stateFault(populated.gateway.dir);
    const answer = await populated.client.ask(post(`${MGMT}/services`, bodies.service));
    expect(answer.status).toBe(503);
    expectNothingTold(answer);
  });

  it('what is no HTTP is told the same way', async () => {
    const { hostname, port } = new URL(populated.gateway.url);
    const socket = connect(Number(port), hostname);
    socket.end('nonsense\r\n\r\n');
    let raw = '';
    socket.on('data', (data: Buffer) => (raw += data.toString()));
    await once(socket, 'close');
    const [head = '', text = ''] = raw.split('\r\n\r\n');
    const [, ...lines] = head.split('\r\n');
    const headers = Object.fromEntries(
      lines.map((line) => [line.split(': ')[0]?.toLowerCase() ?? '', line.split(': ')[1] ?? '']),
    );
    expectNothingTold({ status: 400, headers, text });
  });

  it('the parts that have failed tell what is wrong without their secrets', async () => {
    for (const path of [
      '/registry/v1/subsystems',
      '/registry/v1/destinations',
      '/registry/v1/devices',
      '/camera/v1/cameras',
      '/registry/v1/subscriptions',
    ]) {
      const { status, text } = await populated.client.ask(get(path));
      expect([path, status]).toEqual([path, 200]);
      for (const secret of [SECRET, PASSWORD]) expect(text).not.toContain(secret);
    }
    expect(known.appInstanceId).toContain('app-0');
  });

  it('no answer but to the pages that are allowed says that a page may read it', async () => {
    for (const Origin of ['https://evil.example', 'null', populated.gateway.url.replace('127.0.0.1', '127.0.0.1.evil.example')])
      for (const method of ['GET', 'OPTIONS'])
        for (const path of ['/healthz', '/sensors/v1/tags', '/nothing', '/']) {
          const headers = { Origin, 'Access-Control-Request-Method': 'PUT', 'Access-Control-Request-Private-Network': 'true' };
          const answer = await populated.client.ask({ method, path, headers });
          expect([Origin, path, answer.status]).toEqual([Origin, path, 403]);
          expect(Object.keys(answer.headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
        }
  });
});
