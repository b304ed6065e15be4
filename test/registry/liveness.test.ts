import { describe, expect, it } from '@jest/globals';
import { ManualClock } from '../manual-clock.js';
import { FakeState } from './fake-state.js';
import { anything, openPlatform, serviceRequest } from './platform.js';

/** Somebody may set the machine's clock; how much time passes is another matter. */
class JumpingClock extends ManualClock {
  aheadMs = 0;
  timers = 0;

  override now(): number {
    return super.now() + this.aheadMs;
  }

  override every(ms: number, task: () => void): Disposable {
    this.timers++;
    return super.every(ms, task);
  }

  override sleep(ms: number, signal?: AbortSignal): Promise<void> {
    this.timers++;
    return super.sleep(ms, signal);
  }
}

type Options = NonNullable<Parameters<typeof openPlatform>[0]>;

/** A registry that is swept every second, as in the gateway, and one service whose interval is 10 s unless told otherwise. */
async function setUp(livenessInterval = 10, options: Options = {}) {
  const clock = new JumpingClock();
  const platform = await openPlatform({ clock, ...options });
  const { services, told } = platform;
  clock.every(1000, () => void services.sweep());
  const request = (changes = {}) => serviceRequest({ livenessInterval, ...changes });
  const { info } = await services.register('app', request(), true, anything);
  const id = info.serInstanceId;
  return {
    ...platform,
    clock,
    id,
    request,
    state: platform.state,
    service: () => services.get(id).info,
    heartbeat: () => services.heartbeat('app', id, anything),
    changes: () => told.map(({ changeType, service }) => `${changeType} ${service.info.state}`).slice(1),
  };
}

/** Starts again on what an earlier registry has kept. */
async function restart(state: FakeState, id: string, options: Options = {}) {
  const clock = new ManualClock();
  const platform = await openPlatform({ clock, state, ...options });
  clock.every(1000, () => void platform.services.sweep());
  return {
    ...platform,
    clock,
    service: () => platform.services.get(id).info,
    heartbeat: () => platform.services.heartbeat('app', id, anything),
  };
}

type Set = Awaited<ReturnType<typeof setUp>>;

describe('The interval of signs of life', () => {
  it.each([
    [0, 60, 'is the platform’s choice when the service leaves it to it'],
    [1, 5, 'is no shorter than the platform wants'],
    [5, 5, 'is what is asked for, at the lower bound'],
    [30, 30, 'is what is asked for'],
    [100, 100, 'is what is asked for, at the upper bound'],
    [86_400, 100, 'is no longer than the platform wants'],
  ])('asked for as %i s becomes %i s: it %s', async (asked, given) => {
    const { service, state, services, id } = await setUp(asked);
    expect(service().livenessInterval).toBe(given);
    expect(state.documents.get(`services/${id}`)).toMatchObject({ info: { livenessInterval: given } });
    expect(services.liveness('app', id)).toMatchObject({ interval: given, state: 'ACTIVE' });
  });

  it('is negotiated anew with every PUT', async () => {
    const { services, id, request, service } = await setUp(30);
    await services.replace('app', id, request({ livenessInterval: 0 }), anything);
    expect(service().livenessInterval).toBe(60);
  });

  it('is not there for a service that offers none, and nobody waits for that one', async () => {
    const clock = new JumpingClock();
    const { services } = await openPlatform({ clock });
    const { info } = await services.register('app', serviceRequest(), true, anything);
    await clock.advance(1_000_000);
    await services.sweep();
    expect(services.get(info.serInstanceId).info).toEqual(info);
    expect(services.liveness('app', info.serInstanceId)).toBeUndefined();
  });

  it('is told with the next heartbeat, once, when another configuration has made it shorter', async () => {
    const { state, id } = await setUp(60);
    const shorter = { liveness: { min: 5, max: 20, chosen: 10 } };
    const again = await restart(state, id, shorter);
    expect(again.service().livenessInterval).toBe(20);
    expect(await again.heartbeat()).toMatchObject({ interval: 20, state: 'ACTIVE' });
    expect(await again.heartbeat()).toBeUndefined();
    expect(again.told).toEqual([]);
    const later = await restart(state, id, shorter);
    expect(await later.heartbeat()).toBeUndefined();
  });

  it('is told also when it is again what it was before it was told as another', async () => {
    const { state, id } = await setUp(10);
    const longer = await restart(state, id, { liveness: { min: 50, max: 100, chosen: 60 } });
    expect(await longer.heartbeat()).toMatchObject({ interval: 50 });
    const back = await restart(state, id, { liveness: { min: 5, max: 20, chosen: 10 } });
    expect(await back.heartbeat()).toMatchObject({ interval: 20 });
  });

  it('is not told again by a heartbeat when a PUT has told it', async () => {
    const { state, id, request } = await setUp(60);
    const again = await restart(state, id, { liveness: { min: 5, max: 20, chosen: 10 } });
    await again.services.replace('app', id, request(), anything);
    expect(await again.heartbeat()).toBeUndefined();
  });

  it('is told later when it cannot be kept now, and the sign of life counts all the same', async () => {
    const { state, id } = await setUp(60);
    const again = await restart(state, id, { liveness: { min: 5, max: 20, chosen: 10 } });
    await again.clock.advance(15_000);
    state.failing = true;
    await expect(again.heartbeat()).rejects.toMatchObject({ code: 'unavailable' });
    state.failing = false;
    await again.clock.advance(15_000);
    expect(again.service().state).toBe('ACTIVE');
    expect(await again.heartbeat()).toMatchObject({ interval: 20 });
  });
});

