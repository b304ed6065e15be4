import { describe, expect, it } from '@jest/globals';
import { GatewayError } from '../../src/errors.js';
import { change, names, openPostOffice, request } from './post-office.js';

const [A, B] = ['http://a/', 'http://b/'];
const anything = (): void => undefined;
const TYPE = 'SerAvailabilityNotificationSubscription';

describe('A subscription', () => {
  it('is there, for its application and its type, in the order in which it came, also after a restart', async () => {
    const first = await openPostOffice();
    const made = [await first.subscribe(A), await first.subscribe(B)];
    first.kill();
    const { subscriptions } = await openPostOffice({ state: first.state });
    expect(subscriptions.list()).toEqual(made);
    const { subscriptionId = '' } = made[0] ?? {};
    expect(subscriptions.get('app', subscriptionId, TYPE)).toEqual(made[0]);
    const notFound = expect.objectContaining({ code: 'notFound' });
    expect(() => subscriptions.get('other', subscriptionId, TYPE)).toThrow(notFound);
    expect(() => subscriptions.get('app', subscriptionId, 'AppTerminationNotificationSubscription')).toThrow(notFound);
  });

  it('is not there when it cannot be kept, nor another one, and the one that was there still is', async () => {
    const { state, subscriptions, subscribe } = await openPostOffice();
    const one = await subscribe(A);
    state.failing = true;
    const unavailable = { code: 'unavailable' };
    await expect(subscribe(B)).rejects.toMatchObject(unavailable);
    await expect(subscriptions.replace(one, request(B), anything)).rejects.toMatchObject(unavailable);
    await expect(subscriptions.remove(one, anything)).rejects.toMatchObject(unavailable);
    expect(subscriptions.list()).toEqual([one]);
  });

  it('is told to whoever follows: those that there are, what becomes of them, and that they are gone', async () => {
    const { subscriptions, subscribe } = await openPostOffice();
    const told: unknown[] = [];
    const one = await subscribe(A);
    subscriptions.follow({
      put: ({ subscriptionId, callbackReference }) => void told.push([subscriptionId, callbackReference]),
      remove: ({ subscriptionId }) => void told.push(subscriptionId),
    });
    const other = await subscribe(A);
    await subscriptions.replace(one, request(B), anything);
    await subscriptions.remove(other, anything);
    const ids = [one.subscriptionId, other.subscriptionId];
    expect(told).toEqual([[ids[0], A], [ids[1], A], [ids[0], B], ids[1]]);
  });

  it('is changed by exactly one of those who saw it as it was', async () => {
    const { subscriptions, subscribe } = await openPostOffice();
    const one = await subscribe(A);
    const unchanged = (present: object): void => {
      if (present !== one) throw new GatewayError('preconditionFailed', 'it has changed');
    };
    const outcomes = await Promise.allSettled([
      subscriptions.replace(one, request(B), unchanged),
      subscriptions.replace(one, request(A), unchanged),
      subscriptions.remove(one, unchanged),
    ]);
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected']);
    expect(subscriptions.list()).toMatchObject([{ callbackReference: B }]);
  });

  it('is one of so many', async () => {
    const { subscribe } = await openPostOffice();
    for (let n = 0; n < 200; n++) await subscribe(A);
    await expect(subscribe(A)).rejects.toMatchObject({ code: 'forbidden', message: expect.stringContaining('200') });
  });

  it('leaves with its application in one commit, and is told nothing any more', async () => {
    const { clock, state, postman, subscriptions, subscribe, outbox, tell } = await openPostOffice();
    await subscribe(A);
    postman.manners.set(A, 'fails');
    await tell(change('a'));
    await clock.advance(1_000);
    const { changes, done } = subscriptions.leave('app');
    await outbox.commit(changes, []);
    done();
    await clock.advance(100_000);
    expect(subscriptions.list()).toEqual([]);
    expect([...state.documents.keys()].filter((key) => !key.startsWith('things/'))).toEqual([]);
  });

  it('is tested when it asks for it, even where the test cannot be kept', async () => {
    const { clock, state, postman, subscribe, subscriptions } = await openPostOffice();
    const one = await subscribe(A, { requestTestNotification: true });
    await clock.advance(0);
    expect(names(postman.told(one.subscriptionId))).toEqual(['test']);
    let commits = 0;
    const commit = state.commit.bind(state);
    state.commit = (changes) => {
      state.failing = commits++ > 0;
      return commit(changes);
    };
    await subscriptions.replace(one, request(B, { requestTestNotification: true }), anything);
    await clock.advance(0);
    expect(names(postman.told(one.subscriptionId))).toEqual(['test', 'test']);
  });
});
