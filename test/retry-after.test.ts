import { describe, expect, it } from '@jest/globals';
import { retryAfterMs } from '../src/retry-after.js';

const now = Date.parse('2026-06-01T12:00:00Z');
const HOUR = 3_600_000;

describe('Retry-After', () => {
  it.each([
    ['0', 0],
    ['120', 120_000],
    ['3600', HOUR],
    ['3601', HOUR],
    ['9'.repeat(400), HOUR],
    ['Mon, 01 Jun 2026 12:00:30 GMT', 30_000],
    ['Monday, 01-Jun-26 12:00:30 GMT', 30_000],
    ['Mon Jun  1 12:00:30 2026', 30_000],
    ['Mon, 01 Jun 2026 11:00:00 GMT', 0],
    ['Mon, 01 Jun 2099 12:00:00 GMT', HOUR],
  ])('%s is %s ms', (header, ms) => {
    expect(retryAfterMs(header, now)).toBe(ms);
  });

  it.each([undefined, '', '-1', '1.5', 'soon', 'Later', 'Infinity', '0x10', '1e9'])('%s says nothing', (header) => {
    expect(retryAfterMs(header, now)).toBeUndefined();
  });
});
