import type { Observed } from '../events/observed.js';
import type { Point } from './history.js';

/** What of all that arrives somebody wants and may see. */
export interface InSight {
  /** Absent: any. */
  readonly measurement?: string;
  /** Of tags only these, as in `Point.tags`; absent: all. */
  readonly macs?: readonly string[];
  /** Of applications' points only those of this tenant; absent: all. */
  readonly tenant?: string;
}

export interface ArrivalQuery extends InSight {
  /** A cursor, or `now`; absent: before the oldest that is kept. */
  readonly after?: string;
  readonly limit: number;
}

/** A point, and the cursor of whoever has read up to it. */
export interface Arrival {
  readonly point: Point;
  readonly cursor: string;
}

export interface ArrivalPage {
  readonly arrivals: readonly Arrival[];
  /** The `after` of the next page; always another text, also where nothing has arrived. */
  readonly next: string;
  /**
   * How many readings were dropped that this reader had not read: at the most, for of an hour that it has read in part all is counted.
   * Absent: that is not known any more.
   */
  readonly missed?: number;
  /** Whether nothing more had arrived. */
  readonly isEnd: boolean;
}

/** The history in order of arrival, as often as anybody likes: whatever clocks did, what was committed later comes later. */
export interface ArrivalLog {
  /** Changes with each commit: who has read everything waits for it. */
  readonly commits: Observed<number>;
  /**
   * What was committed after a cursor. A page can be empty and not the end: only so many rows are looked at.
   *
   * @throws GatewayError `invalid` when `after` is no cursor, `gone` when it is one of another history than this, `unavailable`
   */
  read(query: ArrivalQuery): Promise<ArrivalPage>;
}
