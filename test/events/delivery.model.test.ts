import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Subscription } from '../../src/events/subscription.js';
import { ManualClock } from '../manual-clock.js';
import { FakeState } from '../registry/fake-state.js';
import type { Manner } from './fake-postman.js';
import { FakePostman } from './fake-postman.js';
import { change, names, openPostOffice } from './post-office.js';

const NAMES = ['a', 'b'] as const;
const BOUNDS = { perSubscriber: 6, total: 1_000 };
const anything = (): void => undefined;

type Step =
  | { readonly do: 'change'; readonly name: 'a' | 'b'; readonly diskFails: boolean }
  | { readonly do: 'subscribe'; readonly wants: 'a' | 'b' | 'all' }
  | { readonly do: 'unsubscribe' | 'replace'; readonly which: number }
  | { readonly do: 'manner'; readonly which: number; readonly manner: Manner }
  | { readonly do: 'time'; readonly ms: number }
  | { readonly do: 'restart'; readonly way: 'stopped' | 'killed' };

const which = fc.nat(4);
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      do: fc.constant('change'),
      name: fc.constantFrom(...NAMES),
      diskFails: fc.constantFrom(false, false, false, true),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('subscribe'), wants: fc.constantFrom('a', 'b', 'all') }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constantFrom('unsubscribe', 'replace'), which }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('manner'), which, manner: fc.constantFrom('answers', 'fails', 'hangs') }) },
  { weight: 5, arbitrary: fc.record({ do: fc.constant('time'), ms: fc.constantFrom(0, 300, 1_000, 12_000, 400_000) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('restart'), way: fc.constantFrom('stopped', 'killed') }) },
);

/** The promise: whoever is subscribed has all that it wants since then, in order. Numbers name changes. */
class Model {
  readonly wanted = new Map<string, { readonly wants: string; readonly changes: string[] }>();

  subscribe(id: string, wants: string): void {
    this.wanted.set(id, { wants, changes: [] });
  }

  change(id: string, name: string): void {
    for (const { wants, changes } of this.wanted.values()) if (wants === 'all' || wants === name) changes.push(id);
  }
}

/** A gateway that is driven through steps, and what has been asked of it. */
class Run {
  readonly state = new FakeState();
  readonly clock = new ManualClock();
  readonly postman = new FakePostman(this.clock);
  readonly model = new Model();
  readonly subscriptions: Subscription[] = [];
  /** Of each letter that was answered for: during which life of the gateway. */
  private lives: number[] = [];
  private office: Awaited<ReturnType<typeof openPostOffice>> | undefined;
  private changes = 0;

  private async at() {
    return (this.office ??= await openPostOffice({
      state: this.state,
      clock: this.clock,
      postman: this.postman,
      bounds: BOUNDS,
    }));
  }

  async do(step: Step): Promise<void> {
    const office = await this.at();
    if (step.do === 'change') return this.change(step.name, step.diskFails);
    if (step.do === 'time') return this.clock.advance(step.ms);
    if (step.do === 'restart') return this.restart(step.way);
    if (step.do === 'subscribe') {
      const { wants } = step;
      const filter =
        wants === 'all' ? {} : { filteringCriteria: { serCategories: [{ href: '', id: wants, name: '', version: '' }] } };
      const subscription = await office.subscribe(`http://${this.subscriptions.length}/`, filter);
      this.subscriptions.push(subscription);
      this.model.subscribe(subscription.subscriptionId, wants);
      return;
    }
    const subscription = this.subscriptions[step.which % this.subscriptions.length];
    if (!subscription) return;
    const isThere = this.model.wanted.has(subscription.subscriptionId);
    if (step.do === 'manner') this.postman.manners.set(subscription.callbackReference ?? '', step.manner);
    else if (!isThere) return;
    else if (step.do === 'replace') await office.subscriptions.replace(subscription, subscription, anything);
    else {
      await office.subscriptions.remove(subscription, anything);
      this.model.wanted.delete(subscription.subscriptionId);
    }
  }

