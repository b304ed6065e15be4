import * as fc from 'fast-check';
import { describe, expect, it } from '@jest/globals';
import { isBeyond, type Limit } from '../../../src/sensors/conditions/threshold.js';

/** How each of the values stands, one after the other. */
function standings(limit: Limit, values: readonly (number | undefined)[]): boolean[] {
  let was = false;
  return values.map((value) => (was = isBeyond(limit, value, was)));
}

describe('A value', () => {
  it.each<[string, Limit, readonly (number | undefined)[], readonly boolean[]]>([
    ['above a limit, and back at it', { above: 20 }, [20, 20.5, 21, 20, 20.5], [false, true, true, false, true]],
    ['below a limit, and back at it', { below: 0 }, [0, -1, 0, -0.5], [false, true, false, true]],
    ['back, but not far enough', { above: 20, hysteresis: 2 }, [21, 19, 18.5, 18, 19], [true, true, true, false, false]],
    ['the same below', { below: 20, hysteresis: 2 }, [19, 21, 21.5, 22, 21], [true, true, true, false, false]],
    ['not available', { above: 20 }, [undefined, 21, undefined, 19, undefined], [false, true, true, false, false]],
  ])('%s', (_, limit, values, expected) => {
    expect(standings(limit, values)).toEqual(expected);
  });
});

describe('For any values', () => {
  const numbers = fc.array(fc.option(fc.double({ min: -50, max: 50, noNaN: true }), { nil: undefined }), { maxLength: 60 });
  const limits = fc
    .tuple(fc.boolean(), fc.double({ min: -20, max: 20, noNaN: true }), fc.double({ min: 0, max: 30, noNaN: true }))
    .map(([isAbove, at, hysteresis]) => ({ isAbove, at, hysteresis }));
  const limitOf = ({ isAbove, at, hysteresis }: { isAbove: boolean; at: number; hysteresis: number }): Limit =>
    isAbove ? { above: at, hysteresis } : { below: at, hysteresis };

  it('nothing changes within the hysteresis, nor where nothing is available', () => {
    fc.assert(
      fc.property(limits, numbers, (limit, values) => {
        const { isAbove, at: edge, hysteresis } = limit;
        const found = standings(limitOf(limit), values);
        values.forEach((value, at) => {
          const [was, is] = [found[at - 1] ?? false, found[at] ?? false];
          const beyond = value !== undefined && (isAbove ? value - edge : edge - value);
          if (beyond === false) expect(is).toBe(was);
          else if (beyond > 0) expect(is).toBe(true);
          else if (beyond < -hysteresis - 1e-9) expect(is).toBe(false);
          else if (beyond > -hysteresis + 1e-9) expect(is).toBe(was);
        });
      }),
    );
  });

  it('the same limit mirrored finds the same', () => {
    fc.assert(
      fc.property(limits, numbers, (limit, values) => {
        const mirrored = limitOf({ ...limit, isAbove: !limit.isAbove, at: -limit.at });
        const opposite = values.map((value) => (value === undefined ? value : -value));
        expect(standings(mirrored, opposite)).toEqual(standings(limitOf(limit), values));
      }),
    );
  });
});
