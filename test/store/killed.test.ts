import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import type { Bucket, StatisticsQuery } from '../../src/sensors/history.js';
import { HistoryDatabase } from '../../src/store/history-database.js';
import { SteadyDatabase } from '../../src/store/steady-database.js';
import { tempDirectory } from '../temp-directory.js';
import { killWriter, startWriter } from './kill-writer.js';
import { naiveStatistics, rounded } from './naive-statistics.js';
import { roomy } from './open-history.js';
import { noon } from './points.js';
import { rolledPoint, SHORT, timeOf } from './rolled-points.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

function everything(history: HistoryDatabase, mac: string, every: number): Bucket[] {
  const fields = ['temperature', 'measurementSequenceNumber'] as const;
  const query: StatisticsQuery = { tags: { mac }, from: noon - 10 * DAY, every, fields, limit: 1000 };
  const found: Bucket[] = [];
  for (let after: string | undefined, more = true; more; more = after !== undefined) {
    const page = history.statistics(after === undefined ? query : { ...query, after });
    found.push(...page.buckets);
    after = page.next;
  }
  return found;
}

/** All that ever came, hour by hour and day by day, against what is left of it. */
function expectAll(history: HistoryDatabase, written: number): void {
  const points = Array.from({ length: written }, (_, n) => rolledPoint(n));
  for (const mac of ['CBB8334C8840', 'CBB8334C8841'])
    for (const every of [HOUR, DAY]) {
      const own = points.filter(({ tags }) => tags.mac === mac);
      expect(rounded(everything(history, mac, every))).toEqual(rounded(naiveStatistics(own, every)));
    }
}

describe('a process that is killed while it rolls up and makes room', () => {
  it.each([1, 5, 22, 43, 64])('has counted everything, and nothing twice (after %i commits)', async (lines) => {
    using dir = tempDirectory();
    const said = await killWriter(startWriter(dir.path, 'roller'), lines);
    const database = new SteadyDatabase(join(dir.path, 'history.db'));
    using history = new HistoryDatabase(database, { ...roomy, retention: SHORT }, new Set());
    const written = history.lastSeq;
    expect(written).toBeGreaterThanOrEqual(said);
    expectAll(history, written);
    while (history.rollups.step());
    while (history.retention.sweepAge(timeOf(written)).more);
    expectAll(history, written);
  });
});
