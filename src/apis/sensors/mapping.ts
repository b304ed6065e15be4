import type { components } from '../../../generated/sensors.js';
import type { Immutable } from '../../immutable.js';
import { GatewayError } from '../../errors.js';
import { mapOnce } from '../../http/memo.js';
import type { Point } from '../../sensors/history.js';
import type { Tag } from '../../sensors/sensors.js';
import type { TagReading } from '../../sensors/tag-reading.js';

type Schemas = Immutable<components['schemas']>;

export const toReading = mapOnce(({ time, ...reading }: TagReading): Schemas['Reading'] => ({ time: isoTime(time), ...reading }));

/** The same list for the same readings, so that it is written only once. */
export const toReadings = mapOnce((readings: readonly TagReading[]): readonly Schemas['Reading'][] => readings.map(toReading));

export function toTag({ latest, health, lastSeen }: Tag): Schemas['Tag'] {
  const { mac, name, dataFormat, receiver } = latest;
  const self = `/sensors/v1/tags/${mac}`;
  return {
    mac,
    ...(name === undefined ? {} : { name }),
    ...health,
    dataFormat,
    receiver,
    lastSeen: isoTime(lastSeen),
    _links: { self: { href: self }, readings: { href: `${self}/readings` } },
  };
}

export function toApiPoint({ time, ...point }: Point): Schemas['Point'] {
  return { ...point, time: isoTime(time) };
}

/** @param now the time of points that give none, ms since the epoch */
export function fromNewPoint({ measurement, tags, time, fields }: Schemas['NewPoint'], now: number): Point {
  return { measurement, tags: tags ?? {}, time: time === undefined ? now : timeOf(time), fields };
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

/** RFC 3339 knows leap seconds, and Date does not: to it they are the second that follows. */
function timeOf(text: string): number {
  const time = Date.parse(text);
  return Number.isNaN(time) ? Date.parse(text.replace(/:60(?!:)/, ':59')) + 1000 : time;
}

function isoTime(ms: number): string {
  return new Date(ms).toISOString();
}
