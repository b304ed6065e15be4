import { describe, expect, it } from '@jest/globals';
import { requirePlainNames } from '../../src/http/query-names.js';

describe('The names of query parameters', () => {
  it.each(['/', '/a[b]', '/?', '/?a=1', '/?a=[1]&b=2', '/?a=b=[c]', '/?filter=(eq,a[0],1)'])('may be those of %s', (target) => {
    expect(() => requirePlainNames(target)).not.toThrow();
  });

  it.each([
    ['/?a[]=1', 'a[]'],
    ['/?a[__proto__]=1', 'a[__proto__]'],
    ['/?a%5B%5D=1', 'a%5B%5D'],
    ['/?a%5b0]', 'a%5b0]'],
    ['/?b=1&[]', '[]'],
    ['/?b=?&a[]=1', 'a[]'],
  ])('have no brackets, as in %s', (target, name) => {
    expect(() => requirePlainNames(target)).toThrow(`query ${name} is no parameter`);
  });
});
