import type { Clock } from '../clock.js';
import type { EventBus } from '../events/bus.js';
import type { DeviceRecords } from '../registry/device-records.js';
import type { Devices } from '../registry/devices.js';
import type { AdmissionOptions } from './admission.js';
import type { ClockTrust } from './clock-trust.js';
import type { History } from './history.js';
import type { KeyOf } from './ruuvi/tag-key.js';

export interface SensorOptions extends AdmissionOptions {
  /** What people call a tag, by its address (upper case with colons), unless the inventory says otherwise. */
  readonly names: Readonly<Record<string, string>>;
  /** A tag is SUSPENDED when nothing was heard of it for so long, ms. Some advertise every 9 s, and ten in a row can be lost. */
  readonly silentAfterMs: number;
  /** How many tags are kept apart; one more takes the place of the one that has been silent longest, or is not heard. */
  readonly maxTags: number;
  /** How long after a reading that was kept the next one is, s, unless the inventory says otherwise of a tag. */
  readonly minStoreIntervalS: number;
  /** Of tags that encrypt; none by default. */
  readonly keyOf?: KeyOf;
}

export interface SensorParts {
  readonly history: History;
  readonly bus: EventBus;
  readonly devices: Devices;
  readonly records: Pick<DeviceRecords, 'find' | 'changed'>;
  readonly clock: Clock;
  readonly trust: Pick<ClockTrust, 'isTrusted'>;
  /** Told that readings could not be kept, how many and why. */
  readonly report: (message: string) => void;
}
