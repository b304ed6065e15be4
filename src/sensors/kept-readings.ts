import type { Sight } from '../auth/access.js';
import type { Clock } from '../clock.js';
import { GatewayError } from '../errors.js';
import { deviceIdOf } from '../registry/devices.js';
import { HOST } from '../registry/owner.js';
import { adjust } from './adjustment.js';
import {
  type History,
  type Point,
  type PointPage,
  type PointQuery,
  type SeriesQuery,
  type StatisticsPage,
  type StatisticsQuery,
  TENANT_TAG,
} from './history.js';
import { RUUVI_MEASUREMENT } from './ruuvi/reading.js';
import { fromPoint, type TagReading, tagNameOf } from './tag-reading.js';
import { type Trend, type Trended, TRENDED, trendOf } from './trend.js';

/** Those of which enough is known. */
export type Trends = Readonly<Record<keyof typeof TRENDED, Trend | undefined>>;

/** What was measured, by tags and by applications. */
export class KeptReadings {
  constructor(
    private readonly history: History,
    private readonly clock: Clock,
  ) {}

  /** The readings of one tag, as they were kept. */
  async ofTag(
    mac: string,
    query: Omit<PointQuery, 'measurement' | 'tags'>,
  ): Promise<{ readings: readonly TagReading[]; next?: string }> {
    const tags = { mac: tagNameOf(mac) };
    const { points, next } = await this.history.query({ ...query, measurement: RUUVI_MEASUREMENT, tags });
    return { readings: points.map(fromPoint), ...(next === undefined ? {} : { next }) };
  }

  /** What one tag's values came to. */
  statistics(mac: string, query: Omit<StatisticsQuery, 'tags'>): Promise<StatisticsPage> {
    return this.history.statistics({ ...query, tags: { mac: tagNameOf(mac) } });
  }

  /** Where the battery and the signal of a tag are going. */
  async trends(mac: string): Promise<Trends> {
    const now = this.clock.now();
    const trend = async (trended: Trended) => {
      const { field, windowMs, everyMs } = trended;
      // a clock that was wrong may have left readings of the future
      const query = { from: now - windowMs, to: now + everyMs, every: everyMs, fields: [field], limit: 1_000 };
      return trendOf((await this.statistics(mac, query)).buckets, trended);
    };
    const [batteryVoltage, rssi] = await Promise.all([trend(TRENDED.batteryVoltage), trend(TRENDED.rssi)]);
    return { batteryVoltage, rssi };
  }

  /**
   * Any measurement's points, as far as somebody sees: those of the tags that it may see, and those that its own tenant's
   * applications have added, as they added them.
   */
  async points(query: PointQuery, { tenant, devices }: Sight): Promise<PointPage> {
    if (query.measurement === RUUVI_MEASUREMENT) {
      const page = await this.history.query(devices === 'all' ? query : { ...query, oneOf: { mac: tagsOf(devices) } });
      return { ...page, points: page.points.map(asGiven) };
    }
    if (tenant === undefined) return this.history.query(query);
    const { points, ...next } = await this.history.query({ ...query, tenant });
    return { points: points.map(withoutTenant), ...next };
  }

  /** What applications have added, as far as somebody sees: each series as its newest point. */
  async series(query: Omit<SeriesQuery, 'tenant'>, { tenant }: Sight): Promise<PointPage> {
    const { points, ...next } = await this.history.newestOfEach({ ...query, tenant });
    return { points: points.map((point) => givenTo(point, tenant)), ...next };
  }

  /**
   * Keeps readings that applications have made. Those of a tenant other than the host are its own: nobody else's are in their
   * series, sees them or overwrites them.
   *
   * @param tenant whose the applications are
   * @returns when they are on disk
   * @throws GatewayError `forbidden` for the measurement of the tags, `invalid`, `unavailable`
   */
  async add(points: readonly Point[], tenant = HOST): Promise<void> {
    if (points.some(({ measurement }) => measurement === RUUVI_MEASUREMENT))
      throw new GatewayError(
        'forbidden',
        `${RUUVI_MEASUREMENT} is what the tags say; choose another measurement for readings of your own`,
      );
    if (points.some(({ tags }) => Object.hasOwn(tags, TENANT_TAG)))
      throw new GatewayError('invalid', `tags.${TENANT_TAG} is the gateway's own to set; choose another name for this tag`);
    const kept = tenant === HOST ? points : points.map((point) => ({ ...point, tags: { ...point.tags, [TENANT_TAG]: tenant } }));
    await this.history.append(kept, { prompt: true });
  }
}

/** A point of a tag with its fields as they are given. */
function asGiven({ adjustment, ...point }: Point): Point {
  return adjustment ? { ...point, fields: adjust(point.fields, adjustment).values } : point;
}

/** A point as it is given to those of a tenant; absent, to whoever looks after the whole gateway. */
export function givenTo(point: Point, tenant: string | undefined): Point {
  if (point.measurement === RUUVI_MEASUREMENT) return asGiven(point);
  return tenant === undefined ? point : withoutTenant(point);
}

/** As the tags among them are called in history. */
export function tagsOf(devices: ReadonlySet<string>): readonly string[] {
  const prefix = deviceIdOf('TAG', '');
  return [...devices].flatMap((deviceId) => (deviceId.startsWith(prefix) ? [deviceId.slice(prefix.length)] : []));
}

function withoutTenant({ tags: { [TENANT_TAG]: _tenant, ...tags }, ...point }: Point): Point {
  return { ...point, tags };
}
