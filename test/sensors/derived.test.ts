import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { derive } from '../../src/sensors/derived.js';
import { ruuviVectors } from '../ruuvi-vectors.js';

describe('What follows from a measurement', () => {
  it.each(ruuviVectors.extendedValues.cases)('is of the air what is published for $input', ({ input, ...published }) => {
    const derived = derive(input);
    for (const [name, value] of Object.entries(published)) {
      const found = derived[name as keyof typeof derived] ?? NaN;
      expect([name, Math.abs(found - value) / Math.abs(value) < 1e-6]).toEqual([name, true]);
    }
    expect(Object.keys(derived).sort()).toEqual(Object.keys(published).sort());
  });

  it('is of the acceleration how strong it is, and its angles', () => {
    const derived = derive({ accelerationX: 0, accelerationY: -3, accelerationZ: 4 });
    expect(derived.accelerationTotal).toBe(5);
    expect(derived.accelerationAngleFromX).toBeCloseTo(90, 10);
    expect(derived.accelerationAngleFromY).toBeCloseTo(126.8699, 4);
    expect(derived.accelerationAngleFromZ).toBeCloseTo(36.8699, 4);
  });

  it.each([
    [0, 400, 100],
    [0, 420, 100],
    [60, 420, 0],
    [1_000, 420, 0],
    [0, 2_300, 0],
    [30, 420, 50],
    [0, 1_360, 50],
    [1_000, 40_000, 0],
    [36, 420 + 1_880 * 0.8, 0],
  ])('is of %d µg/m³ and %d ppm the score %d', (pm2p5, co2, score) => {
    expect(derive({ pm2p5, co2 }).airQualityIndex).toBeCloseTo(score, 9);
  });

  it.each([
    [{}, []],
    [{ humidity: 50, pressure: 100_000 }, []],
    [{ temperature: 20 }, ['equilibriumVaporPressure']],
    [{ temperature: 20, pressure: 100_000 }, ['equilibriumVaporPressure']],
    [{ temperature: 20, humidity: 0 }, ['absoluteHumidity', 'equilibriumVaporPressure', 'vaporPressureDeficit']],
    [{ accelerationX: 0, accelerationY: 0, accelerationZ: 0 }, ['accelerationTotal']],
    [{ accelerationX: 0, accelerationY: 1 }, []],
    [{ pm2p5: 3 }, []],
    [{ co2: 500 }, []],
  ])('is of %j no more than %j', (measured, names) => {
    expect(Object.keys(derive(measured)).sort()).toEqual(names);
  });

  it('is a number of whatever a tag can say', () => {
    const measured = fc.record(
      {
        temperature: fc.double({ min: -163.835, max: 163.835, noNaN: true }),
        humidity: fc.double({ min: 0, max: 163.835, noNaN: true }),
        pressure: fc.integer({ min: 50_000, max: 115_535 }),
        accelerationX: fc.double({ min: -32.767, max: 32.767, noNaN: true }),
        accelerationY: fc.double({ min: -32.767, max: 32.767, noNaN: true }),
        accelerationZ: fc.double({ min: -32.767, max: 32.767, noNaN: true }),
        pm2p5: fc.double({ min: 0, max: 1_000, noNaN: true }),
        co2: fc.integer({ min: 0, max: 40_000 }),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(measured, (one) => {
        for (const value of Object.values(derive(one))) expect(Number.isFinite(value)).toBe(true);
      }),
    );
  });
});
