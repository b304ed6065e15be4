import { describe, expect, it } from '@jest/globals';
import type { SubscriptionType } from '../../src/events/subscription.js';
import type { AppInfo, OperationAction } from '../../src/registry/application.js';
import { FakeState } from './fake-state.js';
import { anything, dnsRule, openPlatform, OWN, serviceRequest, trafficRule } from './platform.js';

type Platform = Awaited<ReturnType<typeof openPlatform>>;

const info = (changes: Partial<AppInfo> = {}): AppInfo => ({ appName: 'plates', appProvider: 'us', ...changes });
const named = { appName: 'plates' };
const managed = (appInstanceId: string) => ({
  appInstanceId,
  named,
  trafficRules: [trafficRule('t1'), trafficRule('t2', 'INACTIVE')],
  dnsRules: [dnsRule('d1')],
});
const rejectsAs = (code: string) => ({ code });

/** An application of the management that offers a service, knows of its end, and is watched by another. */
async function setUp(options: Parameters<typeof openPlatform>[0] = {}, hears = true) {
  const platform = await openPlatform(options);
  const { applications, services } = platform;
  await applications.create(managed('app'));
  await applications.confirmReady('app');
  await services.register('app', serviceRequest(), true, anything);
  if (hears) await subscribe(platform, 'app', 'AppTerminationNotificationSubscription');
  const watcher = await applications.register(info({ appName: 'watcher' }));
  const watching = await subscribe(platform, watcher.appInstanceId, 'SerAvailabilityNotificationSubscription');
  return { ...platform, watching };
}

async function subscribe({ subscriptions }: Platform, appInstanceId: string, subscriptionType: SubscriptionType) {
  const subscription = await subscriptions.create(
    appInstanceId,
    { subscriptionType, callbackReference: 'http://a.test/' },
    anything,
  );
  return subscription.subscriptionId;
}

/** What a subscriber was told, and has not had yet. */
function waiting({ outbox }: Platform, subscriptionId: string) {
  return outbox
    .find(subscriptionId)
    ?.next(100)
    .map(({ notice }) => notice);
}

/** Everything that is there of one application. */
function belongings({ services, subscriptions, trafficRules, dnsRules }: Platform, appInstanceId = 'app') {
  return {
    services: services.ofApplication(appInstanceId).length,
    subscriptions: subscriptions.ofApplication(appInstanceId).length,
    rules: [...trafficRules.ofApplication(appInstanceId), ...dnsRules.ofApplication(appInstanceId)].map(({ state }) => state),
  };
}

const nothing = { services: 0, subscriptions: 0, rules: [] };
const everything = { services: 1, subscriptions: 1, rules: ['ACTIVE', 'INACTIVE', 'ACTIVE'] };
const resting = { ...nothing, rules: ['INACTIVE', 'INACTIVE', 'INACTIVE'] };

function end(operationAction: OperationAction, maxGracefulTimeout = 10) {
  return { operationAction, maxGracefulTimeout };
}

