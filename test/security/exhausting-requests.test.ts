import { once } from 'node:events';
import { connect } from 'node:net';
import { brotliCompressSync, constants, deflateSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MeasuredGateway } from './measured-gateway.js';

const MEBIBYTE = 1_048_576;
/** The bound of a body, unless the configuration says otherwise. */
const BODY = MEBIBYTE;
const MOST_GROWTH = 32 * MEBIBYTE;
/** What is wanted is 100 ms; a machine that does something else meanwhile is not to fail this. */
const MOST_STALL_MS = 400;
const TIMES = 3;
const MOST_TIMES = 12;

let gateway: MeasuredGateway;
beforeAll(async () => {
  gateway = await MeasuredGateway.start({
    devices: { cameras: { 'lens-1': { driver: 'simulated' } } },
    mec: { mp1Legacy: true },
  });
});
afterAll(() => gateway[Symbol.asyncDispose]());

const figures: string[] = [];
afterAll(() => void process.stderr.write(`what attacks cost the gateway:\n${figures.join('\n')}\n`));

/** Head and body as they are, and what is answered to them; whoever sends too much may find the connection closed. */
async function raw(head: string, body: string | Uint8Array = ''): Promise<{ status: number; text: string }> {
  const { hostname, port } = new URL(gateway.url);
  const socket = connect(Number(port), hostname);
  socket.on('error', () => socket.destroy());
  let text = '';
  socket.on('data', (data: Buffer) => (text += data.toString('latin1')));
  socket.write(`${head}\r\nHost: ${hostname}:${port}\r\nConnection: close\r\n\r\n`);
  socket.write(body);
  await once(socket, 'close');
  return { status: Number(/^HTTP\/1\.1 (\d{3})/.exec(text)?.[1] ?? 0), text };
}

const post = (path: string, body: string | Uint8Array, headers = 'Content-Type: application/json') =>
  raw(`POST ${path} HTTP/1.1\r\n${headers}\r\nContent-Length: ${Buffer.byteLength(body)}`, body);
const get = (target: string, headers = 'Accept: */*') => raw(`GET ${target} HTTP/1.1\r\n${headers}`);

const REGISTRATIONS = '/mec_app_support/v1/registrations';
const READINGS = '/sensors/v1/readings';
const registration = { appName: 'reader', endpoint: { uris: ['http://127.0.0.1:9000/'] } };
const padded = (bytes: number) => JSON.stringify(registration).padEnd(bytes, ' ');
const repeated = (text: string, count: number, by = ',') =>
  Array.from({ length: count }, (_, at) => text.replace('#', String(at))).join(by);
const nested = (open: string, close: string, depth: number) => open.repeat(depth) + close.repeat(depth);

/** Members of one archive follow each other, so that a large one costs nothing to make. */
const spaces = Buffer.alloc(16 * MEBIBYTE, ' ');
const gzipBomb = (mebibytes: number) => Buffer.concat(Array(mebibytes / 16).fill(gzipSync(spaces)) as Buffer[]);
const encoded = (coding: string) => `Content-Type: application/json\r\nContent-Encoding: ${coding}`;

