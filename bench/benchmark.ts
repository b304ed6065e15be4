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

/**
 * Measures one thing, and what it is compared with. Several references make several figures.
 *
 * @param effort 1 for figures to rely on; less for shorter and fewer rounds, which show that it can be measured at all
 */
export type Benchmark = (servers: Servers, effort: number) => Promise<readonly Figure[]>;

/** How often something is done that is done `times` with full effort. */
export function rounds(times: number, effort: number): number {
  return Math.ceil(times * effort);
}

export function figure(measured: Omit<Figure, 'ratio'>): Figure {
  return { ...measured, ratio: measured.value / measured.reference.value };
}

export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
}
