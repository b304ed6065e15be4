import type { RuuviReading } from './ruuvi/reading.js';

/** A Ruuvi Gateway delivers every ten seconds what another radio heard at once, up to eight measurements ago. */
const REMEMBERED = 16;

interface Taken {
  readonly dataFormat: string;
  readonly number: number;
  /** Of the bytes in which it came; undefined where nobody has them any more. */
  readonly print: number | undefined;
}

/**
 * Which measurements of a tag have been taken. Tags repeat each several times, and several radios may hear it, one of them
 * later than the next measurement.
 *
 * A repetition has the number of what was taken, and its bytes. The number alone would not do: a tag that is started anew
 * begins at zero, and one that was out of range for some rounds of the eight bits of format 6 comes back at any number. The
 * bytes alone would not either, since a tag without a number may measure the same twice.
 */
export class RecentNumbers {
  private taken: readonly Taken[] = [];

  /** @param payload in which the reading came */
  has({ dataFormat, measurementSequenceNumber: number }: RuuviReading, payload: Uint8Array): boolean {
    if (number === undefined) return false;
    const same = this.taken.filter((one) => one.number === number && one.dataFormat === dataFormat);
    if (same.length === 0) return false;
    const print = fingerprint(payload);
    return same.some((one) => one.print === undefined || one.print === print);
  }

  forget({ dataFormat, measurementSequenceNumber }: RuuviReading): void {
    this.taken = this.taken.filter((one) => one.number !== measurementSequenceNumber || one.dataFormat !== dataFormat);
  }

  /**
   * A reading without a number says that a tag has none just now: the numbers before it still hold.
   *
   * @param payload in which the reading came; without it, any with its number repeats it
   */
  add({ dataFormat, measurementSequenceNumber: number }: RuuviReading, payload?: Uint8Array): void {
    if (number === undefined) return;
    const print = payload && fingerprint(payload);
    const others = this.taken.filter((one) => !isSame(one, { dataFormat, number, print: undefined }));
    this.taken = [...others.slice(1 - REMEMBERED), { dataFormat, number, print }];
  }
}

function isSame(one: Taken, other: Taken): boolean {
  return one.number === other.number && one.dataFormat === other.dataFormat && one.print === other.print;
}

/** FNV-1a, 32 bits: two measurements with the same number have the same once in four billions. */
function fingerprint(payload: Uint8Array): number {
  let hash = 0x811c9dc5;
  for (const byte of payload) hash = Math.imul(hash ^ byte, 0x01000193);
  return hash;
}
