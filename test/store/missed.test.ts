import { describe, expect, it, jest } from '@jest/globals';
import fc from 'fast-check';
import { HistoryDatabase } from '../../src/store/history-database.js';
import { openDatabase } from '../../src/store/sqlite.js';
import { SteadyDatabase } from '../../src/store/steady-database.js';
import { isUnsent, leaveBehind, type Range, sentBehind, sentLive, type Unsent } from '../../src/store/unsent.js';
import { tempDirectory } from '../temp-directory.js';
import { openHistory, roomy } from './open-history.js';
import { appPoint, appPoints, noon } from './points.js';

const ALL = Number.MAX_SAFE_INTEGER;
/** Whatever there is is too much: each sweep takes all of one series. */
const NO_ROOM = { ...roomy, maxBytes: 1 };
const GATES = ['north', 'east', 'south', 'west'];
const NAMES = ['cloud', 'town'] as const;

/** A destination that reads and settles by hand, each lane by itself. */
class Reader {
  readonly stored = new Set<number>();
  private readonly hands = new Map<'live' | 'behind', readonly number[]>();

  constructor(
    readonly name: string,
    private readonly history: () => HistoryDatabase,
  ) {}

  get unsent(): Unsent {
    return this.history().cursors.unsent(this.name);
  }

  /** As the live lane does, which has no batch under way then. */
  leave(): void {
    if (!this.hands.has('live') && this.unsent.behind.length < 16) this.settle(leaveBehind(this.unsent, this.history().lastSeq));
  }

  read(lane: 'live' | 'behind', limit: number): void {
    const [behind = { after: 0, upTo: 0 }] = this.unsent.behind;
    const range: Range = lane === 'live' ? { after: this.unsent.live, upTo: ALL } : behind;
    const rows = this.history().readings.among(range, limit);
    this.hands.set(
      lane,
      rows.map(({ seq }) => seq),
    );
  }

  /** The server has all of what was read. */
  arrive(lane: 'live' | 'behind'): void {
    const seqs = this.hands.get(lane) ?? [];
    const last = seqs.at(-1);
    this.hands.delete(lane);
    if (last === undefined) return;
    for (const seq of seqs) this.stored.add(seq);
    this.settle((lane === 'live' ? sentLive : sentBehind)(this.unsent, last), seqs);
  }

  forget(): void {
    this.hands.clear();
  }

  private settle(unsent: Unsent, done: readonly number[] = []): void {
    this.history().cursors.settle(this.name, unsent, [], noon, done);
  }
}

const lane = fc.constantFrom('live' as const, 'behind' as const);
const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('append' as const), gate: fc.nat(GATES.length - 1), count: fc.integer({ min: 1, max: 9 }) }) }, // prettier-ignore
  { weight: 4, arbitrary: fc.record({ do: fc.constant('read' as const), who: fc.nat(1), lane, limit: fc.integer({ min: 1, max: 9 }) }) }, // prettier-ignore
  { weight: 4, arbitrary: fc.record({ do: fc.constant('arrive' as const), who: fc.nat(1), lane }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('leave' as const), who: fc.nat(1) }) },
  { weight: 3, arbitrary: fc.constant({ do: 'sweep' as const }) },
  { weight: 1, arbitrary: fc.constant({ do: 'restart' as const }) },
);

