/**
 * A process of its own whose applications come, offer a service and end, and that says what was answered: `+name` for a service that
 * is there, `-name` for an application that is gone with all it had. A test kills it.
 */
import { openStore } from '../../src/store/store.js';
import { onDisk } from './fake-state.js';
import { anything, openPlatform, serviceRequest, trafficRule } from './platform.js';

const ROOMY = {
  services: { perApplication: 10, total: 10_000, characters: 2_000 },
  subscriptions: { perApplication: 10, total: 10 },
  outbox: { perSubscriber: 10_000, total: 10_000 },
};

const store = await openStore({ dir: process.argv[2] ?? '' });
const state = onDisk(store.state, 0);
const { applications, services, subscriptions } = await openPlatform({ state, bounds: ROOMY });
const { appInstanceId: watcher } = await applications.register({ appName: 'watcher' });
const subscriptionType = 'SerAvailabilityNotificationSubscription';
await subscriptions.create(watcher, { subscriptionType, callbackReference: 'http://a.test/' }, anything);
for (let n = 0; n < 10_000; n++) {
  const appInstanceId = `app-${n}`;
  await applications.create({ appInstanceId, named: { appName: 'a' }, trafficRules: [trafficRule('t')], dnsRules: [] });
  await services.register(appInstanceId, serviceRequest({ serName: appInstanceId }), true, anything);
  process.stdout.write(`+${appInstanceId}\n`);
  if (n < 3) continue; // a few stay
  await applications.remove(`app-${n}`);
  process.stdout.write(`-app-${n}\n`);
}