describe('An application that registers by itself', () => {
  it('is there, kept, and not ready before it says so', async () => {
    const { applications, state } = await openPlatform();
    const application = await applications.register(info({ appDId: 'd' }));
    expect(application).toMatchObject({
      origin: 'REGISTRATION',
      state: 'NOT_READY',
      named: { appName: 'plates', appProvider: 'us', appDId: 'd' },
      registration: info({ appDId: 'd' }),
    });
    expect(applications.list()).toEqual([application]);
    expect(applications.get(application.appInstanceId)).toBe(application);
    expect([...state.documents.keys()]).toEqual([`applications/${application.appInstanceId}`]);
    await applications.confirmReady(application.appInstanceId);
    expect(applications.get(application.appInstanceId).state).toBe('READY');
  });

  it('says later what it is by then, also to whoever looks at the list', async () => {
    const { applications } = await openPlatform();
    const { appInstanceId } = await applications.register(info());
    const later = await applications.replaceRegistration(appInstanceId, { appName: 'cars' }, anything);
    expect(later).toMatchObject({ registration: { appName: 'cars' }, named: { appName: 'cars' } });
    expect(later.named).toEqual({ appName: 'cars' });
    expect(applications.registered(appInstanceId).registration).toEqual({ appName: 'cars' });
  });

  it('goes with everything that belongs to it when it says so', async () => {
    const platform = await openPlatform();
    const { applications, services, state, told } = platform;
    const { appInstanceId } = await applications.register(info());
    await services.register(appInstanceId, serviceRequest(), true, anything);
    await subscribe(platform, appInstanceId, 'SerAvailabilityNotificationSubscription');
    await applications.deregister(appInstanceId, anything);
    expect(applications.list()).toEqual([]);
    expect(belongings(platform, appInstanceId)).toEqual(nothing);
    expect(told.map(({ changeType }) => changeType)).toEqual(['ADDED', 'REMOVED']);
    await platform.clock.advance(2_000);
    expect([...state.documents.keys()]).toEqual([]);
    await expect(applications.deregister(appInstanceId, anything)).rejects.toMatchObject(rejectsAs('notFound'));
  });

  it('is what it was when it cannot be kept, or is not what somebody thinks it is', async () => {
    const { applications, state } = await openPlatform();
    const { appInstanceId } = await applications.register(info());
    const list = applications.list();
    const no = () => {
      throw new Error('no');
    };
    await expect(applications.replaceRegistration(appInstanceId, info(), no)).rejects.toThrow('no');
    await expect(applications.deregister(appInstanceId, no)).rejects.toThrow('no');
    state.failing = true;
    const failed = rejectsAs('unavailable');
    await expect(applications.register(info())).rejects.toMatchObject(failed);
    await expect(applications.create(managed('app'))).rejects.toMatchObject(failed);
    await expect(applications.replaceRegistration(appInstanceId, info(), anything)).rejects.toMatchObject(failed);
    await expect(applications.deregister(appInstanceId, anything)).rejects.toMatchObject(failed);
    await expect(applications.remove(appInstanceId)).rejects.toMatchObject(failed);
    await expect(applications.confirmReady(appInstanceId)).rejects.toMatchObject(failed);
    await expect(applications.terminate(appInstanceId, end('STOPPING'))).rejects.toMatchObject(failed);
    expect(applications.list()).toBe(list);
  });

  it('is refused beyond the bound, and when it has far too much to say', async () => {
    const { applications } = await openPlatform();
    const large = info({ appProfile: { text: 'x'.repeat(5_000) } });
    await expect(applications.register(large)).rejects.toMatchObject(rejectsAs('tooLarge'));
    for (let n = 0; n < 10; n++) await applications.register(info());
    await expect(applications.register(info())).rejects.toMatchObject(rejectsAs('forbidden'));
    await expect(applications.create(managed('app'))).rejects.toMatchObject(rejectsAs('forbidden'));
    const { appInstanceId = '' } = applications.list()[3] ?? {};
    await expect(applications.replaceRegistration(appInstanceId, large, anything)).rejects.toMatchObject(rejectsAs('tooLarge'));
    await applications.deregister(appInstanceId, anything);
    await applications.create(managed('app'));
  });
});

