import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Clock } from '../../src/clock.js';
import { ClockTrust, sureWitness } from '../../src/sensors/clock-trust.js';
import type { Point } from '../../src/sensors/history.js';
import { TimelyHistory, type TimelyParts } from '../../src/sensors/timely-history.js';
import { MemoryHistory } from '../memory-history.js';
import { SettableClock } from '../settable-clock.js';
import { openHistory, roomy } from '../store/open-history.js';
import { roomOf } from '../store/room-of.js';

const NOON = Date.parse('2026-11-21T12:00:00Z');
const SECOND = 1_000;
const MINUTE = 60_000;
const DAY = 86_400_000;
const MOST = 2_000;

/** A clock that begins in 1970, as that of a Pi does, until somebody sets it. */
class PiClock extends SettableClock {
  constructor() {
    super(0);
  }
}

let clock: PiClock;
let opened: ReturnType<typeof openHistory>;
let timely: TimelyHistory;
let life = new AbortController();
beforeEach(() => {
  clock = new PiClock();
  opened = openHistory({ ...roomy, maxHeld: MOST });
  timely = start();
});
afterEach(async () => {
  await timely[Symbol.asyncDispose]();
  opened[Symbol.dispose]();
});

/** A gateway that starts; the one before was killed, and looks at nothing any more. */
function start(parts: Partial<TimelyParts> = {}): TimelyHistory {
  life.abort();
  const { signal } = (life = new AbortController());
  const own: Clock = {
    ...{ now: () => clock.now(), monotonic: () => clock.monotonic(), sleep: (ms) => clock.sleep(ms) },
    every: (ms, task) => clock.every(ms, () => signal.aborted || task()),
  };
  const room = roomOf(opened.history);
  const history = new MemoryHistory();
  history.append = async (points) => void opened.history.append([points]);
  return new TimelyHistory({ history, room, clock: own, trust: new ClockTrust(clock, sureWitness), boot: 'this', ...parts });
}

/** As nobody vouches for the clock, which says what it did at the last shutdown. */
function startUnsure(parts: Partial<TimelyParts> = {}): TimelyHistory {
  clock.set = NOON - 3 * DAY;
  const machine = { boot: 'this', uptimeMs: () => 10 * SECOND, vouches: () => Promise.resolve(false) };
  return start({ trust: new ClockTrust(clock, machine), ...parts });
}

const point = (count: number): Point => ({ measurement: 'people', tags: {}, time: clock.now(), fields: { count } });

/** What is in the history: which, when, and whether that is what a clock said that was not set. */
function kept(): unknown[] {
  const points = ['people', 'others'].flatMap((measurement) => opened.history.query({ measurement, limit: 1000 }).points);
  return points.map(({ time, fields, tags }) => [fields.count, time, tags.clock]);
}

describe('What is measured before the clock is set', () => {
  it('is kept with the time that it was then, once that is known', async () => {
    await timely.append([point(1)]);
    await clock.advance(5 * SECOND);
    await timely.append([point(2)]);
    await clock.advance(30 * SECOND);
    expect(kept()).toEqual([]);
    clock.set = NOON;
    await timely.append([point(3)]);
    await clock.advance(SECOND);
    expect(kept()).toEqual([
      [1, NOON, undefined],
      [2, NOON + 5 * SECOND, undefined],
      [3, NOON + 35 * SECOND, undefined],
    ]);
  });

  it('is put right too when the clock is set between its time and its being kept', async () => {
    await timely.append([point(1)]);
    const [second, third] = [
      { ...point(2), time: 1 },
      { ...point(3), time: 2 },
    ];
    clock.set = NOON;
    await timely.append([second]);
    await timely.append([third]);
    await timely.append([{ ...point(4), time: NOON - MINUTE }]);
    await clock.advance(SECOND);
    expect(kept()).toEqual([
      [4, NOON - MINUTE, undefined],
      [1, NOON, undefined],
      [2, NOON + 1, undefined],
      [3, NOON + 2, undefined],
    ]);
  });

  it('is on disk as soon as it is acknowledged', async () => {
    await timely.append([point(1)]);
    expect(await timely.waiting()).toEqual([point(1)]);
  });

  it('is kept as it is, and marked, when that takes more than ten minutes', async () => {
    await timely.append([point(1)]);
    await clock.advance(10 * MINUTE - SECOND);
    expect(kept()).toEqual([]);
    await clock.advance(SECOND);
    expect([kept(), timely.counters]).toEqual([[[1, 0, 'unset']], { marked: 1, waiting: 0 }]);
  });

  it('waits on disk when the gateway stops', async () => {
    await timely.append([point(1)]);
    await timely[Symbol.asyncDispose]();
    expect([kept(), await timely.waiting()]).toEqual([[], [point(1)]]);
  });

  it('is kept at the latest when the gateway stops, if it is known by then', async () => {
    await timely.append([point(1)]);
    clock.set = NOON;
    await timely[Symbol.asyncDispose]();
    expect(kept()).toEqual([[1, NOON, undefined]]);
  });

  it('is no more than there may be: the oldest is kept as it is, and marked', async () => {
    await timely.append(Array.from({ length: MOST + 2 }, (_, at) => ({ ...point(at), time: at })));
    await clock.advance(SECOND);
    expect(kept()).toEqual([
      [0, 0, 'unset'],
      [1, 1, 'unset'],
    ]);
    expect(timely.counters).toEqual({ marked: 2, waiting: MOST });
  });

  it('is seen to wait', async () => {
    await timely.append([point(1), { ...point(2), measurement: 'others' }]);
    await clock.advance(SECOND);
    expect(timely.counters).toEqual({ marked: 0, waiting: 2 });
  });
});

