import type { GatewayEvent } from './cloud-event.js';
import { connections, type FollowOptions } from './follow.js';
import type { Gateway } from './gateway.js';

/** The connection was cut and is there again: what happened between was not told. */
export interface Gap {
  readonly type: 'gap';
}

export interface EventOptions extends FollowOptions {
  /** Which subjects are wanted, such as `lines/**`; absent: all. */
  readonly topics?: readonly string[];
}

/** What happens, as it happens. For books rather than screens, `arrivals` misses nothing. */
export async function* events(gateway: Gateway, options: EventOptions = {}): AsyncGenerator<GatewayEvent | Gap, undefined> {
  const query = new URLSearchParams((options.topics ?? []).map((topic) => ['topic', topic]));
  const path = query.size > 0 ? `/events/v1?${query.toString()}` : '/events/v1';
  let isFirst = true;
  for await (const connection of connections(gateway, () => path, options)) {
    if (!isFirst) yield { type: 'gap' };
    isFirst = false;
    for await (const message of connection.messages()) yield JSON.parse(message) as GatewayEvent;
  }
  return undefined;
}
