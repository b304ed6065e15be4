import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Sight } from '../../src/auth/access.js';
import { GatewayError } from '../../src/errors.js';
import { Observed } from '../../src/events/observed.js';
import type { ArrivalLog, ArrivalPage } from '../../src/sensors/arrival-log.js';
import { Arrivals } from '../../src/sensors/arrivals.js';
import type { Point } from '../../src/sensors/history.js';
import { openStore, type Store } from '../../src/store/store.js';
import { ManualClock } from '../manual-clock.js';
import { noon, ruuviPoint } from '../store/points.js';
import { tempDirectory } from '../temp-directory.js';

const WHOLE: Sight = { devices: 'all' };
const never = new AbortController().signal;

describe('Whoever waits for what arrives', () => {
  /** A log of which each page is said by hand. */
  function setUp(pages: Partial<ArrivalPage>[], most = 2) {
    const clock = new ManualClock();
    const asked: (string | undefined)[] = [];
    const commits = new Observed(0);
    const log: ArrivalLog = {
      commits,
      read: async ({ after }) => {
        asked.push(after);
        return { arrivals: [], next: `after-${asked.length}`, missed: 0, isEnd: true, ...pages.shift() };
      },
    };
    return { clock, asked, commit: () => commits.set(commits.value + 1), arrivals: new Arrivals(log, clock, most) };
  }
  const one = { arrivals: [{ point: ruuviPoint(), cursor: 'c' }] };

  it('is answered at once when something is there', async () => {
    const { arrivals, asked } = setUp([one]);
    expect(await arrivals.next({ limit: 1 }, WHOLE, 60_000, never)).toMatchObject({ ...one, next: 'after-1' });
    expect([asked, arrivals.size]).toEqual([[undefined], 0]);
  });

  it('is answered as soon as something was committed that it sees, and goes on from where it has looked', async () => {
    const { arrivals, asked, commit, clock } = setUp([{}, {}, one]);
    const answer = arrivals.next({ after: 'x', limit: 1 }, WHOLE, 60_000, never);
    await clock.advance(1_000);
    expect([asked, arrivals.size]).toEqual([['x'], 1]);
    commit();
    await clock.advance(1_000);
    expect(asked).toEqual(['x', 'after-1']);
    commit();
    expect(await answer).toMatchObject({ ...one, next: 'after-3' });
    expect(arrivals.size).toBe(0);
  });

  it('misses no commit that comes while it reads', async () => {
    const { arrivals, commit, asked } = setUp([{}, one]);
    const answer = arrivals.next({ limit: 1 }, WHOLE, 60_000, never);
    commit();
    expect(await answer).toMatchObject(one);
    expect(asked).toHaveLength(2);
  });

  it('is answered with nothing when its time is over, and not before', async () => {
    const { arrivals, clock } = setUp([]);
    let isAnswered = false;
    const answer = arrivals.next({ limit: 1 }, WHOLE, 10_000, never).finally(() => (isAnswered = true));
    await clock.advance(9_999);
    expect(isAnswered).toBe(false);
    await clock.advance(1);
    expect(await answer).toMatchObject({ arrivals: [], next: 'after-2' });
  });

  it('hears at once of what it has missed, and that nobody knows how much', async () => {
    for (const missed of [3, undefined]) {
      const page = { ...(missed === undefined ? {} : { missed }) };
      const { arrivals } = setUp([{ arrivals: [], next: 'n', isEnd: true, ...page }]);
      const log = { commits: new Observed(0), read: async () => ({ arrivals: [], next: 'n', isEnd: true, ...page }) };
      const waiting = missed === undefined ? new Arrivals(log, new ManualClock(), 1) : arrivals;
      expect((await waiting.next({ limit: 1 }, WHOLE, 60_000, never)).missed).toBe(missed);
    }
  });

  it('reads on to the end, however little of it is its own, also where it does not wait', async () => {
    const { arrivals, asked } = setUp([{ isEnd: false }, { isEnd: false }, one]);
    expect(await arrivals.next({ limit: 1 }, WHOLE, 0, never)).toMatchObject(one);
    expect(asked).toEqual([undefined, 'after-1', 'after-2']);
  });

  it('is let go when the gateway stops or nobody is there any more, and told why when that was its token', async () => {
    const { arrivals } = setUp([]);
    const [stop, token] = [new AbortController(), new AbortController()];
    const answers = [stop, token].map(({ signal }) => arrivals.next({ limit: 1 }, WHOLE, 60_000, signal));
    stop.abort();
    token.abort(new GatewayError('unauthorized', 'over'));
    const [stopped, ended] = await Promise.allSettled(answers);
    expect(stopped).toMatchObject({ status: 'fulfilled', value: { arrivals: [] } });
    expect(ended).toMatchObject({ status: 'rejected', reason: { code: 'unauthorized' } });
    expect(arrivals.size).toBe(0);
  });

  it('is turned away when as many wait as may, unless it does not wait', async () => {
    const { arrivals, commit } = setUp([{}, {}, {}, one, one]);
    const waiting = [1, 2].map(() => arrivals.next({ limit: 1 }, WHOLE, 60_000, never));
    await expect(arrivals.next({ limit: 1 }, WHOLE, 1, never)).rejects.toMatchObject({
      code: 'unavailable',
      retryAfterMs: 5_000,
    });
    expect(await arrivals.next({ limit: 1 }, WHOLE, 0, never)).toMatchObject({ arrivals: [] });
    commit();
    await Promise.all(waiting);
    expect(arrivals.size).toBe(0);
  });
});

