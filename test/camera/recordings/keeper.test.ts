import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { EventEmitter, once } from 'node:events';
import sharp from 'sharp';
import type { Frame } from '../../../src/camera/camera.js';
import { LiveView } from '../../../src/camera/live-view.js';
import { Keeper, type KeptByItself } from '../../../src/camera/recordings/keeper.js';
import { PreRoll } from '../../../src/camera/recordings/pre-roll.js';
import type { Recording } from '../../../src/camera/recordings/recording.js';
import { Recordings } from '../../../src/camera/recordings/recordings.js';
import { Observed } from '../../../src/events/observed.js';
import { ManualClock } from '../../manual-clock.js';
import { tempDirectory } from '../../temp-directory.js';
import { until } from '../../until.js';
import { HandCamera } from '../hand-camera.js';

const CLIP = { kind: 'CLIP', preRollS: 3, postRollS: 2, maxS: 20 } as const;
const jpeg = await sharp({ create: { width: 64, height: 48, channels: 3, background: 'teal' } })
  .jpeg()
  .toBuffer();

let dir: ReturnType<typeof tempDirectory>;
let clock: ManualClock;
let camera: HandCamera;
let view: FollowedView;
let hidden: readonly string[];
let recordings: Recordings;
let settings: Observed<KeptByItself>;
let keeper: Keeper;

beforeEach(async () => {
  dir = tempDirectory();
  clock = new ManualClock();
  camera = new HandCamera(clock, jpeg);
  view = new FollowedView(camera, { clock });
  hidden = [];
  const budget = { maxBytes: 1e8, maxCount: 100 };
  const hiddenNow = () => hidden;
  recordings = new Recordings(dir.path, { clock, report: fail, newSuffix: () => '00000000', hiddenNow, ...budget });
  await recordings.loaded;
  settings = new Observed<KeptByItself>({});
  keeper = new Keeper(view, settings, { recordings, clock, report: fail, preRollMaxBytes: 1e6 });
});
afterEach(async () => {
  await keeper[Symbol.asyncDispose]();
  await recordings[Symbol.asyncDispose]();
  await view[Symbol.asyncDispose]();
  dir[Symbol.dispose]();
});

describe('what moves', () => {
  it('is kept with what was before it and after it', async () => {
    settings.set({ recording: CLIP });
    await see(6);
    const begunAt = clock.now();
    keeper.moved('door', true);
    await until(() => Promise.resolve(kept().some(({ frames }) => frames >= 4)));
    await see(4);
    keeper.moved('door', false);
    await see(3);
    await until(() => Promise.resolve(kept()[0]?.state === 'COMPLETE'));
    const [clip, ...others] = kept();
    expect(others).toEqual([]);
    expect(clip).toMatchObject({ kind: 'CLIP', cause: 'MOTION' });
    expect(begunAt - (clip?.begunAt ?? 0)).toBe(3000);
    expect((clip?.endedAt ?? 0) - begunAt).toBe(5000);
    expect(clip?.frames).toBe(9);
  });

  it('again before the clip has ended is in the same clip, and in the next when that is full', async () => {
    settings.set({ recording: { ...CLIP, preRollS: 0, maxS: 6 } });
    await look();
    keeper.moved('door', true);
    await exposeUntil(() => kept().length === 1);
    keeper.moved('door', false);
    await see(1);
    keeper.moved('window', true);
    await see(3);
    expect(kept()).toHaveLength(1);
    await see(3);
    await exposeUntil(() => kept().length === 2 && kept()[1]?.state === 'COMPLETE');
    expect(kept()[0]?.state).toBe('RECORDING');
    settings.set({});
    await until(() => Promise.resolve(kept()[0]?.state === 'COMPLETE'));
  });

  it('is kept however much clients record', async () => {
    settings.set({ recording: CLIP });
    const { signal } = new AbortController();
    const clips = Promise.allSettled(Array.from({ length: 5 }, () => keeper.recorder.clip({ cause: 'REQUEST' }, 60_000, signal)));
    await exposeUntil(() => kept().length === 4);
    const refused = (await clips).filter(({ status }) => status === 'rejected');
    expect(refused).toMatchObject([{ reason: { code: 'unavailable' } }]);
    keeper.moved('door', true);
    await exposeUntil(() => kept().some(({ cause }) => cause === 'MOTION'));
  });

  it('leaves nothing where nothing is to be kept, and a still where that is', async () => {
    keeper.moved('door', true);
    keeper.moved('door', false);
    settings.set({ recording: { ...CLIP, kind: 'STILL' } });
    keeper.moved('door', true);
    await exposeUntil(() => kept().length === 1);
    expect(kept()[0]).toMatchObject({ kind: 'STILL', cause: 'MOTION', state: 'COMPLETE' });
  });

  it('shows nothing from before a change of the configuration', async () => {
    settings.set({ recording: CLIP });
    await see(3);
    settings.set({ recording: { ...CLIP } });
    const changedAt = clock.now();
    await clock.advance(1000);
    keeper.moved('door', true);
    await exposeUntil(() => kept().length === 1);
    expect(kept()[0]?.begunAt).toBeGreaterThan(changedAt);
  });
});

