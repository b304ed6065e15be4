import { document } from '../../../../generated/sensors.js';
import type { Document } from '../../../http/document.js';
import type { JsonObject } from '../../../json.js';
import type { Device } from '../../../registry/devices.js';
import type { TagReading } from '../../../sensors/tag-reading.js';
import { toReading } from '../../sensors/mapping.js';
import { type Family, labelSet, type Sample } from './exposition.js';
import { snakeCase } from './snake-case.js';

/** A tag, and how it does. */
export interface MeteredTag {
  readonly device: Device;
  readonly latest: TagReading;
  /** How many measurements came, by data format. */
  readonly measurements: ReadonlyMap<string, number>;
}

const PREFIX = 'ruuvi_';
/** Where RuuviBridge does not name a metric as the field is called. */
const NAMES: Readonly<Record<string, string>> = {
  pm1p0: 'pm10',
  pm2p5: 'pm25',
  pm4p0: 'pm40',
  pm10p0: 'pm100',
  illuminance: 'luminosity',
  calibrating: 'calibration_in_progress',
};

interface Field {
  readonly field: string;
  readonly name: string;
  readonly help: string;
}

/** Whatever a reading can have that is a number, or is so or not: a field that is added to the specification is a metric. */
const FIELDS: readonly Field[] = measuredBy(document);

/**
 * The metrics of RuuviBridge with its labels, and in its manner also what that has no name for. A tag that is not ACTIVE has none but the
 * count: a value of an hour ago is not how it is now.
 *
 * @see RuuviBridge, data_sinks/prometheus.go
 */
export function* tagFamilies(tags: readonly MeteredTag[]): Generator<Family> {
  const help = 'Measurements since the gateway started.';
  yield { name: `${PREFIX}measurements`, type: 'counter', help, samples: countsOf(tags) };
  const active = tags.filter(({ device }) => device.health.state === 'ACTIVE').map((tag) => ({ tag, labels: '' }));
  for (const { field, ...family } of FIELDS) yield { ...family, type: 'gauge', samples: samplesOf(field, active) };
}

function* countsOf(tags: readonly MeteredTag[]): Generator<Sample | undefined> {
  for (const tag of tags) {
    if (tag.measurements.size === 0) yield undefined;
    for (const [dataFormat, value] of tag.measurements) yield { labels: labelsOf(tag, dataFormat), value };
  }
}

/** What is the same in each family is written with the first. */
interface Labelled {
  readonly tag: MeteredTag;
  labels: string;
}

function* samplesOf(field: string, tags: readonly Labelled[]): Generator<Sample | undefined> {
  for (const labelled of tags) {
    const { latest } = labelled.tag;
    labelled.labels ||= labelsOf(labelled.tag, latest.dataFormat);
    const values: Readonly<Record<string, unknown>> = toReading(latest);
    const value = values[field];
    yield typeof value === 'number' || typeof value === 'boolean' ? { labels: labelled.labels, value: Number(value) } : undefined;
  }
}

/** The name is that of the inventory, and empty where there is none. */
function labelsOf({ device, latest }: MeteredTag, dataFormat: string): string {
  return labelSet({ name: device.name ?? latest.name ?? '', mac: latest.mac, data_format: dataFormat });
}

function measuredBy({ components }: Document): Field[] {
  const { Reading } = components?.schemas as Readonly<
    Record<string, { readonly properties: Readonly<Record<string, JsonObject>> }>
  >;
  return Object.entries(Reading?.properties ?? {})
    .filter(([, { type }]) => type === 'number' || type === 'integer' || type === 'boolean')
    .map(([field, { description }]) => ({
      field,
      name: PREFIX + (NAMES[field] ?? snakeCase(field)),
      help: typeof description === 'string' ? `${field}: ${description}` : field,
    }));
}
