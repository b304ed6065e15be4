import type { EventName, GatewayEvents } from '../../events/bus.js';
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
  readonly data: Readonly<Record<string, unknown>>;
}

/** What is to be said of an event. */
interface Described extends Pick<CloudEvent, 'type' | 'subject' | 'data'> {
  /** What names it among the events of one run; absent: it is counted. */
  readonly id?: string;
  /** When it happened, ms since the epoch; absent: now. */
  readonly time?: number;
}

type Describe = { readonly [Name in EventName]: (value: GatewayEvents[Name]) => Described };

const describe: Describe = {
  reading: (reading) => ({
    type: 'org.umec.sensors.reading.v1',
    subject: `sensors/${reading.mac}/reading`,
    data: toReading(reading),
  }),
  device: ({ changeType, device: { deviceId, kind, name, adoption, place, room, driver, health } }) => ({
    type: 'org.umec.devices.state.v1',
    subject: `devices/${deviceId}/state`,
    data: { changeType, deviceId, kind, name, adoption, place, room, driver, ...health },
  }),
  edge: ({ lineId, name, ...edge }) => ({
    type: 'org.umec.gpio.edge.v1',
    subject: `lines/${lineId}/edge`,
    data: { lineId, ...(name === undefined ? {} : { name }), ...toEdge(edge) },
    // it is told to listeners and to subscribers, and whoever is both can tell that it is one
    id: `${lineId}-${edge.sequence}`,
    time: edge.time,
  }),
  service: ({ changeType, service: { info } }) => ({
    type: 'org.umec.services.state.v1',
    subject: `services/${info.serInstanceId}/state`,
    data: { changeType, serInstanceId: info.serInstanceId, serName: info.serName, state: info.state },
  }),
};

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

  of<Name extends EventName>(name: Name, value: GatewayEvents[Name], now: number): CloudEvent {
    const { type, subject, data, id = `${++this.count}`, time = now } = describe[name](value);
    return {
      specversion: '1.0',
      id: `${this.run}-${id}`,
      source: `urn:uuid:${this.gatewayId}`,
      type,
      subject,
      time: new Date(time).toISOString(),
      datacontenttype: 'application/json',
      data,
    };
  }
}
