import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Answer } from '../../src/destinations/answer.js';
import { verdictOf } from '../../src/destinations/answer.js';
import { Lanes, type Step } from '../../src/destinations/lanes.js';
import { type Store, openStore } from '../../src/store/store.js';
import { ManualClock } from '../manual-clock.js';
import { appPoints, noon } from '../store/points.js';
import { tempDirectory } from '../temp-directory.js';
import { counts } from './harness.js';

/** What the server says to a request; what it has taken by then is another question. */
type Said = 'stored' | 'partial' | 'too large' | 'wait' | 'fails' | 'hangs up' | 'a page' | 'stored, and hangs up';
const OTHERS: readonly Said[] = ['too large', 'wait', 'fails', 'hangs up', 'a page', 'stored, and hangs up'];
const json = (status: number, message: string): Answer => ({ status, body: JSON.stringify({ code: 'x', message }) });
const ANSWERS: Readonly<Record<Exclude<Said, 'hangs up' | 'stored, and hangs up'>, Answer>> = {
  stored: { status: 204, body: '' },
  partial: json(422, 'partial write'),
  'too large': json(413, 'too large'),
  wait: json(429, 'wait'),
  fails: json(500, 'internal'),
  'a page': { status: 200, body: '<html>' },
};

/** A database: it keeps each point once, never takes some lines, and says what the script wants. */
class Upstream {
  /** What it has last taken for each time. */
  readonly points = new Map<string, number>();
  script: Said[] = [];

  constructor(private readonly isBad: (count: number) => boolean) {}

  async attempt(lines: readonly string[]): Promise<{ verdict: ReturnType<typeof verdictOf>; ms: number }> {
    const said = this.script.shift() ?? 'stored';
    const good = lines.filter((line) => !this.isBad(counts([line])[0] ?? 0));
    if (said === 'stored' || said.startsWith('stored') || said === 'partial')
      for (const line of good) this.points.set(timeOf(line), counts([line])[0] ?? 0);
    if (said === 'hangs up' || said === 'stored, and hangs up') return { verdict: { kind: 'later', reason: said }, ms: 10 };
    const isPartial = said === 'stored' && good.length < lines.length;
    // a server that finds one line alone too large would never take it
    const answer = ANSWERS[isPartial ? 'partial' : said === 'too large' && lines.length === 1 ? 'fails' : said];
    return { verdict: verdictOf(answer, 0), ms: 10 };
  }
}

const timeOf = (line: string) => line.split(' ').at(-1) ?? '';

type Command =
  | { readonly do: 'append'; readonly count: number }
  | { readonly do: 'steps'; readonly count: number; readonly script: Said[] }
  /** A point is written once more, with another value. */
  | { readonly do: 'change'; readonly which: number }
  | { readonly do: 'restart' }
  | { readonly do: 'again' };

const command: fc.Arbitrary<Command> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ do: fc.constant('append' as const), count: fc.constantFrom(1, 7, 60, 300) }) },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('steps' as const),
      count: fc.integer({ min: 1, max: 12 }),
      script: fc.array(fc.constantFrom<Said>('stored', 'stored', ...OTHERS), { maxLength: 12 }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('change' as const), which: fc.nat() }) },
  { weight: 1, arbitrary: fc.constant({ do: 'restart' as const }) },
  { weight: 1, arbitrary: fc.constant({ do: 'again' as const }) },
);

const EVERY_THIRTEENTH_IS_BAD = 13;
/** Is added to what changes: no count is another's. */
const CHANGED = 10_000;
const SETTINGS = { url: 'http://x', token: 't', org: 'o', bucket: 'b', only: { tags: { gate: ['north'] } } };

function lanesOf(store: Store, upstream: Upstream) {
  const counters = { stored: 0, rejected: 0, filtered: 0, requests: 0, failures: 0 };
  const parts = { settings: SETTINGS, sender: upstream, clock: new ManualClock(), counters, timeoutMs: 1e9, batchSize: 100 };
  return new Lanes({ cursor: store.cursor('cloud'), ...parts, report: () => undefined });
}

async function untilIdle(lanes: Lanes): Promise<void> {
  let step: Step;
  do step = await lanes.step();
  while (step.kind !== 'idle');
  await lanes.flush();
}

describe('Whatever a server answers, and however often the gateway starts again', () => {
  it('each row that was appended is stored as it was written last, or refused, or not wanted, and none is anything else', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(command, { maxLength: 25 }), async (commands) => {
        using dir = tempDirectory();
        let store = await openStore({ dir: dir.path });
        const upstream = new Upstream((count) => count % EVERY_THIRTEENTH_IS_BAD === 0);
        let lanes = lanesOf(store, upstream);
        const wanted: number[] = [];
        for (const one of commands) {
          if (one.do === 'append') {
            const points = appPoints(wanted.length + one.count).slice(wanted.length);
            const others = appPoints(one.count, noon + wanted.length * 1_000, 'south');
            await store.history.append([...points, ...others], { prompt: true });
            wanted.push(...points.map((_, at) => wanted.length + at));
          } else if (one.do === 'change') {
            if (wanted.length === 0) continue;
            const which = one.which % wanted.length;
            const [point] = appPoints(which + 1).slice(which);
            const count = (wanted[which] ?? 0) + CHANGED;
            wanted[which] = count;
            if (point) await store.history.append([{ ...point, fields: { count } }], { prompt: true });
          } else if (one.do === 'steps') {
            upstream.script = [...one.script];
            for (let n = 0; n < one.count; n++) await lanes.step();
          } else if (one.do === 'again') {
            await store.cursor('cloud').sendAgain();
          } else {
            await store[Symbol.asyncDispose]();
            store = await openStore({ dir: dir.path });
            lanes = lanesOf(store, upstream);
          }
        }
        upstream.script = [];
        await untilIdle(lanes);
        const rejected = (await store.cursor('cloud').rejections()).map(({ point }) => Number(point.fields.count));
        expect(await store.cursor('cloud').lag()).toMatchObject({ readings: 0 });
        await store[Symbol.asyncDispose]();
        const isBad = (count: number) => count % EVERY_THIRTEENTH_IS_BAD === 0;
        // where the last value is a bad one the database has an older one, or none
        const stored = wanted.map((count, at) => (isBad(count) ? count : upstream.points.get(`${noon + at * 1_000}`)));
        expect(stored).toEqual(wanted);
        expect(upstream.points.size).toBeLessThanOrEqual(wanted.length);
        expect(rejected.sort((a, b) => a - b)).toEqual(wanted.filter(isBad).sort((a, b) => a - b));
      }),
      { numRuns: Number(process.env.TEST_RUNS ?? 25) },
    );
  }, 120_000);
});
