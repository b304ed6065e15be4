import type { CameraMotion } from '../camera/motion/motion-watch.js';
import type { GpioEdge } from '../gpio/line.js';
import type { DeviceChange } from '../registry/devices.js';
import type { ServiceChange } from '../registry/service.js';
import type { PresenceChange } from '../sensors/presence.js';
import type { TagReading } from '../sensors/tag-reading.js';

/** What happens in the gateway, by the name under which it is published. */
export interface GatewayEvents {
  reading: TagReading;
  /** What a tag said last, as it is given now that people say something else of it: no new reading. */
  configured: TagReading;
  presence: PresenceChange;
  device: DeviceChange;
  edge: GpioEdge;
  motion: CameraMotion;
  service: ServiceChange;
}

export type EventName = keyof GatewayEvents;
/** What others are told of one by one; how a reading is given now they see when they read. */
export type ToldName = Exclude<EventName, 'configured'>;

type Listener = (value: never) => void;

/** Joins what comes in to what goes out. A listener is called in order, at once, and must not throw or block. */
export class EventBus {
  private readonly listeners: Record<EventName, Set<Listener>> = {
    reading: new Set(),
    configured: new Set(),
    presence: new Set(),
    device: new Set(),
    edge: new Set(),
    motion: new Set(),
    service: new Set(),
  };

  publish<Name extends EventName>(name: Name, value: GatewayEvents[Name]): void {
    for (const listener of this.listeners[name] as Set<(value: GatewayEvents[Name]) => void>) listener(value);
  }

  /** Calls `listener` with every event of this name from now on, until disposed. */
  subscribe<Name extends EventName>(name: Name, listener: (value: GatewayEvents[Name]) => void): Disposable {
    const listeners = this.listeners[name];
    listeners.add(listener);
    return { [Symbol.dispose]: () => void listeners.delete(listener) };
  }
}
