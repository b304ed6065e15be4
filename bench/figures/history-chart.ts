import { townTags } from '../../src/devices/simulated/town.js';
import type { Point, StatisticsQuery } from '../../src/sensors/history.js';
import { RUUVI_FIELDS, type RuuviField } from '../../src/sensors/ruuvi/reading.js';
import { tagNameOf } from '../../src/sensors/tag-reading.js';
import { STEP_COLUMNS } from '../../src/store/columns.js';
import { HistoryDatabase } from '../../src/store/history-database.js';
import { HOURS, LEVELS, MINUTES, QUARTERS } from '../../src/store/levels.js';
import { DEFAULT_RETENTION } from '../../src/store/retention.js';
import { type Database, openDatabase } from '../../src/store/sqlite.js';
import { tempDirectory } from '../../test/temp-directory.js';
import { type Benchmark, type Figure, figure, rounds } from '../benchmark.js';
import { pastPoint } from '../past-point.js';

const DAY = 86_400_000;
const TAGS = 50;
const DAYS = 50;
/** Of all tags together. */
const READINGS_A_DAY = 200_000;
/** As many as are kept in one commit at most. */
const COMMIT = 1000;
const CHART_DAYS = 30;
const CHART_POINTS = 720;
const YEAR = 365;
const town = townTags(1, TAGS);

/** What a day of all tags takes in the file, bytes. */
interface Sizes {
  readonly readings: number;
  /** By the number of the level. */
  readonly rollUps: ReadonlyMap<number, number>;
}

/**
 * A chart of thirty days of one tag, an hour to a point, from fifty days of fifty tags (10 million readings), and what a reading takes
 * on the card: alone, with all that is made of it, and in a year in which both are kept for as long as is the default.
 *
 * The first day comes as readings come; the others are copies of its rows, in the same order, so that this takes a minute and no hour.
 */
export const historyChart: Benchmark = (_, effort) => Promise.resolve(measure(effort));

function measure(effort: number): Figure[] {
  using dir = tempDirectory();
  const database = openDatabase(`${dir.path}/history.db`);
  using history = new HistoryDatabase(database, { maxSeries: 1000, maxBytes: 2 ** 40 }, new Set());
  const perDay = Math.ceil(READINGS_A_DAY * effort);
  const start = Math.floor(Date.now() / DAY) * DAY - DAYS * DAY;
  append(history, pointsOf(start, perDay, perDay));
  while (history.rollups.step());
  database.exec('PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -262144'); // how fast is not measured
  const sizes = copyDays(database);
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -2000');

  const end = start + DAYS * DAY;
  append(history, pointsOf(end, perDay, Math.ceil(perDay / 144))); // ten minutes wait to be rolled up
  const chart = chartOf(history, end, effort);
  const hourly = sqlOf(database, end, effort);
  const name = `${CHART_DAYS} days of one tag in hours, of ${DAYS * perDay} readings`;
  return [
    figure({ name, value: chart, unit: 'ms', reference: { name: 'SQL over its readings', value: hourly }, aim: 'at most 50 ms' }),
    ...sizesPerReading(sizes, perDay),
  ];
}

function sizesPerReading({ readings, rollUps }: Sizes, perDay: number): Figure[] {
  const all = readings + [...rollUps.values()].reduce((sum, bytes) => sum + bytes, 0);
  const ages = new Map([
    [MINUTES.number, DEFAULT_RETENTION.minutesDays],
    [QUARTERS.number, DEFAULT_RETENTION.quartersDays],
    [HOURS.number, DEFAULT_RETENTION.hoursDays],
  ]);
  const kept = (bytes: number, days = YEAR) => bytes * Math.min(days, YEAR);
  const rolledUp = [...rollUps].reduce((sum, [level, bytes]) => sum + kept(bytes, ages.get(level)), 0);
  const year = kept(readings, DEFAULT_RETENTION.rawDays) + rolledUp;
  const reference = { name: 'the aim', value: 75 };
  const sized = (name: string, value: number) => figure({ name, value, unit: 'bytes', reference, aim: 'at most 75 bytes' });
  return [
    sized('a stored reading and its place in the index', readings / perDay),
    sized('a stored reading with all that is made of it', all / perDay),
    sized('a reading of a year, as long as is the default', year / (YEAR * perDay)),
  ];
}

