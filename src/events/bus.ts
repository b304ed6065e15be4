import type { GpioEdge } from '../gpio/line.js';
import type { DeviceChange } from '../registry/devices.js';
import type { ServiceChange } from '../registry/services.js';
import type { TagReading } from '../sensors/tag-reading.js';

/** What happens in the gateway, by the name under which it is published. */
export interface GatewayEvents {
  reading: TagReading;
  device: DeviceChange;
  edge: GpioEdge;
  service: ServiceChange;
}

export type EventName = keyof GatewayEvents;

type Listener = (value: never) => void;

/** Joins what comes in to what goes out. A listener is called in order, at once, and must not throw or block. */
export class EventBus {
  private readonly listeners: Record<EventName, Set<Listener>> = {
    reading: new Set(),
    device: new Set(),
    edge: new Set(),
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
