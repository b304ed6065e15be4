import type { Observed } from '../events/observed.js';
import type { Health } from './health.js';

/** A part of the gateway that is no device, such as the store or a destination, as the registry shows it. */
export interface Subsystem {
  readonly name: string;
  /** The device that it is about; absent: it is the gateway's own affair. */
  readonly deviceId?: string;
  readonly health: Observed<Health>;
  /** What it has counted by now. All only ever grow. */
  readonly counters: () => object;
}
