import { Worker } from 'node:worker_threads';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { patterns } from './patterns.js';

const LENGTH = 50_000;
/** Each is asked of 50 KB; 10 ms are wanted, and a machine that does something else meanwhile is not to fail this. */
const MOST_MS = 25;
/** Nothing that is right takes as long, and nothing that is wrong ends before. */
const GIVE_UP_MS = 5_000;

/** Runs one expression against many texts, in a thread that can be ended. */
const RUNNER = `
  const { parentPort } = require('node:worker_threads');
  parentPort.on('message', ({ source, flags, texts }) => {
    const least = texts.map((text) => {
      let least = Infinity;
      for (let time = 0; time < 3; time++) {
        const expression = new RegExp(source, flags);
        const began = performance.now();
        if (flags.includes('g')) for (const _ of text.matchAll(expression)); else expression.test(text);
        least = Math.min(least, performance.now() - began);
        if (least < 5) break;
      }
      return least;
    });
    parentPort.postMessage(least);
  });
`;

let runner: Worker;
const begin = () => {
  runner = new Worker(RUNNER, { eval: true });
};
beforeAll(begin);
afterAll(() => runner.terminate());

/** Made of what the expression itself looks for, repeated, with an end on which it must fail. */
function attacksOn(source: string, length: number): string[] {
  const words = new Set([
    ...(source.match(/[A-Za-z0-9]+|[^\w\s]/g) ?? []),
    ...[
      'a',
      '0',
      'A',
      ' ',
      '\t',
      '-',
      '.',
      '/',
      ':',
      '_',
      ',',
      '"',
      "'",
      '\\',
      '(',
      '%41',
      '💡',
      '\n',
      'aA',
      'a0',
      'a.',
      'a:',
      '1:',
      'a/',
      ' a',
      '"a"',
      'W/"',
    ],
  ]);
  const ends = ['', '!', '\n', '\u0000'];
  return [...words].flatMap((word) => ends.map((end) => word.repeat(Math.ceil(length / word.length)).slice(0, length) + end));
}

async function slowest(expression: RegExp, texts: readonly string[]): Promise<number> {
  const { source, flags } = expression;
  return new Promise((resolve, reject) => {
    const giveUp = setTimeout(() => {
      void runner.terminate();
      begin();
      resolve(Infinity);
    }, GIVE_UP_MS);
    runner.once('message', (least: number[]) => {
      clearTimeout(giveUp);
      runner.removeListener('error', reject);
      resolve(Math.max(...least));
    });
    runner.once('error', reject);
    runner.postMessage({ source, flags, texts });
  });
}

const all = patterns();

describe('A16 regular expressions', () => {
  it('are all found', () => {
    expect(all.filter(({ where }) => where.startsWith('src/')).length).toBeGreaterThan(50);
    expect(all.filter(({ where }) => !where.startsWith('src/')).length).toBeGreaterThan(50);
  });

  it('are known for what they are: this one takes far too long', async () => {
    expect(await slowest(/^(a+)+$/, attacksOn('^(a+)+$', 50))).toBe(Infinity);
    expect(await slowest(/a+$/, [`${'a'.repeat(LENGTH)}!`])).toBeGreaterThan(MOST_MS);
  }, 30_000);

  it.each(all.map(({ where, expression }) => [where, expression] as const))(
    '%s reads 50 KB in no time',
    async (_where, expression) => {
      const ms = await slowest(expression, attacksOn(expression.source, LENGTH));
      expect(ms).toBeLessThan(MOST_MS);
    },
  );
});
