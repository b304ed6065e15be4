import type { Clock } from '../clock.js';
import type { Config } from '../config/schema.js';
import type { EventBus } from '../events/bus.js';
import type { Reach } from '../outgoing/reach.js';
import { openBroker } from './open-broker.js';
import { MqttPublisher } from './publisher.js';

export interface PublisherSurroundings {
  readonly bus: EventBus;
  readonly clock: Clock;
  readonly reach: Reach;
  /** The gateway's identifier. */
  readonly gateway: string;
}

/** As the configuration has it. @throws Error when its certificates cannot be read */
export function publisherOf(
  mqtt: NonNullable<Config['mqtt']>,
  { silentAfterMs, maxTags }: Config['sensors'],
  { bus, clock, reach, gateway }: PublisherSurroundings,
): MqttPublisher {
  const { prefix, name = gateway, discovery, discoveryPrefix, minIntervalS } = mqtt;
  const options = { prefix, gateway: name, minIntervalMs: minIntervalS * 1000, silentAfterMs, maxTags };
  return new MqttPublisher({
    ...{ bus, clock, broker: openBroker(mqtt, { clock, reach }) },
    options: discovery ? { ...options, discoveryPrefix } : options,
  });
}
