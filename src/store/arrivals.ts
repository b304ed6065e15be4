import type { ArrivalPage, ArrivalQuery } from '../sensors/arrival-log.js';
import type { Dropped } from './dropped.js';
import type { Readings, Row } from './readings.js';
import type { Place, Runs } from './runs.js';
import type { SeriesTable } from './series.js';
import { requireLimit } from './pages.js';

/** Rows that one page looks at, so that no commit waits long behind whoever sees few of them. */
const MOST_LOOKED_AT = 20_000;

export interface ArrivalTables {
  readonly readings: Readings;
  readonly series: SeriesTable;
  readonly dropped: Dropped;
  readonly runs: Runs;
}

/**
 * One page of the history in order of arrival.
 *
 * @throws GatewayError `invalid` when `limit` is not 1 to 1000 or `after` no cursor, `gone` when it is one of another history
 */
export function readArrivals(query: ArrivalQuery, { readings, series, dropped, runs }: ArrivalTables): ArrivalPage {
  const { limit, after } = query;
  requireLimit(limit);
  const end: Place = { seq: readings.lastSeq, dropped: dropped.last };
  const begin = after === 'now' ? end : after === undefined ? { ...end, seq: 0 } : runs.placeOf(after);
  const first = readings.following(begin.seq);
  const from = first ? first.seq - 1 : end.seq;
  const to = Math.min(from + MOST_LOOKED_AT, end.seq);
  const rows = readings.between(from, to, limit, series.inSight(query));
  const seq = rows.length === limit ? seqOf(rows) : Math.max(to, begin.seq);
  const missed = dropped.missed(begin.seq, begin.dropped, query);
  return {
    arrivals: rows.map(({ seq, point }) => ({ point, cursor: runs.cursorOf({ seq, dropped: end.dropped }) })),
    next: runs.cursorOf({ seq, dropped: end.dropped }),
    ...(missed === undefined ? {} : { missed }),
    isEnd: seq >= end.seq,
  };
}

const seqOf = (rows: readonly Row[]): number => rows.at(-1)?.seq ?? 0;
