import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { List, type ListQuery } from '../../../src/http/lists/list.js';
import { crate, type Crate, document } from './crates.js';

const crates = (count: number): readonly Crate[] =>
  Array.from({ length: count }, (_, index) => crate(index + 1, { weight: index % 2, tags: [`${index}`] }));
const open = (pageSize = 10) => new List<Crate>({ document, schema: 'Crate', pageSize, key: ({ number }) => number });
const numbers = (items: readonly Crate[]) => items.map(({ number }) => number);

/** What the `Link` asks for. */
function nextOf({ headers }: { headers: { readonly Link?: string } }): ListQuery | undefined {
  const [, url] = /^<(.+)>; rel="next"$/.exec(headers.Link ?? '') ?? [];
  return url === undefined ? undefined : Object.fromEntries(new URL(url, 'http://x').searchParams);
}

describe('A list', () => {
  it('that fits on a page is answered as it is', () => {
    const [list, items] = [open(), crates(10)];
    expect(list.answer(items, {}, '/crates')).toEqual({ headers: {}, body: items });
    for (const query of [{}, { all_fields: '' }, { exclude_default: '' }, { limit: 10 }, { filter: '(gt,number,0)' }])
      expect(list.answer(items, query, '/crates').body).toBe(items);
    const none: Crate[] = [];
    expect(list.answer(none, {}, '/crates').body).toBe(none);
  });

  it('is filtered, cut into pages and then selected from', () => {
    const [list, items] = [open(2), crates(7)];
    const query = { filter: '(eq,weight,0)', exclude_fields: ['tags'] };
    const first = list.answer(items, query, '/crates');
    expect(first.body).toEqual([crate(1, { weight: 0 }), crate(3, { weight: 0 })]);
    const next = nextOf(first);
    expect(next).toEqual({ filter: '(eq,weight,0)', exclude_fields: 'tags', nextpage_opaque_marker: expect.any(String) });
    const second = list.answer(items, { ...query, nextpage_opaque_marker: next?.nextpage_opaque_marker ?? '' }, '/crates');
    expect([numbers(second.body), second.headers]).toEqual([[5, 7], {}]);
  });

  it('that did not change is answered with the same array again, and one that did with what is in it', () => {
    const [list, items] = [open(2), crates(7)];
    const page = nextOf(list.answer(items, {}, '/crates')) ?? {};
    for (const query of [{}, page, { limit: 1 }, { filter: '(eq,weight,0)' }, { exclude_fields: ['tags'] }])
      expect(list.answer(items, query, '/crates').body).toBe(list.answer(items, query, '/crates').body);
    const [, ...fewer] = items;
    expect(numbers(list.answer(fewer, {}, '/crates').body)).toEqual([2, 3]);
    expect(numbers(list.answer(fewer, { filter: '(eq,weight,0)' }, '/crates').body)).toEqual([3, 5]);
  });

  it('gives the same selection of the same value in every list', () => {
    const [list, items] = [open(), crates(3)];
    const [one] = list.answer(items, { exclude_fields: ['tags'] }, '/crates').body;
    expect(list.answer(items.slice(0, 1), { exclude_fields: ['tags'] }, '/crates').body[0]).toBe(one);
  });

  it('looks at few keys to find a page', () => {
    let looks = 0;
    const key = ({ number }: Crate) => (looks++, number);
    const list = new List<Crate>({ document, schema: 'Crate', pageSize: 10, key });
    const items = crates(10_000);
    let query = nextOf(list.answer(items, {}, '/crates'));
    for (let page = 0; page < 100 && query; page++) query = nextOf(list.answer(items, query, '/crates'));
    expect(looks).toBeLessThan(101 * 20);
  });

  it('gives as many as are asked for, and never more than a page', () => {
    const [list, items] = [open(5), crates(7)];
    expect(numbers(list.answer(items, { limit: 2 }, '/crates').body)).toEqual([1, 2]);
    expect(numbers(list.answer(items, { limit: 50 }, '/crates').body)).toEqual([1, 2, 3, 4, 5]);
  });

  it('shows of its values what they are represented by, once each', () => {
    let times = 0;
    const list = new List<{ id: string; weight: number }, Crate>({
      document,
      schema: 'Crate',
      pageSize: 2,
      key: ({ id }) => id,
      represent: ({ id, weight }) => (times++, crate(weight, { name: id })),
      excludedByDefault: ['tags'],
    });
    const values = ['a', 'b', 'é'].map((id, index) => ({ id, weight: index }));
    const first = list.answer(values, { filter: '(gte,number,0)' }, '/crates');
    expect(first.body.map(({ name }) => name)).toEqual(['a', 'b']);
    expect(list.answer(values, nextOf(first) ?? {}, '/crates').body.map(({ name }) => name)).toEqual(['é']);
    expect(list.answer(values.slice(0, 2), {}, '/crates').body[1]).toBe(first.body[1]);
    expect(times).toBe(3);
  });

  it.each([
    ['x', ''],
    [Buffer.from('x1').toString('base64url'), 'of no kind'],
    [Buffer.from('n1e').toString('base64url'), 'of no number'],
    [Buffer.from('n01').toString('base64url'), 'of a number as we do not write it'],
    [Buffer.from('n').toString('base64url'), 'of nothing'],
    [Buffer.from('nNaN').toString('base64url'), 'of no number at all'],
    [`${Buffer.from('n1').toString('base64url')}=`, 'with something after it'],
    [Buffer.from('s1').toString('base64url'), 'of a list with other keys'],
  ])('refuses the marker %s %s', (nextpage_opaque_marker) => {
    expect(() => open().answer(crates(3), { nextpage_opaque_marker }, '/crates')).toThrow(
      expect.objectContaining({ code: 'invalid', message: expect.stringContaining('nextpage_opaque_marker') }),
    );
  });

  it('refuses a wrong filter also when there is nothing to filter', () => {
    expect(() => open().answer([], { filter: '(eq,colour,red)' }, '/crates')).toThrow('there is no attribute colour');
    expect(() => open().answer([], { fields: ['colour'] }, '/crates')).toThrow('query fields');
  });

  it('is not begun when its specification does not have it', () => {
    expect(() => new List<Crate>({ document, schema: 'Box', pageSize: 1, key: ({ number }) => number })).toThrow(
      'there is no schema Box in Crates',
    );
    expect(
      () => new List<Crate>({ document, schema: 'Crate', pageSize: 1, key: ({ number }) => number, excludedByDefault: ['name'] }),
    ).toThrow('exclude_default names "name"');
  });

  it('keeps little of a flood of different questions', () => {
    const [list, items] = [open(), crates(3)];
    const one = list.answer(items, { filter: '(lt,number,3)' }, '/crates').body;
    for (let count = 0; count < 100; count++) list.answer(items, { filter: `(lt,number,2);(neq,number,${count})` }, '/crates');
    const again = list.answer(items, { filter: '(lt,number,3)' }, '/crates').body;
    expect(again).toEqual(one);
    expect(again).not.toBe(one);
  });
});