describe('what is hidden', () => {
  it('is in no clip that goes on when that changes: what moves still is in the next', async () => {
    settings.set({ recording: CLIP });
    await see(3);
    keeper.moved('door', true);
    await until(() => Promise.resolve(kept()[0]?.frames === 3));
    hidden = ['door'];
    settings.set({ recording: { ...CLIP } });
    await exposeUntil(() => kept().length === 2 && kept()[1]?.state === 'COMPLETE');
    expect(kept().map((one) => one.hidden)).toEqual([['door'], []]);
    expect(kept().map((one) => recordings.given.isWithheld(one))).toEqual([false, true]);
  });

  it('is not before a clip either', async () => {
    settings.set({ recording: CLIP });
    await look();
    const hide = new AbortController();
    const before = camera.expose(undefined, { retracted: hide.signal });
    await view.taken(before);
    const after = camera.expose(before.capturedAt + 1);
    await view.taken(after);
    hide.abort();
    keeper.moved('door', true);
    await exposeUntil(() => kept().length === 1);
    expect(kept()[0]?.begunAt).toBe(after.capturedAt);
  });

  it('in a time-lapse begins another', async () => {
    settings.set({ timeLapse: { everyS: 20 } });
    await exposeUntil(() => sum(kept()) === 1);
    hidden = ['door'];
    for (const images of [1, 2]) {
      await clock.advance(20_000);
      await exposeUntil(() => kept().some(({ state }) => state === 'CUT_SHORT') && sum(kept()) >= images);
    }
    expect(kept().map(({ hidden, frames, state }) => [hidden, frames, state])).toEqual([
      [['door'], 1, 'RECORDING'],
      [[], 1, 'CUT_SHORT'],
    ]);
  });
});

describe('a time-lapse', () => {
  it('keeps the images of a day in one recording', async () => {
    await clock.advance(11 * 3_600_000 + 59 * 60_000);
    settings.set({ timeLapse: { everyS: 20 } });
    for (let n = 1; n <= 5; n++) {
      await exposeUntil(() => sum(kept()) === n);
      await clock.advance(20_000);
    }
    settings.set({});
    await until(() => Promise.resolve(kept()[0]?.state === 'COMPLETE'));
    expect(kept().map(({ kind, cause, frames, state }) => [kind, cause, frames, state])).toEqual([
      ['TIME_LAPSE', 'SCHEDULE', 2, 'COMPLETE'],
      ['TIME_LAPSE', 'SCHEDULE', 3, 'COMPLETE'],
    ]);
    expect(camera.running).toBeLessThanOrEqual(1);
  });
});

describe('the images of before', () => {
  it('are those of the last seconds, and no more than fit', () => {
    const at = (capturedAt: number, bytes = 10) => ({ jpeg: new Uint8Array(bytes), capturedAt, sequence: capturedAt });
    const preRoll = new PreRoll(1000, 35);
    for (const time of [0, 500, 1000, 1500]) preRoll.put(at(time));
    expect(preRoll.take().map(({ capturedAt }) => capturedAt)).toEqual([500, 1000, 1500]);
    expect(preRoll.take()).toEqual([]);
    for (const time of [0, 10, 20, 30]) preRoll.put(at(time));
    expect(preRoll.take().map(({ capturedAt }) => capturedAt)).toEqual([10, 20, 30]);
    preRoll.put(at(0, 100));
    expect(preRoll.take()).toEqual([]);
  });
});

function kept(): Recording[] {
  return recordings.list('lens-1');
}

function sum(all: readonly Recording[]): number {
  return all.reduce((total, { frames }) => total + frames, 0);
}

/** Waits until the camera is looked through. */
async function look(): Promise<void> {
  if (settings.value.recording?.preRollS) await until(() => Promise.resolve(camera.running === 1));
}

/** An image a second, each where it belongs before the next. */
async function see(images: number): Promise<void> {
  await look();
  for (let n = 0; n < images; n++) {
    await clock.advance(1000);
    await view.taken(camera.expose());
  }
}

/** Tells when an image is where it belongs: whoever keeps it asks for the next. */
class FollowedView extends LiveView {
  private readonly followers = new Set<{ last: number }>();
  private readonly events = new EventEmitter();

  override async *frames(signal: AbortSignal): AsyncGenerator<Frame, void> {
    const follower = { last: -1 };
    this.followers.add(follower);
    try {
      for await (const frame of super.frames(signal)) {
        yield frame;
        follower.last = frame.sequence;
        this.events.emit('asked');
      }
    } finally {
      this.followers.delete(follower);
      this.events.emit('asked');
    }
  }

  async taken({ sequence }: Frame): Promise<void> {
    while ([...this.followers].some(({ last }) => last < sequence)) await once(this.events, 'asked');
  }
}

/** Images at the same moment, until what is waited for is there. */
async function exposeUntil(holds: () => boolean): Promise<void> {
  await until(async () => {
    if (holds()) return true;
    await clock.advance(0);
    if (camera.running === 1) camera.expose();
    return holds();
  });
}

function fail(message: string): void {
  throw new Error(message);
}
