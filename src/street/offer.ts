import type { components } from '../../generated/mec011-service-management.js';
import type { Immutable } from '../immutable.js';
import type { Service } from '../registry/service.js';

/** What is said of a service at the other registry. */
export type Offer = Immutable<components['schemas']['ServiceInfoRequest']> & { readonly state: 'ACTIVE' | 'INACTIVE' };

/**
 * How a service of ours is offered there. An application may say ACTIVE or INACTIVE only; SUSPENDED is the platform's word. So what
 * is SUSPENDED here, because its hardware is, is INACTIVE there.
 *
 * @param livenessInterval s
 * @see ETSI GS MEC 011, clause 8.1.2.2
 */
export function offerOf({ info }: Service, livenessInterval: number): Offer {
  const { serInstanceId: _ours, state, ...said } = info;
  return { ...said, state: state === 'ACTIVE' ? 'ACTIVE' : 'INACTIVE', livenessInterval };
}
