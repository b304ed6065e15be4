import { describe, expect, it } from '@jest/globals';
import { defaultLimits } from '../../../src/http/limits/options.js';
import { ManualClock } from '../../manual-clock.js';
import { ask, type Answer } from '../../apis/mec011/ask.js';
import { Served } from './served.js';

const limits = { unlimited: ['127.0.0.1/32'], readsPerSecond: 2, readBurst: 3, writesPerSecond: 0.1, writeBurst: 1 };
const many = async (count: number, one: () => Promise<Answer>) => {
  const answers: Answer[] = [];
  for (let at = 0; at < count; at++) answers.push(await one());
  return answers;
};
const statuses = (answers: readonly Answer[]) => answers.map(({ status }) => status);

describe('A client that asks too often', () => {
  const asking =
    (served: Served, method: string, localAddress: string, headers = {}) =>
    () =>
      ask(served.url, {
        method,
        path: '/things/v1/things/1',
        localAddress,
        headers,
        ...(method === 'PUT' ? { body: { name: 'x' } } : {}),
      });

  it('is told when it may ask again, and then it may; others ask as they like, and so does it for the other kind', async () => {
    const clock = new ManualClock();
    await using served = await Served.open({ clock, limits });
    const read = asking(served, 'GET', '127.0.0.2');
    const answers = await many(4, read);
    expect(statuses(answers)).toEqual([200, 200, 200, 429]);
    expect(answers[3]?.headers).toMatchObject({ 'retry-after': '1', 'content-type': 'application/problem+json' });
    expect(JSON.parse(answers[3]?.text ?? '')).toEqual({
      status: 429,
      title: 'tooManyRequests',
      detail: expect.stringContaining('2 in a second'),
    });
    expect(statuses(await many(3, asking(served, 'GET', '127.0.0.3')))).toEqual([200, 200, 200]);
    expect(statuses(await many(20, asking(served, 'GET', '127.0.0.1')))).toEqual(new Array(20).fill(200));
    const writes = await many(2, asking(served, 'PUT', '127.0.0.2'));
    expect([statuses(writes), writes[1]?.headers['retry-after']]).toEqual([[200, 429], '10']);
    await clock.advance(500);
    expect(statuses(await many(2, read))).toEqual([200, 429]);
    expect(served.limits.counters).toMatchObject({ reads: 2, writes: 1 });
  });

  it('reads with HEAD too, and a page may read why it is refused', async () => {
    await using served = await Served.open({ clock: new ManualClock(), limits: { ...limits, readBurst: 1 } });
    const page = { Origin: 'https://panel.example' };
    expect((await asking(served, 'HEAD', '127.0.0.2')()).status).toBe(200);
    const refused = await asking(served, 'GET', '127.0.0.2', page)();
    expect([refused.status, refused.headers['access-control-allow-origin']]).toEqual([429, page.Origin]);
    expect(refused.headers['access-control-expose-headers']).toContain('Retry-After');
  });

  it('is not counted when it calls from this machine, unless somebody says so', () => {
    expect(defaultLimits.unlimited).toEqual(['127.0.0.0/8', '::1/128']);
  });
});