describe('An application that the management has made', () => {
  it('may say what it is, once, and then replaces it', async () => {
    const { applications } = await openPlatform();
    await applications.create(managed('app'));
    expect(() => applications.registered('app')).toThrow(expect.objectContaining(rejectsAs('notFound')));
    await expect(applications.replaceRegistration('app', info(), anything)).rejects.toMatchObject(rejectsAs('notFound'));
    await applications.registerManaged('app', info({ appName: 'own name' }));
    await expect(applications.registerManaged('app', info())).rejects.toMatchObject(rejectsAs('forbidden'));
    const later = await applications.replaceRegistration('app', info({ appName: 'other name' }), anything);
    expect(later).toMatchObject({ named: { appName: 'plates' }, registration: { appName: 'other name' } });
  });

  it('is none that registered by itself, nor one that nobody knows', async () => {
    const { applications } = await openPlatform();
    const { appInstanceId } = await applications.register(info());
    for (const id of [appInstanceId, 'nobody', '__proto__', OWN])
      await expect(applications.registerManaged(id, info())).rejects.toMatchObject(rejectsAs('invalid'));
  });

  it('stays, with its rules, when it takes back what it said, and can say it again', async () => {
    const platform = await setUp();
    const { applications, told } = platform;
    await applications.registerManaged('app', info());
    await applications.deregister('app', anything);
    expect(applications.get('app')).toMatchObject({ state: 'READY', origin: 'MANAGEMENT' });
    expect(applications.get('app').registration).toBeUndefined();
    expect(belongings(platform)).toEqual({ ...nothing, rules: everything.rules });
    expect(told.map(({ changeType }) => changeType)).toEqual(['ADDED', 'REMOVED']);
    await applications.registerManaged('app', info());
  });

  it('is there once', async () => {
    const { applications } = await openPlatform();
    await applications.create(managed('app'));
    await expect(applications.create(managed('app'))).rejects.toMatchObject(rejectsAs('conflict'));
    await expect(applications.create(managed(OWN))).rejects.toMatchObject(rejectsAs('conflict'));
    expect(applications.list()).toHaveLength(1);
  });

  it('is gone with everything at once when the management removes it', async () => {
    const platform = await setUp();
    await platform.applications.remove('app');
    expect(platform.applications.find('app')).toBeUndefined();
    expect(belongings(platform)).toEqual(nothing);
    expect(waiting(platform, platform.watching)).toMatchObject([{ changeType: 'REMOVED' }]);
    await platform.applications.create({ ...managed('app'), trafficRules: [], dnsRules: [] });
    expect(belongings(platform)).toEqual(nothing);
  });
});

describe('An application that is not ready', () => {
  it('may offer and subscribe, unless the platform wants it to be ready first', async () => {
    const { applications } = await openPlatform();
    const { appInstanceId } = await applications.register(info());
    expect(() => applications.admit(appInstanceId)).not.toThrow();
    const strict = await openPlatform({ requireReady: true });
    const { appInstanceId: id } = await strict.applications.register(info());
    expect(() => strict.applications.admit(id)).toThrow(expect.objectContaining(rejectsAs('forbidden')));
    await strict.applications.confirmReady(id);
    expect(() => strict.applications.admit(id)).not.toThrow();
    await strict.applications.terminate(id, end('STOPPING'));
    await strict.clock.advance(0);
    expect(() => strict.applications.admit(id)).toThrow(expect.objectContaining(rejectsAs('forbidden')));
    expect(() => strict.applications.admit('nobody')).toThrow(expect.objectContaining(rejectsAs('notFound')));
  });
});

