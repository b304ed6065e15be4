import { Observed } from '../events/observed.js';
import { active, type Health } from './health.js';

/** A part of the gateway that is no device, such as the store or a destination, as the registry shows it. */
export interface Subsystem {
  readonly name: string;
  /** The device that it is about; absent: it is the gateway's own affair. */
  readonly deviceId?: string;
  readonly health: Observed<Health>;
  /** What it has counted by now. All only ever grow. */
  readonly counters: () => object;
}

/** A part that counts; one without a health of its own fails only together with the gateway. */
interface Counting {
  readonly counters: object;
  readonly health?: Observed<Health>;
}

/** @param part whose counters are asked for anew each time */
export function subsystemOf(name: string, part: Counting): Subsystem {
  return { name, health: part.health ?? new Observed(active), counters: () => part.counters };
}
