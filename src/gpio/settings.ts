import { GatewayError } from '../errors.js';

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

/** @throws GatewayError `invalid` for what no line can be */
export function requirePossible({ direction, drive, edge, debounceUs }: LineSettings): void {
  if (direction === 'OUTPUT' && (edge !== 'NONE' || debounceUs !== 0))
    throw new GatewayError('invalid', `edge is ${edge} and debounceUs ${debounceUs}, expected NONE and 0 of an output`);
  if (direction === 'INPUT' && drive !== 'PUSH_PULL')
    throw new GatewayError('invalid', `drive is ${drive}, expected PUSH_PULL of an input, which drives nothing`);
}
