import { describe, expect, it } from '@jest/globals';
import { isNoneMatch, requireMatch, requireSame } from '../../src/http/conditions.js';

const TAG = '"a,b c"';

describe('If-None-Match', () => {
  it.each([
    [undefined, false],
    ['', false],
    [TAG, true],
    [`W/${TAG}`, true],
    ['*', true],
    [' * ', true],
    [`"x", ${TAG}`, true],
    [`"x",W/${TAG} , "y"`, true],
    ['"a", "b c"', false],
    ['a,b c', false],
  ])('%p: does the client have it? %p', (header, expected) => {
    expect(isNoneMatch(header, TAG)).toBe(expected);
  });
});

describe('If-Match', () => {
  it.each([undefined, TAG, '*', `"x", ${TAG}`])('%p lets the change through', (header) => {
    expect(() => requireMatch(header, TAG)).not.toThrow();
  });

  it.each(['"x"', `W/${TAG}`, 'a,b c', '""', '"a"'])('%p does not', (header) => {
    expect(() => requireMatch(header, TAG)).toThrow(expect.objectContaining({ code: 'preconditionFailed' }));
  });
});

describe('who reads only what has not changed', () => {
  const CHANGED = 'Mon, 01 Jun 2026 12:00:00 GMT';
  const [BEFORE, AFTER] = ['Mon, 01 Jun 2026 11:59:59 GMT', 'Mon, 01 Jun 2026 12:00:01 GMT'];

  it.each([
    [{}, CHANGED],
    [{ 'if-match': TAG }, CHANGED],
    [{ 'if-unmodified-since': CHANGED }, CHANGED],
    [{ 'if-unmodified-since': AFTER }, CHANGED],
    // the tag counts more than the date
    [{ 'if-match': TAG, 'if-unmodified-since': BEFORE }, CHANGED],
    [{ 'if-unmodified-since': 'yesterday' }, CHANGED],
    [{ 'if-unmodified-since': BEFORE }, undefined],
  ])('gets it: %j of %j', (headers, lastModified) => {
    expect(() => requireSame(headers, TAG, lastModified)).not.toThrow();
  });

  it.each([{ 'if-match': '"x"' }, { 'if-unmodified-since': BEFORE }, { 'if-match': '"x"', 'if-unmodified-since': AFTER }])(
    'does not get it: %j',
    (headers) => {
      expect(() => requireSame(headers, TAG, CHANGED)).toThrow(expect.objectContaining({ code: 'preconditionFailed' }));
    },
  );
});
