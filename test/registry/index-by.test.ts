import { describe, expect, it } from '@jest/globals';
import { IndexBy } from '../../src/registry/index-by.js';

interface Thing {
  readonly number: number;
  readonly id: string;
  readonly colour?: string;
}

const indexed = (...things: readonly Thing[]) => {
  const index = new IndexBy<Thing>(
    ({ colour }) => colour,
    ({ id }) => id,
  );
  things.forEach((thing) => index.put(thing));
  return index;
};

const [apple, brick, cherry]: [Thing, Thing, Thing] = [
  { number: 1, id: 'apple', colour: 'red' },
  { number: 2, id: 'brick', colour: 'red' },
  { number: 3, id: 'cherry', colour: 'black' },
];

describe('An index', () => {
  it('finds all under a key, in the order in which they came', () => {
    const index = indexed(apple, brick, cherry);
    expect(index.get('red')).toEqual([apple, brick]);
    expect(index.get('black')).toEqual([cherry]);
    expect(index.get('green')).toEqual([]);
    expect([index.count('red'), index.count('green')]).toEqual([2, 0]);
  });

  it('gives the same list until one under this key changes, and nobody can change that list', () => {
    const index = indexed(apple, brick, cherry);
    const red = index.get('red');
    index.put({ ...cherry }, cherry);
    expect(index.get('red')).toBe(red);
    expect(Object.isFrozen(red)).toBe(true);
    const later = { ...apple };
    index.put(later, apple);
    expect(index.get('red')).toEqual([later, brick]);
    expect(red[0]).toBe(apple);
  });

  it('lets one take the place of another, also under another key, where the order is still that of coming', () => {
    const index = indexed(apple, brick, cherry);
    const black = { ...apple, colour: 'black' };
    index.put(black, apple);
    expect(index.get('red')).toEqual([brick]);
    expect(index.get('black')).toEqual([black, cherry]);
  });

  it('does not find what has no key, or has it no more', () => {
    const none = { number: 4, id: 'air' };
    const index = indexed(none, apple);
    const pale = { number: 1, id: 'apple' };
    index.put(pale, apple);
    expect(index.get('red')).toEqual([]);
    index.delete(none);
    index.delete(pale);
  });

  it('keeps nothing of a key under which nothing is left', () => {
    const index = indexed(apple);
    index.delete(apple);
    index.delete(apple);
    expect(index.get('red')).toEqual([]);
    expect((index as unknown as { buckets: Map<string, unknown> }).buckets.size).toBe(0);
  });

  it.each(['__proto__', 'constructor', '', 'a/b', '\u{1F600}'])('takes any key for a key: %j', (colour) => {
    expect(indexed().get(colour)).toEqual([]);
    const thing = { number: 1, id: '__proto__', colour };
    expect(indexed(thing).get(colour)).toEqual([thing]);
  });
});
