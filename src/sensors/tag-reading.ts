import { adjust, type AdjustableField, type Adjustment } from './adjustment.js';
import type { FieldValue, Point } from './history.js';
import { RUUVI_MEASUREMENT, type DataFormat, type RuuviReading } from './ruuvi/reading.js';

/** What a tag measured, by whom it was heard and when. Fixed when it is taken: a new name or place never changes it. */
export type TagReading = Omit<RuuviReading, 'mac'> & {
  /** upper case with colons */
  readonly mac: string;
  readonly name?: string;
  readonly receiver: string;
  /** ms since the epoch; grows from reading to reading of one tag, unless the machine's clock was put back by more than an hour */
  readonly time: number;
  readonly rssi?: number;
  /** What the tag itself said, of the values that calibration or precision have changed. */
  readonly measured?: Readonly<Partial<Record<AdjustableField, number>>>;
  /** How they have come to be as they are. */
  readonly adjustment?: Adjustment;
};

/** What is said of a tag, and reaches its readings. */
export interface Dress {
  readonly name?: string;
  readonly adjustment?: Adjustment;
}

/** A reading as the tag said it, with a name and as it is to be given. */
export function dressed(bare: TagReading, { name, adjustment }: Dress): TagReading {
  const { values, measured } = adjustment ? adjust(bare, adjustment) : { values: bare };
  return Object.freeze({
    ...values,
    ...(name === undefined ? {} : { name }),
    ...(adjustment ? { adjustment } : {}),
    ...(measured ? { measured } : {}),
  });
}

/** The other way. */
export function bared({ name: _name, measured, adjustment: _adjustment, ...reading }: TagReading): TagReading {
  return { ...reading, ...measured };
}

/** The reading as it is kept: what the tag said, and how it is to be read. */
export function toPoint(reading: TagReading): Point {
  const { mac, receiver, dataFormat, time, ...fields } = bared(reading);
  const { name, adjustment } = reading;
  return {
    measurement: RUUVI_MEASUREMENT,
    tags: { dataFormat, mac: tagNameOf(mac), ...(name === undefined ? {} : { name }), receiver },
    time,
    fields: definedOf(fields as Readonly<Record<string, FieldValue | undefined>>),
    ...(adjustment ? { adjustment } : {}),
  };
}

/** The other way; a point of this measurement that was not made by `toPoint` gives what it can. */
export function fromPoint({ tags, time, fields, adjustment }: Point): TagReading {
  const reading: Record<string, FieldValue> = {
    mac: withColons(tags.mac ?? ''),
    receiver: tags.receiver ?? '',
    dataFormat: tags.dataFormat ?? '',
    time,
    ...fields,
  };
  const bare = reading as unknown as TagReading & { dataFormat: DataFormat };
  return dressed(bare, { ...(tags.name === undefined ? {} : { name: tags.name }), ...(adjustment ? { adjustment } : {}) });
}

/** As a tag is called where colons may not be: `cb:b8:33:4c:88:4f` → `CBB8334C884F` */
export function tagNameOf(mac: string): string {
  return mac.replaceAll(':', '').toUpperCase();
}

/** `CBB8334C884F` → `CB:B8:33:4C:88:4F` */
export function withColons(mac: string): string {
  return mac.replace(/(..)(?=.)/g, '$1:');
}

function definedOf(fields: Readonly<Record<string, FieldValue | undefined>>): Record<string, FieldValue> {
  const defined: Record<string, FieldValue> = {};
  for (const name of Object.keys(fields)) {
    const value = fields[name];
    if (value !== undefined) defined[name] = value;
  }
  return defined;
}
