import type { PointPage, SeriesQuery } from '../sensors/history.js';
import { fromMarker, toMarker } from './number-marker.js';
import { requireLimit } from './pages.js';
import type { Readings } from './readings.js';
import type { SeriesTable } from './series.js';

/**
 * One page of the series of applications, each as its newest point, in the order in which they were first added to. One of which
 * nothing is kept any more is not among them, and a page may have fewer than wanted for it.
 *
 * @throws GatewayError `invalid` when `limit` is not 1 to 1000 or `after` is no marker of ours
 */
export function newestOfEach({ tenant, after, limit }: SeriesQuery, table: SeriesTable, readings: Readings): PointPage {
  requireLimit(limit);
  const series = table.ofApplications({ tenant, after: after === undefined ? 0 : fromMarker(after) });
  const shown = series.slice(0, limit);
  const points = shown.flatMap((one) => readings.newest(one) ?? []);
  const last = shown.at(-1);
  return last && series.length > limit ? { points, next: toMarker(last.id) } : { points };
}
