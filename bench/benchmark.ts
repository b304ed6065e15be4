import type { Servers } from './servers/servers.js';

/** What was measured beside it in the same run. */
export interface Reference {
  readonly name: string;
  /** in the figure's unit */
  readonly value: number;
}

/** One line of the report. There are no absolute bars: what counts is the ratio to something else on the same machine. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly reference: Reference;
  /** value ÷ reference.value */
  readonly ratio: number;
  /** What we would like to see, as people read it; it is printed and never asserted. */
  readonly aim?: string;
}

/** Measures one thing, and what it is compared with. Several references make several figures. */
export type Benchmark = (servers: Servers) => Promise<readonly Figure[]>;

export function figure(measured: Omit<Figure, 'ratio'>): Figure {
  return { ...measured, ratio: measured.value / measured.reference.value };
}
