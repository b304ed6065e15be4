import { describe, expect, it } from '@jest/globals';
import { fromNewPoint, fromRange } from '../../../src/apis/sensors/mapping.js';

const at = (time: string) => fromNewPoint({ measurement: 'm', time, fields: { a: 1 } }, 0).time;

describe('The time of a point that an application adds', () => {
  it.each([
    ['2026-06-01T12:00:00Z', Date.UTC(2026, 5, 1, 12)],
    ['2026-06-01T12:00:00.5+02:00', Date.UTC(2026, 5, 1, 10, 0, 0, 500)],
    ['2016-12-31T23:59:60Z', Date.UTC(2017, 0, 1)],
    ['2024-02-29T00:00:00Z', Date.UTC(2024, 1, 29)],
  ])('%s is understood', (text, time) => expect(at(text)).toBe(time));

  it.each([
    '2026-02-30T00:00:00Z',
    '2026-04-31T00:00:00Z',
    '2026-13-01T00:00:00Z',
    '2026-06-01T25:00:00Z',
    '2025-02-29T00:00:00Z',
  ])('%s is refused, for there is no such time', (text) => {
    expect(() => at(text)).toThrow(`${text} is no time`);
    expect(() => fromRange({ from: text })).toThrow(`${text} is no time`);
  });

  it.each(['0000-01-01T00:00:00+14:00', '1969-12-31T23:59:59Z', '2262-01-01T00:00:00Z', '9999-12-31T00:00:00Z'])(
    '%s is refused, for InfluxDB could not keep it',
    (text) => expect(() => at(text)).toThrow('from 1970 to 2261'),
  );
});
