import { describe, expect, it } from '@jest/globals';
import { anonymous, type Grant } from '../../src/auth/grants.js';
import type { Quotas } from '../../src/auth/tenant.js';
import { GatewayError } from '../../src/errors.js';
import { Accounts } from '../../src/metering/accounts.js';
import { Metering } from '../../src/metering/metering.js';
import { ManualClock } from '../manual-clock.js';
import { FakeState } from '../registry/fake-state.js';

const LIMITS = { readsPerSecond: 10, readBurst: 20, writesPerSecond: 5, writeBurst: 10 };

async function setUp(given: Quotas = {}, { state = new FakeState(), clock = new ManualClock() } = {}) {
  const reports: string[] = [];
  const quotas = { town: given };
  const quotasOf = (tenant: string) => quotas[tenant as 'town'] as Quotas | undefined;
  const report = (message: string) => void reports.push(message);
  const metering = await Metering.load({ state, clock, limits: LIMITS, quotasOf, report });
  const refusal = (task: () => unknown) => {
    try {
      task();
      return 'none';
    } catch (error) {
      return error instanceof GatewayError ? [error.code, error.message, error.retryAfterMs] : error;
    }
  };
  return { metering, state, clock, reports, quotas, refusal };
}

const grant = (client: string, tenant: string | undefined = 'town'): Grant => ({
  ...{ client, scopes: 'all', expires: Infinity, appInstanceIds: 'all', devices: 'all' },
  ...(tenant === '' ? {} : { tenant }),
});
/** How many of a hundred are let in. */
const letIn = (metering: Metering, who: Grant, method: string) =>
  Array.from({ length: 100 }, () => {
    try {
      return metering.admit(who, method);
    } catch {
      return undefined;
    }
  }).filter(Boolean).length;