describe('A service of which nothing is heard', () => {
  it('is ACTIVE for its interval and a second, and SUSPENDED a second later at the latest', async () => {
    const { clock, service, changes } = await setUp();
    await clock.advance(10_999);
    expect(service().state).toBe('ACTIVE');
    await clock.advance(1_001);
    expect(service().state).toBe('SUSPENDED');
    expect(changes()).toEqual(['STATE_CHANGED SUSPENDED']);
  });

  it('is SUSPENDED once, and its subscribers hear of it once', async () => {
    const { clock, changes, subscriptions, outbox, services } = await setUp();
    const subscriptionType = 'SerAvailabilityNotificationSubscription';
    const { subscriptionId } = await subscriptions.create('app', { subscriptionType }, anything);
    await clock.advance(200_000);
    await services.sweep();
    expect(changes()).toEqual(['STATE_CHANGED SUSPENDED']);
    expect(
      outbox
        .find(subscriptionId)
        ?.next(9)
        .map(({ notice }) => notice),
    ).toMatchObject([{ changeType: 'STATE_CHANGED', state: 'SUSPENDED' }]);
  });

  it('is ACTIVE again with the first heartbeat, which tells it so; the next ones have nothing to tell', async () => {
    const { clock, service, changes, heartbeat, services, id } = await setUp();
    await clock.advance(12_000);
    const heardAt = clock.now();
    expect(await heartbeat()).toEqual({ state: 'ACTIVE', interval: 10, heardAt });
    expect(service().state).toBe('ACTIVE');
    expect(changes()).toEqual(['STATE_CHANGED SUSPENDED', 'STATE_CHANGED ACTIVE']);
    await clock.advance(5_000);
    expect(await heartbeat()).toBeUndefined();
    expect(services.liveness('app', id)).toEqual({ state: 'ACTIVE', interval: 10, heardAt: heardAt + 5_000 });
    await clock.advance(12_000);
    expect(service().state).toBe('SUSPENDED');
  });

  it('was heard of last when it was, not when it was SUSPENDED', async () => {
    const { clock, services, id } = await setUp();
    const registeredAt = clock.now();
    await clock.advance(50_000);
    expect(services.liveness('app', id)).toEqual({ state: 'SUSPENDED', interval: 10, heardAt: registeredAt });
  });

  it('stays ACTIVE as long as heartbeats come in time', async () => {
    const { clock, changes, heartbeat } = await setUp();
    for (let beat = 0; beat < 50; beat++) {
      await clock.advance(10_900);
      expect(await heartbeat()).toBeUndefined();
    }
    expect(changes()).toEqual([]);
  });

  it('is alive when it is replaced by PUT', async () => {
    const { clock, changes, services, id, request } = await setUp();
    for (let put = 0; put < 3; put++) {
      await clock.advance(10_900);
      await services.replace('app', id, request(), anything);
    }
    expect(changes()).toEqual([]);
    await clock.advance(12_000);
    await services.replace('app', id, request(), anything);
    expect(changes()).toEqual(['STATE_CHANGED SUSPENDED', 'STATE_CHANGED ACTIVE']);
  });

  it('is not waited for while it is INACTIVE, and has no heart to beat', async () => {
    const { clock, changes, services, id, request, heartbeat } = await setUp();
    await services.replace('app', id, request({ state: 'INACTIVE' }), anything);
    await clock.advance(500_000);
    await expect(heartbeat()).rejects.toMatchObject({ code: 'conflict' });
    expect(changes()).toEqual(['STATE_CHANGED INACTIVE']);
    await services.replace('app', id, request(), anything);
    await clock.advance(10_999);
    expect(changes()).toHaveLength(2);
    await clock.advance(1_001);
    expect(changes()).toEqual(['STATE_CHANGED INACTIVE', 'STATE_CHANGED ACTIVE', 'STATE_CHANGED SUSPENDED']);
  });

  it('is not waited for when it is gone, or offers no signs of life any more', async () => {
    const { clock, changes, services, id } = await setUp();
    await services.replace('app', id, serviceRequest(), anything);
    const other = await services.register('app', serviceRequest({ livenessInterval: 10 }), true, anything);
    await services.deregister('app', other.info.serInstanceId, anything);
    await clock.advance(500_000);
    expect(changes()).toEqual(['ATTRIBUTES_CHANGED ACTIVE', 'ADDED ACTIVE', 'REMOVED ACTIVE']);
  });

  it('lives as before when somebody sets the clock of the machine', async () => {
    const { clock, changes } = await setUp();
    clock.aheadMs = 86_400_000;
    await clock.advance(10_999);
    expect(changes()).toEqual([]);
    clock.aheadMs = -86_400_000;
    await clock.advance(1_001);
    expect(changes()).toEqual(['STATE_CHANGED SUSPENDED']);
  });

  it('has a whole interval again after a restart', async () => {
    const { clock, state, id } = await setUp();
    await clock.advance(9_000);
    const again = await restart(state, id);
    await again.clock.advance(10_999);
    expect(again.service().state).toBe('ACTIVE');
    await again.clock.advance(1_001);
    expect(again.service().state).toBe('SUSPENDED');
  });

  it('is SUSPENDED after the restart too, says one moment at which it was heard of, and is ACTIVE again when it is', async () => {
    const { clock, state, id } = await setUp();
    await clock.advance(12_000);
    const again = await restart(state, id);
    const before = again.services.liveness('app', id);
    await again.clock.advance(100_000);
    expect(again.services.liveness('app', id)).toEqual(before);
    expect(again.told).toEqual([]);
    expect(await again.heartbeat()).toMatchObject({ state: 'ACTIVE' });
    expect(again.told).toHaveLength(1);
  });

  it('has a failure that nobody foresaw told, and is SUSPENDED later all the same', async () => {
    const clock = new ManualClock();
    const { services, state } = await openPlatform({ clock });
    const { info } = await services.register('app', serviceRequest({ livenessInterval: 10 }), true, anything);
    const commit = state.commit.bind(state);
    state.commit = () => Promise.reject(new TypeError('a mistake'));
    await clock.advance(11_000);
    await expect(services.sweep()).rejects.toThrow('a mistake');
    state.commit = commit;
    await clock.advance(5_000);
    await services.sweep();
    expect(services.get(info.serInstanceId).info.state).toBe('SUSPENDED');
  });

  it('stays what it was while the disk fails, and is SUSPENDED within seconds after it works again', async () => {
    const { clock, changes, service, state } = await setUp(100);
    state.failing = true;
    await clock.advance(150_000);
    expect([service().state, changes()]).toEqual(['ACTIVE', []]);
    state.failing = false;
    await clock.advance(6_000);
    expect(changes()).toEqual(['STATE_CHANGED SUSPENDED']);
  });

  it('is not SUSPENDED when it was heard of while the disk failed', async () => {
    const { clock, changes, state, heartbeat } = await setUp();
    state.failing = true;
    await clock.advance(12_000);
    expect(await heartbeat()).toBeUndefined();
    state.failing = false;
    await clock.advance(10_999);
    expect(changes()).toEqual([]);
  });

  it('is SUSPENDED still when its coming back cannot be kept', async () => {
    const { clock, changes, state, heartbeat, service } = await setUp();
    await clock.advance(12_000);
    state.failing = true;
    await expect(heartbeat()).rejects.toMatchObject({ code: 'unavailable' });
    expect(service().state).toBe('SUSPENDED');
    state.failing = false;
    await heartbeat();
    expect(changes()).toEqual(['STATE_CHANGED SUSPENDED', 'STATE_CHANGED ACTIVE']);
  });

  it('is SUSPENDED however much it says of itself', async () => {
    const { clock, service, services, id, request } = await setUp();
    const { length } = JSON.stringify({ ...service(), version: '' });
    await services.replace('app', id, request({ version: 'x'.repeat(2_000 - length) }), anything);
    await clock.advance(12_000);
    expect(service().state).toBe('SUSPENDED');
  });

  it('is heard of at once, whatever others wait for', async () => {
    const { clock, state, services, heartbeat, service } = await setUp();
    state.held = new Promise(() => undefined);
    void services.register('app', serviceRequest({ serName: 'slow' }), true, anything);
    for (let beat = 0; beat < 10; beat++) {
      await clock.advance(9_000);
      expect(await heartbeat()).toBeUndefined();
    }
    expect(service().state).toBe('ACTIVE');
  });

  it('is told that it is back when its heartbeat comes while it is being SUSPENDED', async () => {
    const { clock, state, heartbeat, changes } = await setUp();
    let letGo = () => {};
    state.held = new Promise((resolve) => (letGo = resolve));
    await clock.advance(12_000);
    const late = heartbeat();
    letGo();
    expect(await late).toMatchObject({ state: 'ACTIVE' });
    expect(changes()).toEqual(['STATE_CHANGED SUSPENDED', 'STATE_CHANGED ACTIVE']);
  });

  it.each([
    ['a heartbeat', ({ heartbeat }: Set) => heartbeat()],
    ['a PUT', ({ services, id, request }: Set) => services.replace('app', id, request(), anything)],
    ['a PUT that takes the interval away', ({ services, id }: Set) => services.replace('app', id, serviceRequest(), anything)],
  ])('is not SUSPENDED when %s has waited for its turn longer than the interval', async (_what, live) => {
    const set = await setUp();
    const { clock, state, changes } = set;
    let letGo = () => {};
    state.held = new Promise((resolve) => (letGo = resolve));
    const slow = set.services.register('app', serviceRequest({ serName: 'slow' }), true, anything);
    await clock.advance(9_000);
    const living = live(set);
    await clock.advance(9_000);
    letGo();
    await Promise.all([slow, living]);
    await clock.advance(0);
    expect(changes().filter((change) => change.endsWith('SUSPENDED'))).toEqual([]);
  });
});

