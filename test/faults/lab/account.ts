import { copyFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Point } from '../../../src/sensors/history.js';
import { EVERYTHING } from '../../../src/store/unsent.js';
import { openHistory } from '../../../src/store/history-database.js';
import { tempDirectory } from '../../temp-directory.js';
import { roomy } from '../../store/open-history.js';
import { DESTINATION } from './configuration.js';
import { numberOfPoint, type Stream } from './stream.js';

/** What became of readings. Each is in one of `stored`, `held`, `dropped` and `lost`. */
export interface Account {
  readonly produced: number;
  /** At the destination, each counted once. */
  readonly stored: number;
  /** In the gateway's history behind the cursor of the destination, or waiting to be history, and not stored. */
  readonly held: number;
  /** Taken away by the gateway, as it says; or refused by the destination for good, as is kept. */
  readonly dropped: number;
  /** In none of these. */
  readonly lost: number;
  /** Lines at the destination beyond the first of the same reading. */
  readonly doubled: number;
}

/** Of two streams together. */
export function sumOf(one: Account, other: Account): Account {
  return {
    produced: one.produced + other.produced,
    stored: one.stored + other.stored,
    held: one.held + other.held,
    dropped: one.dropped + other.dropped,
    lost: one.lost + other.lost,
    doubled: one.doubled + other.doubled,
  };
}

/** Somewhere that can be asked in InfluxQL. */
export interface Queried {
  query(influxQl: string): Promise<Record<string, unknown>[]>;
}

export interface Parts {
  readonly produced: number;
  readonly stream: Stream;
  readonly influx: Queried;
  /** The data of a gateway that does not run; absent when nothing is to be held. */
  readonly dir?: string;
  /** What is asked about in there: absent, the one that there always is. */
  readonly destination?: string;
  /** As the gateway has counted. */
  readonly dropped?: number;
}

/** Asks the destination for every reading, and opens the gateway's history: no message and no counter of what is stored is believed. */
export async function account({ produced, stream, influx, dir, destination, dropped = 0 }: Parts): Promise<Account> {
  const lines = await storedLines(influx, stream, produced);
  const stored = lines.reduce((sum, count) => sum + Math.min(count, 1), 0);
  const doubled = lines.reduce((sum, count) => sum + Math.max(count - 1, 0), 0);
  const { held, rejected } = dir === undefined ? { held: [], rejected: 0 } : behindTheCursor(dir, stream, { destination });
  const only = new Set(held.filter((number) => lines[number] === 0)).size;
  const gone = dropped + rejected;
  return { produced, stored, held: only, dropped: gone, lost: produced - stored - only - gone, doubled };
}

/** How many lines there are of each reading, by number. */
async function storedLines(influx: Queried, stream: Stream, produced: number): Promise<Uint8Array> {
  const columns = stream.columns.map((name) => `"${name}"`).join(', ');
  const lines = new Uint8Array(produced);
  for await (const [from, to] of hours(influx, stream)) {
    const rows = await influx.query(`SELECT ${columns} FROM ${stream.measurement} WHERE time >= ${from}ms AND time < ${to}ms`);
    for (const row of rows) {
      const number = stream.numberOf(row);
      if (!(number >= 0 && number < produced)) throw new Error(`nobody produced ${JSON.stringify(row)}`);
      lines[number] = (lines[number] ?? 0) + 1;
    }
  }
  return lines;
}

const HOUR = 3_600_000;

/** From the first line to the last, an hour at a time: a day of them at once is more than one answer should be. */
async function* hours(influx: Queried, { measurement, columns: [column] }: Stream): AsyncGenerator<[number, number]> {
  const [first] = await influx.query(`SELECT first("${column}") FROM ${measurement}`);
  const [last] = await influx.query(`SELECT last("${column}") FROM ${measurement}`);
  if (!first || !last) return;
  for (let from = Number(first.time); from <= Number(last.time); from += HOUR) yield [from, from + HOUR];
}

/** Reads the history of a gateway that does not run, or of a copy of it. */
export function behindTheCursor(
  dir: string,
  stream: Stream,
  {
    destination = DESTINATION,
    everything = false,
  }: { readonly destination?: string | undefined; readonly everything?: boolean } = {},
): { readonly held: number[]; readonly rejected: number } {
  using copy = tempDirectory(); // the driver may keep the file open for a while, and what it is on is to go away
  for (const name of readdirSync(dir).filter((name) => name.startsWith('history.db')))
    copyFileSync(join(dir, name), join(copy.path, name));
  using history = openHistory(join(copy.path, 'history.db'), roomy, new Set(), true);
  const numbersOf = (points: readonly Point[]) =>
    points.filter(({ measurement }) => measurement === stream.measurement).map((point) => numberOfPoint(stream, point));
  // what waits for it to be known when it was is not history yet
  const held = everything ? [] : numbersOf(history.held.all());
  const { live, behind } = everything ? EVERYTHING : history.cursors.unsent(destination);
  for (const { after, upTo } of [...behind, { after: live, upTo: Number.MAX_SAFE_INTEGER }]) {
    for (let rows = history.readings.among({ after, upTo }, 10_000); rows.length > 0;) {
      held.push(...numbersOf(rows.map(({ point }) => point)));
      rows = history.readings.among({ after: rows.at(-1)?.seq ?? upTo, upTo }, 10_000);
    }
  }
  return { held, rejected: history.cursors.rejections.of(destination).length };
}

/** Everything in the history of a gateway that does not run, by number. */
export function kept(dir: string, stream: Stream): ReadonlySet<number> {
  return new Set(behindTheCursor(dir, stream, { everything: true }).held);
}

/** How many lines of a stream there are at the destination. */
export async function countStored(influx: Queried, { measurement, columns: [column] }: Stream): Promise<number> {
  const [row] = await influx.query(`SELECT count("${column}") AS n FROM ${measurement}`);
  return Number(row?.n ?? 0);
}
