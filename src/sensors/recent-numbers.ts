import type { RuuviReading } from './ruuvi/reading.js';

/** A Ruuvi Gateway delivers every ten seconds what another radio heard at once, up to eight measurements ago. */
const REMEMBERED = 16;

/**
 * Which measurements of a tag have been taken. Tags repeat each several times, and several radios may hear it, one of them
 * later than the next measurement.
 */
export class RecentNumbers {
  private format: string | undefined;
  private numbers: number[] = [];

  has({ dataFormat, measurementSequenceNumber }: RuuviReading): boolean {
    return (
      measurementSequenceNumber !== undefined && dataFormat === this.format && this.numbers.includes(measurementSequenceNumber)
    );
  }

  forget({ dataFormat, measurementSequenceNumber }: RuuviReading): void {
    if (dataFormat === this.format) this.numbers = this.numbers.filter((number) => number !== measurementSequenceNumber);
  }

  /** A reading without a number says that a tag has none just now: the numbers before it still hold. */
  add({ dataFormat, measurementSequenceNumber }: RuuviReading): void {
    if (dataFormat !== this.format) this.numbers = [];
    this.format = dataFormat;
    if (measurementSequenceNumber === undefined || this.numbers.includes(measurementSequenceNumber)) return;
    if (this.numbers.push(measurementSequenceNumber) > REMEMBERED) this.numbers.shift();
  }
}
