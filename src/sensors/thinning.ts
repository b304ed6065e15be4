import type { RuuviReading } from './ruuvi/reading.js';

/** Which readings of a tag are kept: not every one, for a card wears out and air does not change every second. */
export class Thinning {
  private keptAt = -Infinity;
  private movementCounter: number | undefined;

  /**
   * @param at when it was taken, by the clock that never jumps
   * @param intervalMs how long after the one that was kept last the next one is
   * @returns whether it is to be kept: when it is time, and whenever the tag was moved
   */
  keeps({ movementCounter }: Pick<RuuviReading, 'movementCounter'>, at: number, intervalMs: number): boolean {
    const isMoved = movementCounter !== this.movementCounter && this.movementCounter !== undefined;
    return at - this.keptAt >= intervalMs || (isMoved && movementCounter !== undefined);
  }

  kept({ movementCounter }: Pick<RuuviReading, 'movementCounter'>, at: number): void {
    this.keptAt = at;
    this.movementCounter = movementCounter ?? this.movementCounter;
  }
}
