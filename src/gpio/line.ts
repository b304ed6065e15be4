export type Direction = 'INPUT' | 'OUTPUT';
export type Bias = 'AS_IS' | 'PULL_UP' | 'PULL_DOWN' | 'DISABLED';
export type Drive = 'PUSH_PULL' | 'OPEN_DRAIN' | 'OPEN_SOURCE';
export type Edge = 'NONE' | 'RISING' | 'FALLING' | 'BOTH';

/** 1 is active: at a line that is active low the voltage is then low. */
export type LineValue = 0 | 1;

/** How a line is to behave, in the kernel's terms. */
export interface LineSettings {
  readonly direction: Direction;
  readonly activeLow: boolean;
  readonly bias: Bias;
  /** Of an output. */
  readonly drive: Drive;
  /** Of an input: which changes are told. */
  readonly edge: Edge;
  /** Of an input: for how long it must have changed to count, µs; 0 for no time. */
  readonly debounceUs: number;
}
