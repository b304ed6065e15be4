import { describe, expect, it } from '@jest/globals';
import sharp from 'sharp';
import { AtMost } from '../../../src/at-most.js';
import { type Frame, isRetracted } from '../../../src/camera/camera.js';
import type { CameraConfiguration } from '../../../src/camera/configurations.js';
import { LiveView } from '../../../src/camera/live-view.js';
import { MaskedCamera } from '../../../src/camera/masks/masked-camera.js';
import { SimulatedCamera } from '../../../src/devices/simulated/camera.js';
import { Observed } from '../../../src/events/observed.js';
import { ManualClock } from '../../manual-clock.js';
import { cameraContract } from '../camera-contract.js';
import { HandCamera } from '../hand-camera.js';

const work = () => new AtMost(2, 4, () => new Error('too much'));
const left = [
  { x: 0, y: 0 },
  { x: 0.5, y: 0 },
  { x: 0.5, y: 1 },
  { x: 0, y: 1 },
];
const BLACK: CameraConfiguration = { masks: [{ polygon: left, fill: 'BLACK' }] };
const PIXELATED: CameraConfiguration = { masks: [{ polygon: left, fill: 'PIXELATED' }] };

cameraContract(
  'MaskedCamera',
  () => new MaskedCamera(new SimulatedCamera('lens-1', { fps: 30 }), new Observed<CameraConfiguration>(BLACK), work()),
);

cameraContract(
  'MaskedCamera that hides nothing',
  () => new MaskedCamera(new SimulatedCamera('lens-1', { fps: 30 }), new Observed<CameraConfiguration>({}), work()),
);

/** Stripes of one pixel, so that what is seen through a mask would show. */
const stripes = (async () => {
  const [width, height] = [64, 32];
  const data = Uint8Array.from({ length: width * height * 3 }, (_, at) => (Math.floor(at / 3) % 2 ? 250 : 130));
  return sharp(data, { raw: { width, height, channels: 3 } })
    .withExif({ IFD0: { ImageDescription: 'a preview of all' } })
    .jpeg({ quality: 95 })
    .toBuffer();
})();

function setUp(configuration: CameraConfiguration = {}) {
  const clock = new ManualClock();
  const hand = new HandCamera(clock);
  const observed = new Observed(configuration);
  const camera = new MaskedCamera(hand, observed, work());
  return { hand, observed, camera, view: new LiveView(camera, { clock }) };
}

/** Has a picture whenever somebody asks. */
class BusyCamera extends HandCamera {
  taken = 0;

  constructor(private readonly picture?: Uint8Array) {
    super(new ManualClock());
  }

  override async *frames(): AsyncGenerator<Frame, void> {
    this.running++;
    try {
      for (;;) {
        await new Promise(setImmediate);
        this.taken++;
        yield { jpeg: this.picture ?? (await stripes), capturedAt: 0, sequence: this.taken };
      }
    } finally {
      this.running--;
    }
  }
}

const never = new AbortController().signal;
const pixelsOf = (jpeg: Uint8Array) => sharp(Buffer.from(jpeg)).raw().toBuffer({ resolveWithObject: true });

