import { document, type operations } from '../../../generated/sensors.js';
import type { Access } from '../../auth/access.js';
import type { Grant } from '../../auth/grants.js';
import type { Clock } from '../../clock.js';
import { GatewayError } from '../../errors.js';
import { List } from '../../http/lists/list.js';
import type { Handlers } from '../../http/operations.js';
import { linkToNext } from '../../http/paging.js';
import { deviceIdOf } from '../../registry/devices.js';
import type { ClockTrust } from '../../sensors/clock-trust.js';
import type { PointQuery } from '../../sensors/history.js';
import type { Receivers } from '../../sensors/receivers.js';
import type { Sensors } from '../../sensors/sensors.js';
import type { Tag } from '../../sensors/tag-directory.js';
import { tagNameOf } from '../../sensors/tag-reading.js';
import type { SubscriptionParts } from '../mec011/subscription-api.js';
import type { ArrivalSockets } from './arrival-sockets.js';
import { conditionSubscriptions } from './condition-subscriptions.js';
import {
  fromNewPoint,
  fromRange,
  fromStatistics,
  fromTagFilters,
  onlyFields,
  toApiBucket,
  toApiPoint,
  toReading,
  toReadings,
  toTag,
  toTrends,
} from './mapping.js';
import { Moments } from './moments.js';
import { bucketsCsv, CSV, LINES, pointsCsv, readingsCsv, toLines } from './tables.js';

export interface SensorApi extends SubscriptionParts {
  readonly sensors: Sensors;
  readonly clock: Clock;
  readonly trust: Pick<ClockTrust, 'isTrusted'>;
  readonly access: Access;
  readonly receivers: Receivers;
  readonly arrivalSockets: ArrivalSockets;
}

