import { expect, it } from '@jest/globals';
import type { Point } from '../../src/sensors/history.js';
import { ClockTrust, sureWitness } from '../../src/sensors/clock-trust.js';
import { TimelyHistory } from '../../src/sensors/timely-history.js';
import { ManualClock } from '../manual-clock.js';
import { MemoryHistory } from '../memory-history.js';

const NOON = Date.parse('2026-11-21T12:00:00Z');

/** A clock that begins in 1970, as that of a Pi does, until somebody sets it. */
class UnsetClock extends ManualClock {
  ahead = 0;
  constructor() {
    super(0);
  }
  override now(): number {
    return super.now() + this.ahead;
  }
}

function setUp(most?: number) {
  const clock = new UnsetClock();
  const history = new MemoryHistory();
  const trust = new ClockTrust(clock, sureWitness);
  const timely = new TimelyHistory(history, clock, trust, most);
  const point = (count: number): Point => ({ measurement: 'm', tags: {}, time: clock.now(), fields: { count } });
  const kept = () => history.points.map(({ time, fields, tags }) => [fields.count, time, tags.clock]);
  return { clock, history, timely, point, kept };
}

it('What is measured before the clock is set is kept with the time that it was then, once that is known', async () => {
  const { clock, timely, point, kept } = setUp();
  const answers = [timely.append([point(1)])];
  await clock.advance(5_000);
  answers.push(timely.append([point(2)]));
  await clock.advance(30_000);
  expect(kept()).toEqual([]);
  clock.ahead = NOON;
  answers.push(timely.append([point(3)]));
  await Promise.all(answers);
  expect(kept()).toEqual([
    [1, NOON, undefined],
    [2, NOON + 5_000, undefined],
    [3, NOON + 35_000, undefined],
  ]);
});

it('It is kept within a second of that also when nothing more is measured', async () => {
  const { clock, timely, point, kept } = setUp();
  void timely.append([point(1)]);
  clock.ahead = NOON;
  await clock.advance(1_000);
  expect(kept()).toEqual([[1, NOON, undefined]]);
});

it('What has waited ten minutes is kept as it is, and marked', async () => {
  const { clock, timely, point, kept } = setUp();
  const answer = timely.append([point(1)]);
  await clock.advance(599_000);
  expect(kept()).toEqual([]);
  await clock.advance(1_000);
  await answer;
  expect(kept()).toEqual([[1, 0, 'unset']]);
});

it('What waits when the gateway stops is kept too, and marked', async () => {
  const { timely, point, kept } = setUp();
  const answer = timely.append([point(1)]);
  await timely[Symbol.asyncDispose]();
  await answer;
  expect(kept()).toEqual([[1, 0, 'unset']]);
});

it('No more waits than may: the oldest is kept as it is, and marked', async () => {
  const { timely, point, clock, kept } = setUp(2);
  const answers = [1, 2, 3].map((count) => timely.append([point(count)]));
  await answers[0];
  expect(kept()).toEqual([[1, 0, 'unset']]);
  clock.ahead = NOON;
  await clock.advance(1_000);
  await Promise.all(answers);
  expect(kept().slice(1)).toEqual([
    [2, NOON, undefined],
    [3, NOON, undefined],
  ]);
});

it('It is seen how many were marked', async () => {
  const { clock, timely, point } = setUp();
  const answer = timely.append([point(1), point(2)]);
  await clock.advance(600_000);
  await answer;
  expect(timely.marked).toBe(2);
  clock.ahead = NOON;
  await clock.advance(1_000);
  expect(timely.marked).toBe(2);
});

it('Points that come with a time of their own do not wait', async () => {
  const { timely, point, kept } = setUp();
  await timely.append([{ ...point(1), time: NOON }], { prompt: true });
  expect(kept()).toEqual([[1, NOON, undefined]]);
});

it('What cannot be kept in the end is an error to who waits for it', async () => {
  const { clock, history, timely, point } = setUp();
  const answer = timely.append([point(1)]);
  history.broken = new Error('the disk is full');
  clock.ahead = NOON;
  const refused = expect(answer).rejects.toThrow('the disk is full');
  await clock.advance(1_000);
  await refused;
});
