import type { FieldValue, Point } from './history.js';
import { RUUVI_MEASUREMENT, type DataFormat, type RuuviReading } from './ruuvi/reading.js';

/** What a tag measured, by whom it was heard and when. Fixed when it is taken: a new name or place never changes it. */
export type TagReading = Omit<RuuviReading, 'mac'> & {
  /** upper case with colons */
  readonly mac: string;
  readonly name?: string;
  readonly receiver: string;
  /** ms since the epoch; grows from reading to reading of one tag, unless the machine's clock was put back by 5 s or more */
  readonly time: number;
  readonly rssi?: number;
};

/** The reading as it is kept and sent to InfluxDB. */
export function toPoint(reading: TagReading): Point {
  const { mac, name, receiver, dataFormat, time, ...fields } = reading;
  return {
    measurement: RUUVI_MEASUREMENT,
    tags: { dataFormat, mac: tagNameOf(mac), ...(name === undefined ? {} : { name }), receiver },
    time,
    fields: definedOf(fields),
  };
}

/** The other way; a point of this measurement that was not made by `toPoint` gives what it can. */
export function fromPoint({ tags, time, fields }: Point): TagReading {
  const reading: Record<string, FieldValue> = {
    mac: withColons(tags.mac ?? ''),
    receiver: tags.receiver ?? '',
    dataFormat: tags.dataFormat ?? '',
    time,
    ...fields,
  };
  if (tags.name !== undefined) reading.name = tags.name;
  return reading as unknown as TagReading & { dataFormat: DataFormat };
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
