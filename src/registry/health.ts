import { Observed } from '../events/observed.js';

/**
 * Whether a part of the gateway can be used now, in the words MEC 011 has for services.
 *
 * @see ETSI GS MEC 011, clause 8.1.6.6 (ServiceState)
 */
export interface Health {
  readonly state: 'ACTIVE' | 'SUSPENDED';
  /** Why it is SUSPENDED and what would help, for the person who has to mend it. */
  readonly reason?: string;
}

export const active: Health = Object.freeze({ state: 'ACTIVE' });

export function suspended(reason: string): Health {
  return Object.freeze({ state: 'SUSPENDED', reason });
}

/** A health that others watch; equal words are no change. */
export function observedHealth(initial: Health): Observed<Health> {
  return new Observed(initial, (a, b) => a.state === b.state && a.reason === b.reason);
}
