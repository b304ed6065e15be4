import { describe, expect, it } from '@jest/globals';
import { Announcer } from '../../src/events/announcer.js';
import type { Change } from '../../src/registry/state.js';
import { FakeState } from '../registry/fake-state.js';
import { change, condition, edge, openPostOffice, sequences } from './post-office.js';

const A = 'http://a/';
const toEdges = { subscriptionType: 'EdgeSubscription' } as const;
const toConditions = { subscriptionType: 'ConditionSubscription' } as const;
const upTo = (last: number) => Array.from({ length: last }, (_, at) => at + 1);

/** Remembers what it was to keep, one list of names for each commit. */
class CountingState extends FakeState {
  readonly commits: string[][] = [];

  override commit(changes: readonly Change[]): Promise<void> {
    this.commits.push(changes.filter(({ collection }) => collection === 'notices').map(({ id }) => id));
    return super.commit(changes);
  }

  /** Nothing is kept any more until the returned function is called. */
  hold(): () => void {
    let go = (): void => undefined;
    this.held = new Promise((resolve) => (go = resolve));
    return go;
  }
}

async function setUp(bound = 1_000) {
  const state = new CountingState();
  const office = await openPostOffice({ state });
  const reports: string[] = [];
  const announcer = new Announcer(office.outbox, bound, (message) => reports.push(message));
  return { ...office, state, announcer, reports };
}

describe('What may come faster than a disk can write', () => {
  it('is kept together when it comes while a commit is under way, and told in order, each alone', async () => {
    const { state, clock, postman, subscribe, announcer } = await setUp();
    const { subscriptionId } = await subscribe(A, toEdges);
    state.commits.length = 0;
    const go = state.hold();
    for (const n of upTo(100)) announcer.announce(edge(n));
    go();
    await clock.advance(0);
    for (const n of [101, 102]) announcer.announce(edge(n));
    await announcer[Symbol.asyncDispose]();
    await clock.advance(0);
    expect(state.commits.map(({ length }) => length)).toEqual([1, 99, 1, 1]);
    expect(sequences(postman.told(subscriptionId))).toEqual(upTo(102));
    expect(postman.attempts).toHaveLength(102);
  });

  it('costs nothing when nobody wants it', async () => {
    const { state, subscribe, announcer } = await setUp();
    await subscribe(A, { ...toEdges, filteringCriteria: { lineIds: ['4'] } });
    state.commits.length = 0;
    for (const n of upTo(10)) announcer.announce(edge(n));
    await announcer[Symbol.asyncDispose]();
    expect(state.commits).toEqual([]);
  });

  it('is told all the same, and in its place, when the disk fails', async () => {
    const { state, clock, postman, subscribe, announcer } = await setUp();
    const { subscriptionId } = await subscribe(A, toEdges);
    for (const n of upTo(9)) {
      state.failing = n > 3 && n < 7;
      announcer.announce(edge(n));
      await clock.advance(0);
    }
    expect(sequences(postman.told(subscriptionId))).toEqual(upTo(9));
  });

  it('is the newest of it when the disk hangs, and what was given up is counted', async () => {
    const { state, clock, postman, subscribe, announcer } = await setUp(5);
    const { subscriptionId } = await subscribe(A, toEdges);
    const go = state.hold();
    for (const n of upTo(20)) announcer.announce(edge(n));
    expect(announcer.counters).toEqual({ dropped: 14 });
    go();
    await clock.advance(0);
    expect(sequences(postman.told(subscriptionId))).toEqual([1, 16, 17, 18, 19, 20]);
  });

  it('is told again by whoever comes next after a mistake of the gateway', async () => {
    let asked = 0;
    const office = await openPostOffice({
      hears: () => {
        if (++asked === 2) throw new TypeError('a mistake');
        return true;
      },
    });
    const reports: string[] = [];
    const announcer = new Announcer(office.outbox, 5, (message) => reports.push(message));
    const { subscriptionId } = await office.subscribe(A, toEdges);
    announcer.announce(edge(1));
    await office.clock.advance(0);
    expect(reports).toEqual([expect.stringContaining('a mistake')]);
    announcer.announce(edge(2));
    await office.clock.advance(0);
    expect(sequences(office.postman.told(subscriptionId))).toEqual([2]);
  });

  it('is kept with what changes by it, in order, also what nobody is told of', async () => {
    const { state, clock, postman, subscribe, announcer } = await setUp();
    const { subscriptionId } = await subscribe(A, toConditions);
    const it = { collection: 'conditions', id: 'it' };
    const commits: string[][] = [];
    const commit = state.commit.bind(state);
    state.commit = (changes) => {
      commits.push(changes.map(({ collection, body }) => (body ? collection : `no ${collection}`)));
      return commit(changes);
    };
    const go = state.hold();
    announcer.announce(condition(1, subscriptionId), [{ ...it, body: {} }]);
    announcer.announce(condition(2, subscriptionId), [it]);
    announcer.announce(condition(3, 'another'), [{ ...it, body: {} }]);
    announcer.keep([it]);
    go();
    await announcer[Symbol.asyncDispose]();
    await clock.advance(0);
    expect(commits.slice(0, 2)).toEqual([
      ['conditions', 'notices'],
      ['no conditions', 'conditions', 'no conditions', 'notices'],
    ]);
    expect(sequences(postman.told(subscriptionId))).toEqual([1, 2]);
    expect(state.documents.has('conditions/it')).toBe(false);
  });

  it('stands beside what else is told', async () => {
    const { clock, postman, subscribe, tell, announcer } = await setUp();
    const edges = await subscribe(A, toEdges);
    const services = await subscribe(A);
    for (const n of upTo(5)) {
      announcer.announce(edge(n));
      await tell(change(String(n)));
    }
    await announcer[Symbol.asyncDispose]();
    await clock.advance(0);
    expect(sequences(postman.told(edges.subscriptionId))).toEqual(upTo(5));
    expect(postman.told(services.subscriptionId)).toHaveLength(5);
  });
});
