import { deviceIdOf } from '../registry/devices.js';
import type { DeviceRecords } from '../registry/device-records.js';
import { tagNameOf } from './tag-reading.js';

/** Whether somebody has decided to read a tag or not to; NEW is one that nobody has decided about. */
export type Adoption = 'NEW' | 'ADOPTED' | 'IGNORED';

export interface AdmissionOptions {
  /** Whether a tag that nobody has decided about is read. */
  readonly admit: 'all' | 'adopted';
  /** Addresses (upper case with colons) of tags that are adopted, and of those that are ignored, unless the inventory says otherwise. */
  readonly allow: readonly string[];
  readonly deny: readonly string[];
}

/** Which tags are read. */
export class Admission {
  private readonly allowed: ReadonlySet<string>;
  private readonly denied: ReadonlySet<string>;

  constructor(
    private readonly records: Pick<DeviceRecords, 'find'>,
    private readonly options: AdmissionOptions,
  ) {
    this.allowed = new Set(options.allow);
    this.denied = new Set(options.deny);
  }

  adoptionOf(mac: string): Adoption {
    const { adoption } = this.records.find(deviceIdOf('TAG', tagNameOf(mac)));
    if (adoption) return adoption;
    if (this.denied.has(mac)) return 'IGNORED';
    return this.allowed.has(mac) ? 'ADOPTED' : 'NEW';
  }

  admits(adoption: Adoption): boolean {
    return adoption === 'ADOPTED' || (adoption === 'NEW' && this.options.admit === 'all');
  }
}
