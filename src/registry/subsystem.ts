import type { Observed } from '../events/observed.js';
import type { Health } from './health.js';

/** A part of the gateway that is no device, such as the store or a destination, as the registry shows it. */
export interface Subsystem {
  readonly name: string;
  readonly health: Observed<Health>;
  /** What it counts. All only ever grow. */
  readonly counters: Readonly<Record<string, number>>;
}
