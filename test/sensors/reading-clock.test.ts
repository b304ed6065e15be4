import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ReadingClock, SLEWED_MS } from '../../src/sensors/reading-clock.js';
import { SettableClock } from '../settable-clock.js';

const HOUR = 3_600_000;
const YEAR = 365 * 24 * HOUR;

function setUp() {
  const wall = new SettableClock();
  const reports: string[] = [];
  const began = wall.now();
  const clock = new ReadingClock(wall, (message) => reports.push(message));
  /** ms since it began */
  const own = () => clock.now() - began;
  return { wall, clock, reports, began, own };
}

describe('The clock of readings', () => {
  it("is the machine's as long as that goes on", async () => {
    const { wall, clock } = setUp();
    for (const ms of [1, 999, 0, 86_400_000]) {
      await wall.advance(ms);
      expect(clock.now()).toBe(wall.now());
      expect(clock.monotonic()).toBe(wall.monotonic());
    }
    expect(clock.steps).toBe(0);
  });

  it.each([1, 500, HOUR, 50 * YEAR])('follows a step forward of %i ms at once', (ms) => {
    const { wall, own } = setUp();
    wall.set = ms;
    expect(own()).toBe(ms);
  });

  it('goes on at half speed after a step back, until it is caught up with', async () => {
    const { wall, clock, own } = setUp();
    wall.set = -10_000;
    const seen = [own()];
    for (let s = 0; s < 24; s += 4) {
      await wall.advance(4_000);
      seen.push(own());
    }
    expect(seen).toEqual([0, 2_000, 4_000, 6_000, 8_000, 10_000, 14_000]);
    expect(clock.now()).toBe(wall.now());
  });

  it('is the same however often it is looked at', async () => {
    const [often, seldom] = [setUp(), setUp()];
    for (const { wall } of [often, seldom]) wall.set = -10_000;
    seldom.own();
    for (let ms = 0; ms < 9_999; ms++) {
      await often.wall.advance(1);
      often.own();
    }
    await seldom.wall.advance(9_999);
    expect(often.own()).toBe(seldom.own());
    expect(seldom.own()).toBe(4_999);
  }, 20_000);

  it('is caught up with after twice the step', async () => {
    const { wall, clock } = setUp();
    wall.set = -HOUR;
    clock.now();
    await wall.advance(2 * HOUR - 2);
    expect(clock.now() - wall.now()).toBe(1);
    await wall.advance(2);
    expect(clock.now()).toBe(wall.now());
  });

  it('goes on after a step back of an hour, and believes one that is longer', () => {
    const [hour, more] = [setUp(), setUp()];
    hour.wall.set = -SLEWED_MS;
    expect(hour.own()).toBe(0);
    more.wall.set = -SLEWED_MS - 1;
    expect(more.own()).toBe(-SLEWED_MS - 1);
  });

  it('believes several steps back that come to more than an hour', async () => {
    const { wall, own } = setUp();
    wall.set = -0.75 * HOUR;
    await wall.advance(1_000);
    expect(own()).toBe(500);
    wall.set = -1.5 * HOUR;
    await wall.advance(1_000);
    expect(own()).toBe(2_000 - 1.5 * HOUR);
  });

  it('jumps over what is left of a step back when the clock is put forward again', async () => {
    const { wall, own } = setUp();
    wall.set = -HOUR;
    await wall.advance(1_000);
    expect(own()).toBe(500);
    wall.set = 0;
    expect(own()).toBe(1_000);
    wall.set = HOUR;
    expect(own()).toBe(HOUR + 1_000);
  });

  it('goes on from where readings of before the start were, unless these are of a clock that was wrong', () => {
    const { wall, clock, began, own } = setUp();
    clock.goOnFrom(began + HOUR + 1);
    clock.goOnFrom(began + YEAR);
    expect(own()).toBe(0);
    clock.goOnFrom(began + HOUR);
    clock.goOnFrom(began - YEAR);
    expect(own()).toBe(HOUR);
    wall.set = 2 * HOUR;
    expect(own()).toBe(2 * HOUR);
  });

  it('counts steps of more than a second, and tells of those of more than a minute, once a minute', async () => {
    const { wall, clock, reports } = setUp();
    const step = async (ms: number) => {
      wall.set += ms;
      clock.now();
      await wall.advance(1_000);
      clock.now();
    };
    for (const ms of [1_000, -1_000, 1_001, -1_001, 59_999]) await step(ms);
    expect([clock.steps, reports]).toEqual([3, []]);
    await step(86_400_000);
    await step(-86_400_000);
    expect([clock.steps, reports]).toEqual([5, ["the machine's clock was put forward by 86400 s"]]);
    await wall.advance(60_000);
    await step(-120_000);
    expect([clock.steps, reports.slice(1)]).toEqual([6, ["the machine's clock was put back by 120 s"]]);
  });

  it('never goes back but where a step of more than an hour was believed, is never further ahead, and comes to be right', async () => {
    const step = fc.oneof(
      fc.integer({ min: -5_000, max: 5_000 }),
      fc.integer({ min: -2 * HOUR, max: 2 * HOUR }),
      fc.integer({ min: -60 * YEAR, max: 60 * YEAR }),
      fc.constantFrom(0, -HOUR, -HOUR - 1, -1, 1),
    );
    const moves = fc.array(fc.tuple(step, fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 3 * HOUR }))), { maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(moves, async (all) => {
        const { wall, clock } = setUp();
        let before = clock.now();
        for (const [set, ms] of all) {
          wall.set += set;
          await wall.advance(ms);
          const [now, machine] = [clock.now(), wall.now()];
          expect(now).toBeGreaterThanOrEqual(machine);
          expect(now - machine).toBeLessThanOrEqual(HOUR);
          if (now - before < Math.floor(ms / 2)) expect([now, before + ms - machine > HOUR]).toEqual([machine, true]);
          before = now;
        }
        await wall.advance(2 * HOUR);
        expect(clock.now()).toBe(wall.now());
      }),
      { numRuns: 200 },
    );
  });
});
