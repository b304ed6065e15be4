import { describe, it, expect } from '@jest/globals';
import sharp from 'sharp';
import type { Camera, Frame } from '../../src/camera/camera.js';

/** What every Camera promises, whatever is behind it. */
export function cameraContract(name: string, open: () => Camera): void {
  describe(`${name} keeps the Camera contract`, () => {
    it('gives whole images with the time and a number that grows', async () => {
      await using camera = open();
      const began = Date.now();
      const frames = await take(camera, 3);
      for (const frame of frames) {
        expect((await sharp(frame.jpeg, { failOn: 'truncated' }).stats()).channels).toHaveLength(3);
        expect(frame.capturedAt).toBeGreaterThanOrEqual(began);
        expect(frame.capturedAt).toBeLessThanOrEqual(Date.now());
      }
      expect(frames.map(({ sequence }) => sequence)).toEqual(frames.map(({ sequence }) => sequence).sort((a, b) => a - b));
      expect(new Set(frames.map(({ sequence }) => sequence)).size).toBe(3);
    });

    it('is ACTIVE and counts its frames', async () => {
      await using camera = open();
      await take(camera, 2);
      expect(camera.health.value).toEqual({ state: 'ACTIVE' });
      expect(camera.counters.frames).toBeGreaterThanOrEqual(2);
    });

    it('ends quietly when nobody wants frames any more, and begins again', async () => {
      await using camera = open();
      const [first] = await take(camera, 1);
      const [later] = await take(camera, 1);
      expect(later?.sequence).toBeGreaterThan(first?.sequence ?? Infinity);
    });

    it('ends quietly while it waits for a frame', async () => {
      await using camera = open();
      const stop = new AbortController();
      const frames = camera.frames(stop.signal)[Symbol.asyncIterator]();
      await frames.next();
      const waiting = drain(frames);
      stop.abort();
      await expect(waiting).resolves.toBeUndefined();
    });

    it('gives nothing to whoever has gone before it begins', async () => {
      await using camera = open();
      expect(await camera.frames(AbortSignal.abort())[Symbol.asyncIterator]().next()).toMatchObject({ done: true });
    });

    it('ends quietly when it is closed while it opens, also twice', async () => {
      const camera = open();
      const waiting = drain(camera.frames(new AbortController().signal)[Symbol.asyncIterator]());
      await Promise.all([camera[Symbol.asyncDispose](), camera[Symbol.asyncDispose]()]);
      await expect(waiting).resolves.toBeUndefined();
    });

    it('ends quietly for those who look when it is closed', async () => {
      const camera = open();
      const frames = camera.frames(new AbortController().signal)[Symbol.asyncIterator]();
      await frames.next();
      const waiting = drain(frames);
      await camera[Symbol.asyncDispose]();
      await expect(waiting).resolves.toBeUndefined();
    });
  });
}

/** The first frames of a new capture, which is ended afterwards. */
export async function take(camera: Pick<Camera, 'frames'>, count: number): Promise<Frame[]> {
  const stop = new AbortController();
  const frames: Frame[] = [];
  for await (const frame of camera.frames(stop.signal)) if (frames.push(frame) >= count) stop.abort();
  return frames;
}

/** Takes what there is until the end; at most one frame may have been on its way. */
async function drain(frames: AsyncIterator<Frame>): Promise<void> {
  while (!(await frames.next()).done);
}
