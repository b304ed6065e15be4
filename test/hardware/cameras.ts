import { describe, expect, it } from '@jest/globals';
import sharp from 'sharp';
import { CameraStream } from './camera-stream.js';
import { ask, type RunningLab, serviceState } from './running-lab.js';
import { untilSeen } from './until-seen.js';

const SIZE = { width: 640, height: 360 };

/** The gateway's cameras, when all is well and when it is not. `raw` and `linked` are one camera, by number and by link. */
export function cameras(running: () => RunningLab): void {
  const snapshot = (cameraId: string, query = '') => running().gateway.get(`/camera/v1/cameras/${cameraId}/snapshot${query}`);
  const state = (cameraId: string) => ask<{ state: string }>(running().gateway, `/registry/v1/devices/camera-${cameraId}`);

  it('tells of a virtual camera that nothing feeds, though its node is there, and when something does', async () => {
    const { cameras } = running();
    expect(await state('fed')).toMatchObject({ state: 'SUSPENDED', reason: expect.stringMatching(/nothing feeds/) });
    expect(await (await snapshot('fed')).json()).toMatchObject({ status: 503, detail: expect.stringMatching(/nothing feeds/) });
    await shows('fed', 'fed', 'ACTIVE', () => cameras.feed());
  });

  describe('when all is well', () => {
    it.each(['raw', 'fed', 'raw-ffmpeg', 'fed-ffmpeg'])(
      'shows the %s camera to several at once, in whole pictures',
      async (cameraId) => {
        const { gateway, cameras } = running();
        // two of them are one camera, which who reads it holds for a while
        await cameras.unread();
        await using one = await CameraStream.of(gateway, cameraId);
        await using other = await CameraStream.of(gateway, cameraId);
        for (const stream of [one, other, one]) expect(await sizeOf(await stream.next())).toEqual(SIZE);
        const widths = [160, 320];
        const pictures = await Promise.all(widths.map((width) => snapshot(cameraId, `?width=${width}`)));
        for (const [index, picture] of pictures.entries())
          expect(await sizeOf(new Uint8Array(await picture.arrayBuffer()))).toMatchObject({ width: widths[index] });
      },
    );

    it.each(['fed', 'fed-ffmpeg'])(
      'passes a picture of the %s camera on without what its driver pads it with',
      async (cameraId) => {
        const { cameras } = running();
        await using _still = await cameras.holdStill();
        // to who begins to read, the driver gives the last picture in a whole buffer, which has room for a raw one; and no other comes
        expect(await cameras.firstBytes()).toBe(SIZE.width * SIZE.height * 4);
        const response = await snapshot(cameraId);
        expect(response.status).toBe(200);
        const jpeg = new Uint8Array(await response.arrayBuffer());
        expect(await sizeOf(jpeg)).toEqual(SIZE);
        expect(jpeg.length).toBeLessThan(100_000);
        expect(await cameras.firstBytes()).toBe(SIZE.width * SIZE.height * 4);
      },
    );
  });

  describe('when not', () => {
    it.each(['raw', 'raw-ffmpeg'])(
      'begins a capture of %s that breaks off again, and says what the driver said',
      async (cameraId) => {
        const { gateway, cameras, events, report } = running();
        await cameras.unread();
        await using stream = await CameraStream.of(gateway, cameraId);
        await stream.next();
        const suspended = events.next(`camera-${cameraId}`, 'SUSPENDED', /reports a fault; unplug it/);
        await cameras.disturb();
        await suspended;
        const active = events.next(`camera-${cameraId}`, 'ACTIVE');
        await report.time(`${cameraId}: until the stream goes on after a fault`, () => stream.next());
        await active;
      },
    );

    it.each(['raw', 'raw-ffmpeg'])(
      'tells that %s is pulled out while it is watched, and goes on with the stream when it is back',
      async (cameraId) => {
        const { gateway, cameras, events, report } = running();
        await cameras.plugIn();
        await cameras.unread();
        await using stream = await CameraStream.of(gateway, cameraId);
        await stream.next();
        const from = events.told.length;
        const service = `umec-camera-${cameraId}`;
        await shows(`${cameraId}: pulled out while watched`, cameraId, 'SUSPENDED', () => cameras.pullOut(), /no camera at/);
        await untilSeen(async () => (await serviceState(gateway, service)) === 'SUSPENDED');
        const refused = await snapshot(cameraId);
        expect(await refused.json()).toMatchObject({ status: 503, detail: expect.stringMatching(/no camera at/) });
        expect(events.statesOf(`camera-${cameraId}`, from)).toEqual(['SUSPENDED']);
        await shows(`${cameraId}: plugged in again`, cameraId, 'ACTIVE', () => cameras.plugIn());
        await report.time(`${cameraId}: until its stream goes on`, () => stream.next());
        await untilSeen(async () => (await serviceState(gateway, service)) === 'ACTIVE');
      },
    );

    it('finds a camera that comes back under another number by its link, and not by its old number', async () => {
      const { cameras } = running();
      await cameras.plugIn();
      await shows('pulled out', 'linked', 'SUSPENDED', () => cameras.pullOut());
      await shows('plugged in under another number', 'linked', 'ACTIVE', () => cameras.plugIn(3));
      expect((await snapshot('linked')).status).toBe(200);
      await cameras.unread();
      expect(await state('raw')).toMatchObject({ state: 'SUSPENDED', reason: expect.stringMatching(/umec detect/) });
      await cameras.pullOut();
      await shows('plugged in under its old number', 'raw', 'ACTIVE', () => cameras.plugIn());
      expect((await snapshot('raw')).status).toBe(200);
    });

    it.each([
      { cameraId: 'fed', codec: 'raw' as const, size: { width: 320, height: 240 } },
      { cameraId: 'fed-ffmpeg', codec: 'mjpeg' as const, size: SIZE },
    ])(
      'goes on with the stream of $cameraId when that is fed again with other pictures: $codec',
      async ({ cameraId, codec, size }) => {
        const { gateway, cameras, events, report } = running();
        await cameras.unread();
        await using stream = await CameraStream.of(gateway, cameraId);
        await stream.next();
        const suspended = events.next(`camera-${cameraId}`, 'SUSPENDED', /nothing feeds/);
        const stopped = performance.now();
        await cameras.stopFeeding();
        // nothing says that no picture will come, so the gateway waits for one as long as for a slow camera
        report.add(`${cameraId}: no longer fed while watched: until SUSPENDED`, (await suspended).at - stopped);
        await cameras.feed(codec, size);
        await report.time(`${cameraId}: fed again with ${codec} pictures: until its stream goes on`, () => stream.next());
        expect(await sizeOf(await stream.next())).toEqual(size);
      },
    );
  });

  /** Does something to a camera, waits until the gateway tells of it, and reports how long that took. */
  async function shows(
    what: string,
    cameraId: string,
    becomes: 'ACTIVE' | 'SUSPENDED',
    task: () => Promise<void>,
    why?: RegExp,
  ): Promise<void> {
    const { events, report } = running();
    const told = events.next(`camera-${cameraId}`, becomes, why);
    await task();
    const done = performance.now();
    report.add(`${what}: until ${becomes}`, Math.max((await told).at - done, 0));
    expect(await state(cameraId)).toMatchObject({ state: becomes });
  }
}

/** Decodes all of it: a picture that is cut short, or has something behind its end, is an error. */
async function sizeOf(jpeg: Uint8Array): Promise<{ width: number; height: number }> {
  expect([...jpeg.subarray(0, 2), ...jpeg.subarray(-2)]).toEqual([0xff, 0xd8, 0xff, 0xd9]);
  const { info } = await sharp(jpeg, { failOn: 'warning' }).raw().toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height };
}
