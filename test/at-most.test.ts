import { setImmediate } from 'node:timers/promises';
import { expect, it } from '@jest/globals';
import { AtMost } from '../src/at-most.js';

/** Tasks that end when a test says so, and the order in which they began. */
function tasks(work: AtMost) {
  const begun: string[] = [];
  const ends = new Map<string, () => void>();
  const run = (name: string, queue?: string) =>
    work.run(() => {
      begun.push(name);
      return new Promise<string>((resolve) => ends.set(name, () => resolve(name)));
    }, queue);
  return { begun, run, end: (name: string) => ends.get(name)?.() };
}

const refusal = () => new Error('too many wait');

it('lets few tasks run at once, in their order, and refuses whoever would wait behind too many', async () => {
  const { begun, run, end } = tasks(new AtMost(2, 1, refusal));
  const [first, , third] = [run('first'), run('second'), run('third')];
  await expect(run('fourth')).rejects.toThrow('too many wait');
  expect(begun).toEqual(['first', 'second']);
  end('first');
  expect(await first).toBe('first');
  await setImmediate();
  expect(begun).toEqual(['first', 'second', 'third']);
  void run('fifth');
  end('third');
  await third;
  await setImmediate();
  expect(begun.at(-1)).toBe('fifth');
});

it('gives queues their turns, whatever waits in one of them', async () => {
  const { begun, run, end } = tasks(new AtMost(1, 2, refusal));
  const asked = ['a1', 'a2', 'a3', 'b1', 'c1'].map((name) => [name, run(name, name[0])] as const);
  await expect(run('a4', 'a')).rejects.toThrow('too many wait');
  const all = new Map(asked);
  for (const [nth, name] of ['a1', 'a2', 'b1', 'c1', 'a3'].entries()) {
    await setImmediate();
    expect([nth, begun.at(-1)]).toEqual([nth, name]);
    end(name);
    await all.get(name);
  }
});

it('gives back the place of what fails', async () => {
  const work = new AtMost(1, 0, refusal);
  await expect(work.run(() => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
  expect(await work.run(() => Promise.resolve('whole'))).toBe('whole');
});