describe('Whoever follows the links', () => {
  it('sees each item that stays once, whatever comes and goes meanwhile', () => {
    const change = fc.oneof(fc.constant('add'), fc.nat({ max: 30 }));
    const byNumber = (value: Crate) => value.number;
    const byName = (value: Crate) => `k${String(value.number).padStart(6, '0')}`;
    fc.assert(
      fc.property(
        fc.nat({ max: 30 }),
        fc.integer({ min: 1, max: 7 }),
        fc.array(fc.array(change, { maxLength: 5 }), { maxLength: 40 }),
        fc.constantFrom(byNumber, byName),
        fc.constantFrom({}, { filter: '(eq,weight,0)' }),
        (count, pageSize, turns, key, asked) => {
          const list = new List<Crate>({ document, schema: 'Crate', pageSize, key });
          let items = crates(count);
          let newest = count;
          const stayed = new Set(items);
          const seen: Crate[] = [];
          let query: ListQuery | undefined = asked;
          for (let turn = 0; query; turn++) {
            expect(turn).toBeLessThan(300); // or the links lead in a circle
            const answer = list.answer(items, query, '/crates');
            expect(answer.body.length).toBeLessThanOrEqual(pageSize);
            seen.push(...answer.body);
            query = nextOf(answer);
            for (const what of turns[turn] ?? []) {
              const gone = typeof what === 'number' ? items[what] : undefined;
              if (gone) stayed.delete(gone);
              items =
                what === 'add' ? [...items, crate(++newest, { weight: newest % 2 })] : items.filter((item) => item !== gone);
            }
          }
          expect(new Set(seen).size).toBe(seen.length);
          const wanted = [...stayed].filter(({ weight }) => !('filter' in asked) || weight === 0);
          expect(wanted.filter((item) => !seen.includes(item))).toEqual([]);
        },
      ),
      { numRuns: 500 },
    );
  });
});