describe('What is measured by a clock that may be that of the last shutdown', () => {
  beforeEach(() => {
    timely = startUnsure();
  });

  it('is kept with the time that it was, once the clock is put right', async () => {
    await timely.append([point(1)]);
    await clock.advance(90 * SECOND);
    await timely.append([point(2)]);
    clock.set += 3 * DAY;
    await clock.advance(SECOND);
    expect(kept()).toEqual([
      [1, NOON, undefined],
      [2, NOON + 90 * SECOND, undefined],
    ]);
  });

  it('is believed after two minutes, and not marked', async () => {
    await timely.append([point(1)]);
    await clock.advance(2 * MINUTE - SECOND);
    expect(kept()).toEqual([]);
    await clock.advance(2 * SECOND);
    expect(kept()).toEqual([[1, NOON - 3 * DAY, undefined]]);
  });
});

describe('When the gateway is killed meanwhile', () => {
  it('what waits is put right all the same, once', async () => {
    timely = startUnsure();
    await timely.append([point(1)]);
    await clock.advance(10 * SECOND);
    timely = startUnsure();
    await timely.append([point(2)]);
    clock.set += 3 * DAY;
    await clock.advance(SECOND);
    timely = start();
    await clock.advance(MINUTE);
    expect(kept()).toEqual([
      [1, NOON, undefined],
      [2, NOON + 10 * SECOND, undefined],
    ]);
  });

  it('and the clock is right when it starts again, too', async () => {
    await timely.append([point(1)]);
    life.abort();
    await clock.advance(20 * MINUTE);
    clock.set = NOON;
    timely = start();
    await clock.advance(SECOND);
    expect(kept()).toEqual([[1, NOON, undefined]]);
  });

  it('and the machine too, nobody will know when that was: it is marked at once', async () => {
    await timely.append([point(1)]);
    timely = start({ boot: 'another' });
    await timely.append([point(2)]);
    await clock.advance(SECOND);
    expect(kept()).toEqual([[1, 0, 'unset']]);
    expect(timely.counters).toEqual({ marked: 1, waiting: 1 });
  });
});

it('Points that come with a time of their own do not wait', async () => {
  await timely.append([{ ...point(1), time: NOON }], { prompt: true });
  expect(kept()).toEqual([[1, NOON, undefined]]);
});

it('However many wait, all of them are kept', async () => {
  await timely.append(Array.from({ length: MOST }, (_, at) => ({ ...point(at), time: at })));
  clock.set = NOON;
  await clock.advance(SECOND);
  const { points } = opened.history.query({ measurement: 'people', from: NOON + MOST - 1, limit: 10 });
  expect([points.map(({ fields }) => fields.count), timely.counters]).toEqual([[MOST - 1], { marked: 0, waiting: 0 }]);
});

it('What cannot be put on disk is an error to who waits for it', async () => {
  const room = { ...roomOf(opened.history), hold: () => Promise.reject(new Error('the disk is full')) };
  timely = start({ room });
  await expect(timely.append([point(1)])).rejects.toThrow('the disk is full');
});

it('What a disk would not take is asked of it again', async () => {
  const room = roomOf(opened.history);
  let isFull = true;
  timely = start({
    room: { ...room, release: (...asked) => (isFull ? Promise.reject(new Error('full')) : room.release(...asked)) },
  });
  await timely.append([point(1)]);
  clock.set = NOON;
  await clock.advance(3 * SECOND);
  expect(kept()).toEqual([]);
  isFull = false;
  await clock.advance(SECOND);
  expect(kept()).toEqual([[1, NOON, undefined]]);
});
