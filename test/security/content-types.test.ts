import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MeasuredGateway } from './measured-gateway.js';

const TIMES = 600;
const AT_ONCE = 4;
/** A fifth of what it grew by when something was kept for each. */
const MOST_GROWTH = 32 * 1_048_576;
/** It was four times as long, and more. */
const MOST_STALL_MS = 60;

let gateway: MeasuredGateway;
beforeAll(async () => {
  gateway = await MeasuredGateway.start({ devices: { cameras: { 'lens-1': { driver: 'simulated' } } } });
}, 60_000);
afterAll(() => gateway[Symbol.asyncDispose]());

type Ask = (at: number) => { path: string; method: string; type: string; body?: string };

async function statusOf({ path, method, type, body }: ReturnType<Ask>): Promise<number> {
  const response = await fetch(gateway.url + path, {
    method,
    headers: { 'Content-Type': type },
    ...(body === undefined ? {} : { body }),
  });
  await response.arrayBuffer();
  return response.status;
}

async function statusesOf(ask: Ask, times: number): Promise<Set<number>> {
  const statuses = new Set<number>();
  for (let at = 0; at < times; at += AT_ONCE)
    for (const status of await Promise.all(Array.from({ length: AT_ONCE }, (_, beside) => statusOf(ask(at + beside)))))
      statuses.add(status);
  return statuses;
}

const inference = JSON.stringify({ service: { serName: 'nobody' }, model: 'none' });

const callers: [what: string, statuses: readonly number[], ask: Ask][] = [
  [
    'parameters of a body that is read',
    [404],
    (at) => ({
      path: '/camera/v1/cameras/lens-1/inferences',
      method: 'POST',
      type: `application/json; x=${at}`,
      body: inference,
    }),
  ],
  [
    'types of what has no body',
    [200],
    // each address is another, so that none is answered from memory
    (at) => ({ path: `/sensors/v1/readings?measurement=m${at}`, method: 'GET', type: `text/x-${at}` }),
  ],
];

describe('A Content-Type that is another each time', () => {
  it.each(callers)(
    'leaves nothing behind: %s',
    async (_what, statuses, ask) => {
      await statusesOf(ask, 100);
      await gateway.cost();
      const { rss } = await gateway.cost();
      expect([...(await statusesOf((at) => ask(at + 100), TIMES))]).toEqual(statuses);
      expect((await gateway.cost()).rss - rss).toBeLessThan(MOST_GROWTH);
    },
    120_000,
  );
});

describe('A Content-Type of thousands of parameters that are none', () => {
  it.each([
    ['', ';'.repeat(15_000)],
    ['with many spaces', `;${' '.repeat(15_000)}x`],
    ['with some spaces each', `${`;${' '.repeat(150)}`.repeat(100)}x`],
  ])('holds up nobody %s', async (_how, parameters) => {
    const path = '/oauth2/token';
    const ask = { path, method: 'POST', type: `application/x-www-form-urlencoded${parameters}`, body: 'grant_type=x' };
    expect(await statusOf({ ...ask, type: 'application/x-www-form-urlencoded' })).toBe(400);
    const stalls: number[] = [];
    for (let time = 0; time < 3; time++) {
      await gateway.cost();
      expect(await statusOf(ask)).toBe(400);
      stalls.push((await gateway.cost()).stallMs);
    }
    expect(Math.min(...stalls)).toBeLessThan(MOST_STALL_MS);
  });
});
