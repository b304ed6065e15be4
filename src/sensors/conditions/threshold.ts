/** Either of `above` and `below`. */
export interface Limit {
  readonly above?: number;
  readonly below?: number;
  /** How far back a value must come before it counts as back; absent: 0. */
  readonly hysteresis?: number;
}

/**
 * Whether a value is beyond the limit.
 *
 * @param value undefined when it is not available: nothing has changed then
 * @param was whether the value before was beyond
 */
export function isBeyond({ above, below, hysteresis = 0 }: Limit, value: number | undefined, was: boolean): boolean {
  if (value === undefined) return was;
  if (above !== undefined) return was ? value > above - hysteresis : value > above;
  if (below !== undefined) return was ? value < below + hysteresis : value < below;
  return was;
}
