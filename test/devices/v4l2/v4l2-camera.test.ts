import { execFileSync } from 'node:child_process';
import { closeSync, openSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import sharp from 'sharp';
import type { Frame } from '../../../src/camera/camera.js';
import { systemClock } from '../../../src/clock.js';
import { loadLibc, type MemoryLibc } from '../../../src/devices/libc.js';
import type { V4l2Input } from '../../../src/devices/v4l2/capture-args.js';
import { V4l2Camera, type V4l2Options } from '../../../src/devices/v4l2/v4l2-camera.js';
import { cameraContract, take } from '../../camera/camera-contract.js';
import { tempDirectory } from '../../temp-directory.js';
import { type FakeCamera, FakeNode, type Happening } from './fake-video.js';

const entry = new URL('fake-capture-thread.js', import.meta.url);
const MJPG: FakeCamera = { formats: [{ pixelFormat: 'MJPG', width: 16, height: 16, fps: 30 }] };
const MONOTONIC = 0x2000;
const DAMAGED = 0x40;

let libc: MemoryLibc;
let jpeg: Buffer;
let dir: ReturnType<typeof tempDirectory>;
let node: FakeNode;
let count = 0;
const file = (name: string, content: Uint8Array): string => {
  const path = join(dir.path, name);
  writeFileSync(path, content);
  return path;
};

beforeAll(async () => {
  libc = await loadLibc('cameras');
  jpeg = await sharp({ create: { width: 16, height: 16, channels: 3, background: 'teal' } })
    .jpeg()
    .toBuffer();
  dir = tempDirectory();
});
afterAll(() => dir[Symbol.dispose]());

const device = process.env.TEST_CAMERA;
if (device) cameraContract('V4l2Camera on a V4L2 device', () => new V4l2Camera('lens-1', { device }, { libc }));
else it.todo('V4l2Camera on a V4L2 device keeps the Camera contract (set TEST_CAMERA=/dev/video0)');

describe('V4l2Camera on a made-up device', () => {
  beforeEach(() => {
    node = new FakeNode(join(dir.path, `video${count++}`), MJPG);
  });
  afterEach(() => node[Symbol.dispose]());

  describe('that goes on by itself', () => {
    let pump: NodeJS.Timeout;
    beforeEach(() => {
      let sequence = 0;
      const picture = file('picture.jpg', jpeg);
      pump = setInterval(() => node.happens({ file: picture, sequence: sequence++ }), 20);
    });
    afterEach(() => clearInterval(pump));
    cameraContract('V4l2Camera', () => open());
  });

  it('says when a picture was exposed and what the driver dropped, over captures', async () => {
    await using camera = open();
    const exposed = systemClock.monotonic() - 40;
    const at = (sequence: number): Happening => ({
      ...{ file: file('picture.jpg', jpeg), sequence, flags: MONOTONIC },
      timestampUs: Math.round(exposed * 1000),
    });
    const began = Date.now();
    const [first, second] = await taking(camera, at(7), at(10));
    expect(second?.sequence).toBe(Number(first?.sequence) + 3);
    expect(began - Number(first?.capturedAt)).toBeGreaterThan(30);
    expect(Date.now() - Number(first?.capturedAt)).toBeGreaterThan(39);
    const [third] = await taking(camera, at(0));
    expect(third?.sequence).toBe(Number(second?.sequence) + 1);
  });

  it('leaves out what a buffer is padded with, and counts what is damaged without handing it on', async () => {
    await using camera = open();
    const padded = file('padded.jpg', Buffer.concat([jpeg, Buffer.alloc(50_000)]));
    const cut = file('cut.jpg', jpeg.subarray(0, jpeg.length - 20));
    const whole = file('picture.jpg', jpeg);
    const [first, second] = await taking(
      camera,
      { file: cut, sequence: 0 },
      { file: padded, sequence: 1 },
      { file: whole, sequence: 2, flags: DAMAGED },
      { file: whole, sequence: 3 },
    );
    for (const frame of [first, second]) expect(Buffer.from(frame?.jpeg ?? '').equals(jpeg)).toBe(true);
    expect([first?.sequence, second?.sequence]).toEqual([0, 2]);
    expect(camera.counters).toEqual({ frames: 2, damaged: 2 });
  });

  it.each([
    ['YUYV', [81, 90, 81, 240]],
    ['UYVY', [90, 81, 240, 81]],
  ])('makes a picture of %s in its colours', async (pixelFormat, pair) => {
    using raw = new FakeNode(join(dir.path, `video${count++}`), {
      formats: [{ pixelFormat, width: 32, height: 16, fps: 30 }],
    });
    await using camera = open(raw.path);
    const picture = file('raw', Buffer.from(Array.from({ length: 16 * 16 }, () => pair).flat()));
    const frames = take(camera, 1);
    raw.happens({ file: picture, sequence: 0 });
    const [frame] = await frames;
    const { channels } = await sharp(frame?.jpeg ?? '').stats();
    const [red = 0, green = 255, blue = 255] = channels.map(({ mean }) => mean);
    expect([red > 240, green < 15, blue < 15]).toEqual([true, true, true]);
    expect(await sharp(frame?.jpeg ?? '').metadata()).toMatchObject({ width: 32, height: 16 });
  });

  it('says that the camera is gone, and goes on when it is back', async () => {
    await using camera = open();
    const frames = take(camera, 1);
    node.happens({ errno: 19 });
    await expect(frames).rejects.toThrow(/lens-1: .*the device is gone; plug it in again/);
    expect(camera.health.value.state).toBe('SUSPENDED');
    await taking(camera, { file: file('picture.jpg', jpeg), sequence: 0 });
    expect(camera.health.value).toEqual({ state: 'ACTIVE' });
  });

  it('gives up a camera that gives no pictures', async () => {
    await using camera = open(node.path, { frameTimeoutMs: 100 });
    await expect(take(camera, 1)).rejects.toThrow('camera lens-1: no picture came within 0.1 s');
  });

  it('makes no pictures for a reader that takes a while, and goes on when it comes back', async () => {
    await using camera = open();
    const picture = file('picture.jpg', jpeg);
    const stop = new AbortController();
    const frames = camera.frames(stop.signal);
    const first = frames.next();
    node.happens({ file: picture, sequence: 0 });
    await first;
    for (let sequence = 1; sequence < 8; sequence++) node.happens({ file: picture, sequence });
    const pipe = openSync(node.path, 'r+');
    while (libc.poll([pipe], 0).length > 0) await nextTurn();
    closeSync(pipe);
    while (camera.counters.frames < 2) await nextTurn();
    expect((await frames.next()).value?.sequence).toBeGreaterThan(0);
    expect(camera.counters.frames).toBe(2);
    const later = frames.next();
    node.happens({ file: picture, sequence: 8 });
    expect((await later).value?.sequence).toBeGreaterThan(6);
    stop.abort();
    await frames.next();
  });

  it('starts no second thread while the driver does not let go of the first, and goes on when it does', async () => {
    const hangsAt = join(dir.path, `hang${count++}`);
    execFileSync('mkfifo', [hangsAt]);
    const letGo = openSync(hangsAt, 'r+');
    await using camera = open(node.path, { frameTimeoutMs: 1_000, patienceMs: 100 });
    const hanging = take(camera, 2);
    node.happens({ file: file('picture.jpg', jpeg), sequence: 0 });
    node.happens({ hangsAt });
    await expect(hanging).rejects.toThrow(/no picture came/);
    await expect(take(camera, 1)).rejects.toThrow(/does not answer; unplug the camera/);
    writeSync(letGo, 'x');
    node.happens({ file: file('picture.jpg', jpeg), sequence: 0 });
    const once = () => take(camera, 1).catch(() => nextTurn());
    let frames = await once();
    while (!frames) frames = await once();
    expect(frames).toHaveLength(1);
    closeSync(letGo);
  });

  it.each([
    [{ ...MJPG, driver: 'unicam' }, /CSI connector.*use the driver rpicam/],
    [{ formats: [{ pixelFormat: 'RG10', width: 16, height: 16, fps: 30 }] }, /offers RG10.*use the driver rpicam/],
    [{ ...MJPG, capabilities: 1 << 25 }, /no capture device/],
    [{ ...MJPG, streamOnErrno: 28 }, /the USB bus has no room/],
    [{ formats: [{ pixelFormat: 'H264', width: 16, height: 16, fps: 30 }] }, /offers H264: expected one of MJPG/],
  ] satisfies [FakeCamera, RegExp][])('refuses %j with advice', async (what, advice) => {
    using other = new FakeNode(join(dir.path, `video${count++}`), what);
    await using camera = open(other.path);
    await expect(take(camera, 1)).rejects.toThrow(advice);
    expect(camera.health.value).toMatchObject({ state: 'SUSPENDED', reason: expect.stringMatching(advice) });
  });

  it('says at once what stands against pictures, without a thread', async () => {
    await using camera = open(node.path, { obstacleTo: () => 'no camera at all' });
    expect(camera.health.value).toEqual({ state: 'SUSPENDED', reason: 'no camera at all' });
    await expect(take(camera, 1)).rejects.toThrow('no camera at all');
  });

  function open(path = node.path, options: Partial<V4l2Options> = {}, input: Partial<V4l2Input> = {}): V4l2Camera {
    return new V4l2Camera('lens-1', { device: path, ...input }, { libc, entry, obstacleTo: () => undefined, ...options });
  }

  /** Begins to look, lets these happen one after the other, and ends when each has become a frame or was found damaged. */
  async function taking(camera: V4l2Camera, ...happenings: readonly Happening[]): Promise<Frame[]> {
    const stop = new AbortController();
    const seen: Frame[] = [];
    const looking = (async () => {
      for await (const frame of camera.frames(stop.signal)) seen.push(frame);
    })();
    const { damaged } = camera.counters;
    for (const [at, happening] of happenings.entries()) {
      node.happens(happening);
      const isOver = () => seen.length + camera.counters.damaged - damaged > at;
      while (!isOver()) await Promise.race([nextTurn(), looking]);
    }
    stop.abort();
    await looking;
    return seen;
  }
});
