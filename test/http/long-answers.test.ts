import { describe, expect, it } from '@jest/globals';
import { anonymous, type Grant } from '../../src/auth/grants.js';
import { LongAnswers } from '../../src/http/long-answers.js';
import { ManualClock } from '../manual-clock.js';

function setUp() {
  const clock = new ManualClock();
  const ended = new Set<Grant>();
  const long = new LongAnswers({ lasts: (grant) => !ended.has(grant) }, clock);
  const said: string[] = [];
  const begin = (name: string) => {
    const grant = { ...anonymous };
    const over = long.watch(grant, { end: () => said.push(`${name} ends`), cut: () => said.push(`${name} is cut`) });
    return { grant, over };
  };
  return { clock, ended, long, said, begin };
}

describe('What goes on', () => {
  it('is told to end within a second of its grant, and is cut off when it does not hear', async () => {
    const { clock, ended, said, begin } = setUp();
    const { grant } = begin('a');
    begin('b');
    await clock.advance(60_000);
    expect(said).toEqual([]);
    ended.add(grant);
    await clock.advance(1_000);
    expect(said).toEqual(['a ends']);
    await clock.advance(2_000);
    expect(said).toEqual(['a ends', 'a is cut']);
  });

  it('is left alone when it has heard', async () => {
    const { clock, ended, said, begin, long } = setUp();
    const { grant, over } = begin('a');
    ended.add(grant);
    await clock.advance(1_000);
    over();
    await clock.advance(60_000);
    expect([said, long.size]).toEqual([['a ends'], 0]);
  });

  it('does not come back to life when its grant does', async () => {
    const { clock, ended, said, begin } = setUp();
    const { grant } = begin('a');
    ended.add(grant);
    await clock.advance(1_000);
    ended.delete(grant);
    await clock.advance(2_000);
    expect(said).toEqual(['a ends', 'a is cut']);
  });
});