describe('The end of an application', () => {
  it('is told to those who asked, and waits for goodbye', async () => {
    const platform = await setUp();
    const { applications, clock, subscriptions } = platform;
    const application = await applications.terminate('app', end('TERMINATING'));
    expect(application).toMatchObject({ state: 'TERMINATING', termination: end('TERMINATING') });
    const [subscription] = subscriptions.ofApplication('app');
    expect(waiting(platform, subscription?.subscriptionId ?? '')).toEqual([
      { kind: 'termination', appInstanceId: 'app', ...end('TERMINATING') },
    ]);
    await clock.advance(9_999);
    expect(belongings(platform)).toEqual(everything);
    await applications.confirmTermination('app', 'TERMINATING');
    expect(applications.find('app')).toBeUndefined();
    expect(belongings(platform)).toEqual(nothing);
    expect(waiting(platform, platform.watching)).toMatchObject([{ changeType: 'REMOVED', serName: 'plates' }]);
    await clock.advance(60_000);
    expect(platform.reports).toEqual([]);
  });

  it('comes when its time is over and nobody has said goodbye', async () => {
    const platform = await setUp();
    await platform.applications.terminate('app', end('TERMINATING', 3));
    await platform.clock.advance(2_999);
    expect(belongings(platform)).toEqual(everything);
    await platform.clock.advance(1);
    expect(platform.applications.find('app')).toBeUndefined();
    expect(belongings(platform)).toEqual(nothing);
    await expect(platform.applications.confirmTermination('app', 'TERMINATING')).rejects.toMatchObject(rejectsAs('notFound'));
  });

  it('comes at once when nobody has asked to be told', async () => {
    const platform = await setUp({}, false);
    await platform.applications.terminate('app', end('TERMINATING', 3_600));
    await platform.clock.advance(0);
    expect(platform.applications.find('app')).toBeUndefined();
    expect(belongings(platform)).toEqual(nothing);
  });

  it('leaves the instance when it is only stopped, with its rules INACTIVE, until it is ready again', async () => {
    const platform = await setUp();
    const { applications, trafficRules } = platform;
    await applications.terminate('app', end('STOPPING'));
    await applications.confirmTermination('app', 'STOPPING');
    expect(applications.get('app').state).toBe('STOPPED');
    expect(applications.get('app').termination).toBeUndefined();
    expect(belongings(platform)).toEqual(resting);
    await applications.confirmReady('app');
    expect(applications.get('app').state).toBe('READY');
    await trafficRules.replace('app', 't1', trafficRule('t1'), anything, anything);
    await applications.terminate('app', end('TERMINATING'));
    await platform.clock.advance(0);
    expect(belongings(platform)).toEqual(nothing);
  });

  it('is one commit: state, services, subscriptions, rules, and what others hear', async () => {
    const platform = await setUp();
    const commits: string[][] = [];
    const commit = platform.state.commit.bind(platform.state);
    platform.state.commit = (changes) => {
      commits.push(changes.map(({ collection, body }) => `${body === undefined ? 'no ' : ''}${collection}`).sort());
      return commit(changes);
    };
    await platform.applications.terminate('app', end('TERMINATING'));
    await platform.applications.confirmTermination('app', 'TERMINATING');
    expect(commits).toEqual([
      ['applications', 'notices'],
      [
        'no applications',
        'no deliveries',
        'no dns-rules',
        'no services',
        'no subscriptions',
        'no traffic-rules',
        'no traffic-rules',
        'notices',
      ],
    ]);
  });

  it('is asked for once', async () => {
    const { applications } = await setUp();
    await applications.terminate('app', end('STOPPING'));
    await expect(applications.terminate('app', end('TERMINATING'))).rejects.toMatchObject(rejectsAs('conflict'));
    expect(applications.get('app').state).toBe('STOPPING');
  });

  it('is not confirmed by a goodbye of another kind; a goodbye to nothing changes nothing', async () => {
    const { applications } = await setUp();
    const before = applications.get('app');
    await applications.confirmTermination('app', 'TERMINATING');
    expect(applications.get('app')).toBe(before);
    await applications.terminate('app', end('STOPPING'));
    await expect(applications.confirmTermination('app', 'TERMINATING')).rejects.toMatchObject(rejectsAs('conflict'));
    expect(applications.get('app').state).toBe('STOPPING');
    await applications.confirmReady('app');
    expect(applications.get('app').state).toBe('STOPPING');
  });

  it.each(['STOPPING', 'TERMINATING'] as const)('goes on after a restart in the middle: %s', async (action) => {
    const { state, applications } = await setUp();
    await applications.terminate('app', end(action));
    const again = await openPlatform({ state });
    expect(again.applications.get('app')).toMatchObject({ state: action, termination: end(action) });
    expect(belongings(again)).toEqual(everything);
    const [subscription] = again.subscriptions.ofApplication('app');
    expect(waiting(again, subscription?.subscriptionId ?? '')).toMatchObject([{ kind: 'termination', operationAction: action }]);
    await again.clock.advance(9_999);
    expect(belongings(again)).toEqual(everything);
    await again.clock.advance(1);
    expect(belongings(again)).toEqual(action === 'STOPPING' ? resting : nothing);
    expect((await openPlatform({ state })).applications.find('app')?.state).toBe(action === 'STOPPING' ? 'STOPPED' : undefined);
  });

  it('comes right after a restart when nobody has asked to be told', async () => {
    const state = new FakeState();
    const platform = await setUp({ state }, false);
    await platform.applications.terminate('app', end('TERMINATING'));
    const again = await openPlatform({ state });
    await again.clock.advance(0);
    expect(again.applications.find('app')).toBeUndefined();
  });

  it('is tried again, and reported, while it cannot be kept', async () => {
    const platform = await setUp();
    const { applications, clock, state, reports, told } = platform;
    await applications.terminate('app', end('TERMINATING', 3));
    state.failing = true;
    await clock.advance(7_999);
    expect(reports.filter((report) => report.includes('the end of application instance app'))).toHaveLength(1);
    expect(belongings(platform)).toEqual(everything);
    expect(applications.get('app').state).toBe('TERMINATING');
    expect(told).toHaveLength(1);
    await expect(applications.confirmTermination('app', 'TERMINATING')).rejects.toMatchObject(rejectsAs('unavailable'));
    state.failing = false;
    await clock.advance(1);
    expect(belongings(platform)).toEqual(nothing);
    expect(told.map(({ changeType }) => changeType)).toEqual(['ADDED', 'REMOVED']);
  });

  it('comes once, also when goodbye is said while its time runs out', async () => {
    const platform = await setUp();
    const { applications, clock, state, told } = platform;
    await applications.terminate('app', end('TERMINATING', 3));
    let letGo = () => {};
    state.held = new Promise((resolve) => (letGo = resolve));
    const goodbye = applications.confirmTermination('app', 'TERMINATING');
    await clock.advance(5_000);
    letGo();
    await goodbye;
    await clock.advance(5_000);
    expect(told.map(({ changeType }) => changeType)).toEqual(['ADDED', 'REMOVED']);
  });

  it('of an earlier instance is none of a new one that has the same name', async () => {
    const platform = await setUp();
    const { applications, clock } = platform;
    await applications.terminate('app', end('TERMINATING', 10));
    await clock.advance(5_000);
    await applications.remove('app');
    await applications.create(managed('app'));
    await subscribe(platform, 'app', 'AppTerminationNotificationSubscription');
    await applications.terminate('app', end('TERMINATING', 20));
    await clock.advance(19_999);
    expect(applications.get('app').state).toBe('TERMINATING');
    await clock.advance(1);
    expect(applications.find('app')).toBeUndefined();
  });

  it('is waited for no longer when its application deregisters, for nobody is left to say goodbye', async () => {
    const platform = await setUp();
    const { applications, clock } = platform;
    await applications.registerManaged('app', info());
    await applications.terminate('app', end('STOPPING'));
    await applications.deregister('app', anything);
    await clock.advance(0);
    expect(applications.get('app').state).toBe('STOPPED');
    expect(belongings(platform)).toEqual(resting);
  });

  it('is not waited for when the gateway itself ends, and comes after the next start', async () => {
    const platform = await setUp();
    await platform.applications.terminate('app', end('TERMINATING'));
    await platform.applications[Symbol.asyncDispose]();
    await platform.clock.advance(60_000);
    expect(platform.applications.get('app').state).toBe('TERMINATING');
    const again = await openPlatform({ state: platform.state });
    await again.clock.advance(10_000);
    expect(again.applications.find('app')).toBeUndefined();
  });

  it('is not waited for either when it was asked for while the gateway ended', async () => {
    const platform = await setUp();
    let letGo = () => {};
    platform.state.held = new Promise((resolve) => (letGo = resolve));
    const terminating = platform.applications.terminate('app', end('TERMINATING'));
    await platform.applications[Symbol.asyncDispose]();
    letGo();
    await terminating;
    await platform.clock.advance(60_000);
    expect(platform.applications.get('app').state).toBe('TERMINATING');
  });

  it('does not keep the gateway from ending while the disk fails', async () => {
    const platform = await setUp({}, false);
    await platform.applications.terminate('app', end('TERMINATING'));
    platform.state.failing = true;
    await platform.clock.advance(0);
    await platform.applications[Symbol.asyncDispose]();
    expect(platform.reports).toHaveLength(1);
  });
});