/** What somebody who reads on has got: and what it may see of what there is. */
interface Client {
  readonly sight: Sight;
  readonly measurement?: string;
  after?: string;
  missed: number;
  readonly got: Point[];
}

const GATES = ['north', 'south'];
const TENANTS = ['host', 'town'];
/** A point of this many characters fills a page of the file, so that few of them are more than the budget. */
const PADDING = 'x'.repeat(1_500);
const BUDGET = 220_000;

const anyPoint = fc.record({ gate: fc.constantFrom(...GATES), tenant: fc.constantFrom(...TENANTS), at: fc.nat(40) });
const anyStep = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({ does: fc.constant('add' as const), points: fc.array(anyPoint, { minLength: 1, maxLength: 20 }) }),
  },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('tag' as const), at: fc.nat(1_000) }) },
  {
    weight: 6,
    arbitrary: fc.record({
      does: fc.constant('read' as const),
      who: fc.nat(3),
      limit: fc.integer({ min: 1, max: 30 }),
      dies: fc.boolean(),
    }),
  },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('restart' as const) }) },
);

const sorted = (values: object) => Object.entries(values).sort(([a], [b]) => (a < b ? -1 : 1));
const keyOf = ({ measurement, tags, time }: Point) => JSON.stringify([measurement, time, sorted(tags)]);
const versionOf = (point: Pick<Point, 'fields'> | undefined) => JSON.stringify(sorted(point?.fields ?? {}));
const sees = ({ sight: { tenant, devices }, measurement }: Client, point: Point) =>
  (measurement === undefined || point.measurement === measurement) &&
  (point.tags.mac === undefined ? tenant === undefined || (point.tags.tenant ?? 'host') === tenant : devices === 'all');
/** As its own tenant has it. */
const shownTo = ({ sight }: Client, { tags: { tenant, ...tags }, ...point }: Point): Point => ({
  ...point,
  tags: sight.tenant === undefined && tenant !== undefined ? { ...tags, tenant } : tags,
});

it.each([
  ['whatever room there is', 2 ** 30],
  ['also when retention takes some of it first, of which it is told', BUDGET],
])(
  'A client that dies at any moment and reads on gets all of it, and nothing twice: %s',
  async (_which, historyMaxBytes) => {
    const property = fc.asyncProperty(fc.array(anyStep, { minLength: 10, maxLength: 40 }), async (steps) => {
      using dir = tempDirectory();
      const reopen = () => openStore({ dir: dir.path, commitMs: 1, historyMaxBytes });
      let store: Store = await reopen();
      let dropped = 0;
      const clients: Client[] = [
        { sight: WHOLE, missed: 0, got: [] },
        { sight: { tenant: 'town', devices: new Set() }, missed: 0, got: [] },
        { sight: { tenant: 'host', devices: 'all' }, missed: 0, got: [] },
        { sight: WHOLE, measurement: 'people', missed: 0, got: [] },
      ];
      /** The newest version of each point that was kept. */
      const kept = new Map<string, Point>();
      let version = 0;
      const append = async (points: Point[]) => {
        await store.history.append(points, { prompt: true });
        for (const point of points) kept.set(keyOf(point), point);
      };
      const read = async (client: Client, limit: number, dies: boolean): Promise<boolean> => {
        const { after, measurement, sight } = client;
        const wanted = {
          limit,
          ...(after === undefined ? {} : { after }),
          ...(measurement === undefined ? {} : { measurement }),
        };
        const page = await new Arrivals(store.arrivals, new ManualClock(), 1).next(wanted, sight, 0, never);
        if (dies) return true;
        // what a client has and where it goes on stand in one place of its own
        client.got.push(...page.arrivals.map(({ point }) => point));
        client.after = page.next;
        client.missed += page.missed ?? NaN;
        return page.arrivals.length > 0;
      };
      const close = async () => {
        await store[Symbol.asyncDispose]();
        dropped += store.counters.dropped;
      };
      try {
        // a cursor of nothing yet: whoever begins later has missed nothing
        for (const client of clients) await read(client, 1, false);
        for (const step of steps) {
          if (step.does === 'add')
            await append(
              step.points.map(({ gate, tenant, at }): Point => ({
                measurement: 'people',
                tags: { gate, ...(tenant === 'host' ? {} : { tenant }) },
                time: noon - at * 1000,
                fields: { count: ++version, padding: PADDING },
              })),
            );
          else if (step.does === 'tag') await append([ruuviPoint(noon + step.at + ++version * 1000)]);
          else if (step.does === 'read')
            for (const client of clients.slice(step.who, step.who + 1)) await read(client, step.limit, step.dies);
          else {
            await close();
            store = await reopen();
          }
        }
        for (const client of clients) while (await read(client, 30, false));
      } finally {
        await close();
      }
      for (const client of clients) {
        const versions = client.got.map((point) => keyOf(point) + versionOf(point));
        expect(new Set(versions).size).toBe(versions.length);
        const newest = new Map(client.got.map((point) => [keyOf(point), point]));
        const wanted = [...kept.values()].filter((point) => sees(client, point)).map((point) => shownTo(client, point));
        const lacking = wanted.filter((point) => versionOf(newest.get(keyOf(point))) !== versionOf(point));
        expect(lacking.length).toBeLessThanOrEqual(client.missed);
        expect(client.missed).toBeLessThanOrEqual(dropped);
        expect([...newest.keys()].filter((key) => !wanted.some((point) => keyOf(point) === key))).toEqual([]);
      }
    });
    await fc.assert(property, { numRuns: 10, endOnFailure: true });
  },
  120_000,
);
