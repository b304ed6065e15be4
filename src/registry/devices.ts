import type { Clock } from '../clock.js';
import { GatewayError } from '../errors.js';
import type { EventBus } from '../events/bus.js';
import type { Observed } from '../events/observed.js';
import type { Health } from './health.js';
import type { ChangeType } from './services.js';

export type DeviceKind = 'RADIO' | 'CAMERA' | 'TAG' | 'CHIP' | 'LINE';

/** What a device is called in the inventory, by its own name. */
export function deviceIdOf(kind: DeviceKind, name: string): string {
  return `${kind.toLowerCase()}-${name}`;
}

/** One piece of hardware and how it does. Never changed: a new state is a new value. */
export interface Device {
  /** Its kind in lower case, `-`, and its own name: `camera-lens-1`. */
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

/** What happened to a device, in the words that MEC 011 has for services. */
export interface DeviceChange {
  readonly changeType: ChangeType;
  /** As it is after the change; as it was last when it was REMOVED. */
  readonly device: Device;
}

/** A device's place in the inventory; disposing it takes the device out. */
export interface Listing extends Disposable {
  /** Says what talks to it from now on. */
  drivenBy(driver: string): void;
}

/** The inventory. Whoever owns a device adds it, and it follows that device's health from then on. */
export class Devices {
  private readonly devices = new Map<string, Device>();
  private sorted: readonly Device[] | undefined;

  constructor(
    private readonly bus: EventBus,
    private readonly clock: Clock,
  ) {}

  add({ health, ...device }: NewDevice): Listing {
    const show = (driver: string) => this.set({ ...device, driver, health: health.value });
    show(device.driver);
    const watching = health.watch(() => show(this.get(device.deviceId).driver));
    return {
      drivenBy: show,
      [Symbol.dispose]: () => {
        watching[Symbol.dispose]();
        this.remove(device.deviceId);
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

  private set(now: Omit<Device, 'since'>): void {
    const before = this.devices.get(now.deviceId);
    const changeType = before ? changeOf(before, now) : 'ADDED';
    if (!changeType) return;
    // another reason for the same state is no new state
    const since = before?.health.state === now.health.state ? before.since : this.clock.now();
    const device = Object.freeze({ ...now, since });
    this.devices.set(device.deviceId, device);
    this.tell(changeType, device);
  }

  private remove(deviceId: string): void {
    const device = this.devices.get(deviceId);
    if (!device) return;
    this.devices.delete(deviceId);
    this.tell('REMOVED', device);
  }

  private tell(changeType: ChangeType, device: Device): void {
    this.sorted = undefined;
    this.bus.publish('device', { changeType, device });
  }
}

function changeOf(before: Device, now: Omit<Device, 'since'>): ChangeType | undefined {
  if (before.health.state !== now.health.state) return 'STATE_CHANGED';
  return before.health.reason === now.health.reason && before.driver === now.driver ? undefined : 'ATTRIBUTES_CHANGED';
}
