import { expect, it } from '@jest/globals';
import { Lanes } from '../../src/destinations/lanes.js';
import { openStore, type Store } from '../../src/store/store.js';
import { ManualClock } from '../manual-clock.js';
import { appPoints } from '../store/points.js';
import { tempDirectory } from '../temp-directory.js';
import { until } from '../until.js';
import { counts } from './harness.js';

/** Some thousand rows. */
const BUDGET = 400_000;
const AT_ONCE = 2_000;
/** So many do not fit. */
const FULL = 12_000;
const REQUESTS = 8;

/** A destination whose server takes all, and keeps each row once. @param meanwhile what happens while a request is under way */
function lanesOf(store: Store, name: string, stored: Set<number>, meanwhile: () => Promise<void> = async () => undefined) {
  const counters = { stored: 0, rejected: 0, filtered: 0, requests: 0, failures: 0 };
  const attempt = async (lines: readonly string[]) => {
    for (const count of counts(lines)) stored.add(count);
    await meanwhile();
    return { verdict: { kind: 'stored' } as const, ms: 10 };
  };
  const settings = { url: 'http://x', token: 't', org: '', bucket: 'b' };
  const parts = { settings, clock: new ManualClock(), counters, timeoutMs: 1e9, batchSize: 5_000, report: () => undefined };
  return new Lanes({ cursor: store.cursor(name), sender: { attempt }, ...parts });
}

it('What the budget takes is counted for who has not got it, also while a request is under way, and over a restart', async () => {
  using dir = tempDirectory();
  const [cloud, town] = [new Set<number>(), new Set<number>()];
  let produced = 0;
  const appendMore = async (store: Store) => {
    await store.history.append(appPoints(produced + AT_ONCE).slice(produced), { prompt: true });
    produced += AT_ONCE;
  };
  for (const _start of [1, 2]) {
    await using store = await openStore({ dir: dir.path, historyMaxBytes: BUDGET });
    const quick = lanesOf(store, 'town', town);
    const crowd = async () => {
      const { dropped } = store.counters;
      await appendMore(store);
      while ((await quick.step()).kind !== 'idle');
      if (produced > FULL) await until(async () => store.counters.dropped > dropped);
    };
    const slow = lanesOf(store, 'cloud', cloud, crowd);
    await crowd();
    for (let request = 0; request < REQUESTS; request++) await slow.step();
  }
  await using store = await openStore({ dir: dir.path, historyMaxBytes: BUDGET });
  for (const [name, stored] of [
    ['cloud', cloud],
    ['town', town],
  ] as const) {
    const { readings, droppedUnsent } = await store.cursor(name).lag();
    expect({ name, produced }).toEqual({ name, produced: stored.size + readings + droppedUnsent });
    expect([name, droppedUnsent > 0]).toEqual([name, name === 'cloud']);
  }
}, 60_000);
