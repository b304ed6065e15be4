import { describe, expect, it } from '@jest/globals';
import { timeSpan } from '../../../src/devices/timing/time-span.js';

describe('timeSpan', () => {
  it.each([
    ['32', 32],
    ['2 h', 7200],
    ['2hours', 7200],
    ['48hr', 172_800],
    ['1y 12month', 365.25 * 86_400 + 12 * 30.44 * 86_400],
    ['55s500ms', 55.5],
    ['300ms20s 5day', 20.3 + 5 * 86_400],
    ['34min 8s', 2048],
    ['1.5m', 90],
    ['2M', 2 * 30.44 * 86_400],
    ['7µs', 7e-6],
    [' 64 ', 64],
    ['infinity', Infinity],
  ])('reads %s', (text, seconds) => {
    expect(timeSpan(text)).toBeCloseTo(seconds, 9);
  });

  it.each(['', 'soon', '5 parsecs', '-3s', 's', '3s and more'])('knows that "%s" is none', (text) => {
    expect(timeSpan(text)).toBeUndefined();
  });
});
