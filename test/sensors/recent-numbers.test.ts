import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { RecentNumbers } from '../../src/sensors/recent-numbers.js';
import type { DataFormat, RuuviReading } from '../../src/sensors/ruuvi/reading.js';

/** Hears what a tag says, given as a number and, where it is another measurement under the same one, what tells them apart. */
class Listener {
  private readonly recent = new RecentNumbers();

  constructor(private readonly dataFormat: DataFormat = '5') {}

  /** @returns whether it is taken, and not for a repetition */
  takes(number: number | undefined, measured = 0, dataFormat = this.dataFormat): boolean {
    const reading = readingOf(number, dataFormat);
    const payload = Uint8Array.of(measured, (number ?? 0xff) & 0xff);
    if (this.recent.has(reading, payload)) return false;
    this.recent.add(reading, payload);
    return true;
  }

  all(...numbers: readonly number[]): boolean[] {
    return numbers.map((number) => this.takes(number));
  }
}

describe('Measurements of a tag', () => {
  it('are taken once, however often each comes and from however many radios, one of which is late', () => {
    const tag = new Listener();
    expect(tag.all(7, 7, 8, 7, 9)).toEqual([true, false, true, false, true]);
    expect(tag.all(7, 8, 9)).toEqual([false, false, false]);
    // a radio that was late brings what none of the others has heard
    expect(tag.all(11, 10, 10, 11)).toEqual([true, true, false, false]);
  });

  it.each<[string, DataFormat, number]>([
    ['16 bits, of which 65535 says that there is none', '5', 65_534],
    ['24 bits', 'E1', 0xff_fffe],
    ['eight bits', '6', 255],
  ])('are taken across the end of %s', (_what, dataFormat, last) => {
    const tag = new Listener(dataFormat);
    expect(tag.all(last - 1, last, 0, last, 1, 0)).toEqual([true, true, true, false, true, false]);
  });

  it('are taken at each turn of eight bits, also by who has slept for some turns', () => {
    const tag = new Listener('6');
    expect(Array.from({ length: 1_000 }, (_, n) => tag.takes(n % 256, n >> 8))).not.toContain(false);
    expect(tag.takes(999 % 256, 77)).toBe(true);
  });

  it('are taken when a tag was started anew, from its first number on, also soon after it was started before', () => {
    const tag = new Listener();
    expect([0, 1, 2].map((number) => tag.takes(number, 1))).toEqual([true, true, true]);
    expect([0, 0, 1, 2].map((number) => tag.takes(number, 2))).toEqual([true, false, true, true]);
    // what a late radio still brings of before is known
    expect([1, 2].map((number) => tag.takes(number, 1))).toEqual([false, false]);
  });

  it('without a number are all taken, and the numbers before and after them hold', () => {
    const tag = new Listener();
    const said = [4, undefined, undefined, 4, 5, undefined, 5];
    expect(said.map((number) => tag.takes(number))).toEqual([true, true, true, false, true, true, false]);
  });

  it('of one format are none of another', () => {
    const tag = new Listener();
    expect(tag.takes(1)).toBe(true);
    expect(tag.takes(1, 0, 'C5')).toBe(true);
    expect(tag.takes(1)).toBe(false);
  });

  it('that history has brought back are known by their number alone, until they come again', () => {
    const recent = new RecentNumbers();
    recent.add(readingOf(3));
    expect(recent.has(readingOf(3), Uint8Array.of(1))).toBe(true);
    recent.add(readingOf(3), Uint8Array.of(1));
    expect([1, 2].map((measured) => recent.has(readingOf(3), Uint8Array.of(measured)))).toEqual([true, false]);
  });

  it('that were lost are taken when they come again, and no others', () => {
    const recent = new RecentNumbers();
    for (const number of [1, 2]) recent.add(readingOf(number), Uint8Array.of(number));
    recent.forget(readingOf(1));
    expect([1, 2].map((number) => recent.has(readingOf(number), Uint8Array.of(number)))).toEqual([false, true]);
  });

  it('are each taken exactly once while no radio is later than fifteen measurements, in whichever order they come', () => {
    const delays = fc.array(fc.array(fc.nat(14), { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(delays, fc.integer({ min: 65_400, max: 65_534 }), (heardLate, first) => {
        const arrivals = heardLate
          .flatMap((lates, nth) => lates.map((late) => ({ nth, at: nth + late })))
          .sort((a, b) => a.at - b.at);
        const tag = new Listener();
        const taken = arrivals.filter(({ nth }) => tag.takes((first + nth) % 65_535, nth % 200));
        expect(taken).toHaveLength(heardLate.length);
      }),
    );
  });

  it('are remembered in bounded number', () => {
    const recent = new RecentNumbers();
    for (let number = 0; number < 1_000; number++) recent.add(readingOf(number), Uint8Array.of(number));
    const known = Array.from({ length: 1_000 }, (_, number) => recent.has(readingOf(number), Uint8Array.of(number)));
    expect(known.filter(Boolean)).toHaveLength(16);
  });
});

function readingOf(measurementSequenceNumber: number | undefined, dataFormat: DataFormat = '5'): RuuviReading {
  return measurementSequenceNumber === undefined ? { dataFormat } : { dataFormat, measurementSequenceNumber };
}
