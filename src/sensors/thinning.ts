import type { RuuviReading } from './ruuvi/reading.js';

type Moved = Pick<RuuviReading, 'movementCounter'>;
interface Kept extends Moved {
  /** By the clock that never jumps. */
  readonly at: number;
}

/** So many that were kept are remembered, so that what comes late is not kept beside them. */
const REMEMBERED = 16;

/** Which readings of a tag are kept: not every one, for a card wears out and air does not change every second. */
export class Thinning {
  private keptAt = -Infinity;
  private movementCounter: number | undefined;
  private remembered: readonly Kept[] = [];

  /**
   * @param at when it was taken, by the clock that never jumps
   * @param intervalMs how long after the one that was kept last the next one is
   * @returns whether it is to be kept: when it is time, and whenever the tag was moved
   */
  keeps({ movementCounter }: Moved, at: number, intervalMs: number): boolean {
    const isMoved = movementCounter !== this.movementCounter && this.movementCounter !== undefined;
    return at - this.keptAt >= intervalMs || (isMoved && movementCounter !== undefined);
  }

  kept({ movementCounter }: Moved, at: number): void {
    this.keptAt = at;
    this.movementCounter = movementCounter ?? this.movementCounter;
    this.remember({ at, movementCounter });
  }

  /** The same of one that comes after later ones: it is time when none that is remembered is near to it. */
  keepsLate({ movementCounter }: Moved, at: number, intervalMs: number): boolean {
    const near = this.remembered.filter((one) => Math.abs(one.at - at) < intervalMs);
    if (near.length === 0) return true;
    return movementCounter !== undefined && near.every((one) => (one.movementCounter ?? movementCounter) !== movementCounter);
  }

  keptLate({ movementCounter }: Moved, at: number): void {
    this.remember({ at, movementCounter });
  }

  private remember({ at, movementCounter }: { readonly at: number; readonly movementCounter: number | undefined }): void {
    this.remembered = [
      ...this.remembered.slice(1 - REMEMBERED),
      { at, ...(movementCounter === undefined ? {} : { movementCounter }) },
    ];
  }
}