/** In commits as the store makes them. */
function append(history: HistoryDatabase, points: readonly Point[]): void {
  for (let from = 0; from < points.length; from += COMMIT) history.append([points.slice(from, from + COMMIT)]);
}

/** Each tag in turn, evenly over time. */
function pointsOf(start: number, perDay: number, count: number): readonly Point[] {
  return Array.from({ length: count }, (_, n) => pointOf(n, Math.floor(start + (n * DAY) / perDay)));
}

function pointOf(n: number, time: number): Point {
  const tag = town[n % TAGS];
  if (!tag) throw new Error('there is no town');
  return pastPoint(tag, 'hci0', time, n);
}

/** Makes all further days of the first one, each table alone, so that the file says what it takes. */
function copyDays(database: Database): Sizes {
  // SQLite would copy a table once more that it reads and writes at once
  database.exec(
    'CREATE TEMP TABLE day AS SELECT * FROM readings ORDER BY seq; CREATE TEMP TABLE rolled AS SELECT * FROM rollups',
  );
  const columns = ['series', ...STEP_COLUMNS, 'fields'].join(', ');
  const readings = grownBy(database, (day) =>
    database.exec(`INSERT INTO readings (time, ${columns})
      SELECT time + ${day * DAY}, ${columns} FROM day ORDER BY rowid`),
  );
  const copyLevel = (level: number, width: number) =>
    grownBy(database, (day) =>
      database.exec(`INSERT INTO rollups SELECT series, level, bucket + ${(day * DAY) / width}, fields FROM rolled
        WHERE level = ${level} ORDER BY bucket, series`),
    );
  const rollUps = new Map(LEVELS.map(({ number, width }) => [number, copyLevel(number, width)]));
  database.exec('UPDATE rolled_up SET seq = (SELECT max(seq) FROM readings)');
  return { readings, rollUps };
}

/** @returns bytes that each day adds to the file */
function grownBy(database: Database, copy: (day: number) => void): number {
  const before = bytesOf(database);
  for (let day = 1; day < DAYS; day++) database.transaction(() => copy(day));
  return (bytesOf(database) - before) / (DAYS - 1);
}

function bytesOf(database: Database): number {
  const value = (pragma: string) => Number(Object.values(database.prepare(`PRAGMA ${pragma}`).get() ?? {})[0]);
  return (value('page_count') - value('freelist_count')) * value('page_size');
}

/** @returns ms */
function chartOf(history: HistoryDatabase, end: number, effort: number): number {
  const query: StatisticsQuery = {
    ...{ tags: { mac: tagNameOf(town[0]?.mac ?? '') }, from: end - CHART_DAYS * DAY, to: end, every: HOURS.width },
    ...{ fields: Object.keys(RUUVI_FIELDS) as RuuviField[], limit: 1000 },
  };
  return fastest(rounds(20, effort), () => {
    const { buckets, next } = history.statistics(query);
    if (buckets.length !== CHART_POINTS || next !== undefined) throw new Error(`the chart has ${buckets.length} points`);
  });
}

/** The hourly means of one field, as they would be asked of the readings. @returns ms */
function sqlOf(database: Database, end: number, effort: number): number {
  const hourly = database.prepare(`SELECT time / ${HOURS.width} AS hour, avg(temperature), min(temperature), max(temperature)
    FROM readings WHERE series = 1 AND time >= ? AND time < ? GROUP BY hour`);
  return fastest(rounds(3, effort), () => {
    if (hourly.all(end - CHART_DAYS * DAY, end).length !== CHART_POINTS) throw new Error('the readings are not all there');
  });
}

function fastest(times: number, work: () => void): number {
  let best = Infinity;
  for (let round = 0; round < times; round++) {
    const began = performance.now();
    work();
    best = Math.min(best, performance.now() - began);
  }
  return best;
}
