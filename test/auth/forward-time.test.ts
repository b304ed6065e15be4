import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ForwardTime } from '../../src/auth/forward-time.js';
import { FakeState } from '../registry/fake-state.js';
import { SetClock } from './identity.js';

const HOUR = 3_600_000;

describe('Time that only goes forward', () => {
  it('never goes back and never stands still, whatever is done to the clock', async () => {
    const step = fc.record({ passes: fc.integer({ min: 0, max: 10_000 }), setBy: fc.integer({ min: -HOUR, max: HOUR }) });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 20 }), async (steps) => {
        const clock = new SetClock();
        const time = await ForwardTime.load(new FakeState(), clock);
        for (const { passes, setBy } of steps) {
          const before = time.now();
          await clock.advance(passes);
          clock.offset += setBy;
          expect(time.now()).toBeGreaterThanOrEqual(before + passes);
          expect(time.now()).toBeGreaterThanOrEqual(clock.now());
        }
      }),
      { numRuns: 50 },
    );
  });

  it('follows the clock from 1970 to the present', async () => {
    const clock = new SetClock();
    clock.offset = 5_000 - clock.now();
    const time = await ForwardTime.load(new FakeState(), clock);
    expect(time.now()).toBe(5_000);
    clock.offset = 0;
    expect(time.now()).toBe(clock.now());
  });

  it('goes on from its mark when the clock is a little behind after a restart', async () => {
    const [state, clock] = [new FakeState(), new SetClock()];
    const before = await ForwardTime.load(state, clock);
    await before.keep();
    clock.offset = -60_000;
    const time = await ForwardTime.load(state, clock);
    expect(time.wasPutBack).toBe(false);
    expect(time.now()).toBe(before.now());
  });

  it('begins anew when the clock is far behind, and says so', async () => {
    const [state, clock] = [new FakeState(), new SetClock()];
    await (await ForwardTime.load(state, clock)).keep();
    clock.offset = -HOUR;
    const time = await ForwardTime.load(state, clock);
    expect(time.wasPutBack).toBe(true);
    expect(time.now()).toBe(clock.now());
  });
});
