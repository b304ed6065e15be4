import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import sharp from 'sharp';
import { TestGateway } from '../../gateway.js';

const CAMERA = '/camera/v1/cameras/lens-1';
/** A kept frame will do, whatever its age: those of before are what must not be seen. */
const ANY = `${CAMERA}/snapshot?max_age_ms=3600000`;
const everything = [
  { x: 0, y: 0 },
  { x: 1, y: 0 },
  { x: 1, y: 1 },
  { x: 0, y: 1 },
];
const leftHalf = everything.map(({ x, y }) => ({ x: x / 2, y }));
/** What JPEG may make of black. */
const NEARLY_BLACK = 12;
const ROUNDS = 5;

let gateway: TestGateway;
beforeAll(async () => {
  const camera = { driver: 'simulated', width: 320, height: 240, fps: 30 };
  gateway = await TestGateway.start({ devices: { cameras: { 'lens-1': camera } } });
});
afterAll(() => gateway.stop());

const hide = async (configuration: object) => {
  const { status } = await gateway.send('PUT', `${CAMERA}/configuration`, configuration);
  expect(status).toBe(200);
};
const pictureOf = async (path: string) => new Uint8Array(await (await gateway.get(path)).arrayBuffer());

/** @returns how bright the brightest is between two columns, in fractions of the width */
async function brightest(picture: Uint8Array, from = 0, to = 1): Promise<number> {
  const image = sharp(Buffer.from(picture));
  const { width, height } = await image.metadata();
  const [left, right] = [Math.round(from * width), Math.round(to * width)];
  const pixels = await image
    .extract({ left, top: 0, width: right - left, height })
    .raw()
    .toBuffer();
  return pixels.reduce((most, value) => Math.max(most, value), 0);
}

describe('What is hidden', () => {
  it('is in no snapshot that is asked for once the configuration is answered, kept, fresh or resized', async () => {
    const asked = [ANY, `${ANY}&width=64`, `${ANY}&format=PNG`, `${CAMERA}/snapshot`];
    for (let round = 0; round < ROUNDS; round++) {
      await hide({});
      for (const path of asked) expect(await brightest(await pictureOf(path))).toBeGreaterThan(100);
      // some are being made meanwhile
      const meanwhile = asked.map((path) => pictureOf(path));
      await hide({ masks: [{ polygon: everything, fill: 'BLACK' }] });
      const after = await Promise.all(asked.map((path) => pictureOf(path)));
      expect(Math.max(...(await Promise.all(after.map((picture) => brightest(picture)))))).toBeLessThan(NEARLY_BLACK);
      await Promise.all(meanwhile);
    }
  });

  it('is in no part of a stream that was exposed after it', async () => {
    await hide({});
    const stop = new AbortController();
    const response = await gateway.get(`${CAMERA}/stream`, { signal: stop.signal });
    let hiddenSince = Infinity;
    const seen = { open: 0, hidden: 0 };
    for await (const { capturedAt, jpeg } of parts(response)) {
      const isHidden = capturedAt >= hiddenSince;
      const bright = await brightest(jpeg);
      if (isHidden) expect(bright).toBeLessThan(NEARLY_BLACK);
      else if (hiddenSince === Infinity) expect(bright).toBeGreaterThan(100);
      seen[isHidden ? 'hidden' : 'open']++;
      if (seen.open === 5 && hiddenSince === Infinity) {
        await hide({ masks: [{ polygon: everything, fill: 'BLACK' }] });
        hiddenSince = Date.now();
      }
      if (seen.hidden === 5) break;
    }
    stop.abort();
    expect(seen.hidden).toBe(5);
  });

  it('is the part that was said, and the rest is seen', async () => {
    await hide({ masks: [{ polygon: leftHalf, fill: 'BLACK' }] });
    const picture = await pictureOf(ANY);
    expect(await brightest(picture, 0, 0.48)).toBeLessThan(NEARLY_BLACK);
    expect(await brightest(picture, 0.55, 1)).toBeGreaterThan(100);
    await hide({ regions: [leftHalf] });
    const other = await pictureOf(ANY);
    expect(await brightest(other, 0.55, 1)).toBeLessThan(NEARLY_BLACK);
    expect(await brightest(other, 0, 0.45)).toBeGreaterThan(100);
  });
});

describe('What was recorded', () => {
  it('is withheld when the camera turns out to be mounted in another way, for the mask hides another place then', async () => {
    const mounted = (rotate: number) => ({ devices: { cameras: { 'lens-1': { driver: 'simulated', rotate } } } });
    await using first = await TestGateway.start(mounted(0));
    await first.send('PUT', `${CAMERA}/configuration`, { masks: [{ polygon: leftHalf, fill: 'BLACK' }] });
    const { headers } = await first.send('POST', `${CAMERA}/recordings`, { kind: 'STILL' });
    const content = `${headers.get('location')}/content`;
    const statuses = [(await first.get(content)).status];
    await first.stop();
    for (const rotate of [180, 0]) {
      await using next = await TestGateway.start(mounted(rotate), { dir: first.dir });
      statuses.push((await next.get(content)).status);
      await next.stop();
    }
    expect(statuses).toEqual([200, 403, 200]);
  });
});

/** The parts of an MJPEG stream. */
async function* parts(response: Response): AsyncGenerator<{ capturedAt: number; jpeg: Uint8Array }> {
  let waiting = Buffer.alloc(0);
  for await (const chunk of response.body ?? []) {
    waiting = Buffer.concat([waiting, chunk as Uint8Array]);
    for (;;) {
      const head = waiting.indexOf('\r\n\r\n');
      if (head === -1) break;
      const said = waiting.toString('latin1', 0, head);
      const length = Number(/Content-Length: (\d+)/.exec(said)?.[1]);
      if (waiting.length < head + 4 + length) break;
      const jpeg = waiting.subarray(head + 4, head + 4 + length);
      waiting = waiting.subarray(head + 4 + length);
      yield { capturedAt: 1000 * Number(/X-Timestamp: ([\d.]+)/.exec(said)?.[1]), jpeg };
    }
  }
}
