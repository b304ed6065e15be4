import { describe, expect, it } from '@jest/globals';
import type { Delivery } from '../../src/events/postman.js';
import type { Line } from '../../src/events/mailbox.js';
import { change, names, openPostOffice, request } from './post-office.js';

const [A, B] = ['http://a/', 'http://b/'];
const anything = (): void => undefined;

/** A WebSocket whose other side a test plays. */
function handLine() {
  let settle: ((delivery: Delivery) => void) | undefined;
  const frames: string[] = [];
  const line: Line = {
    deliver: ({ body }) => {
      frames.push(Buffer.from(body).toString());
      return new Promise((resolve) => (settle = resolve));
    },
    close: () => settle?.({ kind: 'failed', reason: 'the WebSocket was closed' }),
  };
  return { line, frames, acknowledge: () => settle?.({ kind: 'delivered' }) };
}

describe('Notifications', () => {
  it('go together, up to 50 changes in one, in order', async () => {
    const { clock, postman, tell, subscribe } = await openPostOffice();
    const { subscriptionId } = await subscribe(A);
    await tell(...Array.from({ length: 120 }, (_, n) => change(String(n))));
    await clock.advance(0);
    expect(postman.delivered.map(({ notices }) => notices.length)).toEqual([50, 50, 20]);
    expect(names(postman.told(subscriptionId))).toEqual(Array.from({ length: 120 }, (_, n) => String(n)));
  });

  it('are tried again after pauses that grow to five minutes, until they arrive', async () => {
    const { clock, postman, tell, subscribe, outbox, courier } = await openPostOffice();
    const { subscriptionId } = await subscribe(A);
    postman.manners.set(A, 'fails');
    await tell(change('a'));
    await clock.advance(811_000);
    expect(postman.attempts.map(({ at }) => at / 1000)).toEqual([0, 1, 3, 7, 15, 31, 63, 127, 255, 511, 811]);
    expect(outbox.find(subscriptionId)?.status).toMatchObject({ pending: 1, failure: 'answers 500', lastFailure: clock.now() });
    postman.manners.set(A, 'answers');
    await clock.advance(300_000);
    expect(names(postman.told(subscriptionId))).toEqual(['a']);
    expect(outbox.find(subscriptionId)?.status).toMatchObject({ pending: 0, delivered: 1, lastSuccess: clock.now() });
    expect(outbox.find(subscriptionId)?.status).not.toHaveProperty('failure');
    expect(courier.counters).toEqual({ delivered: 1, failed: 11 });
  });

  it('for which the postman makes a mistake are tried again, and those to others go out', async () => {
    const { clock, postman, tell, subscribe, outbox } = await openPostOffice();
    const [one, other] = [await subscribe(A), await subscribe(B)];
    const post = postman.post.bind(postman);
    postman.post = (to, ...more) => (to === A ? Promise.reject(new TypeError('oops')) : post(to, ...more));
    await tell(change('a'));
    await clock.advance(0);
    expect(outbox.find(one.subscriptionId)?.status.failure).toContain('oops');
    expect(names(postman.told(other.subscriptionId))).toEqual(['a']);
    postman.post = post;
    await clock.advance(1_000);
    expect(names(postman.told(one.subscriptionId))).toEqual(['a']);
  });

  it('wait as long as the subscriber asks, where that is longer', async () => {
    const { clock, postman, tell, subscribe } = await openPostOffice();
    await subscribe(A);
    postman.manners.set(A, 'fails');
    postman.failure = { kind: 'failed', reason: 'answers 503', retryAfterMs: 60_000 };
    await tell(change('a'));
    await clock.advance(59_999);
    expect(postman.attempts).toHaveLength(1);
    await clock.advance(1);
    expect(postman.attempts).toHaveLength(2);
  });

  it('of changes, tests and terminations come in the order in which they happened', async () => {
    const { clock, postman, tell, subscribe, subscriptions } = await openPostOffice();
    postman.manners.set(A, 'fails');
    const one = await subscribe(A, { requestTestNotification: true });
    await tell(change('a'), change('b'));
    await subscriptions.replace(one, request(A, { requestTestNotification: true }), anything);
    await tell(change('c'));
    postman.manners.set(A, 'answers');
    await clock.advance(10_000);
    expect(names(postman.told(one.subscriptionId))).toEqual(['test', 'a', 'b', 'test', 'c']);
  });

  it('come before an application ends, to the one that is subscribed to its end', async () => {
    const { clock, postman, tell, subscribe } = await openPostOffice();
    const toEnd = { subscriptionType: 'AppTerminationNotificationSubscription' } as const;
    const { subscriptionId } = await subscribe(A, { ...toEnd, requestTestNotification: true });
    await tell(change('a'), { kind: 'termination', appInstanceId: 'app', operationAction: 'STOPPING', maxGracefulTimeout: 5 });
    await clock.advance(0);
    expect(names(postman.told(subscriptionId))).toEqual(['test', 'termination']);
  });

  it('to one that hangs hold up nobody', async () => {
    const { clock, postman, tell, subscribe } = await openPostOffice();
    await subscribe(A);
    const live = await subscribe(B);
    postman.manners.set(A, 'hangs');
    for (let n = 0; n < 100; n++) {
      await tell(change(String(n)));
      await clock.advance(0);
      expect(postman.told(live.subscriptionId)).toHaveLength(n + 1);
    }
  });

  it('to many that hang hold up nobody who has answered before, neither at first, nor later, nor after a restart', async () => {
    const office = await openPostOffice();
    const { clock, postman, tell, subscribe, state } = office;
    const { subscriptionId } = await subscribe(B);
    await tell(change('first'));
    await clock.advance(0);
    const dead = Array.from({ length: 150 }, (_, n) => `http://dead/${n}`);
    for (const to of dead) postman.manners.set(to, 'hangs');
    for (const to of dead) await subscribe(to);
    await tell(change('second'));
    await clock.advance(0);
    expect(names(postman.told(subscriptionId))).toEqual(['first', 'second']);
    await clock.advance(11_500);
    await tell(change('third'));
    await clock.advance(0);
    expect(names(postman.told(subscriptionId))).toEqual(['first', 'second', 'third']);
    await clock.advance(1_000);
    office.kill();
    const again = await openPostOffice({ state, clock, postman });
    await again.tell(change('fourth'));
    await clock.advance(0);
    expect(names(postman.told(subscriptionId))).toEqual(['first', 'second', 'third', 'fourth']);
  });

  it('to many that hang all of a sudden hold up the others for a moment, and not again', async () => {
    const { clock, postman, tell, subscribe } = await openPostOffice();
    const many = Array.from({ length: 150 }, (_, n) => `http://many/${n}`);
    for (const to of many) await subscribe(to);
    const { subscriptionId } = await subscribe(B);
    await tell(change('first'));
    await clock.advance(0);
    for (const to of many) postman.manners.set(to, 'hangs');
    await tell(change('second'));
    await clock.advance(3_000);
    expect(names(postman.told(subscriptionId))).toEqual(['first', 'second']);
    await clock.advance(8_500); // the first of them are tried again
    await tell(change('third'));
    await clock.advance(0);
    expect(names(postman.told(subscriptionId))).toEqual(['first', 'second', 'third']);
  });

  it('that wait in a pause are tried at once at another address', async () => {
    const { clock, postman, tell, subscribe, subscriptions, outbox } = await openPostOffice();
    const one = await subscribe(A);
    postman.manners.set(A, 'fails');
    await tell(change('a'));
    await clock.advance(600_000);
    await subscriptions.replace(one, request(B), anything);
    await clock.advance(0);
    expect(postman.delivered).toMatchObject([{ to: B, subscriptionId: one.subscriptionId }]);
    expect(outbox.find(one.subscriptionId)?.status).not.toHaveProperty('failure');
  });

  it('that fail at another address, too, are tried again there soon', async () => {
    const { clock, postman, tell, subscribe, subscriptions } = await openPostOffice();
    const one = await subscribe(A);
    for (const to of [A, B]) postman.manners.set(to, 'fails');
    await tell(change('a'));
    await clock.advance(600_000);
    await subscriptions.replace(one, request(B), anything);
    await clock.advance(3_000);
    expect(postman.attempts.filter(({ to }) => to === B)).toHaveLength(3);
  });

  it('that fail at an address which has become another meanwhile are tried at once at the new one', async () => {
    const { clock, postman, tell, subscribe, subscriptions } = await openPostOffice();
    const one = await subscribe(A);
    postman.manners.set(A, 'hangs');
    await tell(change('a'));
    await clock.advance(5_000);
    await subscriptions.replace(one, request(B), anything);
    await clock.advance(5_000);
    expect(postman.delivered).toMatchObject([{ to: B }]);
  });

  it('under way are given up when the subscription is gone', async () => {
    const { clock, postman, tell, subscribe, subscriptions, state, outbox } = await openPostOffice();
    const one = await subscribe(A);
    postman.manners.set(A, 'hangs');
    await tell(change('a'));
    await clock.advance(1_500);
    await subscriptions.remove(one, anything);
    postman.manners.set(A, 'answers');
    await clock.advance(1_000_000);
    expect(postman.attempts).toHaveLength(1);
    expect(outbox.size).toBe(0);
    expect([...state.documents.keys()].filter((key) => !key.startsWith('things'))).toEqual([]);
  });

  it('through a WebSocket wait for one, and without an answer go again through the next', async () => {
    const { clock, tell, subscribe, outbox } = await openPostOffice();
    const { subscriptionId } = await subscribe();
    const mailbox = outbox.find(subscriptionId);
    await tell(change('a'));
    await clock.advance(100_000);
    const [first, second] = [handLine(), handLine()];
    mailbox?.connect(first.line);
    await clock.advance(0);
    expect(first.frames).toHaveLength(1);
    mailbox?.connect(second.line); // closes the first
    await clock.advance(0);
    expect(second.frames).toEqual(first.frames);
    second.acknowledge();
    await clock.advance(0);
    expect(mailbox?.status).toMatchObject({ pending: 0, delivered: 1 });
  });
});
