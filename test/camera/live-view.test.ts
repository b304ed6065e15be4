import { beforeEach, describe, it, expect } from '@jest/globals';
import type { Frame } from '../../src/camera/camera.js';
import { LiveView } from '../../src/camera/live-view.js';
import { GatewayError } from '../../src/errors.js';
import { active, suspended } from '../../src/registry/health.js';
import { ManualClock } from '../manual-clock.js';
import { HandCamera } from './hand-camera.js';

const never = new AbortController().signal;
const gone = new GatewayError('unavailable', 'the lens is gone');
/** A machine whose clock is set while time goes on. */
class ClockThatIsSet extends ManualClock {
  aheadMs = 0;

  override now(): number {
    return super.now() + this.aheadMs;
  }
}

let clock: ClockThatIsSet;
let camera: HandCamera;
let view: LiveView;

beforeEach(() => {
  clock = new ClockThatIsSet();
  camera = new HandCamera(clock);
  view = new LiveView(camera, { clock, maxReaders: 3, maxWaiting: 3 });
});

describe('LiveView', () => {
  it('captures once for many readers, and not before the first', async () => {
    expect(camera.begun).toBe(0);
    const readers = [read(), read(), read()];
    const waiting = view.next(never);
    await clock.advance(0);
    const frame = await show();
    expect(readers.map(({ seen }) => seen)).toEqual([[frame], [frame], [frame]]);
    expect(await waiting).toBe(frame);
    expect(camera.begun).toBe(1);
  });

  it('lets a slow reader miss frames, and delays nobody for it', async () => {
    const slow = view.watch(never);
    const first = slow.next();
    const quick = read();
    await clock.advance(0);
    const frames = [await show(), await show(), await show()];
    expect((await first).value).toMatchObject({ frame: frames[0] });
    expect(quick.seen).toEqual(frames);
    expect((await slow.next()).value).toMatchObject({ frame: frames[2] });
  });

  it('tells a slow reader how many frames it missed', async () => {
    const slow = view.watch(never);
    const first = slow.next();
    await clock.advance(0);
    const frames = [await show(), await show(), await show()];
    expect((await first).value).toEqual({ frame: frames[0], missed: 0 });
    expect((await slow.next()).value).toEqual({ frame: frames[2], missed: 1 });
    const last = slow.next();
    const fourth = await show();
    expect((await last).value).toEqual({ frame: fourth, missed: 0 });
  });

  it('gives so many frames a second as a reader wants, and the newest to one who is slow as well', async () => {
    const slow = view.watch(never, 10);
    const first = slow.next();
    await clock.advance(0);
    const frames: Frame[] = [];
    for (let at = 0; at < 11; at++) {
      frames.push(await show());
      await clock.advance(25);
    }
    expect((await first).value).toEqual({ frame: frames[0], missed: 0 });
    // of the frames after 100 and 200 ms it would have got each; since then there is a newer one
    expect((await slow.next()).value).toEqual({ frame: frames[10], missed: 1 });
  });

  it('counts what comes, and what each reader takes', async () => {
    read();
    const slow = view.watch(never);
    await Promise.all([slow.next(), clock.advance(0).then(() => show())]);
    for (let at = 0; at < 3; at++) await show();
    await clock.advance(1000);
    expect(view.capturedFps).toBe(4);
    expect(view.readerFps).toEqual([4, 1]);
    await clock.advance(1000);
    expect(view.capturedFps).toBe(0);
  });

  it('ends the capture a while after the last has gone', async () => {
    const [one, other] = [read(), read()];
    await clock.advance(0);
    one.stop.abort();
    await clock.advance(60_000);
    expect(camera.running).toBe(1);
    other.stop.abort();
    await clock.advance(4999);
    expect(camera.running).toBe(1);
    await clock.advance(1);
    expect(camera.running).toBe(0);
    expect(view.isCapturing).toBe(false);
  });

  it('goes on with a frame a second while nobody looks at a camera that is kept warm, and quickly when somebody comes', async () => {
    view = new LiveView(camera, { clock, keepWarm: true });
    await clock.advance(0);
    const first = await show();
    const second = await show();
    expect(view.kept).toBe(first);
    await clock.advance(1000);
    expect(view.kept).toBe(second);
    const waiting = view.next(never);
    await clock.advance(0);
    const third = await show();
    expect(await waiting).toBe(third);
    await clock.advance(4999);
    await show();
    const quick = await show();
    expect(view.kept).toBe(quick);
    await clock.advance(1);
    await show();
    const slow = view.kept;
    await show();
    expect(view.kept).toBe(slow);
    expect(slow).not.toBe(quick);
    expect([camera.begun, camera.running]).toEqual([1, 1]);
    await view[Symbol.asyncDispose]();
    expect(camera.running).toBe(0);
  });

  it('begins again at a camera that is kept warm when it has died, though nobody looks', async () => {
    view = new LiveView(camera, { clock, keepWarm: true });
    await clock.advance(0);
    camera.die(gone);
    await clock.advance(500);
    expect([camera.begun, camera.running]).toEqual([2, 1]);
    await view[Symbol.asyncDispose]();
  });

  it('rests between its attempts at a broken camera that is kept warm', async () => {
    camera.broken = gone;
    view = new LiveView(camera, { clock, keepWarm: true });
    for (let s = 0; s < 600; s++) await clock.advance(1000);
    // after 0.5, 1, 2, 4 and 8 s, then every 10 s
    expect(camera.begun).toBeGreaterThan(60);
    expect(camera.begun).toBeLessThan(66);
    await view[Symbol.asyncDispose]();
  });

  it('shows who comes in the breath in which a capture is given up the next one', async () => {
    const one = read();
    await clock.advance(0);
    one.stop.abort();
    const idle = clock.advance(5000);
    const [other, waiting] = [read(), view.next(never)];
    await idle;
    await clock.advance(0);
    const frame = await show();
    expect([other.seen, await waiting]).toEqual([[frame], frame]);
    expect(camera.running).toBe(1);
  });

  it('goes on with the same capture when somebody comes before it ends', async () => {
    const one = read();
    await clock.advance(0);
    one.stop.abort();
    await clock.advance(4000);
    const other = read();
    await clock.advance(4000);
    const frame = await show();
    expect(other.seen).toEqual([frame]);
    expect(camera.begun).toBe(1);
  });

  it('goes on with the same capture for who comes after one who left twice', async () => {
    const one = view.follow(() => undefined);
    await clock.advance(0);
    one[Symbol.dispose]();
    one[Symbol.dispose]();
    await clock.advance(4000);
    read();
    await clock.advance(4000);
    expect([camera.begun, camera.running]).toEqual([1, 1]);
  });

  it('gives a frame exposed after the call, the same to all who wait', async () => {
    const early = clock.now();
    const [one, other] = [view.next(never), view.next(never)];
    await clock.advance(10);
    const late = view.next(never);
    const first = await show(early + 5);
    expect(await Promise.all([one, other])).toEqual([first, first]);
    await clock.advance(10);
    const second = await show();
    expect(await late).toBe(second);
  });

  it('takes the second frame to come when the clock was set back meanwhile', async () => {
    const waiting = view.next(never);
    await clock.advance(0);
    await show(0);
    const second = await show(200);
    expect(await waiting).toBe(second);
  });

  it('answers with the kept frame while that is young enough', async () => {
    const first = view.next(never);
    await clock.advance(0);
    const frame = await show();
    await first;
    await clock.advance(1000);
    expect(await view.snapshot({ signal: never, maxAgeMs: 1000 })).toBe(frame);
    expect(view.kept).toBe(frame);
    await clock.advance(1);
    const fresh = view.snapshot({ signal: never, maxAgeMs: 1000 });
    const unconditional = view.snapshot({ signal: never });
    await clock.advance(0);
    const next = await show();
    expect(await Promise.all([fresh, unconditional])).toEqual([next, next]);
  });

  it('does not take a frame for young because its time lies ahead', async () => {
    const first = view.next(never);
    await clock.advance(0);
    await show(clock.now() + 3_600_000);
    await first;
    await clock.advance(1001);
    const fresh = view.snapshot({ signal: never, maxAgeMs: 1000 });
    await clock.advance(0);
    const next = await show();
    expect(await fresh).toBe(next);
  });

  it('does not take a frame for young that was long on its way', async () => {
    read();
    await clock.advance(0);
    await show(clock.now() - 5000);
    const fresh = view.snapshot({ signal: never, maxAgeMs: 1000 });
    const next = await show();
    expect(await fresh).toBe(next);
  });

  it('gives up waiting after a while, or when the caller has gone', async () => {
    const late = expect(view.next(never, 3000)).rejects.toMatchObject({ code: 'timeout' });
    const stop = new AbortController();
    const left = expect(view.next(stop.signal)).rejects.toMatchObject({ code: 'unavailable' });
    stop.abort();
    await left;
    await clock.advance(3000);
    await late;
    await clock.advance(5000);
    expect(camera.running).toBe(0);
  });

  it('goes on for whoever looks, however often somebody before has left', async () => {
    const gone = view.follow(() => undefined);
    await clock.advance(0);
    gone[Symbol.dispose]();
    gone[Symbol.dispose]();
    await clock.advance(4000);
    const reader = read();
    await clock.advance(4000);
    expect(await show()).toBe(reader.seen.at(-1));
    expect(camera.begun).toBe(1);
  });

  it('refuses more readers or callers than it is made for, until one leaves', async () => {
    const readers = [read(), read(), read()];
    await clock.advance(0);
    await expect(view.watch(never).next()).rejects.toMatchObject({
      code: 'unavailable',
      message: expect.stringContaining('3 watch'),
      retryAfterMs: 1_000,
    });
    readers[0]?.stop.abort();
    await clock.advance(0);
    expect(view.readerCount).toBe(2);
    const waiting = [view.next(never), view.next(never), view.next(never)];
    await expect(view.next(never)).rejects.toMatchObject({ code: 'unavailable', retryAfterMs: 1_000 });
    await show();
    await Promise.all(waiting);
  });

  it('never says that a frame is younger than it is, though the clock of the machine is set', async () => {
    const first = view.next(never);
    await clock.advance(0);
    const frame = await show();
    await first;
    await clock.advance(700);
    expect(view.ageOf(frame)).toBe(700);
    clock.aheadMs = -3_600_000;
    expect(view.ageOf(frame)).toBe(700);
    expect(view.recent(700)).toBe(frame);
    clock.aheadMs = 3_600_000;
    expect(view.ageOf(frame)).toBe(3_600_700);
    expect(view.recent(3_600_000)).toBeUndefined();
  });

  it('begins again when the capture dies, and those who watch see the next frame', async () => {
    const reader = read();
    await clock.advance(0);
    const before = await show();
    camera.die(gone);
    await clock.advance(499);
    expect(camera.begun).toBe(1);
    const waiting = view.next(never);
    await clock.advance(1);
    expect(camera.begun).toBe(2);
    const after = await show();
    expect(reader.seen).toEqual([before, after]);
    expect(await waiting).toBe(after);
  });

  it('tries ever less often, and not at all once nobody waits', async () => {
    const reader = read();
    await clock.advance(0);
    await show();
    camera.broken = gone;
    camera.die(gone);
    await clock.advance(500 + 1000 + 2000 + 4000 + 8000 + 10_000 + 10_000);
    expect(camera.begun).toBe(8);
    reader.stop.abort();
    await clock.advance(60_000);
    expect(camera.begun).toBe(8);
  });

  it('forgets how often a camera failed once it has worked for as long as it was wanted', async () => {
    camera.broken = gone;
    for (const pause of [500, 1000, 2000]) {
      await expect(view.next(never)).rejects.toBe(gone);
      await clock.advance(pause);
    }
    camera.broken = undefined;
    const picture = view.next(never);
    await clock.advance(0);
    await show();
    await picture;
    await clock.advance(5000);
    expect(camera.running).toBe(0);
    camera.broken = gone;
    await expect(view.next(never)).rejects.toBe(gone);
    const begun = camera.begun;
    await clock.advance(500);
    await expect(view.next(never)).rejects.toBe(gone);
    expect(camera.begun).toBe(begun + 1);
  });

  it('says at once why there is no picture, and asks a dead camera no more often for it', async () => {
    camera.broken = gone;
    await expect(view.next(never)).rejects.toBe(gone);
    await expect(view.watch(never).next()).rejects.toBe(gone);
    await expect(view.next(never)).rejects.toBe(gone);
    expect(camera.begun).toBe(1);
    await clock.advance(500);
    await expect(view.next(never)).rejects.toBe(gone);
    expect(camera.begun).toBe(2);
  });

  it('tries at once when the camera is back', async () => {
    camera.broken = gone;
    camera.health.set(suspended('gone'));
    await expect(view.next(never)).rejects.toBe(gone);
    camera.broken = undefined;
    camera.health.set(active);
    const waiting = view.next(never);
    await clock.advance(0);
    const frame = await show();
    expect(await waiting).toBe(frame);
  });

  it('tries a camera that its failure left SUSPENDED once a minute, until it is ACTIVE, though nobody looks', async () => {
    await leaveSuspended();
    await clock.advance(59_000);
    expect(camera.begun).toBe(1);
    await clock.advance(60 * 60_000);
    expect(camera.begun).toBeGreaterThan(50);
    expect(camera.begun).toBeLessThanOrEqual(61);
    camera.broken = undefined;
    const { begun } = camera;
    while (camera.begun === begun) await clock.advance(1000);
    expect(camera.begun).toBe(begun + 1);
    camera.health.set(active);
    await show();
    await clock.advance(5000);
    expect(camera.running).toBe(0);
    await clock.advance(60 * 60_000);
    expect(camera.begun).toBe(begun + 1);
  });

  it('tries again also when somebody came meanwhile and left before the next capture', async () => {
    const reader = read();
    await clock.advance(0);
    await show();
    camera.health.set(suspended('busy'));
    camera.broken = gone;
    camera.die(gone);
    await clock.advance(0);
    reader.stop.abort();
    await clock.advance(300);
    const other = read();
    other.stop.abort();
    await clock.advance(61_000);
    expect(camera.begun).toBe(2);
  });

  it('does not try a camera that never failed, is ACTIVE again, or whose view is closed', async () => {
    camera.health.set(suspended('unplugged'));
    await clock.advance(600_000);
    expect(camera.begun).toBe(0);
    await leaveSuspended();
    camera.health.set(active);
    camera.health.set(suspended('unplugged'));
    await clock.advance(600_000);
    expect(camera.begun).toBe(1);
    await leaveSuspended();
    await view[Symbol.asyncDispose]();
    await clock.advance(600_000);
    expect(camera.begun).toBe(2);
  });

  it('sends its readers away when a camera stays lost', async () => {
    const reader = read();
    await clock.advance(0);
    await show();
    camera.broken = gone;
    camera.die(gone);
    await clock.advance(59_000);
    expect(reader.error).toBeUndefined();
    await clock.advance(12_000);
    expect(reader.error).toBe(gone);
    expect(view.readerCount).toBe(0);
  });

  it('ends readers quietly and turns callers away when it is closed', async () => {
    const reader = read();
    const waiting = expect(view.next(never)).rejects.toMatchObject({ code: 'unavailable' });
    await clock.advance(0);
    await view[Symbol.asyncDispose]();
    await waiting;
    await reader.ended;
    expect(reader.error).toBeUndefined();
    expect(camera.running).toBe(0);
    await expect(view.next(never)).rejects.toMatchObject({ code: 'unavailable' });
  });
});

/** A capture that fails with nobody left to look, and the health that says so. */
async function leaveSuspended(): Promise<void> {
  camera.broken = gone;
  camera.health.set(suspended('busy'));
  await expect(view.next(never)).rejects.toBe(gone);
}

interface Reading {
  seen: Frame[];
  stop: AbortController;
  error?: unknown;
  ended: Promise<void>;
}

/** A reader that takes every frame as soon as it comes. */
function read(): Reading {
  const reading: Reading = { seen: [], stop: new AbortController(), ended: Promise.resolve() };
  const run = async (): Promise<void> => {
    for await (const { frame } of view.watch(reading.stop.signal)) reading.seen.push(frame);
  };
  reading.ended = run().catch((error: unknown) => void (reading.error = error));
  return reading;
}

async function show(capturedAt?: number): Promise<Frame> {
  const frame = camera.expose(capturedAt);
  await clock.advance(0);
  return frame;
}
