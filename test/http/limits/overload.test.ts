import { once } from 'node:events';
import { describe, expect, it } from '@jest/globals';
import { Overload } from '../../../src/http/limits/overload.js';
import { urgentAmong } from '../../../src/http/limits/urgent.js';
import { watchLag } from '../../../src/http/limits/watch-lag.js';
import { ManualClock } from '../../manual-clock.js';
import { thingsApi } from '../things-api.js';
import { answersIn, rest, Served } from './served.js';

const after = (lags: readonly number[], overload = new Overload(100)) => {
  for (const lag of lags) overload.observe(lag);
  return overload.isNow;
};

describe('Overload', () => {
  it.each([
    ['nothing is late', [0, 1, 0, 2], false],
    ['one long stall', [5_000, 0, 5_000, 0], false],
    ['two late beats', [0, 101, 101], false],
    ['three late beats', [0, 101, 101, 101], true],
    ['as late as may be', [100, 100, 100, 100], false],
    ['late, and then half as much', [101, 101, 101, 60, 60, 60, 60], true],
    ['late, and twice in time', [101, 101, 101, 0, 0], true],
    ['late, and three times in time', [101, 101, 101, 0, 49, 0], false],
    ['late, in time, late', [101, 101, 101, 0, 0, 101, 0, 0], true],
  ])('after %s', (_what, lags, expected) => {
    expect(after(lags)).toBe(expected);
  });
});

describe('The lag of the event loop', () => {
  it('is how late a beat comes, and a late one does not make the next late', async () => {
    const clock = new ManualClock();
    const lags: number[] = [];
    using _watching = watchLag(clock, (lag) => lags.push(lag));
    await clock.advance(300);
    expect(lags).toEqual([0, 0, 0]);
  });
});

describe('An urgent read', () => {
  const isUrgent = urgentAmong([thingsApi()], ['Things_GET', 'ThingsId_GET']);

  it.each([
    ['/things/v1/things', true],
    ['/things/v1/things/7', true],
    ['/things/v1/things/7/8', false],
    ['/things/v1/things/', false],
    ['/things/v1/picture', false],
    ['/x/things/v1/things', false],
  ])('%s: %p', (path, expected) => {
    expect(isUrgent(path)).toBe(expected);
  });

  it('is none when nobody says so, and one that there is not is a mistake', () => {
    expect(urgentAmong([thingsApi()], [])('/things/v1/things')).toBe(false);
    expect(() => urgentAmong([thingsApi()], ['Nothing_GET'])).toThrow('Nothing_GET');
    expect(() => urgentAmong([thingsApi()], ['ThingsId_PUT'])).toThrow('ThingsId_PUT');
  });
});

describe('A gateway that has too much to do', () => {
  const clock = new ManualClock();
  const overloaded = { clock, urgent: ['ThingsId_GET'] };
  const late = (served: Served, lag: number) => [1, 2, 3].forEach(() => served.limits.observe(lag));

  it('refuses what is not urgent with Retry-After, says so, and is itself again when there is less', async () => {
    await using served = await Served.open(overloaded);
    const ask = async (path: string, method = 'GET') => {
      const response = await fetch(`${served.url}/things/v1${path}`, { method });
      return [response.status, response.headers.get('retry-after'), response.headers.get('content-type')];
    };
    const health = () => served.limits.subsystem.health.value;
    const refused = [503, '1', 'application/problem+json'];
    expect([await ask('/things'), health().state]).toEqual([[200, null, 'application/json'], 'ACTIVE']);
    late(served, 501);
    expect(health()).toEqual({ state: 'SUSPENDED', reason: expect.stringContaining('http.limits.lagMs') });
    expect(await ask('/things')).toEqual(refused);
    expect(await ask('/things/1', 'PUT')).toEqual(refused);
    expect(await ask('/things/1')).toEqual([200, null, 'application/json']);
    expect(await ask('/things/1?x=1')).toEqual([400, null, 'application/problem+json']);
    late(served, 0);
    expect([await ask('/things'), health().state]).toEqual([[200, null, 'application/json'], 'ACTIVE']);
    expect(served.limits.counters).toMatchObject({ overload: 2, reads: 0 });
  });

  it('finds it out by itself, and answers what is urgent meanwhile', async () => {
    const handlers = new Map(thingsApi().handlers);
    handlers.set('Things_GET', () => {
      const until = performance.now() + 40;
      while (performance.now() < until); // what is not urgent costs a lot
      return { status: 200, body: {} };
    });
    await using served = await Served.open({
      api: { ...thingsApi(), handlers },
      urgent: ['ThingsId_GET'],
      limits: { lagMs: 100 },
    });
    const sockets = await Promise.all(Array.from({ length: 10 }, () => served.connect()));
    let statuses: number[] = [];
    for (const socket of sockets) {
      socket.on('error', () => socket.destroy());
      socket.on('data', (data: Buffer) => {
        statuses.push(Number(/^HTTP\/1\.1 (\d+)/.exec(data.toString('latin1'))?.[1]));
        if (!statuses.includes(503)) socket.write(served.get('/things'));
        else socket.end();
      });
      socket.write(served.get('/things'));
    }
    await once(sockets[0] ?? (served.limits.connections as never), 'close');
    expect(statuses).toContain(503);
    expect(answersIn(await served.raw(served.get('/things/1', 'Connection: close\r\n'))).map(({ status }) => status)).toEqual([
      200,
    ]);
    statuses = [];
    for (const socket of sockets) await rest(socket);
  });
});