  private async change(name: 'a' | 'b', diskFails: boolean): Promise<void> {
    const office = await this.at();
    const id = `${name}${++this.changes}`;
    this.state.failing = diskFails;
    await office.tell(change(id, { serCategoryId: name })).then(() => this.model.change(id, name), anything);
    this.state.failing = false;
  }

  private async restart(way: 'stopped' | 'killed'): Promise<void> {
    const office = await this.at();
    if (way === 'stopped') await office.outbox[Symbol.asyncDispose]();
    office.kill();
    this.noteLives();
    this.office = undefined;
    await this.at();
    if (way === 'killed') this.life++;
  }

  /** Grows with each kill. */
  private life = 0;

  private noteLives(): void {
    while (this.lives.length < this.postman.delivered.length) this.lives.push(this.life);
  }

  /** Everybody recovers, and all is delivered; then the promise must hold. */
  async check(): Promise<void> {
    const { outbox } = await this.at();
    this.postman.manners.clear();
    await this.clock.advance(1_000_000);
    this.noteLives();
    for (const [id, { changes }] of this.model.wanted) {
      const status = outbox.find(id)?.status;
      expect(status).toMatchObject({ pending: 0 });
      const told = this.postman.delivered.flatMap(({ subscriptionId, notices }, at) =>
        subscriptionId === id ? names(notices).map((name) => ({ name, life: this.lives[at] ?? 0 })) : [],
      );
      this.checkTwice(told);
      const once = [...new Set(told.map(({ name }) => name))];
      expect(once).toEqual(changes.filter((name) => once.includes(name)));
      expect(changes.length - once.length).toBeLessThanOrEqual(status?.dropped ?? 0);
      if (changes.length <= BOUNDS.perSubscriber) expect(status?.dropped).toBe(0);
    }
    expect(outbox.size).toBe(0);
    const left = [...this.state.documents.keys()].filter((key) => key.startsWith('notices/') || key.startsWith('deliveries/'));
    expect(left.filter((key) => !this.model.wanted.has(key.slice('deliveries/'.length)))).toEqual([]);
  }

  /** What comes again has been told in an earlier life, and comes before anything new in this one. */
  private checkTwice(told: readonly { readonly name: string; readonly life: number }[]): void {
    const lives = new Map<string, number>();
    let newIn = -1;
    for (const { name, life } of told) {
      const before = lives.get(name);
      if (before === undefined) newIn = life;
      else expect([name, before < life && newIn < life]).toEqual([name, true]);
      lives.set(name, life);
    }
  }
}

/** One is given up for want of room, and a kill comes before that was noted by itself. */
const killedAfterReplacing: Step[] = [
  { do: 'subscribe', wants: 'a' },
  { do: 'manner', which: 0, manner: 'fails' },
  ...Array.from({ length: BOUNDS.perSubscriber + 1 }, (): Step => ({ do: 'change', name: 'a', diskFails: false })),
  { do: 'replace', which: 0 },
  { do: 'restart', way: 'killed' },
];

/** Something arrives in the moment in which the gateway stops. */
const stoppedWhileDelivering: Step[] = [
  { do: 'subscribe', wants: 'a' },
  { do: 'manner', which: 0, manner: 'fails' },
  { do: 'change', name: 'a', diskFails: false },
  { do: 'manner', which: 0, manner: 'answers' },
  { do: 'replace', which: 0 },
  { do: 'restart', way: 'stopped' },
];

it('Each subscriber hears, in order, all that it wants since it subscribed, whatever fails, hangs or restarts', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 40, size: 'max' }), async (steps) => {
      const run = new Run();
      for (const one of steps) await run.do(one);
      await run.check();
    }),
    { numRuns: 150, examples: [[killedAfterReplacing], [stoppedWhileDelivering]] },
  );
}, 60_000);