describe('MaskedCamera', () => {
  it('gives the bytes of the camera where nothing is hidden', async () => {
    const { hand, view } = setUp();
    const next = view.next(never);
    await settled(() => hand.running === 1);
    const exposed = hand.expose();
    expect((await next).jpeg).toBe(exposed.jpeg);
  });

  it.each([
    ['hides nothing', {}],
    ['hides something', BLACK],
  ])('takes no picture from the camera that nobody asks it for, when it %s', async (_, configuration: CameraConfiguration) => {
    const busy = new BusyCamera();
    const frames = new MaskedCamera(busy, new Observed(configuration), work()).frames(never);
    await frames.next();
    for (let turn = 0; turn < 50; turn++) await new Promise(setImmediate);
    expect(busy.taken).toBe(1);
    await frames.next();
    expect(busy.taken).toBe(2);
    await frames.return();
    expect(busy.running).toBe(0);
  });

  it('paints black what is hidden, and leaves the rest, the time and the number', async () => {
    const { hand, view } = setUp(BLACK);
    const next = view.next(never);
    await settled(() => hand.running === 1);
    const exposed = hand.expose(undefined, { jpeg: await stripes });
    const { jpeg, capturedAt, sequence } = await next;
    expect({ capturedAt, sequence }).toEqual({ capturedAt: exposed.capturedAt, sequence: exposed.sequence });
    const { data, info } = await pixelsOf(jpeg);
    expect(info).toMatchObject({ width: 64, height: 32 });
    expect(extremes(data, info.width, 0, 32).greatest).toBeLessThan(12);
    expect(extremes(data, info.width, 34, 64)).toMatchObject({ least: expect.any(Number), greatest: expect.any(Number) });
    expect(extremes(data, info.width, 34, 64).greatest - extremes(data, info.width, 34, 64).least).toBeGreaterThan(80);
  });

  it('gives nothing that came beside the picture', async () => {
    const { hand, view } = setUp(BLACK);
    expect((await stripes).includes('a preview of all')).toBe(true);
    const next = view.next(never);
    await settled(() => hand.running === 1);
    hand.expose(undefined, { jpeg: await stripes });
    expect(Buffer.from((await next).jpeg).includes('a preview of all')).toBe(false);
  });

  it('shows no more of what is pixelated than its mean', async () => {
    const { hand, view } = setUp(PIXELATED);
    const next = view.next(never);
    await settled(() => hand.running === 1);
    hand.expose(undefined, { jpeg: await stripes });
    const { data, info } = await pixelsOf((await next).jpeg);
    const { least, greatest } = extremes(data, info.width, 2, 30);
    expect([least > 120, greatest - least < 40]).toEqual([true, true]);
  });

  it('drops what it cannot decode, counts it, and goes on', async () => {
    const { hand, view, camera } = setUp(BLACK);
    const next = view.next(never);
    await settled(() => hand.running === 1);
    hand.expose(undefined, { jpeg: (await stripes).subarray(0, (await stripes).length - 60) });
    await settled(() => camera.counters.damaged === 1);
    hand.expose(undefined, { jpeg: await stripes });
    expect((await next).sequence).toBe(1);
    expect(view.kept?.sequence).toBe(1);
  });

  it('says so when nothing can be decoded, instead of giving no picture for ever', async () => {
    const noise = new BusyCamera(Buffer.from('no picture'));
    const frames = new MaskedCamera(noise, new Observed(BLACK), work()).frames(never);
    await expect(frames.next()).rejects.toMatchObject({ code: 'unavailable' });
    expect([noise.taken > 100, noise.running]).toEqual([true, 0]);
  });

  it('retracts every frame of before when something is hidden, and gives none of them any more', async () => {
    const { hand, view, observed } = setUp();
    const reader = view.frames(never);
    const first = reader.next();
    await settled(() => hand.running === 1);
    hand.expose(undefined, { jpeg: await stripes });
    const before = (await first).value as Frame;
    expect(view.recent(60_000)).toBe(before);
    hand.expose(undefined, { jpeg: await stripes }); // nobody has taken it yet
    await new Promise(setImmediate);
    observed.set(BLACK);
    expect(isRetracted(before)).toBe(true);
    expect([view.kept, view.recent(60_000)]).toEqual([undefined, undefined]);
    const second = reader.next();
    hand.expose(undefined, { jpeg: await stripes });
    const after = (await second).value as Frame;
    expect(after.sequence).toBe(2);
    const { data, info } = await pixelsOf(after.jpeg);
    expect(extremes(data, info.width, 0, 32).greatest).toBeLessThan(12);
    await reader.return();
  });

  it('gives no frame that was being painted when something else was hidden', async () => {
    const { hand, view, observed } = setUp(PIXELATED);
    const next = view.next(never);
    await settled(() => hand.running === 1);
    hand.expose(undefined, { jpeg: await stripes });
    await new Promise(setImmediate);
    observed.set(BLACK);
    await settled(() => view.kept === undefined);
    hand.expose(undefined, { jpeg: await stripes });
    expect((await next).sequence).toBe(1);
  });

  it('retracts nothing when something else is configured', async () => {
    const { hand, view, observed } = setUp(BLACK);
    const next = view.next(never);
    await settled(() => hand.running === 1);
    hand.expose(undefined, { jpeg: await stripes });
    const frame = await next;
    observed.set({ ...BLACK });
    expect(isRetracted(frame)).toBe(false);
  });
});

async function settled(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise(setImmediate);
}

function extremes(data: Buffer, width: number, from: number, to: number): { least: number; greatest: number } {
  const values = [...data].filter((_, at) => Math.floor(at / 3) % width >= from && Math.floor(at / 3) % width < to);
  return { least: Math.min(...values), greatest: Math.max(...values) };
}
