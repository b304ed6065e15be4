import { expect, it } from '@jest/globals';
import { SubscriptionApi } from '../../../src/apis/mec011/subscription-api.js';
import { HttpPostman } from '../../../src/callbacks/http-postman.js';
import { openOutgoing } from '../../../src/outgoing/open.js';
import { anything, openPlatform } from '../../registry/platform.js';

const subscriptionType = 'SerAvailabilityNotificationSubscription';

it('WebSockets for notifications leave connections to others; a new one in the place of an old one needs no room', async () => {
  const platform = await openPlatform();
  const { clock, subscriptions, outbox } = platform;
  const keepAlive = { size: 499, watch: anything };
  const { callbacks } = openOutgoing([], () => false, clock);
  const api = new SubscriptionApi(
    subscriptionType,
    { ...platform, postman: new HttpPostman(callbacks, clock), keepAlive, url: 'http://127.0.0.1:8080' },
    (_, common) => common,
  );
  const { appInstanceId, subscriptionId } = await subscriptions.create('app', { subscriptionType }, anything);
  const connect = () => api.connect({ path: { appInstanceId, subscriptionId } });
  expect(connect()).toMatchObject({ status: 101 });
  keepAlive.size = 500;
  expect(connect).toThrow(expect.objectContaining({ code: 'unavailable' }));
  outbox.find(subscriptionId)?.connect({ deliver: () => new Promise(() => undefined), close: anything });
  expect(connect()).toMatchObject({ status: 101 });
});
