import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { openStore } from '../../src/store/store.js';
import { tempDirectory } from '../temp-directory.js';
import { onDisk } from './fake-state.js';
import { anything, dnsRule, openPlatform, OWN, serviceRequest, trafficRule } from './platform.js';

const ROOMY = {
  services: { perApplication: 1_000, total: 10_000, characters: 2_000 },
  subscriptions: { perApplication: 10, total: 10 },
  outbox: { perSubscriber: 10_000, total: 10_000 },
};

async function openOn(dir: string, run: number) {
  const store = await openStore({ dir });
  const platform = await openPlatform({ state: onDisk(store.state, run), bounds: ROOMY });
  return { ...platform, store };
}

/** Everything that a client can see of it, and what subscribers have yet to hear. */
function everything({
  applications,
  services,
  subscriptions,
  trafficRules,
  dnsRules,
  outbox,
}: Awaited<ReturnType<typeof openOn>>) {
  return {
    applications: applications.list(),
    services: services.list(),
    subscriptions: subscriptions.list(),
    rules: applications.list().map(({ appInstanceId: id }) => [trafficRules.ofApplication(id), dnsRules.ofApplication(id)]),
    waiting: subscriptions.list().map(({ subscriptionId }) => outbox.find(subscriptionId)?.next(10_000)),
  };
}

/** A day in the life of a registry, each thing answered before the next is asked for. */
async function live({ applications, services, subscriptions, trafficRules, clock }: Awaited<ReturnType<typeof openOn>>) {
  const named = { appName: 'plates' };
  const seesServices = {
    subscriptionType: 'SerAvailabilityNotificationSubscription',
    callbackReference: 'http://a.test/',
  } as const;
  const seesEnd = { subscriptionType: 'AppTerminationNotificationSubscription' } as const;
  const watcher = await applications.register({
    appName: 'watcher',
    appProfile: { ['__proto__']: { deep: [null, 0.5, 'ü\u{1F600}'] } },
  });
  await subscriptions.create(watcher.appInstanceId, seesServices, anything);
  for (const id of ['ends', 'stops', '__proto__', 'goes/away'])
    await applications.create({
      appInstanceId: id,
      named,
      trafficRules: [trafficRule(id), trafficRule('2')],
      dnsRules: [dnsRule('1')],
    });
  await applications.registerManaged('ends', { appName: 'ends' });
  await applications.confirmReady('ends');
  await trafficRules.replace('ends', '2', trafficRule('2', 'INACTIVE'), anything, anything);
  const first = await services.register('ends', serviceRequest({ livenessInterval: 5 }), true, anything);
  await services.register('ends', serviceRequest({ serName: 'cars' }), false, anything);
  await services.register('__proto__', serviceRequest({ serName: '__proto__', livenessInterval: 5 }), true, anything);
  await services.replace('ends', first.info.serInstanceId, serviceRequest({ version: '2' }), anything);
  await services.offer(OWN, [{ ...serviceRequest({ serName: 'lens' }), serInstanceId: 'lens' }]);
  const gone = await services.register('goes/away', serviceRequest(), true, anything);
  await services.deregister('goes/away', gone.info.serInstanceId, anything);
  await services.register('goes/away', serviceRequest(), true, anything);
  await applications.remove('goes/away');
  await services.register('stops', serviceRequest(), true, anything);
  await applications.terminate('stops', { operationAction: 'STOPPING', maxGracefulTimeout: 10 });
  await applications.confirmTermination('stops', 'STOPPING');
  const replaced = await subscriptions.create('ends', seesEnd, anything);
  await subscriptions.replace(replaced, { ...seesEnd, callbackReference: 'http://b.test/' }, anything);
  await applications.terminate('ends', { operationAction: 'TERMINATING', maxGracefulTimeout: 1_000 });
  await clock.advance(7_000);
  await services.sweep();
}

describe('The registry on a real disk', () => {
  it('is after a sudden end what it was, to the last notice that waits', async () => {
    using dir = tempDirectory();
    const before = await openOn(dir.path, 0);
    await live(before);
    const expected = structuredClone(everything(before));
    await before.store.endThread();
    const failed = { code: 'unavailable' };
    await expect(before.applications.confirmReady('__proto__')).rejects.toMatchObject(failed);
    await expect(before.services.register('ends', serviceRequest(), true, anything)).rejects.toMatchObject(failed);
    expect(everything(before)).toEqual(expected);

    const after = await openOn(dir.path, 1);
    expect(everything(after)).toEqual(expected);
    expect(expected.waiting.map((waiting) => waiting?.map(({ notice }) => notice.kind).join(' '))).toEqual([
      Array.from({ length: 12 }, () => 'service').join(' '),
      'termination',
    ]);
    expect(after.services.named('__proto__')).toMatchObject([{ appInstanceId: '__proto__', info: { state: 'SUSPENDED' } }]);
    // and it goes on: the end that was under way comes, and whoever comes next is behind all the others
    await after.applications.confirmTermination('ends', 'TERMINATING');
    await after.applications.register({ appName: 'next' });
    const expectedAgain = structuredClone(everything(after));
    await after.store.endThread();
    await using again = (await openOn(dir.path, 2)).store;
    const last = await openPlatform({ state: onDisk(again.state, 2), bounds: ROOMY });
    expect(everything({ ...last, store: again })).toEqual(expectedAgain);
    expect(last.applications.list().at(-1)?.named.appName).toBe('next');
  });

  it('has everything that was answered before the process was killed, and nothing by halves', async () => {
    using dir = tempDirectory();
    const writer = spawn(process.execPath, [fileURLToPath(new URL('./writer.js', import.meta.url)), dir.path], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const exited = once(writer, 'exit');
    const answered: string[] = [];
    for await (const line of createInterface(writer.stdout)) {
      answered.push(line);
      if (answered.length === 60) writer.kill('SIGKILL');
    }
    await exited;

    const after = await openOn(dir.path, 1);
    await using _store = after.store;
    const names = new Set(after.services.list().map(({ info }) => info.serName));
    const gone = new Set(answered.filter((line) => line.startsWith('-')).map((line) => line.slice(1)));
    const there = answered.filter((line) => line.startsWith('+')).map((line) => line.slice(1));
    expect(gone.size).toBeGreaterThan(0);
    expect([...gone].filter((name) => names.has(name) || after.applications.find(name))).toEqual([]);
    // what was under way when it was killed may have taken the last of them
    const missing = there.filter((name) => !gone.has(name) && !names.has(name));
    expect(missing.length).toBeLessThanOrEqual(1);
    // a service is there with its application and its notice, or none of them
    const owners = new Set(after.services.list().map(({ appInstanceId }) => appInstanceId));
    expect([...owners].filter((id) => !after.applications.find(id))).toEqual([]);
    const [subscription] = after.subscriptions.list();
    const told = new Map<string, string>();
    for (const { notice } of after.outbox.find(subscription?.subscriptionId ?? '')?.next(10_000) ?? [])
      if (notice.kind === 'service') told.set(notice.serName, notice.changeType);
    expect(new Set([...told].filter(([, change]) => change === 'ADDED').map(([name]) => name))).toEqual(names);
  });
});
