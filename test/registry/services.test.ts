import { describe, expect, it } from '@jest/globals';
import { GatewayError } from '../../src/errors.js';
import type { Service, ServiceInfoRequest } from '../../src/registry/service.js';
import { FakeState } from './fake-state.js';
import { anything, OWN, openPlatform, serviceRequest } from './platform.js';

const request = serviceRequest;

async function setUp(state = new FakeState()) {
  const platform = await openPlatform({ state });
  const changes = () =>
    platform.told.map(({ changeType, service }) => `${changeType} ${service.info.serName} ${service.info.state}`);
  return { ...platform, changes };
}

describe('A service of an application', () => {
  it('is there, kept and told of when it is registered', async () => {
    const { state, services, told } = await setUp();
    const service = await services.register('app-1', request(), true, anything);
    expect(service).toMatchObject({ appInstanceId: 'app-1', info: { ...request(), serInstanceId: service.info.serInstanceId } });
    expect(services.list()).toEqual([service]);
    expect(services.get(service.info.serInstanceId, 'app-1')).toBe(service);
    expect(state.documents.size).toBe(1);
    expect(told).toEqual([{ changeType: 'ADDED', service }]);
  });

  it('is not there for another application', async () => {
    const { services } = await setUp();
    const { info } = await services.register('app-1', request(), true, anything);
    expect(() => services.get(info.serInstanceId, 'app-2')).toThrow('of application app-2');
    const notFound = { code: 'notFound' };
    await expect(services.replace('app-2', info.serInstanceId, request(), anything)).rejects.toMatchObject(notFound);
    await expect(services.deregister('app-2', info.serInstanceId, anything)).rejects.toMatchObject(notFound);
    await expect(services.deregister('app-1', 'nothing', anything)).rejects.toMatchObject(notFound);
    expect(services.list()).toHaveLength(1);
  });

  it('is what it was, and nobody is told, when a change cannot be kept', async () => {
    const { state, services, told } = await setUp();
    const service = await services.register('app-1', request(), true, anything);
    const list = services.list();
    state.failing = true;
    const unavailable = { code: 'unavailable' };
    await expect(services.register('app-1', request(), true, anything)).rejects.toMatchObject(unavailable);
    await expect(
      services.replace('app-1', service.info.serInstanceId, request({ state: 'INACTIVE' }), anything),
    ).rejects.toMatchObject(unavailable);
    await expect(services.deregister('app-1', service.info.serInstanceId, anything)).rejects.toMatchObject(unavailable);
    expect(services.list()).toBe(list);
    expect(told).toHaveLength(1);
    state.failing = false;
    await services.deregister('app-1', service.info.serInstanceId, anything);
    expect(services.list()).toEqual([]);
  });

  it('is not there before it is kept', async () => {
    const { state, services, told } = await setUp();
    let keep = () => {};
    state.held = new Promise((resolve) => (keep = resolve));
    const registering = services.register('app-1', request(), true, anything);
    await Promise.resolve();
    expect([services.list(), told]).toEqual([[], []]);
    keep();
    await registering;
    expect(services.list()).toHaveLength(1);
  });

  it('is local to a subscriber when it is on this host, or offered to the whole system', async () => {
    const { services, subscriptions, outbox } = await setUp();
    const subscribe = (isLocal: boolean) =>
      subscriptions.create(
        'app-2',
        { subscriptionType: 'SerAvailabilityNotificationSubscription', filteringCriteria: { isLocal } },
        anything,
      );
    const [near, far] = [await subscribe(true), await subscribe(false)];
    const pending = () => [near, far].map(({ subscriptionId }) => outbox.find(subscriptionId)?.status.pending);
    await services.register('app-1', request(), true, anything);
    expect(pending()).toEqual([1, 0]);
    await services.register('app-1', request({ scopeOfLocality: 'MEC_SYSTEM' }), false, anything);
    expect(pending()).toEqual([2, 0]);
    await services.register('app-1', request(), false, anything);
    expect(pending()).toEqual([2, 1]);
  });

  it('is changed by exactly one of those who saw it in the same state', async () => {
    const { services, told } = await setUp();
    const seen = await services.register('app-1', request(), true, anything);
    const unchanged = (present: Service) => {
      if (present !== seen) throw new GatewayError('preconditionFailed', 'it has changed');
    };
    const outcomes = await Promise.allSettled([
      ...['a', 'b', 'c'].map((version) => services.replace('app-1', seen.info.serInstanceId, request({ version }), unchanged)),
      services.deregister('app-1', seen.info.serInstanceId, unchanged),
    ]);
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected', 'rejected']);
    expect(services.list()).toMatchObject([{ info: { version: 'a' } }]);
    expect(told).toHaveLength(2);
  });

  it.each<[string, Partial<ServiceInfoRequest>, string[]]>([
    ['nothing at all', {}, []],
    ['the state', { state: 'INACTIVE' }, ['STATE_CHANGED plates INACTIVE']],
    ['an attribute', { version: '2.0' }, ['ATTRIBUTES_CHANGED plates ACTIVE']],
    ['both', { version: '2.0', state: 'INACTIVE' }, ['ATTRIBUTES_CHANGED plates INACTIVE']],
    ['the name', { serName: 'cars' }, ['ATTRIBUTES_CHANGED cars ACTIVE']],
    [
      'the order of the members',
      { transportInfo: Object.fromEntries(Object.entries(request().transportInfo).reverse()) as never },
      [],
    ],
  ])('that changes %s is told of as such', async (_what, change, expected) => {
    const { services, changes } = await setUp();
    const { info } = await services.register('app-1', request(), true, anything);
    await services.replace('app-1', info.serInstanceId, request(change), anything);
    expect(changes().slice(1)).toEqual(expected);
  });

  it('is REMOVED with what it was last', async () => {
    const { services, told } = await setUp();
    const { info } = await services.register('app-1', request(), true, anything);
    const last = await services.replace('app-1', info.serInstanceId, request({ state: 'INACTIVE' }), anything);
    await services.deregister('app-1', info.serInstanceId, anything);
    expect(told.at(-1)).toEqual({ changeType: 'REMOVED', service: last });
  });

  it('comes back after a restart, in the order in which it came', async () => {
    const { state, services } = await setUp();
    for (const serName of ['c', 'a', 'b']) await services.register('app-1', request({ serName }), true, anything);
    const first = services.list()[0]?.info.serInstanceId ?? '';
    await services.replace('app-1', first, request({ serName: 'c2' }), anything);
    state.reverse();
    const again = await setUp(state);
    expect(again.services.list()).toEqual(services.list());
    await again.services.register('app-2', request({ serName: 'd' }), true, anything);
    expect(again.services.list().map(({ info }) => info.serName)).toEqual(['c2', 'a', 'b', 'd']);
    expect(again.changes()).toEqual(['ADDED d ACTIVE']);
  });

  it('is refused beyond the bounds, and accepted when there is room again', async () => {
    const { services } = await setUp();
    for (let n = 0; n < 3; n++) await services.register('app-1', request(), true, anything);
    await expect(services.register('app-1', request(), true, anything)).rejects.toThrow('has 3 services already');
    for (let n = 0; n < 2; n++) await services.register('app-2', request(), true, anything);
    await expect(services.register('app-3', request(), true, anything)).rejects.toMatchObject({
      code: 'forbidden',
      message: 'the registry is full: it takes 5 services',
    });
    await services.deregister('app-2', services.list()[4]?.info.serInstanceId ?? '', anything);
    await services.register('app-3', request(), true, anything);
    expect(services.list()).toHaveLength(5);
  });

  it('is refused when it has much more to say than a service has', async () => {
    const { services } = await setUp();
    const large = request({ version: 'x'.repeat(2_000) });
    await expect(services.register('app-1', large, true, anything)).rejects.toMatchObject({ code: 'tooLarge' });
    const { info } = await services.register('app-1', request(), true, anything);
    await expect(services.replace('app-1', info.serInstanceId, large, anything)).rejects.toMatchObject({ code: 'tooLarge' });
    expect(services.list()).toMatchObject([{ info: { version: '1.0' } }]);
  });

  it('is in a list that stays the same until one changes', async () => {
    const { services } = await setUp();
    await services.register('app-1', request(), true, anything);
    const list = services.list();
    expect(services.list()).toBe(list);
    await services.register('app-1', request(), true, anything);
    expect(services.list()).not.toBe(list);
  });
});

