import { describe, expect, it } from '@jest/globals';
import { requireShallow } from '../../src/http/nesting.js';

const nested = (depth: number): unknown => JSON.parse(`${'['.repeat(depth)}${']'.repeat(depth)}`);

describe('A body', () => {
  it.each([undefined, null, 0, 'text', [], {}, { a: [{ b: 1 }] }, nested(64)])('such as %j is not nested too deep', (body) => {
    expect(() => requireShallow(body)).not.toThrow();
  });

  it.each([65, 1_000, 100_000])('that is nested %i deep is, wherever it is', (depth) => {
    expect(() => requireShallow(nested(depth))).toThrow('nested too deep');
    expect(() => requireShallow({ a: 1, b: [{ c: nested(depth - 2) }] })).toThrow('nested too deep');
  });
});
