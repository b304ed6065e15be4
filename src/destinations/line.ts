import { escape } from '@influxdata/influxdb-client';
import { GatewayError } from '../errors.js';
import type { FieldValue, Point } from '../sensors/history.js';
import { adjust } from '../sensors/adjustment.js';
import { derive } from '../sensors/derived.js';
import { RUUVI_MEASUREMENT } from '../sensors/ruuvi/reading.js';
import { isIntegerField } from '../store/check-point.js';

type Names = Readonly<Record<string, string>>;

/** How a destination is to be written to. */
export interface Dialect {
  /** VictoriaMetrics knows numbers alone: it takes text for 0. */
  readonly numbersOnly?: boolean;
  /** New names, by those that we have. */
  readonly rename?: { readonly measurements?: Names; readonly fields?: Names; readonly tags?: Names };
}

/** What the lines of a measurement have in common. */
interface Common {
  readonly name: string;
  /** The measurement and its tags, by the object that the points of a series share. */
  readonly heads: Map<Point['tags'], string>;
  readonly fields: Map<string, { readonly key: string; readonly type: '' | 'i' }>;
}

/** The lines of one batch: what is the same in many of them is made once. */
export class LineMaker {
  private readonly commons = new Map<string, Common>();

  constructor(private readonly dialect: Dialect = {}) {}

  /**
   * A point in InfluxDB's line protocol, as it is given, with what is derived from a Ruuvi reading: a function of the row and the
   * destination's configuration and nothing else, so that sending it twice changes nothing. A field has the same type each time, or
   * InfluxDB drops the point: numbers are floats, save the integer fields of Ruuvi readings.
   *
   * @returns undefined when there is nothing in it that the destination understands
   * @throws GatewayError `invalid` for a name of the point that another name is changed to: two would become one
   * @see InfluxDB v2, line protocol
   */
  lineOf({ measurement, tags, time, fields: kept, adjustment }: Point): string | undefined {
    const common = this.commonOf(measurement);
    const head = this.headOf(common, tags);
    const fields = adjustment ? adjust(kept, adjustment).values : kept;
    const derived = measurement === RUUVI_MEASUREMENT ? { ...derive(fields) } : {};
    const text = this.fieldsOf(common, measurement, fields) + this.fieldsOf(common, measurement, derived);
    return text === '' ? undefined : `${head} ${text.slice(1)} ${time}`;
  }

  private commonOf(measurement: string): Common {
    const known = this.commons.get(measurement);
    if (known) return known;
    const name = escape.measurement(renamed('measurement', measurement, this.dialect.rename?.measurements));
    const common = { name, heads: new Map(), fields: new Map() };
    this.commons.set(measurement, common);
    return common;
  }

  private headOf({ name, heads }: Common, tags: Point['tags']): string {
    const known = heads.get(tags);
    if (known !== undefined) return known;
    const pairs = Object.entries(tags).map(([tag, value]) => [renamed('tag', tag, this.dialect.rename?.tags), value] as const);
    const sorted = pairs.sort(([a], [b]) => (a < b ? -1 : 1));
    const head = [name, ...sorted.map(([tag, value]) => `${escape.tag(tag)}=${escape.tag(value)}`)].join(',');
    heads.set(tags, head);
    return head;
  }

  /** Each with a comma before it. */
  private fieldsOf(common: Common, measurement: string, fields: Readonly<Record<string, FieldValue>>): string {
    let text = '';
    for (const name in fields) {
      const value = fields[name];
      if (value === undefined || (this.dialect.numbersOnly && typeof value !== 'number')) continue;
      const { key, type } = this.fieldOf(common, measurement, name);
      text += `,${key}=${typeof value === 'number' ? `${value}${type}` : textOf(value)}`;
    }
    return text;
  }

  private fieldOf({ fields }: Common, measurement: string, name: string) {
    const known = fields.get(name);
    if (known) return known;
    const key = escape.tag(renamed('field', name, this.dialect.rename?.fields));
    const field = { key, type: isIntegerField(measurement, name) ? 'i' : '' } as const;
    fields.set(name, field);
    return field;
  }
}

function renamed(what: string, name: string, names: Names | undefined): string {
  if (!names) return name;
  if (Object.hasOwn(names, name)) return names[name] ?? name;
  const other = Object.entries(names).find(([, to]) => to === name);
  if (!other) return name;
  throw new GatewayError('invalid', `the ${what} ${name} is called as the configuration renames ${other[0]}: rename it too`);
}

function textOf(value: string | boolean): string {
  if (typeof value === 'string') return escape.quoted(value);
  return value ? 'T' : 'F';
}
