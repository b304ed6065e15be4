import type { Adjustment } from './adjustment.js';
import type { RuuviField } from './ruuvi/reading.js';

/** A value of an InfluxDB field. Numbers are floats there, save the Ruuvi fields that `RUUVI_FIELDS` calls integers. */
export type FieldValue = number | string | boolean;

/** One point of one series, as it was when it was taken; nothing in it changes later. */
export interface Point {
  readonly measurement: string;
  readonly tags: Readonly<Record<string, string>>;
  /** ms since the epoch; together with measurement and tags it identifies the point. */
  readonly time: number;
  readonly fields: Readonly<Record<string, FieldValue>>;
  /** Of a tag's reading: how `fields`, which are what the tag said, become what is given. It is part of the series. */
  readonly adjustment?: Adjustment;
}

/**
 * The tag by which points of a tenant are told from those of others; the host's have none. It is the gateway's to set, and reaches
 * every destination.
 */
export const TENANT_TAG = 'tenant';

/** What part of history is wanted: `from` is included, `to` is not. */
export interface PointQuery {
  readonly measurement: string;
  /** Only points that carry all of these tags with these values. */
  readonly tags?: Readonly<Record<string, string>>;
  /** Only points that carry each of these tags with one of its values. */
  readonly oneOf?: Readonly<Record<string, readonly string[]>>;
  /** Only points of this tenant; absent: of all. */
  readonly tenant?: string;
  /** ms since the epoch */
  readonly from?: number;
  /** ms since the epoch */
  readonly to?: number;
  /** Where the page before ended, as it said in `next`. */
  readonly after?: string;
  readonly limit: number;
}

/** Points in order of time, oldest first. */
export interface PointPage {
  readonly points: readonly Point[];
  /** Present when there is more: the `after` of the next page. */
  readonly next?: string;
}

/** Which of the series that applications have added to are wanted. */
export interface SeriesQuery {
  /** Only those of this tenant; absent: of all. */
  readonly tenant?: string | undefined;
  /** Where the page before ended, as it said in `next`. */
  readonly after?: string;
  readonly limit: number;
}

/** What is wanted of the values of one tag: some time, in buckets that begin at multiples of `every` since the epoch. */
export interface StatisticsQuery {
  /** as in `Point.tags`, of tags' readings */
  readonly tags: Readonly<Record<string, string>>;
  /** ms since the epoch; what is wanted is each bucket that has some of the time from `from` on */
  readonly from: number;
  /** ms since the epoch; and before `to` */
  readonly to?: number;
  /** ms, whole seconds */
  readonly every: number;
  readonly fields: readonly RuuviField[];
  /** Where the page before ended, as it said in `next`. */
  readonly after?: string;
  readonly limit: number;
}

/** Of the values of one field, in its unit. */
export interface Statistics {
  readonly count: number;
  readonly mean: number;
  readonly min: number;
  readonly max: number;
  readonly first: number;
  readonly last: number;
}

/** Some time in which something was measured. */
export interface Bucket {
  /** when it begins, ms since the epoch */
  readonly time: number;
  /** A field that was not measured is absent. */
  readonly fields: Readonly<Partial<Record<RuuviField, Statistics>>>;
}

/** Buckets in order of time, oldest first; without a reading there is none. A page may have fewer than wanted. */
export interface StatisticsPage {
  readonly buckets: readonly Bucket[];
  /** Present when there may be more: the `after` of the next page. */
  readonly next?: string;
}

/** Where readings are kept: appended once, never changed. What goes to InfluxDB is read from here. */
export interface History {
  /**
   * Keeps the points.
   *
   * @returns when they are on disk and survive a power cut. A point that is there already (same measurement, tags, time and
   *   fields) is kept once; one with other fields is merged into the one that is there, as InfluxDB would do. A tag's reading never
   *   is: its time moves to the next free millisecond of its series, before it is written and never after.
   * @param options `prompt` commits now, for a caller that waits to answer; else the points wait for company, within the
   *   store's commit interval, and for a disk that is full or fails until it is well
   * @throws GatewayError `unavailable` when they cannot be written and the caller is `prompt` (they are not kept later), or when
   *   too many wait and these are the oldest; `invalid` when a point cannot be
   *   kept as it is or a series more than the bound would be opened; then none of `points` is kept
   */
  append(points: readonly Point[], options?: { readonly prompt?: boolean }): Promise<void>;
  /** @throws GatewayError `invalid` when `after` is not from a page before or `limit` is not 1 to 1000 */
  query(query: PointQuery): Promise<PointPage>;
  /**
   * What tags' values came to, of readings that are kept and of those of which only roll-ups are.
   *
   * @throws GatewayError `invalid` when `after` is not from a page before or `limit` is not 1 to 1000
   */
  statistics(query: StatisticsQuery): Promise<StatisticsPage>;
  /**
   * The newest point of every series of a measurement.
   *
   * @param before what is of that time (ms since the epoch) or later counts only in a series that has nothing else
   */
  latest(measurement: string, before?: number): Promise<readonly Point[]>;
  /**
   * The newest point of each series that applications have added to, in the order in which they were first added to.
   *
   * @throws GatewayError `invalid` when `after` is not from a page before or `limit` is not 1 to 1000
   */
  newestOfEach(query: SeriesQuery): Promise<PointPage>;
}
