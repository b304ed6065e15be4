import type { Clock } from '../clock.js';
import { GatewayError } from '../errors.js';
import type { EventBus } from '../events/bus.js';
import type { Observed } from '../events/observed.js';
import type { Health } from './health.js';

export type DeviceKind = 'RADIO' | 'CAMERA' | 'TAG';

/** One piece of hardware and how it does. Never changed: a new state is a new value. */
export interface Device {
  /** `radio-`, `camera-` or `tag-` and its own name. */
  readonly deviceId: string;
  readonly kind: DeviceKind;
  readonly name?: string;
  /** What talks to it; `simulated` is no real device. */
  readonly driver: string;
  readonly health: Health;
  /** Since when its state is what it is; ms since the epoch. */
  readonly since: number;
}

export type NewDevice = Omit<Device, 'health' | 'since'> & { readonly health: Observed<Health> };

/** The inventory. Whoever owns a device adds it, and it follows that device's health from then on. */
export class Devices {
  private readonly devices = new Map<string, Device>();
  private sorted: readonly Device[] | undefined;

  constructor(
    private readonly bus: EventBus,
    private readonly clock: Clock,
  ) {}

  /** @returns what takes it out of the inventory again */
  add({ health, ...device }: NewDevice): Disposable {
    const follow = (now: Health) => this.set({ ...device, health: now, since: this.since(device.deviceId, now) });
    const watching = health.watch(follow);
    follow(health.value);
    return {
      [Symbol.dispose]: () => {
        watching[Symbol.dispose]();
        this.devices.delete(device.deviceId);
        this.sorted = undefined;
      },
    };
  }

  /** Every device in order of its identifier; the same array until one changes. */
  list(): readonly Device[] {
    this.sorted ??= Object.freeze([...this.devices.values()].sort((a, b) => (a.deviceId < b.deviceId ? -1 : 1)));
    return this.sorted;
  }

  /** @throws GatewayError `notFound` */
  get(deviceId: string): Device {
    const device = this.devices.get(deviceId);
    if (!device) throw new GatewayError('notFound', `there is no device ${deviceId}`);
    return device;
  }

  /** Another reason for the same state is no new state. */
  private since(deviceId: string, now: Health): number {
    const before = this.devices.get(deviceId);
    return before?.health.state === now.state ? before.since : this.clock.now();
  }

  private set(device: Device): void {
    this.devices.set(device.deviceId, Object.freeze(device));
    this.sorted = undefined;
    this.bus.publish('device', device);
  }
}
