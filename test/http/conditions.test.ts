import { describe, expect, it } from '@jest/globals';
import { isNoneMatch, requireMatch } from '../../src/http/conditions.js';

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
