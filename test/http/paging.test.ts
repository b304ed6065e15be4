import { expect, it } from '@jest/globals';
import { linkToNext } from '../../src/http/paging.js';

it('The last page leads nowhere', () => {
  expect(linkToNext('/things', { limit: 5 }, undefined)).toEqual({});
});

it('A page leads to the next with all that was asked for, however it is spelled', () => {
  const { Link = '' } = linkToNext(
    '/things',
    { limit: 5, tag: ['a=1&2', 'b=é'], from: undefined, nextpage_opaque_marker: 'old' },
    'a/b+c',
  );
  const [, url = ''] = /^<(.+)>; rel="next"$/.exec(Link) ?? [];
  expect(url).toMatch(/^[\x21-\x7e]+$/);
  expect([...new URL(url, 'http://x').searchParams]).toEqual([
    ['limit', '5'],
    ['tag', 'a=1&2'],
    ['tag', 'b=é'],
    ['nextpage_opaque_marker', 'a/b+c'],
  ]);
});
