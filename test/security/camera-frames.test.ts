import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import sharp from 'sharp';
import { Pictures } from '../../src/camera/pictures.js';
import { tempDirectory } from '../temp-directory.js';
import { until } from '../until.js';
import { type HostileFrame, hostileFrames, otherImages } from './hostile-frames.js';
import { MeasuredGateway } from './measured-gateway.js';

const MEBIBYTE = 1_048_576;
const MOST_GROWTH = 200;
const hasFfmpeg = spawnSync('ffmpeg', ['-version']).status === 0;

/** In place of ffmpeg: it writes the file that it is to read again and again, as it is. */
const REPEATER = '#!/bin/sh\nwhile [ "$1" != -i ]; do shift; done\nwhile cat "$2"; do sleep 0.1; done\n';

let frames: readonly HostileFrame[];
let others: Readonly<Record<string, Buffer>>;
let gateway: MeasuredGateway;
let dir: ReturnType<typeof tempDirectory>;
/** Of the camera of which no frame comes; it is waited for while all else goes on. */
let fromOthers: ReturnType<typeof snapshot>;
beforeAll(async () => {
  frames = await hostileFrames();
  others = await otherImages();
  dir = tempDirectory();
  writeFileSync(join(dir.path, 'ffmpeg'), REPEATER);
  chmodSync(join(dir.path, 'ffmpeg'), 0o755);
  const sent = {
    others: Buffer.concat(Object.values(others)),
    ...Object.fromEntries(frames.map(({ bytes }, at) => [at, bytes])),
  };
  for (const [name, bytes] of Object.entries(sent)) writeFileSync(join(dir.path, name), bytes);
  const cameras = Object.keys(sent).map((name) => [`door-${name}`, { driver: 'ffmpeg', source: join(dir.path, name) }]);
  gateway = await MeasuredGateway.start(
    { devices: { cameras: { 'lens-1': { driver: 'simulated' }, ...(Object.fromEntries(cameras) as object) } } },
    { PATH: `${dir.path}:${process.env.PATH ?? ''}` },
  );
  fromOthers = snapshot('door-others');
}, 60_000);
afterAll(async () => {
  await gateway[Symbol.asyncDispose]();
  dir[Symbol.dispose]();
});

async function snapshot(cameraId: string, query = ''): Promise<{ response: Response; body: Buffer }> {
  const response = await fetch(`${gateway.url}/camera/v1/cameras/${cameraId}/snapshot${query}`);
  return { response, body: Buffer.from(await response.arrayBuffer()) };
}

/** @returns what was said */
function problemIn({ response, body }: { response: Response; body: Buffer }): string {
  expect(response.headers.get('content-type')).toBe('application/problem+json');
  const { status, detail } = JSON.parse(body.toString()) as { status: number; detail: string };
  expect(status).toBe(response.status);
  return detail;
}

/** The most memory that the gateway has had since the last time, in MiB. */
function peak(): number {
  const most = peakOf(gateway.pid);
  // from now on it begins anew
  writeFileSync(`/proc/${gateway.pid}/clear_refs`, '5');
  return most;
}

const figures: string[] = [];
afterAll(() => void process.stderr.write(`what hostile frames cost the gateway:\n${figures.join('\n')}\n`));

const onLinux = process.platform === 'linux' ? it : (name: string) => it.todo(`${name} (on Linux)`);

