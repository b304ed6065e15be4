import * as fc from 'fast-check';
import { describe, expect, it } from '@jest/globals';
import { exposition, type Family, labelSet } from '../../../../src/apis/platform/metrics/exposition.js';
import { snakeCase } from '../../../../src/apis/platform/metrics/snake-case.js';
import { parseExposition } from '../../../exposition.js';
import { hasPrometheus, prometheusHint, promtool } from '../../../prometheus.js';

const text = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: fc.constantFrom('\\', '"', '\n', 'n', '{', '}', ',', '=', ' ', '#', 'å') }),
);
const textOf = (families: readonly Family[]) => Buffer.concat([...exposition(families)]).toString();
const value = fc.oneof(fc.double(), fc.integer(), fc.constantFrom(Infinity, -Infinity, NaN, 1e21, 1e-7, -0));

describe('An exposition', () => {
  it('is read as it was meant, whatever names and values there are', () => {
    fc.assert(
      fc.property(fc.uniqueArray(text, { minLength: 1, maxLength: 5 }), text, value, (names, help, one) => {
        const samples = names.map((name) => ({ labels: labelSet({ name, mac: 'x' }), value: one }));
        const written = textOf([{ name: 'a_b', type: 'gauge', help, samples }]);
        expect(parseExposition(written).samples).toEqual(
          names.map((name) => ({ name: 'a_b', labels: { name, mac: 'x' }, value: one === 0 ? expect.closeTo(0) : one })),
        );
      }),
    );
  });

  it('has no word of what has no sample', () => {
    expect(textOf([{ name: 'a', type: 'gauge', help: 'b', samples: [] }])).toBe('');
  });

  const checked = hasPrometheus ? it : (name: string) => it.todo(name);
  checked(`is one for Prometheus itself ${prometheusHint}`, () => {
    const names = ['\\', '"', '\n', '\\n', '}', 'å', '"} 1\ncrates{b="', ''];
    const samples = names.map((name, at) => ({
      labels: labelSet({ name }),
      value: [1e21, 1e-7, NaN, Infinity, -Infinity][at] ?? at,
    }));
    const written = textOf([{ name: 'crates', type: 'gauge', help: 'x \\ y\nz', samples }]);
    expect(promtool(['check', 'metrics'], written)).toEqual({ status: 0, said: [] });
    expect(promtool(['check', 'metrics'], written.replace('"} ', '} ')).status).toBe(1);
  });
});

describe('The name of a metric', () => {
  it.each([
    ['accelerationAngleFromX', 'acceleration_angle_from_x'],
    ['connectionsOfOneAddress', 'connections_of_one_address'],
    ['tooSlow', 'too_slow'],
    ['a-b', 'a_b'],
  ])('is of %s %s', (name, expected) => expect(snakeCase(name)).toBe(expected));
});
