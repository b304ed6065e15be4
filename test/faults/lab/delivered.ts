import { until } from '../../until.js';
import { countStored, type Queried } from './account.js';
import type { Stream } from './stream.js';

/** Often enough, and seldom enough that the database has other things to do. */
const LOOK_MS = 100;

/** Resolves once so many lines of a stream are at the destination. */
export function delivered(influx: Queried, stream: Stream, lines: number): Promise<void> {
  return until(async () => (await countStored(influx, stream)) >= lines, LOOK_MS);
}
