import type { Device, EdgeEvent, MotionEvent, Point, Reading, ServiceInfo, Tag } from './schema.js';

/** A CloudEvent 1.0 in JSON. `source` and `id` name it once and for all. */
export interface CloudEvent<Type extends string = string, Data = unknown> {
  readonly specversion: '1.0';
  readonly id: string;
  /** The gateway: `urn:uuid:` and its identifier. */
  readonly source: string;
  readonly type: Type;
  /** A path that says what it is about. */
  readonly subject: string;
  readonly time: string;
  readonly datacontenttype: 'application/json';
  readonly data: Data;
}

/** A reading that has been kept; whoever comes back with `cursor` goes on behind it. */
export type ArrivalEvent = CloudEvent<'org.umec.sensors.arrival.v1', Point> & { readonly cursor: string };

/** Readings were dropped that this reader had not got; how many, when that is known. */
export type MissedEvent = CloudEvent<'org.umec.sensors.missed.v1', { readonly missed?: number }> & { readonly cursor?: string };

export type ReadingEvent = CloudEvent<'org.umec.sensors.reading.v1', Reading>;

/** A tag is ONLINE, LATE or OFFLINE now, and was not before. */
export type PresenceEvent = CloudEvent<
  'org.umec.sensors.presence.v1',
  Pick<Tag, 'mac' | 'name' | 'presence' | 'reason' | 'lastSeen'>
>;

export type DeviceEvent = CloudEvent<
  'org.umec.devices.state.v1',
  Omit<Device, '_links'> & { readonly changeType: 'ADDED' | 'REMOVED' | 'ATTRIBUTES_CHANGED' | 'STATE_CHANGED' }
>;

export type ServiceEvent = CloudEvent<
  'org.umec.services.state.v1',
  Pick<ServiceInfo, 'serInstanceId' | 'serName' | 'state'> & {
    readonly changeType: 'ADDED' | 'REMOVED' | 'ATTRIBUTES_CHANGED' | 'STATE_CHANGED';
  }
>;

/** What is told at `/events/v1`. */
export type GatewayEvent = ReadingEvent | PresenceEvent | DeviceEvent | EdgeEvent | MotionEvent | ServiceEvent;