describe('A7 a camera that sends', () => {
  onLinux(
    'what is hard to decode is refused or borne, and others go on',
    async () => {
      // what is made once for all
      for (const cameraId of ['lens-1', 'lens-1']) await snapshot(cameraId, '?width=100');
      for (const [at, { what, statuses, detail }] of frames.entries()) {
        const { rss } = await gateway.cost();
        peak();
        const began = performance.now();
        const [answer, ...beside] = await Promise.all([
          snapshot(`door-${at}`, '?width=32'),
          snapshot(`door-${at}`, '?width=30&format=PNG'),
          snapshot('lens-1', '?width=100'),
        ]);
        const growth = peak() - rss / MEBIBYTE;
        figures.push(
          `  ${what}: ${answer.response.status}, ${growth.toFixed(0)} MiB, ${(performance.now() - began).toFixed(0)} ms`,
        );
        expect([what, answer.response.status, statuses.includes(answer.response.status)]).toEqual([
          what,
          expect.anything(),
          true,
        ]);
        if (answer.response.status === 503) expect(problemIn(answer)).toMatch(detail ?? /damaged/);
        else expect((await sharp(answer.body).metadata()).format).toBe('jpeg');
        expect(beside.at(-1)?.response.status).toBe(200);
        expect([what, growth, growth < MOST_GROWTH]).toEqual([what, growth, true]);
      }
    },
    60_000,
  );

  it('a page within a picture, and more behind it, is shown as a picture and without what is behind', async () => {
    const at = frames.findIndex(({ what }) => what.includes('archive'));
    const { response, body } = await snapshot(`door-${at}`);
    expect(response.headers.get('content-type')).toBe('image/jpeg');
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(body.includes('<script>')).toBe(true);
    expect(body.subarray(-2)).toEqual(Buffer.from([0xff, 0xd9]));
  });

  it('other images than JPEG has sent nothing, and others go on', async () => {
    expect((await snapshot('lens-1')).response.status).toBe(200);
    const { response, body } = await fromOthers;
    expect(problemIn({ response, body })).toMatch(/no picture came/);
    expect(response.status).toBe(504);
  }, 30_000);

  it('other images that are taken for frames all the same has them refused before any decoder looks at them', async () => {
    for (const [what, jpeg] of Object.entries(others)) {
      // they are pictures: a decoder would take them
      if (what !== 'ppm') expect((await sharp(jpeg).metadata()).width).toBe(64);
      const frame = { jpeg, capturedAt: 0, sequence: 1 };
      for (const request of [{}, { width: 10 }])
        await expect(new Pictures().render(frame, request)).rejects.toMatchObject({ message: /an image without a size/ });
    }
  });
});

const withFfmpeg =
  hasFfmpeg && process.platform === 'linux' ? it : (name: string) => it.todo(`${name} (on Linux: apt-get install ffmpeg)`);

describe('A7 a network camera that sends', () => {
  withFfmpeg(
    '225 megapixels makes ffmpeg no larger than others do, and is SUSPENDED',
    async () => {
      const jpeg = await sharp({ create: { width: 15_000, height: 15_000, channels: 3, background: 'orange' } })
        .jpeg()
        .toBuffer();
      using camera = await networkCamera(jpeg);
      await using own = await MeasuredGateway.start({ devices: { cameras: { door: { driver: 'ffmpeg', source: camera.url } } } });
      const asked = fetch(`${own.url}/camera/v1/cameras/door/snapshot`);
      let most = 0;
      const look = setInterval(() => (most = Math.max(most, ...childrenOf(own.pid).map(peakOf))), 20);
      const response = await asked;
      clearInterval(look);
      expect(problemIn({ response, body: Buffer.from(await response.arrayBuffer()) })).toMatch(/camera door/);
      expect(most).toBeGreaterThan(0);
      expect(most).toBeLessThan(MOST_GROWTH);
      await until(async () => {
        const { state } = (await (await fetch(`${own.url}/camera/v1/cameras/door`)).json()) as { state: string };
        return state === 'SUSPENDED';
      });
    },
    60_000,
  );
});

/** It sends one picture for as long as anybody looks. */
async function networkCamera(jpeg: Buffer): Promise<Disposable & { readonly url: string }> {
  const part = Buffer.concat([
    Buffer.from(`--b\r\nContent-Type: image/jpeg\r\nContent-Length: ${jpeg.length}\r\n\r\n`),
    jpeg,
    Buffer.from('\r\n'),
  ]);
  const server = createServer((_req, res) => {
    res.writeHead(200, { 'Content-Type': 'multipart/x-mixed-replace; boundary=b' });
    const send = () => void res.write(part);
    // as fast as it is read
    res.on('drain', send);
    send();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const close = () => {
    server.close();
    server.closeAllConnections();
  };
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, [Symbol.dispose]: close };
}

function childrenOf(pid: number): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && statusOf(Number(name)).includes(`\nPPid:\t${pid}\n`))
    .map(Number);
}

/** The most memory that it has had, in MiB. */
function peakOf(pid: number): number {
  return Number(/VmHWM:\s+(\d+)/.exec(statusOf(pid))?.[1] ?? 0) / 1_024;
}

function statusOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/status`, 'utf8');
  } catch {
    return ''; // it has ended
  }
}