describe('What retention takes before a destination has it', () => {
  it('is counted for that destination, so that each row is sent, held or counted, once', () => {
    let [missed, arrivedAllTheSame] = [0, 0];
    fc.assert(
      fc.property(fc.array(step, { minLength: 5, maxLength: 60 }), (steps) => {
        using dir = tempDirectory();
        const open = () => new HistoryDatabase(new SteadyDatabase(`${dir.path}/history.db`), NO_ROOM, new Set(NAMES));
        let history = open();
        const readers = NAMES.map((name) => new Reader(name, () => history));
        const produced: number[] = [];
        for (const one of steps) {
          const reader = 'who' in one ? readers[one.who] : undefined;
          if (one.do === 'append') {
            history.append([appPoints(one.count, noon + produced.length * 1_000, GATES[one.gate])]);
            while (produced.length < history.lastSeq) produced.push(produced.length + 1);
          } else if (one.do === 'read') reader?.read(one.lane, one.limit);
          else if (one.do === 'arrive') reader?.arrive(one.lane);
          else if (one.do === 'leave') reader?.leave();
          else if (one.do === 'sweep') history.retention.sweepBudget(noon);
          else {
            history[Symbol.dispose]();
            history = open();
            for (const each of readers) each.forget();
          }
        }
        const there = new Set(history.readings.after(0, ALL).map(({ seq }) => seq));
        for (const { name, stored, unsent } of readers) {
          const isHeld = (seq: number) => there.has(seq) && isUnsent(unsent, seq);
          const { droppedUnsent, readings } = history.lag(name);
          expect([name, readings]).toEqual([name, produced.filter(isHeld).length]);
          expect([name, droppedUnsent]).toEqual([name, produced.filter((seq) => !stored.has(seq) && !isHeld(seq)).length]);
          missed += droppedUnsent;
          arrivedAllTheSame += [...stored].filter((seq) => !there.has(seq)).length;
        }
        history[Symbol.dispose]();
      }),
      { numRuns: Number(process.env.TEST_RUNS ?? 60) },
    );
    expect(missed).toBeGreaterThan(0);
    expect(arrivedAllTheSame).toBeGreaterThan(0);
  });

  it('is, with all that are in use, what the total counts: each row once', () => {
    using opened = openHistory(NO_ROOM, NAMES);
    const { history } = opened;
    history.append([appPoints(10)]);
    history.cursors.settle('cloud', { live: 8, behind: [{ after: 2, upTo: 4 }] }, [], noon);
    history.cursors.settle('town', { live: 9, behind: [] }, [], noon);
    expect(history.retention.sweepBudget(noon)).toMatchObject({ dropped: 10, droppedUnsent: 4 });
    expect(NAMES.map((name) => history.cursors.dropped(name).droppedUnsent)).toEqual([4, 1]);
  });

  it('is counted for one that was taken out of the configuration too, as long as its place is kept', () => {
    using opened = openHistory(NO_ROOM, ['cloud']);
    const { history } = opened;
    history.append([appPoints(10)]);
    history.cursors.settle('cloud', { live: 10, behind: [] }, [], noon);
    history.cursors.settle('away', { live: 4, behind: [] }, [], noon);
    expect(history.retention.sweepBudget(noon)).toMatchObject({ dropped: 10, droppedUnsent: 0 });
    expect(['cloud', 'away', 'unknown'].map((name) => history.cursors.dropped(name).droppedUnsent)).toEqual([0, 6, 0]);
  });

  it('is counted for one that has never had anything', () => {
    using opened = openHistory(NO_ROOM, ['cloud']);
    opened.history.append([appPoints(10)]);
    opened.history.retention.sweepBudget(noon);
    expect(opened.history.lag('cloud')).toEqual({ readings: 0, rejections: 0, droppedUnsent: 10, droppedRejections: 0 });
  });

  it('is not what could not be taken: neither the count nor the rows are on disk then', () => {
    using opened = openHistory(NO_ROOM, ['cloud']);
    const { history, database } = opened;
    history.append([appPoints(10)]);
    history.cursors.settle('cloud', { live: 0, behind: [] }, [], noon);
    const transaction = database.transaction.bind(database);
    jest.spyOn(database, 'transaction').mockImplementationOnce((work) =>
      transaction(() => {
        work();
        throw new Error('the disk is full');
      }),
    );
    expect(() => history.retention.sweepBudget(noon)).toThrow('the disk is full');
    history.cursors.settle('cloud', { live: 1, behind: [] }, [], noon, [1]);
    expect(history.lag('cloud')).toMatchObject({ readings: 9, droppedUnsent: 0 });
  });

  it('is not a row of a batch under way that has become another', () => {
    using opened = openHistory(NO_ROOM, ['cloud']);
    const { history } = opened;
    history.append([[appPoint()]]);
    history.append([[{ ...appPoint(), fields: { count: 4 } }]]);
    history.cursors.settle('cloud', { live: 1, behind: [] }, [], noon, [1]);
    expect(history.lag('cloud')).toMatchObject({ readings: 1, droppedUnsent: 0 });
    history.retention.sweepBudget(noon);
    expect(history.lag('cloud')).toMatchObject({ readings: 0, droppedUnsent: 1 });
  });

  it('is nothing yet in a file of before', () => {
    using dir = tempDirectory();
    const path = `${dir.path}/history.db`;
    const old = openDatabase(path);
    old.exec('CREATE TABLE cursors (destination TEXT PRIMARY KEY, seq INTEGER NOT NULL) WITHOUT ROWID');
    old.exec("INSERT INTO cursors VALUES ('cloud', 7)");
    old.close();
    for (const _start of [1, 2]) {
      using history = new HistoryDatabase(openDatabase(path), roomy, new Set());
      expect(history.cursors.unsent('cloud')).toEqual({ live: 7, behind: [] });
      expect(history.cursors.dropped('cloud')).toEqual({ droppedUnsent: 0, droppedRejections: 0 });
    }
  });
});
