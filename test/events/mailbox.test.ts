import { describe, expect, it } from '@jest/globals';
import { type Line, Mailbox, type Numbered } from '../../src/events/mailbox.js';
import type { Subscription } from '../../src/events/subscription.js';
import { ManualClock } from '../manual-clock.js';
import { change, request } from './post-office.js';

const subscription = (to?: string): Subscription => ({
  ...request(to),
  ...{ number: 1, subscriptionId: 's1', appInstanceId: 'app-1', since: 0 },
});
const numbered = (seq: number): Numbered => ({ seq, notice: change(String(seq)) });
const test = (seq: number): Numbered => ({ seq, notice: { kind: 'test', subscriptionId: 's1' } });

function setUp(bound = 100, to: string | undefined = 'http://a/') {
  const done: number[] = [];
  const mailbox = new Mailbox(subscription(to), { upTo: 0, dropped: 0 }, bound, (seq) => done.push(seq));
  const add = (...many: Numbered[]) => many.forEach((one) => mailbox.add(one));
  return { mailbox, done, add };
}

function fakeLine(): Line & { closed: boolean } {
  return {
    closed: false,
    deliver: () => new Promise(() => undefined),
    close: function () {
      this.closed = true;
    },
  };
}

describe('A mailbox', () => {
  it('gives changes of services together, as many as fit, and everything else alone and in its place', () => {
    const { mailbox, add } = setUp();
    add(numbered(1), numbered(2), numbered(3), test(4), test(5), numbered(6));
    const given: number[][] = [];
    for (let next = mailbox.next(2); next.length > 0; next = mailbox.next(2)) {
      given.push(next.map(({ seq }) => seq));
      mailbox.succeeded(next, 1);
    }
    expect(given).toEqual([[1, 2], [3], [4], [5], [6]]);
  });

  it('drops the oldest when it is full, and counts them', () => {
    const { mailbox, done, add } = setUp(2);
    add(numbered(1), numbered(3), numbered(5), numbered(7));
    expect(mailbox.seqs).toEqual([5, 7]);
    expect(mailbox.status).toEqual({ upTo: 3, dropped: 2, pending: 2, delivered: 0 });
    expect(done).toEqual([1, 3]);
  });

  it('does not count as dropped what arrives after all', () => {
    const { mailbox, done, add } = setUp(2);
    add(numbered(1), numbered(2));
    const sent = mailbox.next(50);
    add(numbered(3));
    expect(mailbox.status.dropped).toBe(1);
    mailbox.succeeded(sent, 7);
    expect(mailbox.status).toEqual({ upTo: 2, dropped: 0, pending: 1, delivered: 2, lastSuccess: 7 });
    expect(done).toEqual([1, 2]);
  });

  it('is not set back by what arrives after more than that was dropped', () => {
    const { mailbox, add } = setUp(1);
    add(numbered(1));
    const sent = mailbox.next(50);
    add(numbered(2), numbered(3));
    mailbox.succeeded(sent, 7);
    expect(mailbox.status).toMatchObject({ upTo: 2, dropped: 1, pending: 1 });
  });

  it('says when it was last reached and when not, and why', () => {
    const { mailbox, add } = setUp();
    add(numbered(1));
    mailbox.failed('answers 500', 5);
    expect(mailbox.status).toEqual({ upTo: 0, dropped: 0, pending: 1, delivered: 0, lastFailure: 5, failure: 'answers 500' });
    mailbox.succeeded(mailbox.next(50), 6);
    expect(mailbox.status).toEqual({ upTo: 1, dropped: 0, pending: 0, delivered: 1, lastFailure: 5, lastSuccess: 6 });
  });

  it('wakes whoever waits for it when something comes, and who pauses when there is another way', async () => {
    const clock = new ManualClock();
    const { mailbox, add } = setUp();
    const { signal } = new AbortController();
    const woken = mailbox.woken(signal);
    add(numbered(1));
    await woken;
    const paused = mailbox.pause(1_000_000, clock, signal);
    mailbox.replace(subscription('http://b/'));
    await paused;
    const [over, aborted] = [mailbox.pause(1_000, clock, signal), mailbox.pause(9_000, clock, AbortSignal.abort())];
    await clock.advance(1_000);
    await Promise.all([over, aborted]);
  });

  it('keeps an open WebSocket for a subscription that still wants one, and closes it for one that is called back', () => {
    const { mailbox } = setUp(9, '');
    const line = fakeLine();
    mailbox.replace(subscription());
    mailbox.connect(line);
    mailbox.replace(subscription());
    expect([mailbox.line, line.closed]).toEqual([line, false]);
    mailbox.replace(subscription('http://a/'));
    expect([mailbox.line, line.closed]).toEqual([undefined, true]);
  });

  it('has one WebSocket: a second closes the first, whose end then changes nothing', () => {
    const { mailbox } = setUp();
    const [first, second] = [fakeLine(), fakeLine()];
    const connection = mailbox.connect(first);
    mailbox.connect(second);
    expect([first.closed, second.closed]).toEqual([true, false]);
    connection[Symbol.dispose]();
    expect(mailbox.line).toBe(second);
  });

  it('is empty, and its WebSocket closed, when it is closed', () => {
    const { mailbox, done, add } = setUp();
    const line = fakeLine();
    mailbox.connect(line);
    add(numbered(1), numbered(2));
    mailbox.close();
    expect([mailbox.seqs, done, line.closed]).toEqual([[], [1, 2], true]);
  });
});
