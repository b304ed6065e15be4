import type { RuuviField } from '../sensors/ruuvi/reading.js';
import type { Aggregate, Aggregates } from './aggregate.js';
import { BytesReader, BytesWriter } from './varints.js';

/** How a field is called in the file: a number is never given to another field, nor changed. At most 63. */
const NUMBERS = {
  temperature: 0,
  humidity: 1,
  pressure: 2,
  accelerationX: 3,
  accelerationY: 4,
  accelerationZ: 5,
  batteryVoltage: 6,
  txPower: 7,
  movementCounter: 8,
  measurementSequenceNumber: 9,
  pm1p0: 10,
  pm2p5: 11,
  pm4p0: 12,
  pm10p0: 13,
  co2: 14,
  voc: 15,
  nox: 16,
  illuminance: 17,
  rssi: 18,
} as const satisfies Record<RuuviField, number>;

const FIELDS: ReadonlyMap<number, RuuviField> = new Map(
  Object.entries(NUMBERS).map(([field, number]) => [number, field as RuuviField]),
);

/** Beside a field's number: its values are not all the same; it was not in as many readings as most fields. */
const VARIES = 1;
const APART = 2;

/**
 * Aggregates in few bytes: most fields of a bucket have the same count and times, which are written once, and a field that did
 * not change is one value. A minute of a tag in data format 5 is about 75 bytes.
 *
 * @param start of the bucket, ms since the epoch: times are kept as ms since then
 */
export function pack(aggregates: Aggregates, start: number): Uint8Array {
  const usual = usualOf(aggregates);
  if (!usual) return new Uint8Array();
  const writer = new BytesWriter();
  writeCount(writer, usual, start);
  for (const [field, aggregate] of aggregates) {
    const varies = aggregate.min !== aggregate.max ? VARIES : 0;
    const apart = isCountedAs(aggregate, usual) ? 0 : APART;
    writer.unsigned(NUMBERS[field] * 4 + varies + apart);
    if (apart) writeCount(writer, aggregate, start);
    writer.signed(aggregate.min);
    if (varies) writeSpread(writer, aggregate);
  }
  return writer.bytes();
}

/** The other way; a field that only a later version knows is left out. */
export function unpack(bytes: Uint8Array, start: number): Map<RuuviField, Aggregate> {
  const aggregates = new Map<RuuviField, Aggregate>();
  if (bytes.length === 0) return aggregates;
  const reader = new BytesReader(bytes);
  const usual = readCount(reader, start);
  while (!reader.atEnd) {
    const tag = reader.unsigned();
    const counted = tag & APART ? readCount(reader, start) : usual;
    const min = reader.signed();
    const values = tag & VARIES ? readSpread(reader, min, counted.count) : alike(min, counted.count);
    const field = FIELDS.get(tag >>> 2);
    if (field) aggregates.set(field, { ...counted, ...values });
  }
  return aggregates;
}

type Counted = Pick<Aggregate, 'count' | 'firstTime' | 'lastTime'>;
type Values = Omit<Aggregate, keyof Counted>;

/** Of the field that was there most often. */
function usualOf(aggregates: Aggregates): Counted | undefined {
  let usual: Aggregate | undefined;
  for (const aggregate of aggregates.values()) if (!usual || aggregate.count > usual.count) usual = aggregate;
  return usual;
}

const isCountedAs = (a: Counted, b: Counted): boolean =>
  a.count === b.count && a.firstTime === b.firstTime && a.lastTime === b.lastTime;

function writeCount(writer: BytesWriter, { count, firstTime, lastTime }: Counted, start: number): void {
  writer.unsigned(count);
  writer.unsigned(firstTime - start);
  writer.unsigned(lastTime - firstTime);
}

function readCount(reader: BytesReader, start: number): Counted {
  const count = reader.unsigned();
  const firstTime = start + reader.unsigned();
  return { count, firstTime, lastTime: firstTime + reader.unsigned() };
}

/** All above the least value, so that none needs a sign. */
function writeSpread(writer: BytesWriter, { count, sum, min, max, first, last }: Aggregate): void {
  for (const value of [max - min, first - min, last - min, sum - count * min]) writer.unsigned(value);
}

function readSpread(reader: BytesReader, min: number, count: number): Values {
  const [max, first, last] = [min + reader.unsigned(), min + reader.unsigned(), min + reader.unsigned()];
  return { min, max, first, last, sum: count * min + reader.unsigned() };
}

function alike(value: number, count: number): Values {
  return { min: value, max: value, first: value, last: value, sum: value * count };
}