const attacks: [what: string, statuses: readonly number[], send: () => Promise<{ status: number; text: string }>][] = [
  ['a body of one byte too many', [413], () => post(REGISTRATIONS, padded(BODY + 1))],
  ['a body of 64 MiB without a length', [413], chunked],
  ['a body of 10 GiB in 10 MB of gzip', [413], () => post(REGISTRATIONS, gzipBomb(10_240), encoded('gzip'))],
  ['a body of 16 MiB in deflate', [413], () => post(REGISTRATIONS, deflateSync(spaces), encoded('deflate'))],
  ['a body of 16 MiB in brotli', [413], () => post(REGISTRATIONS, brotli(), encoded('br'))],
  ['gzip in gzip', [415], () => post(REGISTRATIONS, gzipSync(gzipSync(padded(100))), encoded('gzip, gzip'))],
  ['arrays in each other, 10,000 deep', [400], () => post(REGISTRATIONS, `{"appName":${nested('[', ']', 10_000)}}`)],
  ['objects in each other, 150,000 deep', [400], () => post(REGISTRATIONS, `${'{"a":'.repeat(150_000)}0${'}'.repeat(150_000)}`)],
  ['an array of a million elements', [413], () => post(READINGS, `[${repeated('0', 1_000_000)}]`)],
  ['an array of half a million elements', [400], () => post(READINGS, `[${repeated('0', 500_000)}]`)],
  ['a thousand points with 64 fields', [204, 400], () => post(READINGS, `[${repeated(point(20), 1_000)}]`)],
  ['90,000 attributes', [400], () => post(REGISTRATIONS, `{"appName":"x",${repeated('"k#":0', 90_000)}}`)],
  [
    '90,000 attributes one level down',
    [400],
    () => post(REGISTRATIONS, `{"appName":"x","appProfile":{${repeated('"k#":0', 90_000)}}}`),
  ],
  [
    'a number of half a million digits',
    [400],
    () => post(READINGS, `[{"measurement":"m","fields":{"a":${'9'.repeat(500_000)}}}]`),
  ],
  ['10,000 query parameters', [431], () => get(`/sensors/v1/tags?${repeated('p#=1', 10_000, '&')}`)],
  ['a thousand query parameters', [400], () => get(`/sensors/v1/tags?${repeated('p#=1', 1_000, '&')}`)],
  ['one parameter a thousand times', [400], () => get(`/mec_service_mgmt/v1/services?${repeated('ser_name=a', 700, '&')}`)],
  ['an address of 8 KiB and one byte', [414], () => get('/'.padEnd(8_193, 'x'))],
  ['an address of 8 KiB', [404], () => get('/'.padEnd(8_192, 'x'))],
  ['an address of 4,000 slashes', [404], () => get(`/sensors${'/'.repeat(4_000)}v2`)],
  ['headers of 100 KB', [431], () => get('/healthz', `X-A: ${'x'.repeat(100_000)}`)],
  [
    '3,000 headers, of which node:http takes 2,000, the Host not among them, or none',
    [400, 431],
    () => get('/healthz', repeated('A:', 3_000, '\r\n')),
  ],
  ['3,000 content types that are wanted', [200, 406], () => get('/camera/v1/cameras', `Accept: ${repeated('a/b', 3_000)}`)],
  ['3,000 entity tags', [200], () => get('/camera/v1/cameras', `If-None-Match: ${repeated('"a"', 3_000)}`)],
  ['an entity tag that does not end', [200], () => get('/camera/v1/cameras', `If-None-Match: ${'W/"'.repeat(4_000)}`)],
  ['a form of 10,000 parts', [415], () => post(REGISTRATIONS, parts(10_000), 'Content-Type: multipart/form-data; boundary=b')],
  ['a thousand ranges of a file', [200], () => get('/', `Range: bytes=${repeated('0-', 1_000)}`)],
  [
    'a thousand ranges of a picture',
    [200],
    () => get('/camera/v1/cameras/lens-1/snapshot', `Range: bytes=${repeated('0-', 1_000)}`),
  ],
];

function point(fields: number): string {
  return `{"measurement":"m","tags":{"a":"1"},"fields":{${repeated('"f#":1', fields)}}}`.replaceAll('#', '1');
}

function brotli(): Buffer {
  return brotliCompressSync(spaces, { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } });
}

function parts(count: number): string {
  return `${repeated('--b\r\nContent-Disposition: form-data; name="a"\r\n\r\n1\r\n', count, '')}--b--`;
}

/** 64 MiB that nobody has announced; all of it is read off, for a client that is cut off never sees why. */
function chunked(): Promise<{ status: number; text: string }> {
  const chunk = `10000\r\n${' '.repeat(0x10000)}\r\n`;
  const head = `POST ${REGISTRATIONS} HTTP/1.1\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked`;
  return raw(head, `${chunk.repeat(1_024)}0\r\n\r\n`);
}

describe('A5 resource use', () => {
  it('takes a body that is exactly as large as it may be', async () => {
    expect((await post(REGISTRATIONS, padded(BODY))).status).toBe(201);
  });

  it.each(attacks)('%s is answered, and costs next to nothing', async (what, statuses, send) => {
    // the first may make what is kept for all
    await send();
    const before = await gateway.cost();
    const costs: Awaited<ReturnType<typeof gateway.cost>>[] = [];
    const growthSoFar = () => Math.min(...costs.map(({ rss }) => rss)) - before.rss;
    // what is kept stays, however often one looks; what waits to be collected goes
    for (let time = 0; time < TIMES || (time < MOST_TIMES && growthSoFar() >= MOST_GROWTH); time++) {
      const { status, text } = await send();
      expect([text.slice(0, 300), statuses.includes(status)]).toEqual([expect.anything(), true]);
      costs.push(await gateway.cost());
    }
    const growth = growthSoFar();
    const stallMs = Math.min(...costs.map((cost) => cost.stallMs));
    figures.push(`  ${what}: ${(growth / MEBIBYTE).toFixed(1)} MiB, ${stallMs.toFixed(0)} ms`);
    expect(growth).toBeLessThan(MOST_GROWTH);
    expect(stallMs).toBeLessThan(MOST_STALL_MS);
  });
});
