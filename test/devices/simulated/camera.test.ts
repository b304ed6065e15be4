import { describe, it, expect } from '@jest/globals';
import sharp from 'sharp';
import { SimulatedCamera } from '../../../src/devices/simulated/camera.js';
import { trafficAt } from '../../../src/devices/simulated/traffic.js';
import { suspended } from '../../../src/registry/health.js';
import { cameraContract, take } from '../../camera/camera-contract.js';
import { ManualClock } from '../../manual-clock.js';
import { readClock } from '../../read-clock.js';
import { readPlate } from './read-plate.js';

const sizes = [
  { width: 320, height: 240 },
  { width: 640, height: 480 },
  { width: 1280, height: 720 },
];

cameraContract('SimulatedCamera', () => new SimulatedCamera('lens-1', { fps: 30, size: sizes[0] }));

describe('SimulatedCamera', () => {
  it('draws the time of capture into the picture, in every size', async () => {
    for (const size of sizes) {
      for (const time of ['2026-06-01T12:34:56.789Z', '1970-01-01T00:00:00.000Z', '2038-12-30T23:08:17.495Z']) {
        const clock = new ManualClock(Date.parse(time));
        const [frame] = await take(new SimulatedCamera('lens-1', { size, clock }), 1);
        expect(frame?.capturedAt).toBe(Date.parse(time));
        expect(await readClock(frame?.jpeg ?? new Uint8Array())).toBe(Date.parse(time));
        expect(await sharp(frame?.jpeg).metadata()).toMatchObject({ format: 'jpeg', ...size });
      }
    }
  });

  it('can be read after strong compression', async () => {
    const clock = new ManualClock();
    const [frame] = await take(new SimulatedCamera('lens-1', { clock }), 1);
    expect(await readClock(await sharp(frame?.jpeg).jpeg({ quality: 40 }).toBuffer())).toBe(clock.now());
  });

  it('draws number plates that can be read, by day and by night', async () => {
    for (const hour of [2, 6, 12, 18]) {
      const clock = new ManualClock(Date.UTC(2026, 5, 1, hour, 30));
      const [frame] = await take(new SimulatedCamera('lens-1', { clock, seed: 7 }), 1);
      const cars = trafficAt(clock.now(), 7, 640).filter(({ x, scale }) => x >= 0 && x + 280 * scale <= 640);
      expect(cars.length).toBeGreaterThan(0);
      for (const car of cars) expect(await readPlate(frame?.jpeg ?? new Uint8Array(), car)).toBe(car.plate);
    }
  });

  it('draws the same street for the same seed and time, and another for another', async () => {
    const draw = async (seed: number, time: number): Promise<Uint8Array | undefined> =>
      (await take(new SimulatedCamera('lens-1', { seed, clock: new ManualClock(time) }), 1))[0]?.jpeg;
    const one = await draw(1, 1_750_000_000_000);
    expect(await draw(1, 1_750_000_000_000)).toEqual(one);
    expect(await draw(2, 1_750_000_000_000)).not.toEqual(one);
    expect(await draw(1, 1_750_000_000_200)).not.toEqual(one);
  });

  it('gives a frame at each tick, and to a slow reader only the newest', async () => {
    const clock = new ManualClock();
    const frames = new SimulatedCamera('lens-1', { fps: 5, clock }).frames(new AbortController().signal);
    expect((await frames.next()).value).toMatchObject({ sequence: 0 });
    const second = frames.next();
    await clock.advance(200);
    expect((await second).value).toMatchObject({ sequence: 1, capturedAt: clock.now() });
    await clock.advance(1650);
    expect((await frames.next()).value).toMatchObject({ sequence: 9, capturedAt: clock.now() });
  });

  it('never gives one number to two frames, though time stands still', async () => {
    const camera = new SimulatedCamera('lens-1', { clock: new ManualClock() });
    const numbers = [...(await take(camera, 1)), ...(await take(camera, 1))].map(({ sequence }) => sequence);
    expect(numbers).toEqual([0, 1]);
  });

  it('draws nothing while nobody looks', async () => {
    const clock = new ManualClock();
    const camera = new SimulatedCamera('lens-1', { clock });
    await clock.advance(60_000);
    expect(camera.counters.frames).toBe(0);
  });

  it('is SUSPENDED with a reason while it is unplugged, and tells those who look at once', async () => {
    const clock = new ManualClock();
    const camera = new SimulatedCamera('lens-1', { clock });
    const frames = camera.frames(new AbortController().signal);
    await frames.next();
    const waiting = frames.next();
    waiting.catch(() => undefined);
    camera.unplug();
    await expect(waiting).rejects.toMatchObject({ code: 'unavailable' });
    expect(camera.health.value).toEqual(suspended('the simulated camera is unplugged; plug it in again'));
    camera.plug();
    expect(camera.health.value).toEqual({ state: 'ACTIVE' });
    expect(await take(camera, 1)).toHaveLength(1);
  });

  it('ends a capture that was torn although the plug is back at once', async () => {
    const camera = new SimulatedCamera('lens-1', { clock: new ManualClock() });
    const frames = camera.frames(new AbortController().signal);
    await frames.next();
    camera.unplug();
    camera.plug();
    await expect(frames.next()).rejects.toMatchObject({ code: 'unavailable' });
  });

  it('refuses sizes and rates that it cannot draw', () => {
    expect(() => new SimulatedCamera('lens-1', { size: { width: 1920, height: 1080 } })).toThrow('320x240 to 1280x720');
    expect(() => new SimulatedCamera('lens-1', { fps: 0 })).toThrow('1 to 30');
  });
});
