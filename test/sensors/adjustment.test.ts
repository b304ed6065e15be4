import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { document } from '../../generated/sensors.js';
import { ADJUSTABLE, adjust, type AdjustableField, adjusted, adjustmentOf } from '../../src/sensors/adjustment.js';

const FIELDS = Object.keys(ADJUSTABLE) as AdjustableField[];
const twoPoints = (low: readonly [number, number], high: readonly [number, number]) => ({
  method: 'TWO_POINT' as const,
  low: { measured: low[0], actual: low[1] },
  high: { measured: high[0], actual: high[1] },
});

interface Components {
  readonly schemas: Record<'Reading' | 'MeasuredValues', { properties: Record<string, { minimum?: number; maximum?: number }> }>;
}

describe('A calibration', () => {
  it('by an offset adds it, in the unit of the field', () => {
    const adjustment = adjustmentOf({ calibration: { temperature: { method: 'OFFSET', offset: -0.35 } } });
    expect(adjust({ temperature: 24.3, humidity: 53.49 }, adjustment ?? {})).toEqual({
      values: { temperature: 23.95, humidity: 53.49 },
      measured: { temperature: 24.3 },
    });
  });

  it('by two points goes through both, and on along the line', () => {
    // salt tests: 75.3 % over table salt, 33 % over magnesium chloride
    const adjustment = adjustmentOf({ calibration: { humidity: twoPoints([35.2, 33], [72.8, 75.3]) } });
    const given = (humidity: number) => adjust({ humidity }, adjustment ?? {}).values.humidity;
    expect([given(35.2), given(72.8)]).toEqual([33, 75.3]);
    expect(given(54)).toBeCloseTo(54.15, 9);
    expect(given(95)).toBeCloseTo(100.275, 9);
  });

  it.each([
    ['falls', [0, 1], [1, 0]],
    ['is flat', [0, 1], [10, 1]],
    ['stands upright', [5, 0], [5, 10]],
    ['is one point', [5, 5], [5, 5]],
    ['is ten times too steep', [0, 0], [1, 10.1]],
  ] satisfies [string, [number, number], [number, number]][])('by a line that %s is none', (_what, low, high) => {
    expect(() => adjustmentOf({ calibration: { temperature: twoPoints(low, high) } })).toThrow(
      /calibration\.temperature.*expected/,
    );
  });

  it('keeps a value within what it can be: there is no less than no dust', () => {
    const adjustment = adjustmentOf({ calibration: { pm2p5: { method: 'OFFSET', offset: -5 } } });
    expect(adjust({ pm2p5: 3 }, adjustment ?? {})).toEqual({ values: { pm2p5: 0 }, measured: { pm2p5: 3 } });
  });

  it('of a field that is not available gives none', () => {
    const adjustment = adjustmentOf({ calibration: { co2: { method: 'OFFSET', offset: -5 } } });
    expect(adjust({ temperature: 20 }, adjustment ?? {})).toEqual({ values: { temperature: 20 } });
  });

  it('that says nothing is none', () => {
    expect([adjustmentOf({}), adjustmentOf({ calibration: {}, precision: {}, name: 'Sauna' })]).toEqual([undefined, undefined]);
  });
});

it('Precision rounds after the calibration', () => {
  const adjustment = adjustmentOf({
    calibration: { temperature: { method: 'OFFSET', offset: 0.06 } },
    precision: { temperature: 1, humidity: 0 },
  });
  expect(adjust({ temperature: 24.3, humidity: 53 }, adjustment ?? {})).toEqual({
    values: { temperature: 24.4, humidity: 53 },
    measured: { temperature: 24.3 },
  });
});

it('Whatever a calibration is, what comes out is within the bounds of the specification', () => {
  const { schemas } = document.components as unknown as Components;
  for (const field of FIELDS) {
    const { minimum, maximum } = schemas.Reading.properties[field] ?? {};
    expect([field, ...ADJUSTABLE[field]]).toEqual([field, minimum, maximum]);
    expect(schemas.MeasuredValues.properties[field]).toMatchObject({ minimum, maximum });
  }
  const number = fc.double({ min: -200_000, max: 200_000, noNaN: true });
  const how = fc.record({ gain: fc.double({ min: 0.1, max: 10, noNaN: true }), offset: number, decimals: fc.nat(6) });
  fc.assert(
    fc.property(fc.constantFrom(...FIELDS), number, how, (field, value, adjustment) => {
      const [least, most] = ADJUSTABLE[field];
      const given = adjusted(field, value, adjustment);
      expect(given >= least && given <= most).toBe(true);
    }),
  );
});
