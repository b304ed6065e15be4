import type { components } from '../../../generated/sensors.js';
import type { Immutable } from '../../immutable.js';
import { GatewayError } from '../../errors.js';
import { mapOnce } from '../../http/memo.js';
import { derive } from '../../sensors/derived.js';
import type { Bucket, Point, StatisticsQuery } from '../../sensors/history.js';
import { RUUVI_FIELDS, type RuuviField } from '../../sensors/ruuvi/reading.js';
import type { Trend } from '../../sensors/trend.js';
import type { Tag } from '../../sensors/tag-directory.js';
import type { Trends } from '../../sensors/kept-readings.js';
import { type TagReading, tagNameOf } from '../../sensors/tag-reading.js';
import { deviceIdOf } from '../../registry/devices.js';
import { configurationHref } from '../registry/hrefs.js';

export type Schemas = Immutable<components['schemas']>;

export const toReading = mapOnce(({ time, adjustment: _adjustment, ...reading }: TagReading): Schemas['Reading'] => ({
  time: isoTime(time),
  ...reading,
  ...derive(reading),
}));

/** The same list for the same readings, so that it is written only once. */
export const toReadings = mapOnce((readings: readonly TagReading[]): readonly Schemas['Reading'][] => readings.map(toReading));

/** What a reading is known by, whatever is wanted of it. */
const IDENTITY = ['mac', 'name', 'time', 'dataFormat', 'receiver'];

/** Readings with these values only. */
export function onlyFields(readings: readonly Schemas['Reading'][], fields: readonly string[]): readonly Schemas['Reading'][] {
  const kept = new Set([...IDENTITY, ...fields]);
  return readings.map(
    (reading) => Object.fromEntries(Object.entries(reading).filter(([name]) => kept.has(name))) as Schemas['Reading'],
  );
}

export function toApiBucket({ time, fields }: Bucket): Schemas['Bucket'] {
  return { time: isoTime(time), fields };
}

export function toTag({ latest, health, lastSeen, expectedIntervalMs, receptions, ...tag }: Tag): Schemas['Tag'] {
  const { mac, name, dataFormat, receiver } = latest;
  const self = `/sensors/v1/tags/${mac}`;
  return {
    mac,
    ...(name === undefined ? {} : { name }),
    ...tag,
    ...health,
    ...(expectedIntervalMs === undefined ? {} : { expectedIntervalS: Math.round(expectedIntervalMs / 10) / 100 }),
    dataFormat,
    receiver,
    receivers: receptions.map(({ lastSeen: at, ...reception }) => ({ ...reception, lastSeen: isoTime(at) })),
    lastSeen: isoTime(lastSeen),
    _links: {
      self: { href: self },
      readings: { href: `${self}/readings` },
      configuration: { href: configurationHref(deviceIdOf('TAG', tagNameOf(mac))) },
    },
  };
}

export function toTrends({ batteryVoltage, rssi }: Trends): Schemas['Trends'] {
  return {
    ...(batteryVoltage ? { batteryVoltage: toTrend(batteryVoltage) } : {}),
    ...(rssi ? { rssi: toTrend(rssi) } : {}),
  };
}

function toTrend({ from, to, perDay, mean, count }: Trend): Schemas['Trend'] {
  const rounded = (value: number) => Math.round(value * 1e6) / 1e6;
  return { perDay: rounded(perDay), mean: rounded(mean), from: isoTime(from), to: isoTime(to), count };
}

export function toApiPoint({ time, adjustment: _adjustment, ...point }: Point): Schemas['Point'] {
  return { ...point, time: isoTime(time) };
}

/** @param now the time of points that give none, ms since the epoch */
export function fromNewPoint({ measurement, tags, time, fields }: Schemas['NewPoint'], now: number): Point {
  return { measurement, tags: tags ?? {}, time: time === undefined ? now : pointTimeOf(time), fields };
}

/** `name=value`, as the specification's pattern has ensured. */
export function fromTagFilters(filters: readonly string[] | undefined): Readonly<Record<string, string>> {
  return Object.fromEntries(
    (filters ?? []).map((filter) => [filter.slice(0, filter.indexOf('=')), filter.slice(filter.indexOf('=') + 1)]),
  );
}

/** @throws GatewayError `invalid` when the end is not after the beginning */
export function fromRange({ from, to }: { readonly from?: string; readonly to?: string }): { from?: number; to?: number } {
  const range = {
    ...(from === undefined ? {} : { from: timeOf(from) }),
    ...(to === undefined ? {} : { to: timeOf(to) }),
  };
  if (range.from !== undefined && range.to !== undefined && range.from >= range.to)
    throw new GatewayError('invalid', `from is ${from}, which is not before to, ${to}`);
  return range;
}

export interface StatisticsParameters {
  readonly from?: string;
  readonly to?: string;
  readonly every?: string;
  readonly fields?: readonly RuuviField[];
  readonly limit?: number;
  readonly nextpage_opaque_marker?: string;
}

const DAY = 86_400_000;
const UNITS: Readonly<Record<string, number>> = { s: 1000, m: 60_000, h: 3_600_000, d: DAY };
const MEASURED = Object.keys(RUUVI_FIELDS) as readonly RuuviField[];

/**
 * @param now ms since the epoch
 * @throws GatewayError `invalid` when the end is not after the beginning
 */
export function fromStatistics(asked: StatisticsParameters, now: number): Omit<StatisticsQuery, 'tags'> {
  const { every = '15m', fields = MEASURED, limit = 100, nextpage_opaque_marker: after } = asked;
  const range = fromRange(asked);
  return {
    from: (range.to ?? now) - DAY,
    ...range,
    every: Number(every.slice(0, -1)) * (UNITS[every.slice(-1)] ?? DAY),
    fields,
    limit,
    ...(after === undefined ? {} : { after }),
  };
}

/**
 * RFC 3339 knows leap seconds, and Date does not: to it they are the second that follows. Date in turn knows a 30th of
 * February, which is no day.
 *
 * @throws GatewayError `invalid` for a time that there is not
 */
function timeOf(text: string): number {
  const parsed = Date.parse(text);
  const time = Number.isNaN(parsed) ? Date.parse(text.replace(/:60(?!:)/, ':59')) + 1000 : parsed;
  const [year = 0, month = 0, day = 0] = text.slice(0, 10).split('-').map(Number);
  if (Number.isNaN(time) || new Date(Date.UTC(year, month - 1, day)).getUTCDate() !== day)
    throw new GatewayError('invalid', `${text} is no time, expected one such as 2026-06-01T12:00:00Z`);
  return time;
}

/** What fits the nanoseconds in which InfluxDB counts. */
const LATEST = Date.UTC(2262, 0, 1);

/** @throws GatewayError `invalid` for a time that InfluxDB could not keep */
function pointTimeOf(text: string): number {
  const time = timeOf(text);
  if (time < 0 || time >= LATEST)
    throw new GatewayError('invalid', `${text} is out of bounds, expected a time from 1970 to 2261`);
  return time;
}

function isoTime(ms: number): string {
  return new Date(ms).toISOString();
}
