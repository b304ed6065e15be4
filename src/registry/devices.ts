import type { Clock } from '../clock.js';
import { GatewayError } from '../errors.js';
import type { EventBus } from '../events/bus.js';
import { Observed } from '../events/observed.js';
import type { Health } from './health.js';
import type { DeviceConfiguration, DeviceRecords } from './device-records.js';
import type { ChangeType } from './service.js';

export type DeviceKind = 'RADIO' | 'CAMERA' | 'TAG' | 'CHIP' | 'LINE';

/** What a device is called in the inventory, by its own name. */
export function deviceIdOf(kind: DeviceKind, name: string): string {
  return `${kind.toLowerCase()}-${name}`;
}

/** One piece of hardware and how it does. Never changed: a new state is a new value. */
export interface Device extends Pick<DeviceConfiguration, 'place' | 'room'> {
  /** Its kind in lower case, `-`, and its own name: `camera-lens-1`. */
  readonly deviceId: string;
  readonly kind: DeviceKind;
  readonly name?: string;
  /** Of a tag, whether somebody has decided to read it. */
  readonly adoption?: 'NEW' | 'ADOPTED' | 'IGNORED';
  /** What talks to it; `simulated` is no real device. */
  readonly driver: string;
  readonly health: Health;
  /** Since when its state is what it is; ms since the epoch. */
  readonly since: number;
}

export type NewDevice = Omit<Device, 'health' | 'since' | 'place' | 'room'> & { readonly health: Observed<Health> };

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

/** Nobody has said anything of any device. */
export const noRecords: Pick<DeviceRecords, 'find' | 'changed'> = {
  find: () => ({}),
  changed: new Observed<{ readonly deviceId: string } | undefined>(undefined),
};

/**
 * The inventory. Whoever owns a device adds it, and it follows that device's health from then on, and what people say of it.
 */
export class Devices {
  private readonly devices = new Map<string, Device>();
  /** Shows a device as it is now. */
  private readonly shown = new Map<string, () => void>();
  private sorted: readonly Device[] | undefined;

  constructor(
    private readonly bus: EventBus,
    private readonly clock: Clock,
    private readonly records = noRecords,
  ) {
    records.changed.watch((change) => this.shown.get(change?.deviceId ?? '')?.());
  }

  add({ health, ...device }: NewDevice): Listing {
    let { driver } = device;
    const show = () => this.set({ ...this.described(device), driver, health: health.value });
    show();
    this.shown.set(device.deviceId, show);
    const watching = health.watch(show);
    return {
      drivenBy: (another) => {
        driver = another;
        show();
      },
      [Symbol.dispose]: () => {
        watching[Symbol.dispose]();
        this.shown.delete(device.deviceId);
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

  /** What people say counts more than what the device or its owner's configuration says. */
  private described<D extends Pick<Device, 'deviceId' | 'kind' | 'name' | 'adoption'>>(device: D) {
    const { name = device.name, place, room, adoption = device.adoption } = this.records.find(device.deviceId);
    return {
      ...device,
      ...(name === undefined ? {} : { name }),
      ...(device.kind === 'TAG' && adoption !== undefined ? { adoption } : {}),
      ...(place ? { place } : {}),
      ...(room === undefined ? {} : { room }),
    };
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
  const same = (['driver', 'name', 'adoption', 'room', 'place'] as const).every((name) => before[name] === now[name]);
  return same && before.health.reason === now.health.reason ? undefined : 'ATTRIBUTES_CHANGED';
}