describe('A service of the gateway itself', () => {
  const own = (state: 'ACTIVE' | 'SUSPENDED', version = '1', serInstanceId = 'lens') => ({
    ...request({ serName: serInstanceId, state, version }),
    serInstanceId,
  });

  it('is offered, and follows its hardware', async () => {
    const { services, changes } = await setUp();
    await services.offer(OWN, [own('ACTIVE')]);
    await services.offer(OWN, [own('ACTIVE')]);
    await services.offer(OWN, [own('SUSPENDED')]);
    await services.offer(OWN, [own('ACTIVE', '2')]);
    expect(changes()).toEqual(['ADDED lens ACTIVE', 'STATE_CHANGED lens SUSPENDED', 'ATTRIBUTES_CHANGED lens ACTIVE']);
    expect(services.list()).toMatchObject([{ appInstanceId: OWN, onHost: true, info: { state: 'ACTIVE', version: '2' } }]);
  });

  it('is told of only when it is another than before the restart, and is gone when it is offered no more', async () => {
    const { state, services } = await setUp();
    await services.offer(OWN, [own('ACTIVE'), own('ACTIVE', '1', 'radio'), own('ACTIVE', '1', 'second lens')]);
    const again = await setUp(state);
    await again.services.offer(OWN, [own('ACTIVE'), own('SUSPENDED', '1', 'radio')]);
    expect(again.changes()).toEqual(['REMOVED second lens ACTIVE', 'STATE_CHANGED radio SUSPENDED']);
  });

  it('is what its hardware is, also when that cannot be kept', async () => {
    const { state, services, changes } = await setUp();
    await services.offer(OWN, [own('ACTIVE')]);
    state.failing = true;
    await services.offer(OWN, [own('SUSPENDED')]);
    expect(services.list()).toMatchObject([{ info: { state: 'SUSPENDED' } }]);
    expect(changes()).toEqual(['ADDED lens ACTIVE', 'STATE_CHANGED lens SUSPENDED']);
  });

  it('waits for no disk that hangs, and is told of in its place when that disk has failed', async () => {
    const { state, services, subscriptions, outbox, changes } = await setUp();
    const subscriptionType = 'SerAvailabilityNotificationSubscription';
    const { subscriptionId } = await subscriptions.create('app', { subscriptionType }, anything);
    await services.offer(OWN, [own('ACTIVE')]);
    let letGo = () => {};
    state.held = new Promise((resolve) => (letGo = resolve));
    const slow = services.register('app-1', request(), true, anything);
    const first = services.offer(OWN, [own('SUSPENDED'), own('ACTIVE', '1', 'radio')]);
    const second = services.offer(OWN, [own('ACTIVE'), own('ACTIVE', '1', 'radio')]);
    expect(services.list()).toMatchObject([{ info: { state: 'ACTIVE' } }, { info: { serName: 'radio' } }]);
    expect(changes().slice(1)).toEqual(['STATE_CHANGED lens SUSPENDED', 'ADDED radio ACTIVE', 'STATE_CHANGED lens ACTIVE']);
    state.failing = true;
    letGo();
    await expect(slow).rejects.toMatchObject({ code: 'unavailable' });
    await Promise.all([first, second]);
    const told = outbox.find(subscriptionId)?.next(10) ?? [];
    expect(told.map(({ notice }) => (notice.kind === 'service' ? `${notice.serName} ${notice.state}` : ''))).toEqual([
      'lens ACTIVE',
      'lens SUSPENDED',
      'radio ACTIVE',
      'lens ACTIVE',
    ]);
    expect(told.map(({ seq }) => seq)).toEqual(told.map(({ seq }) => seq).toSorted((a, b) => a - b));
  });

  it('has no number that another has which was on its way to the disk', async () => {
    const { state, services } = await setUp();
    let letGo = () => {};
    state.held = new Promise((resolve) => (letGo = resolve));
    const others = services.register('app-1', request(), true, anything);
    await new Promise(setImmediate);
    const ours = services.offer(OWN, [own('ACTIVE')]);
    letGo();
    await Promise.all([others, ours]);
    expect(new Set(services.list().map(({ number }) => number)).size).toBe(2);
  });

  it('is for no application to change, nor can one pass for the gateway', async () => {
    const { applications } = await setUp();
    const forbidden = { code: 'forbidden', message: expect.stringContaining('the gateway itself') };
    expect(() => applications.admit(OWN)).toThrow(expect.objectContaining(forbidden));
    expect(() => applications.requireKnown(OWN)).not.toThrow();
  });
});
