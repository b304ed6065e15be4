import type { ToldName, GatewayEvents } from '../../events/bus.js';
import type { ConditionChange } from '../../sensors/conditions/condition.js';
import { toEdge } from '../gpio/mapping.js';
import { toReading } from '../sensors/mapping.js';

/** @see CloudEvents 1.0, JSON event format */
export interface CloudEvent {
  readonly specversion: '1.0';
  readonly id: string;
  /** The gateway: `urn:uuid:` and its identifier. */
  readonly source: string;
  readonly type: string;
  /** A path that says what it is about; `topic` chooses by it. */
  readonly subject: string;
  readonly time: string;
  readonly datacontenttype: 'application/json';
  /** Where to go on behind it, of events that are told out of the history. */
  readonly cursor?: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** The types of the events that there are, by what happened. */
export const EVENT_TYPES = {
  reading: 'org.umec.sensors.reading.v1',
  presence: 'org.umec.sensors.presence.v1',
  device: 'org.umec.devices.state.v1',
  edge: 'org.umec.gpio.edge.v1',
  motion: 'org.umec.camera.motion.v1',
  service: 'org.umec.services.state.v1',
  condition: 'org.umec.sensors.condition.v1',
  arrival: 'org.umec.sensors.arrival.v1',
  missed: 'org.umec.sensors.missed.v1',
} as const satisfies Readonly<Record<ToldName, string>> & Readonly<Record<string, string>>;

/** What is to be said of an event. */
interface Described extends Pick<CloudEvent, 'type' | 'subject' | 'data'> {
  /** What names it among the events of one run; absent: it is counted. */
  readonly id?: string;
  /** When it happened, ms since the epoch; absent: now. */
  readonly time?: number;
}

type Describe = { readonly [Name in ToldName]: (value: GatewayEvents[Name]) => Described };

const describe: Describe = {
  reading: (reading) => ({
    type: EVENT_TYPES.reading,
    subject: `sensors/${reading.mac}/reading`,
    data: toReading(reading),
  }),
  presence: ({ mac, lastSeen, ...judged }) => ({
    type: EVENT_TYPES.presence,
    subject: `tags/${mac}/presence`,
    data: { mac, ...judged, lastSeen: new Date(lastSeen).toISOString() },
  }),
  device: ({ changeType, device: { deviceId, kind, name, adoption, place, room, driver, health } }) => ({
    type: EVENT_TYPES.device,
    subject: `devices/${deviceId}/state`,
    data: { changeType, deviceId, kind, name, adoption, place, room, driver, ...health },
  }),
  edge: ({ lineId, name, ...edge }) => ({
    type: EVENT_TYPES.edge,
    subject: `lines/${lineId}/edge`,
    data: { lineId, ...(name === undefined ? {} : { name }), ...toEdge(edge) },
    // it is told to listeners and to subscribers, and whoever is both can tell that it is one
    id: `${lineId}-${edge.sequence}`,
    time: edge.time,
  }),
  motion: ({ cameraId, change, zoneId, area, box, sequence, capturedAt }) => ({
    type: EVENT_TYPES.motion,
    subject: `cameras/${cameraId}/motion`,
    data: {
      ...{ cameraId, change, ...(zoneId === undefined ? {} : { zoneId }), area, box, sequence },
      capturedAt: new Date(capturedAt).toISOString(),
    },
    id: [cameraId, sequence, change, ...(zoneId === undefined ? [] : [zoneId])].join('-'),
    time: capturedAt,
  }),
  service: ({ changeType, service: { info } }) => ({
    type: EVENT_TYPES.service,
    subject: `services/${info.serInstanceId}/state`,
    data: { changeType, serInstanceId: info.serInstanceId, serName: info.serName, state: info.state },
  }),
};

/** Told to the one subscriber that has asked for it. */
function describeCondition({ mac, time, since, ...change }: ConditionChange): Described {
  return {
    type: EVENT_TYPES.condition,
    subject: `sensors/${mac}/condition`,
    data: { mac, ...change, since: new Date(since).toISOString() },
    time,
  };
}

/** Names the events of one run of the gateway, so that `source` and `id` name each of them once and for all. */
export class CloudEvents {
  private count = 0;

  /**
   * @param gatewayId a UUID
   * @param run differs from one start of the gateway to the next
   */
  constructor(
    private readonly gatewayId: string,
    private readonly run: string,
  ) {}

  of<Name extends ToldName>(name: Name, value: GatewayEvents[Name], now: number): CloudEvent {
    return this.named(describe[name](value), now);
  }

  ofCondition(change: ConditionChange): CloudEvent {
    return this.named(describeCondition(change), change.time);
  }

  /**
   * @param point as the API shows it
   * @param time of the point, ms since the epoch
   */
  ofArrival(point: { readonly measurement: string }, time: number, cursor: string): CloudEvent {
    const subject = `readings/${point.measurement}`;
    return { ...this.named({ type: EVENT_TYPES.arrival, subject, data: { ...point }, time }, time), cursor };
  }

  /**
   * @param missed how many readings; absent when nobody knows
   * @param now ms since the epoch
   * @param cursor when nothing follows that has one
   */
  ofMissed(missed: number | undefined, now: number, cursor?: string): CloudEvent {
    const data = missed === undefined ? {} : { missed };
    const event = this.named({ type: EVENT_TYPES.missed, subject: 'readings', data }, now);
    return cursor === undefined ? event : { ...event, cursor };
  }

  private named({ type, subject, data, id = `${++this.count}`, time }: Described, now: number): CloudEvent {
    return {
      specversion: '1.0',
      id: `${this.run}-${id}`,
      source: `urn:uuid:${this.gatewayId}`,
      type,
      subject,
      time: new Date(time ?? now).toISOString(),
      datacontenttype: 'application/json',
      data,
    };
  }
}
