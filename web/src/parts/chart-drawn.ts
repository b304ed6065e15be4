type Values = readonly (number | null | undefined)[];

/** A line, and about it where it was between; null is a gap. */
export interface ChartLine {
  readonly name: string;
  readonly mean: Values;
  readonly min: Values;
  readonly max: Values;
}

/** What is drawn. What changes while it is shown is drawn into the same chart. */
export interface Drawn {
  /** s since the epoch */
  readonly times: readonly number[];
  readonly lines: readonly ChartLine[];
  /** s since the epoch: what is shown, whether there was anything or not. */
  readonly from: number;
  readonly to: number;
  readonly digits: number;
  readonly unit: string;
  /** When what it is of was there, by `performance.now()`. */
  readonly arrivedAt: number;
}

/** Each line has one of its own beside its colour: lengths of what is drawn and what is not, px. */
export const DASHES: readonly (readonly number[])[] = [[], [8, 4], [2, 3], [12, 4, 2, 4], [5, 5], [1, 5]];
/** So many lines can be told from each other. */
export const MOST_LINES = DASHES.length;

/** One line says its name and what it was between, too; of several, the bands would hide each other. */
export const isAlone = ({ lines }: Drawn): boolean => lines.length === 1;
