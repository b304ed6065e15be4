import { townTags } from '../../src/devices/simulated/town.js';
import { readingOf } from '../../src/devices/simulated/tag.js';
import type { Point, StatisticsQuery } from '../../src/sensors/history.js';
import { RUUVI_FIELDS, type RuuviField } from '../../src/sensors/ruuvi/reading.js';
import { tagNameOf, toPoint } from '../../src/sensors/tag-reading.js';
import { HistoryDatabase } from '../../src/store/history-database.js';
import { openDatabase } from '../../src/store/sqlite.js';
import { tempDirectory } from '../../test/temp-directory.js';
import { type Benchmark, figure, rounds } from '../benchmark.js';

const DAY = 86_400_000;
const HOUR = 3_600_000;
const TAGS = 50;
const DAYS = 50;
/** Of all tags together. */
const READINGS_A_DAY = 200_000;
const CHUNK = 5_000;

/**
 * A chart of thirty days of one tag, an hour to a point, from fifty days of fifty tags (10 million readings), and what a reading takes
 * on the card with all that is made of it: while every reading is kept, and in a year with what is kept by default.
 */
export const historyChart: Benchmark = async (_, effort) => {
  using dir = tempDirectory();
  const path = `${dir.path}/history.db`;
  const database = openDatabase(path);
  using history = new HistoryDatabase(database, { maxSeries: 1000, maxBytes: 2 ** 40 }, new Set());
  const end = Math.floor(Date.now() / DAY) * DAY;
  const count = Math.ceil(READINGS_A_DAY * DAYS * effort);
  fill(history, count, end);

  const query: StatisticsQuery = {
    ...{ tags: { mac: tagNameOf(townTags(1, TAGS)[0]?.mac ?? '') }, from: end - 30 * DAY, to: end, every: HOUR },
    ...{ fields: Object.keys(RUUVI_FIELDS) as RuuviField[], limit: 1000 },
  };
  const chart = fastest(rounds(20, effort), () => history.statistics(query));
  const raw = fastest(rounds(3, effort), () => database.prepare(RAW_SQL).all(query.from));
  const reference = { name: 'SQL over its readings', value: raw };
  const pages = (table: string) => bytesOf(database, table);
  const perReading = (pages('readings') + pages('sqlite_autoindex_readings_1')) / count;
  const perRow = (level: number) => {
    const { rows, bytes } =
      database.prepare('SELECT count(*) AS rows, sum(length(fields)) AS bytes FROM rollups WHERE level = ?').get(level) ?? {};
    return Number(bytes) / Number(rows) + 13;
  };
  // how many of each there are in a year: readings of 14 days, minutes of 31, quarters and hours of 365
  const kept = 14 * READINGS_A_DAY * perReading + TAGS * (31 * 1440 * perRow(1) + 365 * 96 * perRow(2) + 365 * 24 * perRow(3));
  const aim = { name: 'the aim', value: 75 };
  return [
    figure({
      name: `30 days of one tag in hours, of ${count} readings`,
      value: chart,
      unit: 'ms',
      reference,
      aim: 'at most 50 ms',
    }),
    figure({ name: 'a stored reading, alone', value: perReading, unit: 'bytes', reference: aim }),
    figure({
      name: 'a reading of a year, with all that is kept',
      value: kept / (365 * READINGS_A_DAY),
      unit: 'bytes',
      reference: aim,
      aim: 'at most 75',
    }),
  ];
};

/** The hourly means of one field, as they would be asked of the readings. */
const RAW_SQL = `SELECT time / 3600000 AS hour, count(temperature), avg(temperature), min(temperature), max(temperature)
  FROM readings WHERE series = 1 AND time >= ? GROUP BY hour`;

/** As they come: each tag in turn, evenly over time, rolled up on the way. */
function fill(history: HistoryDatabase, count: number, end: number): void {
  const tags = townTags(1, TAGS);
  const step = DAY / READINGS_A_DAY;
  const start = end - count * step;
  for (let from = 0; from < count; from += CHUNK) {
    const length = Math.min(CHUNK, count - from);
    const points = Array.from({ length }, (_, at) => pointOf(tags, from + at, Math.floor(start + (from + at) * step)));
    history.append([points]);
    while (history.rollups.step());
  }
}

function pointOf(tags: ReturnType<typeof townTags>, n: number, time: number): Point {
  const tag = tags[n % TAGS];
  if (!tag) throw new Error('there is no town');
  const reading = { ...readingOf(tag, '5', time), dataFormat: '5', measurementSequenceNumber: n % 65_535 } as const;
  return toPoint({ ...reading, mac: tag.mac, receiver: 'hci0', time, rssi: -60 - (n % 7) });
}

function fastest(times: number, work: () => unknown): number {
  let best = Infinity;
  for (let round = 0; round < times; round++) {
    const began = performance.now();
    work();
    best = Math.min(best, performance.now() - began);
  }
  return best;
}

/** Of what a table or an index has in the file; its share of all pages where this SQLite does not tell. */
function bytesOf(database: ReturnType<typeof openDatabase>, name: string): number {
  return Number(database.prepare('SELECT sum(pgsize) AS bytes FROM dbstat WHERE name = ?').get(name)?.bytes ?? 0);
}
