import type { Clock } from '../clock.js';
import { Networks } from '../networks.js';
import { Outgoing } from './outgoing.js';
import type { IsOwn } from './own-listeners.js';
import { configured, listed, Reach } from './reach.js';
import { Resolver } from './resolver.js';

export type OpenOutgoing = ReturnType<typeof openOutgoing>;

/**
 * The ways out of the gateway, which share one resolver.
 *
 * @param networks those that the configuration lists for callbacks
 * @returns `callbacks` goes where clients say, `configured` where the operator has said; `reach` is the latter's, for clients that
 *   are not ours and take an agent
 */
export function openOutgoing(networks: readonly string[], isOwn: IsOwn, clock: Clock) {
  const resolver = new Resolver(clock);
  const reach = new Reach({ resolver, mayCall: configured });
  return {
    callbacks: new Outgoing({ clock, reach: new Reach({ resolver, mayCall: listed(new Networks(networks), isOwn) }) }),
    configured: new Outgoing({ clock, reach }),
    reach,
  };
}
