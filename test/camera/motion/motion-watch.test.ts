import { afterEach, describe, expect, it } from '@jest/globals';
import { AtMost } from '../../../src/at-most.js';
import type { CameraConfiguration } from '../../../src/camera/configurations.js';
import { LiveView } from '../../../src/camera/live-view.js';
import { MaskedCamera } from '../../../src/camera/masks/masked-camera.js';
import { type CameraMotion, MotionWatch } from '../../../src/camera/motion/motion-watch.js';
import { Observed } from '../../../src/events/observed.js';
import { ManualClock } from '../../manual-clock.js';
import { until } from '../../until.js';
import { HandCamera } from '../hand-camera.js';
import { TestStreet } from './street.js';

const MOTION: CameraConfiguration = { motion: { sensitivity: 70, minimumArea: 0.01, coolDownS: 1 } };
const LOOK_MS = 200;
const street = TestStreet.at(1, Date.parse('2026-06-01T12:00:00Z'));
/** A car that drives through from the second look on. */
const through = (look: number) => (look < 2 ? undefined : -0.3 + 0.1 * look);
const road = [
  { x: 0, y: 0.35 },
  { x: 1, y: 0.35 },
  { x: 1, y: 1 },
  { x: 0, y: 1 },
];

class Counting extends AtMost {
  readonly pictures = { begun: 0, done: 0 };

  constructor() {
    super(2, 8, () => new Error('too much'));
  }

  override async run<T>(task: () => Promise<T>): Promise<T> {
    this.pictures.begun++;
    try {
      return await super.run(task);
    } finally {
      this.pictures.done++;
    }
  }
}

/** A camera that a watch looks through, as the gateway has them joined. */
class Scene implements AsyncDisposable {
  readonly clock = new ManualClock();
  readonly hand = new HandCamera(this.clock);
  readonly configuration: Observed<CameraConfiguration>;
  readonly work = new Counting();
  readonly told: CameraMotion[] = [];
  private readonly camera: MaskedCamera;
  private readonly view: LiveView;
  private readonly watch: MotionWatch;

  constructor(configuration: CameraConfiguration) {
    const { clock, work } = this;
    this.configuration = new Observed(configuration);
    const refusal = () => new Error('too much');
    this.camera = new MaskedCamera(this.hand, this.configuration, new AtMost(1, 1, refusal));
    this.view = new LiveView(this.camera, { clock, idleMs: 0 });
    const tell = (motion: CameraMotion) => void this.told.push(motion);
    this.watch = new MotionWatch({ view: this.view, configuration: this.configuration, clock, work, tell });
  }

  get changes(): string[] {
    return this.told.map(({ change }) => change);
  }

  async isOpen(running: 0 | 1): Promise<void> {
    await until(async () => {
      await this.clock.advance(0);
      return this.hand.running === running;
    });
  }

  /** The camera gives one more picture, and that was looked at. */
  async look(jpeg: Uint8Array) {
    const { pictures } = this.work;
    const before = pictures.done;
    const frame = this.hand.expose(undefined, { jpeg });
    await until(async () => pictures.done > before);
    await this.clock.advance(LOOK_MS);
    return frame;
  }

  async drive(looks: number, carAt: (look: number) => number | undefined = through) {
    const frames = [];
    for (let look = 0; look < looks; look++) frames.push(await this.look(await (await street).picture(look / 5, carAt(look))));
    return frames;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.watch[Symbol.asyncDispose]();
    await this.view[Symbol.asyncDispose]();
    await this.camera[Symbol.asyncDispose]();
  }
}

let scene: Scene;
const open = (configuration: CameraConfiguration) => (scene = new Scene(configuration));
afterEach(() => scene[Symbol.asyncDispose]());

