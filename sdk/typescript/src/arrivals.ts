import type { ArrivalEvent, MissedEvent } from './cloud-event.js';
import { connections, type FollowOptions } from './follow.js';
import type { Gateway } from './gateway.js';
import { ok } from './problem.js';

export interface ArrivalOptions extends FollowOptions {
  /** The `cursor` of the last one dealt with, or `now`; absent: the oldest that is kept. */
  readonly after?: string;
  /** Readings of one measurement only. */
  readonly measurement?: string;
}

/**
 * Readings as they are kept, from where the caller stopped on: none is left out and none comes twice, however often the connection is cut.
 * Keep the `cursor` with what was done with the reading; it is what `after` takes the next time.
 *
 * @throws Problem 410 when the history is not the one that was read: begin again without `after`
 */
export async function* arrivals(
  gateway: Gateway,
  options: ArrivalOptions = {},
): AsyncGenerator<ArrivalEvent | MissedEvent, undefined> {
  let { after } = options;
  const pathOf = async (signal: AbortSignal) => {
    // a place, so that what comes before the first is told is not lost when the connection is
    if (after === 'now') after = await placeNow(gateway, signal);
    const query = new URLSearchParams({
      ...(after !== undefined && { after }),
      ...(options.measurement !== undefined && { measurement: options.measurement }),
    });
    return `/sensors/v1/readings/arrivals/websocket?${query.toString()}`;
  };
  for await (const connection of connections(gateway, pathOf, options))
    for await (const event of placed(connection.messages())) {
      yield event;
      after = event.cursor ?? after;
    }
  return undefined;
}

/** What has no cursor comes when that is there which it stands before: cut off between the two, it would be told again. */
async function* placed(messages: AsyncIterable<string>): AsyncGenerator<ArrivalEvent | MissedEvent, undefined> {
  let before: ArrivalEvent | MissedEvent | undefined;
  for await (const message of messages) {
    if (before) yield before;
    const event = JSON.parse(message) as ArrivalEvent | MissedEvent;
    before = event.cursor === undefined ? event : undefined;
    if (!before) yield event;
  }
  return undefined;
}

async function placeNow(gateway: Gateway, signal: AbortSignal): Promise<string> {
  const query = { after: 'now' };
  const { data } = await ok(gateway.api.GET('/sensors/v1/readings/arrivals', { params: { query }, signal }));
  return data.next;
}
