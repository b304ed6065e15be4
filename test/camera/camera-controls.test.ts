import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { AllControls } from '../../src/camera/all-controls.js';
import type { CameraControls } from '../../src/camera/camera-controls.js';
import type { CameraControl, ControlsPort } from '../../src/camera/controls.js';
import { GatewayError } from '../../src/errors.js';
import { active, suspended } from '../../src/registry/health.js';
import { ManualClock } from '../manual-clock.js';
import { FakeState } from '../registry/fake-state.js';
import { HandCamera } from './hand-camera.js';

/** Three numbers from 0 to 9, and what a test makes of them. */
class HandControls implements ControlsPort {
  readonly values = new Map([
    ['focus', 0],
    ['zoom', 0],
    ['tilt', 0],
  ]);
  readonly inactive = new Set<string>();
  /** Not taken. */
  stubborn: string | undefined;
  broken: GatewayError | undefined;
  max = 9;

  list(): Promise<readonly CameraControl[]> {
    if (this.broken) return Promise.reject(this.broken);
    return Promise.resolve(
      [...this.values].map(([controlId, value]) => ({
        ...{ controlId, name: controlId, type: 'INTEGER', min: 0, max: this.max, step: 1, default: 0, value },
        ...{ isReadOnly: false, isInactive: this.inactive.has(controlId) },
      })),
    );
  }

  set(values: ReadonlyMap<string, number>): Promise<readonly CameraControl[]> {
    if (this.stubborn !== undefined && values.has(this.stubborn))
      return Promise.reject(new GatewayError('conflict', `the camera does not take ${this.stubborn} now`));
    for (const [controlId, value] of values) this.values.set(controlId, value);
    return this.list();
  }
}

class ControlledCamera extends HandCamera {
  readonly controls = new HandControls();
}

let clock: ManualClock;
let state: FakeState;
let camera: ControlledCamera;
let all: AllControls;
let controls: CameraControls;
let said: string[];
const start = async () => {
  all = await AllControls.load([camera], { state, clock, report: (message) => said.push(message) });
  controls = all.of('lens-1');
  await clock.advance(0);
};
beforeEach(async () => {
  clock = new ManualClock();
  state = new FakeState();
  camera = new ControlledCamera(clock);
  said = [];
  await start();
});
afterEach(() => all[Symbol.asyncDispose]());

const set = (values: Record<string, number>, check: () => void = () => undefined) =>
  controls.set(new Map(Object.entries(values)), check);
const now = () => Object.fromEntries(camera.controls.values);
/** As if it had been without power. */
async function plugAgain(): Promise<void> {
  camera.health.set(suspended('gone'));
  for (const id of camera.controls.values.keys()) camera.controls.values.set(id, 0);
  camera.health.set(active);
  await clock.advance(0);
}

describe('What a camera is set to', () => {
  it('is set again when it comes back, and when the gateway starts', async () => {
    const found = await set({ focus: 3, zoom: 5 });
    expect(found.map(({ value }) => value)).toEqual([3, 5, 0]);
    await set({ zoom: 6 });
    await plugAgain();
    expect(now()).toEqual({ focus: 3, zoom: 6, tilt: 0 });
    await all[Symbol.asyncDispose]();
    camera = new ControlledCamera(clock);
    await start();
    expect(now()).toEqual({ focus: 3, zoom: 6, tilt: 0 });
    expect(said).toEqual([]);
  });

  it('is as it was when it cannot be kept, or whoever asks thinks it is something else', async () => {
    await set({ focus: 3 });
    state.failing = true;
    await expect(set({ focus: 4, zoom: 1 })).rejects.toMatchObject({ code: 'unavailable' });
    expect(now()).toEqual({ focus: 3, zoom: 0, tilt: 0 });
    state.failing = false;
    const stale = () => {
      throw new GatewayError('preconditionFailed', 'read it again');
    };
    await expect(set({ focus: 4 }, stale)).rejects.toMatchObject({ code: 'preconditionFailed' });
    await expect(set({ focus: 4, zoom: 10 })).rejects.toMatchObject({
      ...{ code: 'invalid', message: 'zoom is 10, expected a whole number from 0 to 9' },
    });
    expect(now()).toEqual({ focus: 3, zoom: 0, tilt: 0 });
    await plugAgain();
    expect(now()).toEqual({ focus: 3, zoom: 0, tilt: 0 });
  });

  it('is kept no more once another control decides it', async () => {
    await set({ focus: 3, zoom: 5 });
    camera.controls.inactive.add('focus');
    await set({ tilt: 1 });
    await plugAgain();
    expect(now()).toEqual({ focus: 0, zoom: 5, tilt: 1 });
  });

  it('is set again as far as the camera takes it, and what is not is told once', async () => {
    await set({ focus: 3, zoom: 5, tilt: 8 });
    camera.controls.stubborn = 'zoom';
    camera.controls.max = 7;
    await plugAgain();
    expect(now()).toEqual({ focus: 3, zoom: 0, tilt: 0 });
    await plugAgain();
    expect(said).toEqual([
      'camera lens-1 is not as it was set: tilt is 8, expected a whole number from 0 to 7; the camera does not take zoom now',
    ]);
  });

  it('is tried again while the camera does not answer yet, and told once', async () => {
    await set({ focus: 3 });
    camera.controls.broken = new GatewayError('unavailable', 'the gateway may not open it yet');
    await plugAgain();
    await clock.advance(25_000);
    expect(now()).toMatchObject({ focus: 0 });
    camera.controls.broken = undefined;
    await clock.advance(10_000);
    expect(now()).toMatchObject({ focus: 3 });
    expect(said).toEqual(['camera lens-1 is not as it was set: the gateway may not open it yet']);
  });

  it('is changed by one after the other, and by no more than can wait', async () => {
    const answers = await Promise.allSettled(Array.from({ length: 20 }, (_, at) => set({ focus: at % 10 })));
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(17);
    expect(answers.at(-1)).toMatchObject({ reason: { code: 'unavailable', message: expect.stringMatching(/try again later$/) } });
    expect(now()).toMatchObject({ focus: 6 });
  });
});

it('A camera without controls has none, and says so to whoever sets one', async () => {
  await using none = await AllControls.load([new HandCamera(clock)], { state, clock, report: () => undefined });
  expect(await none.of('lens-1').list()).toEqual([]);
  const refused = none.of('lens-1').set(new Map([['zoom', 1]]), () => undefined);
  await expect(refused).rejects.toMatchObject({ code: 'invalid', message: 'there is no control zoom: it has none' });
  expect(() => none.of('lens-2')).toThrow('there is no camera lens-2');
});
