import { beforeEach, describe, expect, it } from '@jest/globals';
import sharp from 'sharp';
import { SimulatedCamera } from '../../../src/devices/simulated/camera.js';
import { take } from '../../camera/camera-contract.js';
import { ManualClock } from '../../manual-clock.js';

let camera: SimulatedCamera;
beforeEach(() => {
  camera = new SimulatedCamera('lens-1', { clock: new ManualClock(), size: { width: 320, height: 240 } });
});
const set = (values: Record<string, number>) => camera.controls.set(new Map(Object.entries(values)));

/** Of red, green and blue: the mean and how far they spread, below the clock. */
async function look() {
  const [frame] = await take(camera, 1);
  const below = sharp(frame?.jpeg ?? '').extract({ left: 0, top: 60, width: 320, height: 180 });
  const { channels } = await sharp(await below.png().toBuffer()).stats();
  const [red = NaN, green = NaN, blue = NaN] = channels.map(({ mean }) => mean);
  return { red, green, blue, spread: channels[1]?.stdev ?? NaN };
}

describe('The controls of a simulated camera', () => {
  it('alter the picture', async () => {
    const before = await look();
    await set({ brightness: 40 });
    const brighter = await look();
    expect(brighter.green - before.green).toBeGreaterThan(25);
    await set({ brightness: 0, contrast: 50 });
    expect((await look()).spread).toBeLessThan(before.spread * 0.6);
    await set({ contrast: 100, auto_exposure: 0, exposure: 50 });
    expect((await look()).green).toBeCloseTo(before.green / 2, -1);
    await set({ reset: 1 });
    expect(await look()).toEqual(before);
  });

  it('take its colours away, and turn them round', async () => {
    const before = await look();
    expect(Math.abs(before.red - before.blue)).toBeGreaterThan(5);
    await set({ color_effects: 1 });
    const { red, blue } = await look();
    expect(Math.abs(red - blue)).toBeLessThan(1);
    await set({ color_effects: 3 });
    expect((await look()).green).toBeCloseTo(255 - before.green, -1);
  });

  it('say what they are, and which of them another one decides', async () => {
    const found = async (id: string) => (await camera.controls.list()).find(({ controlId }) => controlId === id);
    expect(await found('brightness')).toMatchObject({ type: 'INTEGER', min: -100, max: 100, step: 1, default: 0, value: 0 });
    expect(await found('exposure')).toMatchObject({ isInactive: true });
    await set({ auto_exposure: 0, brightness: -100 });
    expect(await found('exposure')).toMatchObject({ isInactive: false });
    expect(await found('brightness')).toMatchObject({ value: -100 });
    expect(await found('reset')).not.toHaveProperty('value');
  });

  it('are set all together or not at all', async () => {
    await expect(set({ brightness: 10, exposure: 50 })).rejects.toMatchObject({
      ...{ code: 'conflict', message: 'the camera does not take 50 for exposure now: auto_exposure is 1' },
    });
    await expect(set({ brightness: 10, color_effects: 2 })).rejects.toMatchObject({
      ...{ code: 'invalid', message: expect.stringMatching(/^color_effects is 2, expected one of 0 \(None\), 1/) },
    });
    expect((await camera.controls.list())[0]).toMatchObject({ controlId: 'brightness', value: 0 });
    // the switch comes first, wherever it stands
    await set({ exposure: 50, auto_exposure: 0 });
  });

  it('are not there while it is unplugged, and forgotten then', async () => {
    await set({ brightness: 10 });
    camera.unplug();
    await expect(camera.controls.list()).rejects.toMatchObject({ code: 'unavailable' });
    camera.plug();
    expect((await camera.controls.list())[0]).toMatchObject({ value: 0 });
  });

  it('stand beside the only format that it has', async () => {
    const only = (min: number) => ({ min, max: min, step: 1 });
    expect(await camera.formats()).toEqual([
      {
        ...{ pixelFormat: 'MJPG', description: 'A drawn street', isEmulated: false },
        sizes: [{ width: only(320), height: only(240), fps: [5] }],
      },
    ]);
  });
});
