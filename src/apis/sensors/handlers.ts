import type { operations } from '../../../generated/sensors.js';
import type { Clock } from '../../clock.js';
import type { Handlers } from '../../http/operations.js';
import { linkToNext } from '../../http/paging.js';
import type { PointQuery } from '../../sensors/history.js';
import type { Sensors } from '../../sensors/sensors.js';
import { fromNewPoint, fromRange, fromTagFilters, toApiPoint, toReading, toReadings, toTag } from './mapping.js';

export function sensorHandlers(sensors: Sensors, clock: Clock): Handlers<operations> {
  return {
    Tags_GET() {
      return { status: 200, body: sensors.tags().map(toTag) };
    },

    TagsMac_GET({ path }) {
      return { status: 200, body: toTag(sensors.get(path.mac)) };
    },

    async TagReadings_GET({ path, query }) {
      const { readings, next } = await sensors.readings(path.mac, pageOf(query));
      return {
        status: 200,
        headers: linkToNext(`/sensors/v1/tags/${path.mac}/readings`, query, next),
        body: toReadings(readings),
      };
    },

    TagLatestReading_GET({ path }) {
      return { status: 200, body: toReading(sensors.get(path.mac).latest) };
    },

    LatestReadings_GET() {
      return { status: 200, body: toReadings(sensors.latest()) };
    },

    async Readings_GET({ query }) {
      const { points, next } = await sensors.points({
        measurement: query.measurement,
        tags: fromTagFilters(query.tag),
        ...pageOf(query),
      });
      return { status: 200, headers: linkToNext('/sensors/v1/readings', query, next), body: points.map(toApiPoint) };
    },

    async Readings_POST({ body }) {
      const now = clock.now();
      // points of one series and millisecond would be one: of those that give no time the last is of now
      await sensors.add(body.map((point, index) => fromNewPoint(point, now - (body.length - 1 - index))));
      return { status: 204 };
    },
  };
}

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
