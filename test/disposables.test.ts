import { describe, expect, it } from '@jest/globals';
import { Disposables } from '../src/disposables.js';

describe('Disposables', () => {
  const closed: string[] = [];
  const part = (name: string): AsyncDisposable => ({
    async [Symbol.asyncDispose]() {
      await Promise.resolve();
      closed.push(name);
    },
  });
  const quick = (name: string): Disposable => ({ [Symbol.dispose]: () => void closed.push(name) });
  const closedBy = async (task: () => Promise<unknown>): Promise<string[]> => {
    closed.length = 0;
    await task();
    return [...closed];
  };

  it('are closed one after the other, the last first', async () => {
    const names = await closedBy(async () => {
      await using opening = new Disposables();
      for (const one of [part('first'), quick('second'), part('third')]) expect(opening.use(one)).toBe(one);
    });
    expect(names).toEqual(['third', 'second', 'first']);
  });

  it('are closed when a later one cannot be opened', async () => {
    const open = async () => {
      await using opening = new Disposables();
      opening.use(part('first'));
      throw new Error('there is no second');
    };
    expect(await closedBy(() => expect(open()).rejects.toThrow('there is no second'))).toEqual(['first']);
  });

  it('are closed by whoever has taken them along, once', async () => {
    const open = async () => {
      await using opening = new Disposables();
      opening.use(part('first'));
      opening.use(quick('second'));
      return { [Symbol.asyncDispose]: opening.move() };
    };
    expect(await closedBy(open)).toEqual([]);
    const both = await closedBy(async () => {
      await using _all = await open();
    });
    expect(both).toEqual(['second', 'first']);
  });

  it('are closed past one that fails to, which is told', async () => {
    const open = async () => {
      await using opening = new Disposables();
      opening.use(part('first'));
      opening.use({ [Symbol.dispose]: () => closed.push('second') && fail() });
      opening.use(part('third'));
    };
    expect(await closedBy(() => expect(open()).rejects.toThrow('stuck'))).toEqual(['third', 'second', 'first']);
  });
});

function fail(): never {
  throw new Error('stuck');
}
