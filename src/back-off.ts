/** How long to wait before the next attempt: `firstMs`, doubling with every failure up to `longestMs`. */
export interface BackOff {
  readonly firstMs: number;
  readonly longestMs: number;
}

/**
 * @param failures how often it has failed in a row, 1 or more
 * @param random 0 to 1, as Math.random: the wait is spread by half, so that many do not come back at the same instant; without it
 *   the wait is whole, for what only this machine asks for
 * @returns ms
 */
export function waitOf({ firstMs, longestMs }: BackOff, failures: number, random: () => number = whole): number {
  return Math.min(firstMs * 2 ** (failures - 1), longestMs) * (0.5 + random() / 2);
}

function whole(): number {
  return 1;
}
