import { describe, expect, it } from '@jest/globals';
import { rangeOf, RangeRefusal } from '../../src/http/ranges.js';

const of = (Range: string, bytes = 10_000) => rangeOf({ Range }, '"tag"', bytes);

describe('a range of bytes', () => {
  // the examples of RFC 9110, clause 14.1.2, of 10 000 bytes
  it.each([
    ['bytes=0-499', 0, 500],
    ['bytes=500-999', 500, 1000],
    ['bytes=-500', 9500, 10_000],
    ['bytes=9500-', 9500, 10_000],
    ['bytes=9999-9999', 9999, 10_000],
    ['bytes=9000-20000', 9000, 10_000],
    ['bytes=-20000', 0, 10_000],
    ['Bytes=0-0', 0, 1],
  ])('%s begins at %i and ends before %i', (header, from, end) => expect(of(header)).toEqual({ from, end }));

  it.each(['', 'bytes=', 'bytes=-', 'bytes=5-4', 'bytes=a-b', 'items=0-5', 'bytes=0-0,-1', 'bytes=0-5;', 'bytes=--5', '0-5'])(
    '%j is no range, and the whole is given',
    (header) => expect(of(header)).toBeUndefined(),
  );

  it.each(['bytes=10000-', 'bytes=10000-10001', 'bytes=-0', 'bytes=999999999999999-'])('%s has nothing', (header) => {
    expect(() => of(header)).toThrow(RangeRefusal);
  });

  it('counts only for the representation that If-Range names, by a strong tag', () => {
    const ask = (tag: string) => rangeOf({ Range: 'bytes=0-1', 'If-Range': tag }, '"tag"', 10);
    expect(ask('"tag"')).toEqual({ from: 0, end: 2 });
    for (const tag of ['"other"', 'W/"tag"', 'Mon, 01 Jun 2026 12:00:00 GMT', '']) expect(ask(tag)).toBeUndefined();
  });
});
