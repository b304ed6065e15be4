import { describe, expect, it } from '@jest/globals';
import type { Hears } from '../../src/events/outbox.js';
import { ManualClock } from '../manual-clock.js';
import { FakeState } from '../registry/fake-state.js';
import { change, condition, edge, names, openPostOffice, request, sequences } from './post-office.js';

const [A, B] = ['http://a/', 'http://b/'];
const anything = (): void => undefined;

const toEdges = { subscriptionType: 'EdgeSubscription' } as const;
const toConditions = { subscriptionType: 'ConditionSubscription' } as const;

const documents = (state: FakeState, collection: string) =>
  [...state.documents.keys()].filter((key) => key.startsWith(`${collection}/`));

describe('What subscribers are told', () => {
  it('is kept in the commit of the change, once, and only when somebody wants it', async () => {
    const { state, postman, subscribe, tell } = await openPostOffice();
    for (const to of [A, B]) postman.manners.set(to, 'fails');
    await tell(change('nobody'));
    await subscribe(A);
    await subscribe(B, { filteringCriteria: { serNames: ['a'] } });
    await tell(change('a'));
    await tell(change('b'));
    expect(documents(state, 'notices')).toHaveLength(2);
    expect(documents(state, 'things')).toHaveLength(3);
  });

  it('is nothing when the change cannot be kept', async () => {
    const { clock, state, postman, subscribe, tell } = await openPostOffice();
    const { subscriptionId } = await subscribe(A);
    state.failing = true;
    await expect(tell(change('a'))).rejects.toMatchObject({ code: 'unavailable' });
    state.failing = false;
    await tell(change('b'));
    await clock.advance(10_000);
    expect(names(postman.told(subscriptionId))).toEqual(['b']);
  });

  it('is the oldest no more when too much waits for one, which is counted; and others have all of it', async () => {
    const { clock, postman, subscribe, tell, outbox } = await openPostOffice({ bounds: { perSubscriber: 3, total: 100 } });
    const [slow, quick] = [await subscribe(A), await subscribe(B)];
    postman.manners.set(A, 'fails');
    for (let n = 0; n < 10; n++) {
      await tell(change(String(n)));
      await clock.advance(0);
    }
    expect(outbox.find(slow.subscriptionId)?.status).toMatchObject({ pending: 3, dropped: 7 });
    expect(outbox.size).toBe(3);
    postman.manners.set(A, 'answers');
    await clock.advance(60_000);
    expect(names(postman.told(slow.subscriptionId))).toEqual(['7', '8', '9']);
    expect(names(postman.told(quick.subscriptionId))).toHaveLength(10);
    expect(outbox.find(quick.subscriptionId)?.status).toMatchObject({ dropped: 0 });
  });

  it('is the oldest no more when too much waits in total; one that waits for little is not made to pay for what others have', async () => {
    const { clock, postman, subscribe, tell, outbox } = await openPostOffice({ bounds: { perSubscriber: 50, total: 5 } });
    const patient = await subscribe(A, { filteringCriteria: { serNames: ['rare'] } });
    postman.manners.set(A, 'fails');
    const quick = await subscribe(B);
    await tell(change('rare'));
    for (let n = 0; n < 20; n++) {
      await tell(change(String(n)));
      await clock.advance(0);
    }
    expect(outbox.find(patient.subscriptionId)?.status).toMatchObject({ pending: 1, dropped: 0 });
    postman.manners.set(B, 'fails');
    for (let n = 0; n < 6; n++) await tell(change(String(n)));
    expect(outbox.size).toBe(5);
    expect(outbox.find(patient.subscriptionId)?.status).toMatchObject({ pending: 0, dropped: 1 });
    expect(outbox.find(quick.subscriptionId)?.status).toMatchObject({ pending: 5, dropped: 1 });
  });

  it('is the oldest edge no more when too much waits in total, for edges are many; without any it is the oldest of the rest', async () => {
    const { clock, postman, subscribe, tell, outbox } = await openPostOffice({ bounds: { perSubscriber: 50, total: 5 } });
    for (const to of [A, B]) postman.manners.set(to, 'fails');
    const toServices = await subscribe(A);
    await tell(change('rare'));
    const tested = await subscribe(B, { ...toEdges, requestTestNotification: true });
    const rising = await subscribe(B, { ...toEdges, filteringCriteria: { edges: ['RISING'] } });
    const status = ({ subscriptionId }: { subscriptionId: string }) => outbox.find(subscriptionId)?.status;
    for (let n = 1; n <= 3; n++) await tell(edge(n, { edge: n === 2 ? 'FALLING' : 'RISING' }));
    expect(status(tested)).toMatchObject({ pending: 4, dropped: 0 });
    for (let n = 4; n <= 20; n++) await tell(edge(n));
    expect(outbox.size).toBe(5);
    // a test that is older than the edges goes with them
    expect([status(toServices), status(tested), status(rising)]).toMatchObject([
      { pending: 1, dropped: 0 },
      { pending: 4, dropped: 17 },
      { pending: 4, dropped: 15 },
    ]);
    for (let n = 1; n <= 6; n++) await tell(change(String(n)));
    expect([status(toServices), status(tested), status(rising)]).toMatchObject([
      { pending: 5, dropped: 2 },
      { pending: 0, dropped: 21 },
      { pending: 0, dropped: 19 },
    ]);
    expect(outbox.size).toBe(5);
    postman.manners.clear();
    await clock.advance(10_000);
    expect(names(postman.told(toServices.subscriptionId))).toEqual(['2', '3', '4', '5', '6']);
  });

  it('is the oldest condition no more, as it is with edges, and each is for one subscriber alone', async () => {
    const { postman, subscribe, tell, outbox } = await openPostOffice({ bounds: { perSubscriber: 50, total: 5 } });
    for (const to of [A, B]) postman.manners.set(to, 'fails');
    const patient = await subscribe(A, { filteringCriteria: { serNames: ['rare'] } });
    const [one, other] = [await subscribe(B, toConditions), await subscribe(B, toConditions)];
    await tell(change('rare'));
    for (let n = 1; n <= 10; n++) await tell(condition(n, n % 5 === 0 ? other.subscriptionId : one.subscriptionId));
    const statusOf = ({ subscriptionId }: { subscriptionId: string }) => outbox.find(subscriptionId)?.status;
    expect(statusOf(patient)).toMatchObject({ pending: 1, dropped: 0 });
    expect(statusOf(one)).toMatchObject({ pending: 3, dropped: 5 });
    expect(statusOf(other)).toMatchObject({ pending: 1, dropped: 1 });
    expect(outbox.wants(condition(1, 'nobody'))).toBe(false);
  });

  it('is what it may hear of by then, also after a restart', async () => {
    const seen = new Set(['line-17', 'line-4']);
    const hears: Hears = ({ callbackReference }, { deviceId = '' }) => callbackReference === A || seen.has(deviceId);
    const first = await openPostOffice({ hears });
    const { clock, state, postman } = first;
    const door = { lineId: '4', audience: { deviceId: 'line-4' } };
    const hidden = { lineId: '5', audience: { deviceId: 'line-5' } };
    const [all, some] = [await first.subscribe(A, toEdges), await first.subscribe(B, toEdges)];
    expect([first.outbox.wants(edge(1, hidden)), first.outbox.wants(change('a'))]).toEqual([true, false]);
    for (const to of [A, B]) postman.manners.set(to, 'fails');
    await first.tell(edge(1), edge(2, hidden), edge(3, door));
    expect(first.outbox.find(some.subscriptionId)?.status.pending).toBe(2);
    first.kill();
    seen.delete('line-4');
    await openPostOffice({ state, clock, postman, hears });
    postman.manners.clear();
    await clock.advance(10_000);
    expect(sequences(postman.told(all.subscriptionId))).toEqual([1, 2, 3]);
    expect(sequences(postman.told(some.subscriptionId))).toEqual([1]);
  });

  it('is forgotten on disk within a second after the last has it, with the marks of all', async () => {
    const { clock, state, postman, subscribe, tell } = await openPostOffice();
    const one = await subscribe(A);
    await subscribe(B);
    postman.manners.set(B, 'fails');
    await tell(change('a'), change('b'));
    await clock.advance(0);
    expect(documents(state, 'deliveries')).toEqual([]);
    await clock.advance(1_000);
    expect(state.documents.get(`deliveries/${one.subscriptionId}`)).toMatchObject({ upTo: 2, lastSuccess: expect.any(Number) });
    expect(documents(state, 'notices')).toHaveLength(2);
    postman.manners.set(B, 'answers');
    await clock.advance(10_000);
    expect(documents(state, 'notices')).toEqual([]);
  });

  it('is delivered while the disk fails, of which the log says so once; marks are written when it is back', async () => {
    const { clock, state, postman, subscribe, tell, reports } = await openPostOffice();
    const { subscriptionId } = await subscribe(A);
    await tell(change('a'));
    state.failing = true;
    await clock.advance(5_000);
    expect(names(postman.told(subscriptionId))).toEqual(['a']);
    expect(reports).toEqual([expect.stringContaining('the disk is full')]);
    state.failing = false;
    await clock.advance(1_000);
    expect(documents(state, 'notices')).toEqual([]);
    expect(state.documents.get(`deliveries/${subscriptionId}`)).toMatchObject({ upTo: 1 });
    state.failing = true;
    await tell(change('b')).catch(anything);
    await clock.advance(5_000);
    expect(reports).toHaveLength(1); // there was nothing to be noted
  });

  it('is not told again by what was unsubscribed while its mark was on its way to the disk', async () => {
    const { clock, state, subscribe, subscriptions, tell } = await openPostOffice();
    const one = await subscribe(A);
    await tell(change('a'));
    let go = (): void => undefined;
    state.held = new Promise((resolve) => (go = resolve));
    const removing = subscriptions.remove(one, anything);
    await clock.advance(1_000);
    state.held = Promise.resolve();
    go();
    await removing;
    await clock.advance(2_000);
    expect(documents(state, 'deliveries')).toEqual([]);
  });

  it('of a subscription that is gone is forgotten at the next start', async () => {
    const state = new FakeState();
    await state.commit([
      { collection: 'deliveries', id: 'gone', body: { upTo: 8, dropped: 0 } },
      { collection: 'notices', id: '9', body: { seq: 9, notice: { ...change('a'), audience: {} } } },
    ]);
    const { clock, outbox } = await openPostOffice({ state });
    expect([outbox.size, outbox.lastSeq]).toEqual([0, 9]);
    await clock.advance(1_000);
    expect(state.documents.size).toBe(0);
  });

  it('is what happened since the subscription, and not before', async () => {
    const { clock, postman, subscribe, tell } = await openPostOffice();
    postman.manners.set(A, 'fails');
    await subscribe(A);
    await tell(change('before'));
    const { subscriptionId } = await subscribe(B);
    await tell(change('after'));
    await clock.advance(0);
    expect(names(postman.told(subscriptionId))).toEqual(['after']);
  });
});

