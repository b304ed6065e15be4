import type { RuuviField } from '../sensors/ruuvi/reading.js';
import { STEP_COLUMNS } from './columns.js';
import type { SqlRow } from './sqlite.js';

/** What is kept of one field's values over some time: whole steps, so that nothing is rounded however often it is combined. */
export interface Aggregate {
  readonly count: number;
  readonly sum: number;
  readonly min: number;
  readonly max: number;
  readonly first: number;
  readonly last: number;
  /** ms since the epoch, of the first and the last value */
  readonly firstTime: number;
  readonly lastTime: number;
}

/** By field; a field without a value is absent. */
export type Aggregates = ReadonlyMap<RuuviField, Aggregate>;

function combine(a: Aggregate, b: Aggregate): Aggregate {
  const [earlier, later] = [b.firstTime < a.firstTime ? b : a, b.lastTime >= a.lastTime ? b : a];
  return {
    count: a.count + b.count,
    sum: a.sum + b.sum,
    min: Math.min(a.min, b.min),
    max: Math.max(a.max, b.max),
    first: earlier.first,
    firstTime: earlier.firstTime,
    last: later.last,
    lastTime: later.lastTime,
  };
}

/** Adds `more` to what is there, field by field. */
export function absorb(into: Map<RuuviField, Aggregate>, more: Aggregates): void {
  for (const [field, aggregate] of more) {
    const known = into.get(field);
    into.set(field, known ? combine(known, aggregate) : aggregate);
  }
}

type Growing = { -readonly [Key in keyof Aggregate]: Aggregate[Key] };

/** Rows of one series as they are read, in order of time. */
export class Tally {
  readonly aggregates = new Map<RuuviField, Growing>();

  constructor(private readonly fields: readonly RuuviField[] = STEP_COLUMNS) {}

  add(row: SqlRow): void {
    const time = Number(row.time);
    for (const field of this.fields) {
      const steps = row[field];
      if (typeof steps === 'number') this.count(field, steps, time);
    }
  }

  private count(field: RuuviField, steps: number, time: number): void {
    const known = this.aggregates.get(field);
    if (!known) {
      const alike = { sum: steps, min: steps, max: steps, first: steps, last: steps };
      this.aggregates.set(field, { count: 1, ...alike, firstTime: time, lastTime: time });
      return;
    }
    known.count++;
    known.sum += steps;
    if (steps < known.min) known.min = steps;
    if (steps > known.max) known.max = steps;
    known.last = steps;
    known.lastTime = time;
  }
}