describe('Metering', () => {
  it('lets each client ask so much, whatever others do, and the host as much as it likes', async () => {
    const { metering, clock, refusal } = await setUp();
    expect(letIn(metering, grant('a'), 'get')).toBe(20);
    expect(letIn(metering, grant('a'), 'post')).toBe(10);
    expect(letIn(metering, grant('b'), 'get')).toBe(20);
    expect(letIn(metering, grant('a', 'harbour'), 'get')).toBe(20);
    expect(letIn(metering, grant('a', ''), 'get')).toBe(100);
    const words = 'too many reads of this client: expected at most 10 in a second (auth.limits)';
    expect(refusal(() => metering.admit(grant('a'), 'get'))).toEqual(['tooManyRequests', words, 100]);
    await clock.advance(500);
    expect(letIn(metering, grant('a'), 'get')).toBe(5);
    expect(metering.admit(anonymous, 'get')).toBeUndefined();
  });

  it('lets the clients of a tenant ask so much together', async () => {
    const { metering, clock, quotas, refusal } = await setUp({ readsPerSecond: 4, writesPerSecond: 0.1 });
    expect(letIn(metering, grant('a'), 'get')).toBe(8);
    const words = 'too many reads of the tenant town: expected at most 4 in a second (its quota readsPerSecond)';
    expect(refusal(() => metering.admit(grant('b'), 'get'))).toEqual(['tooManyRequests', words, 250]);
    expect(letIn(metering, grant('b'), 'put')).toBe(1);
    expect(letIn(metering, grant('b', 'harbour'), 'get')).toBe(20);
    await clock.advance(10_000);
    expect(letIn(metering, grant('a'), 'put')).toBe(1);
    quotas.town = {};
    expect(letIn(metering, grant('b'), 'get')).toBe(20);
  });

  it('gives places until there are no more, and again when one was given back', async () => {
    const { metering, refusal } = await setUp({ eventReaders: 1, streams: 2 });
    const first = metering.take('Events_GET', grant('a'), undefined);
    const words = 'the tenant town has 1 readers of events already (its quota eventReaders)';
    expect(refusal(() => metering.take('Events_GET', grant('b'), undefined))).toEqual(['forbidden', words, undefined]);
    expect(metering.take('CameraStream_GET', grant('b'), undefined)?.isPlace).toBe(true);
    expect(metering.take('Events_GET', grant('b', ''), undefined)).toBeDefined();
    expect(metering.take('Tags_GET', grant('b'), undefined)).toBeUndefined();
    first?.giveBack();
    first?.giveBack();
    expect(metering.take('Events_GET', grant('b'), undefined)).toBeDefined();
    expect(refusal(() => metering.take('Events_GET', grant('b'), undefined))).toContain('forbidden');
    expect(metering.list().map(({ client, refused }) => [client, refused])).toEqual([
      ['a', 0],
      ['b', 2],
      ['b', 0],
    ]);
  });

  it('takes so many points a day, also over a restart, and those back that were not added', async () => {
    const { metering, state, clock, refusal } = await setUp({ pointsPerDay: 10 });
    const add = (by: Metering, count: number) => by.take('Readings_POST', grant('a'), Array.from({ length: count }));
    add(metering, 6);
    add(metering, 4)?.giveBack();
    expect(refusal(() => add(metering, 11))).toEqual([
      'forbidden',
      'the tenant town may add 10 points a day (its quota pointsPerDay)',
      undefined,
    ]);
    expect(refusal(() => add(metering, 5))).toEqual([
      'tooManyRequests',
      'the tenant town may add 10 points a day (its quota pointsPerDay), and has added 6 today',
      // it is noon
      43_200_000,
    ]);
    await metering[Symbol.asyncDispose]();
    const again = (await setUp({ pointsPerDay: 10 }, { state, clock })).metering;
    expect(refusal(() => add(again, 5))).toContain('tooManyRequests');
    expect(refusal(() => add(again, 4))).toBe('none');
    expect(again.list()).toMatchObject([{ tenant: 'town', client: 'a', points: 10, refused: 3 }]);
    await clock.advance(43_200_000);
    expect(refusal(() => add(again, 10))).toBe('none');
  });

  it('keeps what was counted once a minute and at the end, only what is new, and again what could not be kept', async () => {
    const { metering, state, clock, reports } = await setUp();
    metering.admit(grant('a'), 'get')?.count('bytesSent', 100);
    metering.admit(grant('a', ''), 'post');
    state.failing = true;
    await clock.advance(60_000);
    expect(reports).toEqual(['what clients use cannot be kept: the disk is full']);
    state.failing = false;
    await clock.advance(60_000);
    const since = clock.now() - 120_000;
    const nothing = { reads: 0, writes: 0, refused: 0, bytesSent: 0, points: 0 };
    const used = [
      { ...nothing, number: 1, tenant: 'town', client: 'a', since, reads: 1, bytesSent: 100 },
      { ...nothing, number: 2, tenant: 'host', client: 'a', since, writes: 1 },
    ];
    expect((await setUp({}, { state, clock })).metering.list()).toEqual(used);
    state.failing = true;
    await clock.advance(60_000);
    expect(reports).toHaveLength(1);
    state.failing = false;
    metering.admit(grant('a'), 'get');
    await metering[Symbol.asyncDispose]();
    expect((await setUp({}, { state, clock })).metering.list()).toMatchObject([{ reads: 2 }, { writes: 1 }]);
  });

  it('forgets what a tenant has used', async () => {
    const { metering, state, clock } = await setUp({ pointsPerDay: 10 });
    metering.take('Readings_POST', grant('a'), [1]);
    metering.admit(grant('b', 'harbour'), 'get');
    await clock.advance(60_000);
    metering.forget('town');
    expect(metering.list()).toMatchObject([{ tenant: 'harbour' }]);
    await metering[Symbol.asyncDispose]();
    expect([...state.documents.keys()]).toEqual(['usage/harbour b']);
  });
});

describe('Accounts', () => {
  it('are bounded, and the sums of a tenant stay right', () => {
    const clock = new ManualClock();
    const accounts = new Accounts(clock, 4);
    for (let at = 0; at < 50; at++) {
      const account = accounts.of(`t${at % 2}`, `c${at}`);
      account.usedAt = at;
      account.count('reads');
    }
    const listed = accounts.list().map(({ usage }) => usage);
    expect(listed.length).toBeLessThanOrEqual(6);
    for (const tenant of ['t0', 't1']) {
      const reads = listed.flatMap((one) => (one.tenant === tenant ? one.reads : []));
      expect(reads.reduce((a, b) => a + b)).toBe(25);
    }
    // those that were used last are still told apart
    expect(listed.map(({ client }) => client)).toEqual(expect.arrayContaining(['c48', 'c49', undefined]));
    const { changes } = accounts.take();
    expect(changes.filter(({ body }) => body !== undefined)).toHaveLength(listed.length);
  });

  it('count on where one was taken over', async () => {
    const { metering } = await setUp();
    const early = grant('early');
    metering.admit(early, 'get');
    for (let at = 0; at < 2_100; at++) metering.admit(grant(`c${at}`, 'harbour'), 'get');
    metering.admit(early, 'get');
    const ofTown = metering.list().filter(({ tenant }) => tenant === 'town');
    expect(ofTown.reduce((sum, { reads }) => sum + reads, 0)).toBe(2);
    expect(metering.list().length).toBeLessThanOrEqual(2_002);
  });
});
