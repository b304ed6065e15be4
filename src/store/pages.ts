import { GatewayError } from '../errors.js';
import type { Point, PointPage, PointQuery } from '../sensors/history.js';
import { type Lane, LaneHeap } from './lane-heap.js';
import type { Readings } from './readings.js';
import type { Series, SeriesTable } from './series.js';

const MAX_LIMIT = 1000;

/** Where a page ended: pages are in order of time, and of series where the time is the same. */
interface Marker {
  readonly time: number;
  readonly series: number;
}

/**
 * One page of a query: the wanted series, each in order of its own index, merged by time.
 *
 * No index on time alone is kept for this: every reading would take more space and wear on the card.
 *
 * @throws GatewayError `invalid` when `limit` is not 1 to 1000 or `after` is no marker of ours
 */
export function readPage(query: PointQuery, table: SeriesTable, readings: Readings): PointPage {
  const { limit, to = Number.MAX_SAFE_INTEGER } = query;
  requireLimit(limit);
  const series = table.matching(query);
  const fetchSize = Math.ceil((limit + 1) / Math.max(1, series.length));
  const refill = (lane: Lane): boolean => {
    lane.points = [...readings.range(lane.series, lane.from, to, fetchSize)];
    lane.from = (lane.points.at(-1)?.time ?? lane.from) + 1;
    return lane.points.length > 0;
  };
  return toPage(merge(startLanes(series, query).filter(refill), refill), limit);
}

/** @throws GatewayError `invalid` when it is not 1 to 1000 */
export function requireLimit(limit: number): void {
  if (!Number.isInteger(limit) || limit < 1 || limit > MAX_LIMIT)
    throw new GatewayError('invalid', `limit is ${limit}, expected 1 to ${MAX_LIMIT}`);
}

function startLanes(series: readonly Series[], { from = Number.MIN_SAFE_INTEGER, after }: PointQuery): Lane[] {
  const marker = after === undefined ? undefined : decodeMarker(after);
  return series.map((one) => ({ series: one, points: [], from: Math.max(from, firstTime(one, marker)) }));
}

/** Of the marker's own instant, the series after the marker's are still to come. */
function firstTime(series: Series, marker: Marker | undefined): number {
  if (!marker) return Number.MIN_SAFE_INTEGER;
  return series.id > marker.series ? marker.time : marker.time + 1;
}

/** The lanes' points one by one, always from the lane that is behind. */
function* merge(lanes: Lane[], refill: (lane: Lane) => boolean): Generator<Marker & { readonly point: Point }> {
  const heap = new LaneHeap(lanes);
  for (let lane = heap.first; lane; lane = heap.first) {
    const [point] = lane.points;
    if (point) yield { point, time: point.time, series: lane.series.id };
    lane.points.shift();
    if (lane.points.length > 0 || refill(lane)) heap.sink();
    else heap.removeFirst();
  }
}

function toPage(merged: Iterable<Marker & { readonly point: Point }>, limit: number): PointPage {
  const points: Point[] = [];
  let last: Marker | undefined;
  for (const { point, time, series } of merged) {
    if (points.length === limit && last) return { points, next: encodeMarker(last) };
    points.push(point);
    last = { time, series };
  }
  return { points };
}

function encodeMarker({ time, series }: Marker): string {
  return Buffer.from(`${time}.${series}`).toString('base64url');
}

function decodeMarker(after: string): Marker {
  const match = /^(-?\d{1,16})\.(\d{1,16})$/.exec(Buffer.from(after, 'base64url').toString('latin1'));
  if (!match) throw new GatewayError('invalid', 'after is not the `next` of a page');
  return { time: Number(match[1]), series: Number(match[2]) };
}