export function sensorHandlers(parts: SensorApi): Handlers<operations> {
  const { sensors, clock, trust, access, receivers, arrivalSockets: sockets } = parts;
  const moments = new Moments();
  const requireTag = (grant: Grant, mac: string): void =>
    access.requireDevice(grant, deviceIdOf('TAG', tagNameOf(mac)), `tag ${mac}`);
  const requireKnown = (mac: string): string => sensors.get(mac).latest.mac;
  const requireSeen = (grant: Grant, mac: string): void => {
    requireTag(grant, mac);
    requireKnown(mac);
  };
  return {
    Tags_GET({ query, grant }) {
      const seen = access.readings(grant, sensors.latest()).map(({ mac }) => sensors.get(mac));
      return { status: 200, body: tagList.answer(seen, query, '/sensors/v1/tags').body };
    },

    TagsMac_GET({ path, grant }) {
      requireTag(grant, path.mac);
      return { status: 200, body: toTag(sensors.get(path.mac)) };
    },

    async TagReadings_GET({ path, query, grant, accepted }) {
      requireTag(grant, path.mac);
      const { readings, next } = await sensors.kept.ofTag(requireKnown(path.mac), pageOf(query));
      const headers = linkToNext(`/sensors/v1/tags/${path.mac}/readings`, query, next);
      const { fields } = query;
      const body = fields ? onlyFields(toReadings(readings), fields) : toReadings(readings);
      if (accepted === 'text/csv') return { status: 200, headers, type: CSV, body: readingsCsv(body, fields) };
      if (accepted === LINES) return { status: 200, headers, type: LINES, body: toLines(body) };
      return { status: 200, headers, body };
    },

    async TagStatistics_GET({ path, query, grant, accepted }) {
      requireTag(grant, path.mac);
      const { buckets, next } = await sensors.kept.statistics(requireKnown(path.mac), fromStatistics(query, clock.now()));
      const headers = linkToNext(`/sensors/v1/tags/${path.mac}/statistics`, query, next);
      const body = buckets.map(toApiBucket);
      if (accepted === 'text/csv') return { status: 200, headers, type: CSV, body: bucketsCsv(body, query.fields) };
      if (accepted === LINES) return { status: 200, headers, type: LINES, body: toLines(body) };
      return { status: 200, headers, body };
    },

    async TagTrends_GET({ path, grant }) {
      requireTag(grant, path.mac);
      return { status: 200, body: toTrends(await sensors.kept.trends(requireKnown(path.mac))) };
    },

    TagLatestReading_GET({ path, grant }) {
      requireTag(grant, path.mac);
      return { status: 200, body: toReading(sensors.get(path.mac).latest) };
    },

    LatestReadings_GET({ grant }) {
      return { status: 200, body: toReadings(access.readings(grant, sensors.latest())) };
    },

    async Readings_GET({ query, grant, accepted }) {
      const wanted = { measurement: query.measurement, tags: fromTagFilters(query.tag), ...pageOf(query) };
      const { points, next } = await sensors.kept.points(wanted, grant);
      const headers = linkToNext('/sensors/v1/readings', query, next);
      const body = points.map(toApiPoint);
      if (accepted === 'text/csv') return { status: 200, headers, type: CSV, body: pointsCsv(body) };
      if (accepted === LINES) return { status: 200, headers, type: LINES, body: toLines(body) };
      return { status: 200, headers, body };
    },

    async Series_GET({ query, grant }) {
      const { limit, after } = pageOf(query);
      const { points, next } = await sensors.kept.series({ limit, ...(after === undefined ? {} : { after }) }, grant);
      return { status: 200, headers: linkToNext('/sensors/v1/series', query, next), body: points.map(toApiPoint) };
    },

    async Arrivals_GET({ query, grant, accepted, signal }) {
      const { wait = 0, limit = 100, ...wanted } = query;
      const page = await sockets.arrivals.next({ ...wanted, limit }, grant, wait * 1000, signal);
      const { next, missed } = page;
      const points = page.arrivals.map(({ point }) => toApiPoint(point));
      const loss = missed === undefined ? {} : { missed };
      const headers = {
        'Cache-Control': 'no-store' as const,
        'Umec-Next': next,
        ...(missed === undefined ? {} : { 'Umec-Missed': missed }),
      };
      if (accepted === LINES) return { status: 200, headers, type: LINES, body: toLines(points) };
      return { status: 200, headers, body: { points, next, ...loss } };
    },

    async ArrivalsWebsocket_GET({ query, grant }) {
      const { after, measurement } = query;
      const wanted = { ...(after === undefined ? {} : { after }), ...(measurement === undefined ? {} : { measurement }) };
      return { status: 101, accept: await sockets.open(wanted, grant) };
    },

    async Readings_POST({ body, grant }) {
      const isTimed = body.every(({ time }) => time !== undefined);
      if (!isTimed && !trust.isTrusted) throw untimely();
      const first = isTimed ? 0 : moments.take(clock.now(), body.length);
      const points = body.map((point, index) => fromNewPoint(point, first + index));
      await sensors.kept.add(points, grant.tenant);
      return { status: 204 };
    },

    async ReceiverAdvertisements_POST({ path, body, credentials, remoteAddress }) {
      const { authorization } = credentials;
      const receiver = receivers.admit({ radioId: path.receiverId, authorization, remoteAddress });
      return { status: 200, body: await receiver.bring(body) };
    },

    ...conditionSubscriptions(parts, requireSeen),
  };
}

/** All tags at once: that there are at most so many is `sensors.maxTags`. */
const tagList = new List({
  document,
  schema: 'Tag',
  pageSize: 10_000,
  key: ({ latest }: Tag) => latest.mac,
  represent: toTag,
});

interface PageParameters {
  readonly from?: string;
  readonly to?: string;
  readonly limit?: number;
  readonly nextpage_opaque_marker?: string;
}

function pageOf({
  from,
  to,
  limit = 100,
  nextpage_opaque_marker: after,
}: PageParameters): Pick<PointQuery, 'from' | 'to' | 'limit' | 'after'> {
  return { ...fromRange({ from, to }), limit, ...(after === undefined ? {} : { after }) };
}

/** When they were nobody would know later. */
function untimely(): GatewayError {
  const advice = 'give each reading its time, or add them again later';
  return new GatewayError('unavailable', `the clock of this machine is not set: ${advice}`, { retryAfterMs: 10_000 });
}