describe('MotionWatch', () => {
  it('opens the camera while the configuration asks for motion, and says that it ended when it does no more', async () => {
    open({});
    await scene.clock.advance(60_000);
    expect(scene.hand.begun).toBe(0);
    scene.configuration.set(MOTION);
    await scene.isOpen(1);
    await scene.drive(6);
    expect(scene.changes).toEqual(['BEGUN']);
    scene.configuration.set({});
    await scene.isOpen(0);
    expect(scene.changes).toEqual(['BEGUN', 'ENDED']);
  });

  it('tells of the camera and of the frame that showed it', async () => {
    open(MOTION);
    await scene.isOpen(1);
    const frames = await scene.drive(6);
    const [begun] = scene.told;
    const shown = frames.find(({ sequence }) => sequence === begun?.sequence);
    expect(begun).toMatchObject({ cameraId: 'lens-1', change: 'BEGUN', capturedAt: shown?.capturedAt });
    expect(begun?.sequence).toBeGreaterThan(2);
  });

  it('looks at five pictures a second, however many there are', async () => {
    open(MOTION);
    await scene.isOpen(1);
    const picture = await (await street).picture(0);
    const begun = [];
    for (let exposed = 0; exposed < 150; exposed++) {
      if (exposed % 50 === 0) begun.push(scene.work.pictures.begun);
      scene.hand.expose(undefined, { jpeg: picture });
      await until(async () => {
        await scene.clock.advance(0);
        return scene.work.pictures.begun === scene.work.pictures.done;
      });
      await scene.clock.advance(20);
    }
    const [, first = NaN, second = NaN] = begun;
    expect([second - first, scene.work.pictures.begun - second]).toEqual([5, 5]);
  });

  it('sees nothing of what moves behind a mask', async () => {
    open({ ...MOTION, masks: [{ polygon: road, fill: 'BLACK' }] });
    await scene.isOpen(1);
    await scene.drive(10);
    expect(scene.told).toEqual([]);
  });

  it('takes a mask that comes or goes for no motion', async () => {
    open(MOTION);
    await scene.isOpen(1);
    await scene.drive(3, () => undefined);
    for (const masks of [[{ polygon: road, fill: 'BLACK' as const }], []]) {
      scene.configuration.set({ ...MOTION, masks });
      await scene.isOpen(1);
      await scene.drive(4, () => undefined);
    }
    expect(scene.told).toEqual([]);
  });

  it('tells of no motion in a picture that was retracted while it was looked at', async () => {
    open(MOTION);
    await scene.isOpen(1);
    const { hand, work } = scene;
    await scene.drive(3, () => undefined);
    await scene.look(await (await street).picture(0.6, 0.3));
    // the second picture in which something moves would tell
    const last = await (await street).picture(0.8, 0.35);
    hand.expose(undefined, { jpeg: last });
    await until(async () => work.pictures.begun > 4);
    scene.configuration.set({ ...MOTION, masks: [{ polygon: road, fill: 'BLACK' }] });
    await until(async () => work.pictures.done > 4);
    await scene.clock.advance(LOOK_MS);
    expect(scene.told).toEqual([]);
  });

  it('passes over a picture that cannot be decoded', async () => {
    open(MOTION);
    await scene.isOpen(1);
    const { work } = scene;
    await scene.drive(3, () => undefined);
    const whole = await (await street).picture(0.6, 0.3);
    await scene.look(whole.subarray(0, whole.length >> 1));
    expect(work.pictures.done).toBe(4);
    expect(scene.told).toEqual([]);
    await scene.drive(4, () => 0.3);
    expect(scene.changes).toEqual(['BEGUN']);
  });

  it('says that it ended when the camera is gone, and looks again when it is back', async () => {
    open(MOTION);
    await scene.isOpen(1);
    await scene.drive(6);
    scene.hand.broken = new Error('pulled out');
    scene.hand.die(new Error('pulled out'));
    // a reader that has seen frames waits for a while
    for (let s = 0; s < 120 && scene.told.length < 2; s++) await scene.clock.advance(1_000);
    expect(scene.changes).toEqual(['BEGUN', 'ENDED']);
    scene.hand.broken = undefined;
    for (let s = 0; s < 120 && scene.hand.running === 0; s++) await scene.clock.advance(1_000);
    await scene.drive(6);
    expect(scene.changes).toEqual(['BEGUN', 'ENDED', 'BEGUN']);
  });
});
