import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isWithin } from '../../src/audit/is-within.js';

describe('What was done to a place', () => {
  it.each([
    ['/gpio/v1/lines/2', '/gpio/v1/lines/2', true],
    ['/gpio/v1/lines/2', '/gpio/v1/lines/2/value', true],
    ['/gpio/v1/lines/2', '/gpio/v1/lines/27', false],
    ['/gpio/v1/lines/2', '/gpio/v1/lines', false],
    ['/gpio/v1/lines/', '/gpio/v1/lines/2', true],
    ['gpio/v1', '/gpio/v1/lines/2', true],
    ['/', '/anything', true],
    ['/access/v1/tenants/town:north', '/access/v1/tenants/town%3Anorth', true],
    ['/access/v1/tenants/town%3Anorth', '/access/v1/tenants/town:north', true],
    ['/a/b', '/a%2Fb', false],
    ['/a%2Fb', '/a%2Fb/c', true],
    ['/%zz', '/%zz/x', true],
    ['/%zz', '/zz', false],
    ['/%E2%82', '/%E2%82', true],
    ['/lines', '/Lines', false],
    ['/..', '/gpio', false],
  ])('%s has %s: %s', (place, path, expected) => {
    expect(isWithin(place)(path)).toBe(expected);
  });

  it('is done to whatever it is in, however either is spelt', () => {
    const segments = fc.array(fc.string({ unit: 'grapheme', minLength: 1 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(segments, segments, (place, more) => {
        const spelt = (names: readonly string[]) => names.map((name) => `/${encodeURIComponent(name)}`).join('');
        expect(isWithin(spelt(place))(spelt([...place, ...more]))).toBe(true);
        expect(isWithin(spelt([...place, ...more]))(spelt(place))).toBe(false);
      }),
    );
  });
});
