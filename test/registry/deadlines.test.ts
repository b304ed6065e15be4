import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Deadlines } from '../../src/registry/deadlines.js';

describe('A deadline', () => {
  it('is due when its interval is over, and not before', () => {
    const deadlines = new Deadlines();
    deadlines.heard('a', 1000, 5000);
    expect(deadlines.takeDue(5999)).toEqual([]);
    expect(deadlines.takeDue(6000)).toEqual(['a']);
  });

  it('is due once', () => {
    const deadlines = new Deadlines();
    deadlines.heard('a', 1000, 0);
    expect(deadlines.has('a')).toBe(true);
    deadlines.takeDue(1000);
    expect(deadlines.has('a')).toBe(false);
    expect(deadlines.takeDue(9000)).toEqual([]);
  });

  it('moves on with every sign of life, also to another interval', () => {
    const deadlines = new Deadlines();
    deadlines.heard('a', 1000, 0);
    deadlines.heard('b', 1000, 0);
    deadlines.heard('a', 1000, 500);
    expect(deadlines.takeDue(1499)).toEqual(['b']);
    deadlines.heard('a', 100, 1499);
    expect(deadlines.takeDue(1598)).toEqual([]);
    expect(deadlines.takeDue(1599)).toEqual(['a']);
  });

  it('is no more when it is deleted', () => {
    const deadlines = new Deadlines();
    deadlines.heard('a', 1000, 0);
    deadlines.delete('a');
    deadlines.delete('never heard of');
    expect(deadlines.has('a')).toBe(false);
    expect(deadlines.takeDue(9000)).toEqual([]);
  });

  it('is the same for one that is called __proto__', () => {
    const deadlines = new Deadlines();
    deadlines.heard('__proto__', 1000, 0);
    expect(deadlines.takeDue(1000)).toEqual(['__proto__']);
  });

  it('is what looking at each of them would find', () => {
    const id = fc.constantFrom('a', 'b', 'c', 'd');
    const step = fc.oneof(
      fc.record({ kind: fc.constant('heard' as const), id, interval: fc.constantFrom(10, 20, 50) }),
      fc.record({ kind: fc.constant('delete' as const), id }),
      fc.record({ kind: fc.constant('pass' as const), ms: fc.nat(30) }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const deadlines = new Deadlines();
        const expected = new Map<string, number>();
        let now = 0;
        for (const one of steps) {
          if (one.kind === 'heard') {
            deadlines.heard(one.id, one.interval, now);
            expected.set(one.id, now + one.interval);
          } else if (one.kind === 'delete') {
            deadlines.delete(one.id);
            expected.delete(one.id);
          } else {
            now += one.ms;
            const due = [...expected].filter(([, deadline]) => deadline <= now).map(([name]) => name);
            due.forEach((name) => expected.delete(name));
            expect([...deadlines.takeDue(now)].sort()).toEqual(due.sort());
          }
          for (const name of ['a', 'b', 'c', 'd']) expect(deadlines.has(name)).toBe(expected.has(name));
        }
      }),
    );
  });

  it('costs nothing to look at while it is not due, however many there are', () => {
    const deadlines = new Deadlines();
    for (let n = 0; n < 100_000; n++) deadlines.heard(`s${n}`, 60_000, n / 100);
    const began = performance.now();
    for (let look = 0; look < 1000; look++) deadlines.takeDue(30_000 + look);
    // looking at each of them would be 100 million steps
    expect(performance.now() - began).toBeLessThan(200);
  });
});
