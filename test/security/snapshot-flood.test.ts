import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MeasuredGateway } from './measured-gateway.js';

const CONNECTIONS = 100;
const EACH = 100;
const MEBIBYTE = 1_048_576;
/** Callers that may wait for a frame of one camera. */
const WAITING = 256;

let gateway: MeasuredGateway;
beforeAll(async () => {
  const cameras = { 'lens-1': { driver: 'simulated', fps: 1 }, 'lens-2': { driver: 'simulated', fps: 10 } };
  gateway = await MeasuredGateway.start({ devices: { cameras } });
}, 60_000);
afterAll(() => gateway[Symbol.asyncDispose]());

/** 10,000 requests that are all there before most of them can be answered: many on each connection, none waits for another. */
async function flood(path: (at: number) => string): Promise<string[]> {
  const heads = await Promise.all(
    Array.from({ length: CONNECTIONS }, (_, connection) =>
      pipelined(Array.from({ length: EACH }, (_, at) => path(connection * EACH + at))),
    ),
  );
  return heads.flat();
}

/** @returns the head of each answer on one connection */
function pipelined(paths: readonly string[]): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const { hostname, port, host } = new URL(gateway.url);
    const socket = connect(Number(port), hostname);
    const chunks: Buffer[] = [];
    socket.on('data', (chunk: Buffer) => void chunks.push(chunk));
    socket.once('error', reject);
    socket.once('end', () => resolve(headsIn(Buffer.concat(chunks).toString('latin1'))));
    const last = paths.length - 1;
    const asked = paths.map(
      (path, at) => `GET ${path} HTTP/1.1\r\nHost: ${host}\r\n${at === last ? 'Connection: close\r\n' : ''}\r\n`,
    );
    socket.write(asked.join(''));
  });
}

function headsIn(text: string): string[] {
  const heads: string[] = [];
  for (let at = 0; at < text.length;) {
    const end = text.indexOf('\r\n\r\n', at);
    const head = text.slice(at, end);
    heads.push(head);
    at = end + 4 + Number(/^content-length: (\d+)$/im.exec(head)?.[1] ?? NaN);
  }
  return heads;
}

async function snapshotOf(cameraId: string, query = ''): Promise<number> {
  const response = await fetch(`${gateway.url}/camera/v1/cameras/${cameraId}/snapshot?${query}`);
  await response.arrayBuffer();
  return response.status;
}

/** Each is answered: with a picture, or with when to come again. */
function tally(heads: readonly string[]): { pictures: number; refused: number } {
  const [pictures, refused] = [/^HTTP\/1.1 200 /, /^HTTP\/1.1 503 /].map((status) => heads.filter((head) => status.test(head)));
  expect(new Set(heads.map((head) => head.slice(0, 'HTTP/1.1 200'.length)))).toEqual(new Set(['HTTP/1.1 200', 'HTTP/1.1 503']));
  expect(heads).toHaveLength(CONNECTIONS * EACH);
  for (const head of refused ?? []) expect(head).toMatch(/^retry-after: 1$/im);
  return { pictures: pictures?.length ?? 0, refused: refused?.length ?? 0 };
}

describe('10,000 requests for snapshots at once', () => {
  it('wait for the next frame as far as there is room; the others are told when to come again, and another camera goes on', async () => {
    expect([await snapshotOf('lens-1'), await snapshotOf('lens-2')]).toEqual([200, 200]);
    const { rss } = await gateway.cost();
    const began = performance.now();
    const flooding = flood(() => '/camera/v1/cameras/lens-1/snapshot');
    const others = await Promise.all(Array.from({ length: 5 }, () => snapshotOf('lens-2')));
    const { pictures, refused } = tally(await flooding);
    const frames = Math.ceil((performance.now() - began) / 1_000) + 1;
    expect(others).toEqual(Array(5).fill(200));
    expect(pictures).toBeGreaterThanOrEqual(WAITING);
    expect(pictures).toBeLessThanOrEqual(WAITING * frames);
    expect(refused).toBeGreaterThan(0);
    expect(((await gateway.cost()).rss - rss) / MEBIBYTE).toBeLessThan(200);
  }, 120_000);

  it('of pictures of their own take turns with those of another camera', async () => {
    const kept = 'max_age_ms=3600000';
    const flooding = flood(
      (at) => `/camera/v1/cameras/lens-1/snapshot?${kept}&width=${64 + (at % 500)}&quality=${1 + Math.floor(at / 500)}`,
    );
    const others = await Promise.all([64, 65, 66].map((width) => snapshotOf('lens-2', `${kept}&width=${width}`)));
    const { pictures, refused } = tally(await flooding);
    expect(others).toEqual([200, 200, 200]);
    expect(pictures).toBeGreaterThan(0);
    expect(refused).toBeGreaterThan(0);
  }, 120_000);
});