describe('Applications', () => {
  it('come back after a restart in the order in which they came, whatever the order on disk', async () => {
    const { applications, state } = await openPlatform();
    for (const id of ['c', 'a', 'b']) await applications.create({ appInstanceId: id, named, trafficRules: [], dnsRules: [] });
    await applications.register(info());
    await applications.confirmReady('a');
    state.reverse();
    const again = await openPlatform({ state });
    expect(again.applications.list()).toEqual(applications.list());
    await again.applications.register(info());
    expect(again.applications.list().slice(0, 4)).toEqual(applications.list());
  });

  it('are in a list that stays the same until one changes', async () => {
    const { applications } = await openPlatform();
    const { appInstanceId } = await applications.register(info());
    const list = applications.list();
    expect(applications.list()).toBe(list);
    await applications.confirmTermination(appInstanceId, 'STOPPING');
    expect(applications.list()).toBe(list);
    await applications.confirmReady(appInstanceId);
    expect(applications.list()).not.toBe(list);
    expect(list).toMatchObject([{ state: 'NOT_READY' }]);
  });

  it.each(['__proto__', 'constructor', 'a/b', '../..', 'a b?c#d', 'Zähler \u{1F600}', 'x'.repeat(500)])(
    'may be called anything: %j',
    async (appInstanceId) => {
      const platform = await openPlatform();
      const { applications, state, services } = platform;
      expect(applications.find(appInstanceId)).toBeUndefined();
      expect(() => applications.get(appInstanceId)).toThrow(expect.objectContaining(rejectsAs('notFound')));
      await applications.create(managed(appInstanceId));
      await applications.registerManaged(appInstanceId, info());
      const { info: service } = await services.register(appInstanceId, serviceRequest({ serName: '__proto__' }), true, anything);
      await subscribe(platform, appInstanceId, 'AppTerminationNotificationSubscription');
      const again = await openPlatform({ state });
      expect(again.applications.list()).toEqual([applications.get(appInstanceId)]);
      expect(again.services.named('__proto__')).toHaveLength(1);
      expect(again.services.get(service.serInstanceId, appInstanceId).info).toEqual(service);
      expect(belongings(again, appInstanceId)).toEqual(everything);
      await again.applications.remove(appInstanceId);
      expect(belongings(again, appInstanceId)).toEqual(nothing);
      await again.clock.advance(2_000);
      expect([...state.documents.keys()].filter((key) => !key.startsWith('notices/'))).toEqual([]);
    },
  );

  it('are made for services that were kept before there were applications, also beyond the bound', async () => {
    const { services, state } = await openPlatform({ bounds: ROOMY });
    for (let n = 0; n < 12; n++) await services.register(`old ${n}`, serviceRequest(), true, anything);
    await services.offer(OWN, [{ ...serviceRequest(), serInstanceId: 'lens' }]);
    let commits = 0;
    const commit = state.commit.bind(state);
    state.commit = (changes) => (commits++, commit(changes));
    const again = await openPlatform({ state, bounds: ROOMY });
    expect(commits).toBe(1);
    expect(again.applications.list()).toHaveLength(12);
    expect(again.applications.get('old 3')).toMatchObject({
      origin: 'REGISTRATION',
      state: 'NOT_READY',
      named: { appName: 'old 3' },
    });
    const third = await openPlatform({ state, bounds: ROOMY });
    expect(third.applications.list()).toEqual(again.applications.list());
  });
});

const ROOMY = {
  services: { perApplication: 3, total: 50, characters: 2_000 },
  subscriptions: { perApplication: 3, total: 5 },
  outbox: { perSubscriber: 10, total: 100 },
};