describe('Ten thousand services', () => {
  it('cost no timer of their own, and a sweep costs what is due', async () => {
    const count = 10_000;
    const bounds = {
      services: { perApplication: count, total: count, characters: 2_000 },
      subscriptions: { perApplication: 1, total: 1 },
      outbox: { perSubscriber: 10, total: 100 },
    };
    const clock = new JumpingClock();
    const { services, state, told } = await openPlatform({ clock, bounds });
    const { timers } = clock;
    for (let n = 0; n < count; n++)
      await services.register('app', serviceRequest({ livenessInterval: n === 0 ? 10 : 90 }), true, anything);
    expect(clock.timers).toBe(timers);
    told.length = 0;

    const commits: number[] = [];
    const commit = state.commit.bind(state);
    state.commit = (changes) => (commits.push(changes.length), commit(changes));
    await clock.advance(11_000);
    await services.sweep();
    expect(commits).toEqual([1]);
    await services.sweep();
    expect(commits).toEqual([1]);
    await clock.advance(80_000);
    await services.sweep();
    // a hundred at a time, so that others have their turn
    expect([commits.length, Math.max(...commits)]).toEqual([1 + Math.ceil((count - 1) / 100), 100]);
    expect(told).toHaveLength(count);
    expect(services.list().every(({ info }) => info.state === 'SUSPENDED')).toBe(true);
  });
});
