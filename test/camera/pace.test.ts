import { describe, expect, it } from '@jest/globals';
import { Pace } from '../../src/camera/pace.js';

/** Of frames that come at these times, ms, those that are taken. */
const takenOf = (pace: Pace, times: readonly number[]) => times.filter((time) => pace.take(time));
const every = (ms: number, seconds: number, shake: (at: number) => number = () => 0) =>
  Array.from({ length: (seconds * 1000) / ms }, (_, at) => at * ms + shake(at));

describe('Pace', () => {
  it('takes all that comes when nothing is asked', () => {
    const times = [0, 0, 1, 1.5];
    expect(takenOf(new Pace(), times)).toEqual(times);
  });

  it.each([0.5, 1, 7, 10, 15, 29])('takes %d frames a second of 30', (fps) => {
    const taken = takenOf(new Pace(fps), every(1000 / 30, 60)).length;
    expect(Math.abs(taken - fps * 60)).toBeLessThanOrEqual(1);
  });

  it('loses nothing of a camera as fast as that, whose frames come early and late', () => {
    const times = every(1000 / 30, 10, (at) => (at % 3) * 5 - 5);
    expect(takenOf(new Pace(30), times)).toEqual(times);
  });

  it('does not make up for frames that did not come', () => {
    const times = [0, ...every(10, 1).map((at) => at + 60_000)];
    expect(takenOf(new Pace(10), times).length).toBeLessThanOrEqual(12);
  });
});