describe('After a restart', () => {
  it('what waited goes on waiting in its order, and with its counts', async () => {
    const before = await openPostOffice({ bounds: { perSubscriber: 3, total: 100 } });
    const { clock, state, postman } = before;
    postman.manners.set(A, 'fails');
    const { subscriptionId } = await before.subscribe(A);
    for (let n = 0; n < 5; n++) await before.tell(change(String(n)));
    await clock.advance(10_000);
    await before.outbox[Symbol.asyncDispose]();
    before.kill();
    const { outbox } = await openPostOffice({ state, clock, postman, bounds: { perSubscriber: 3, total: 100 } });
    expect(outbox.find(subscriptionId)?.status).toMatchObject({ pending: 3, dropped: 2, lastFailure: expect.any(Number) });
    postman.manners.set(A, 'answers');
    await clock.advance(10_000);
    expect(names(postman.told(subscriptionId))).toEqual(['2', '3', '4']);
  });

  it('nothing is told twice after a stop, and after a kill what was told in the last second', async () => {
    const first = await openPostOffice();
    const { clock, state, postman } = first;
    const { subscriptionId } = await first.subscribe(A);
    await first.tell(change('a'));
    await clock.advance(1_000);
    await first.tell(change('b'));
    await clock.advance(0);
    first.kill();
    const second = await openPostOffice({ state, clock, postman });
    await clock.advance(0);
    expect(names(postman.told(subscriptionId))).toEqual(['a', 'b', 'b']);
    await second.tell(change('c'));
    await clock.advance(0);
    await second.outbox[Symbol.asyncDispose]();
    second.kill();
    await openPostOffice({ state, clock, postman });
    await clock.advance(0);
    expect(names(postman.told(subscriptionId))).toEqual(['a', 'b', 'b', 'c']);
  });

  it('numbers go on, so that nothing new is taken for what was told already', async () => {
    const first = await openPostOffice();
    const { clock, state, postman } = first;
    const { subscriptionId } = await first.subscribe(A);
    await first.tell(change('a'));
    await clock.advance(2_000); // told, noted, and gone from the disk
    first.kill();
    const second = await openPostOffice({ state, clock, postman });
    await second.tell(change('b'));
    await clock.advance(0);
    expect(names(postman.told(subscriptionId))).toEqual(['a', 'b']);
  });

  it('edges that waited before it still make room for others', async () => {
    const bounds = { perSubscriber: 50, total: 3 };
    const first = await openPostOffice({ bounds });
    const { clock, state, postman } = first;
    for (const to of [A, B]) postman.manners.set(to, 'fails');
    const toServices = await first.subscribe(A);
    const { subscriptionId } = await first.subscribe(B, toEdges);
    await first.tell(change('rare'), edge(1), edge(2));
    first.kill();
    const second = await openPostOffice({ state, clock, postman, bounds });
    await second.tell(edge(3));
    const status = (id: string) => second.outbox.find(id)?.status;
    expect(status(toServices.subscriptionId)).toMatchObject({ pending: 1, dropped: 0 });
    expect(status(subscriptionId)).toMatchObject({ pending: 2, dropped: 1 });
  });

  it('a subscription that has become another gets what waited for it then, and of the rest what it wants now', async () => {
    const first = await openPostOffice();
    const { clock, state, postman } = first;
    for (const to of [A, B]) postman.manners.set(to, 'fails');
    await first.subscribe(B); // for which everything stays on disk
    const one = await first.subscribe(A, { filteringCriteria: { serNames: ['a'] } });
    await first.tell(change('a'), change('b'));
    await first.subscriptions.replace(one, request(A, { filteringCriteria: { serNames: ['b'] } }), anything);
    await first.tell(change('a'), change('b'));
    first.kill();
    const second = await openPostOffice({ state, clock, postman });
    expect(second.outbox.find(one.subscriptionId)?.status.pending).toBe(2);
    postman.manners.set(A, 'answers');
    await clock.advance(10_000);
    expect(names(postman.told(one.subscriptionId))).toEqual(['a', 'b']);
    expect(postman.told(one.subscriptionId).map(({ seq }) => seq)).toEqual([1, 4]);
  });

  it('at any point nothing is missed that was answered for, and nothing is out of order', async () => {
    let commits = 0;
    for (let dies = 1; dies <= 14; dies++) {
      const state = new FakeState();
      const clock = new ManualClock();
      const first = await openPostOffice({ state, clock });
      const { postman } = first;
      first.mortal.commitsLeft = dies;
      const kept: string[] = [];
      const isOver = await Promise.race([scenario(), clock.advance(30_000)]);
      if (isOver) commits = dies;
      const second = await openPostOffice({ state, clock, postman });
      await clock.advance(10_000);
      for (const { subscriptionId, callbackReference } of second.subscriptions.list()) {
        const told = postman.told(subscriptionId);
        const seqs = told.map(({ seq }) => seq);
        const once = told.filter(({ seq }, at) => seqs.indexOf(seq) === at);
        expect(once.map(({ seq }) => seq)).toEqual([...new Set(seqs)].sort((a, b) => a - b));
        if (callbackReference === A) expect(names(once)).toEqual(expect.arrayContaining(kept));
      }
      expect(second.outbox.size).toBe(0);

      async function scenario(): Promise<boolean> {
        const one = await first.subscribe(A);
        const other = await first.subscribe(B, { requestTestNotification: true });
        for (const name of ['a', 'b', 'c']) {
          await first.tell(change(name));
          kept.push(name);
          await clock.advance(400);
        }
        await first.subscriptions.replace(one, request(A), anything);
        await first.subscriptions.remove(other, anything);
        await clock.advance(1_000);
        await first.tell(change('d'));
        kept.push('d');
        return true;
      }
    }
    expect(commits).toBeGreaterThan(0); // the last of these had died of old age
  });
});
