/** A length of time for which readings are kept in one: its numbers are kept in the file, so they never change. */
export interface Level {
  /** 0 is the readings themselves. */
  readonly number: number;
  /** ms */
  readonly width: number;
}

export const MINUTES: Level = { number: 1, width: 60_000 };
export const QUARTERS: Level = { number: 2, width: 900_000 };
export const HOURS: Level = { number: 3, width: 3_600_000 };

/** From fine to coarse; each is made from the one before it, the first from readings. */
export const LEVELS: readonly Level[] = [MINUTES, QUARTERS, HOURS];

export const RAW = 0;

/** What is taken away of a level ends where a bucket of the next one does. */
export function granularityOf(level: number): number {
  return LEVELS[level]?.width ?? HOURS.width;
}

/** Down to a whole number of `width`, also before 1970. */
export function floorTo(time: number, width: number): number {
  return Math.floor(time / width) * width;
}
