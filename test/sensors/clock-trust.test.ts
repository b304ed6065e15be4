import { describe, expect, it } from '@jest/globals';
import { ClockTrust, type ClockWitness } from '../../src/sensors/clock-trust.js';
import { SettableClock } from '../settable-clock.js';

const SECOND = 1_000;
const MINUTE = 60_000;
const DAY = 86_400_000;

/** A machine that is up for ten seconds, its clock at a time that is possible, and nobody who vouches for it. */
function setUp(witness: Partial<ClockWitness> = {}) {
  const clock = new SettableClock();
  const reports: string[] = [];
  const machine = {
    boot: 'this',
    uptimeMs: () => 10 * SECOND + clock.monotonic(),
    vouches: () => Promise.resolve(false),
    ...witness,
  };
  const trust = new ClockTrust(clock, machine, (message) => reports.push(message));
  return { clock, trust, reports };
}

describe('A clock at a possible time is believed', () => {
  it('when who knows the time says so', async () => {
    let isSynchronised = false;
    const { clock, trust } = setUp({ vouches: () => Promise.resolve(isSynchronised) });
    await clock.advance(20 * SECOND);
    expect(trust.isTrusted).toBe(false);
    isSynchronised = true;
    await clock.advance(6 * SECOND);
    expect([trust.isTrusted, trust.health.value]).toEqual([true, { state: 'ACTIVE' }]);
  });

  it('at once, when that is so already, and nothing is said of it', async () => {
    const { clock, trust, reports } = setUp({ vouches: () => Promise.resolve(true) });
    await clock.advance(0);
    expect(trust.isTrusted).toBe(true);
    await clock.advance(MINUTE);
    expect(reports).toEqual([]);
  });

  it('at once on a machine that is up for ten minutes', () => {
    const { trust, reports } = setUp({ uptimeMs: () => 10 * MINUTE });
    expect([trust.isTrusted, trust.health.value, reports]).toEqual([true, { state: 'ACTIVE' }, []]);
  });

  it('when the machine has been up for that long meanwhile', async () => {
    let up = 9.5 * MINUTE;
    const { clock, trust } = setUp({ uptimeMs: () => up });
    await clock.advance(29 * SECOND);
    expect(trust.isTrusted).toBe(false);
    up = 10 * MINUTE;
    await clock.advance(SECOND);
    expect(trust.isTrusted).toBe(true);
  });

  it.each([3 * DAY, -3 * DAY, 6 * SECOND])('when it is set, as a step of %i ms shows', async (ms) => {
    const { clock, trust } = setUp();
    await clock.advance(20 * SECOND);
    clock.set += ms;
    await clock.advance(SECOND);
    expect(trust.isTrusted).toBe(true);
  });

  it('after two minutes, when nobody says anything', async () => {
    const { clock, trust } = setUp({ vouches: () => new Promise(() => undefined) });
    await clock.advance(2 * MINUTE - SECOND);
    expect(trust.isTrusted).toBe(false);
    await clock.advance(SECOND);
    expect(trust.isTrusted).toBe(true);
  });
});

describe('It is not', () => {
  it('because it runs a little fast', async () => {
    const { clock, trust } = setUp();
    for (let second = 0; second < 100; second++) {
      clock.set += 4 * SECOND;
      await clock.advance(SECOND);
    }
    expect(trust.isTrusted).toBe(false);
  });

  it('because those who are asked fail', async () => {
    const { clock, trust, reports } = setUp({ vouches: () => Promise.reject(new Error('no bus')) });
    await clock.advance(MINUTE);
    expect([trust.isTrusted, reports.length]).toEqual([false, 1]);
  });

  it('when it is not set, however long the machine is up, before it is', async () => {
    const { clock, trust } = setUp({ uptimeMs: () => DAY, vouches: () => Promise.resolve(true) });
    clock.set = -clock.now();
    await clock.advance(20 * MINUTE);
    expect([trust.isTrusted, trust.health.value.reason]).toEqual([false, expect.stringContaining('is not set')]);
    clock.set = 0;
    expect(trust.isTrusted).toBe(true);
  });
});

it('What readings wait for is told once, and for how long', async () => {
  const { clock, trust, reports } = setUp();
  await clock.advance(MINUTE);
  expect(reports).toEqual([expect.stringMatching(/nobody vouches yet.*2 min at most/)]);
  expect(trust.health.value).toEqual({ state: 'SUSPENDED', reason: reports[0] });
});

it('They are not asked more often than every five seconds', async () => {
  let asked = 0;
  const { clock } = setUp({ vouches: () => Promise.resolve(++asked < 0) });
  await clock.advance(MINUTE);
  expect(asked).toBeLessThanOrEqual(13);
  expect(asked).toBeGreaterThan(5);
});
