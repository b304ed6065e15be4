import type { Answer } from './ask.js';
import { askFor, type Call, type MakeCall } from './calls.js';
import type { Declared, World } from './world.js';

/** One way in which a client, or a device under the gateway, gets an operation to answer with one status. */
export interface Provoker {
  readonly status: number;
  /** For people: what has to be done. */
  readonly how: string;
  /** What the `detail` of a problem must say. */
  readonly names?: string | RegExp;
  /** Where it begins, when that is not the operation's usual call. */
  readonly from?: MakeCall;
  /** Asks for it. What it has spoiled is whole again when it returns. */
  readonly provoke: (world: World, operation: Declared, call: Call) => Promise<Answer>;
  /** Whether the same call, not spoiled, succeeds afterwards: so it was this that was refused, and it has left no trace. */
  readonly succeedsAfterwards: boolean;
}

/** The usual call with something in it made wrong. */
export function spoiled(
  status: number,
  how: string,
  names: string | RegExp,
  spoil: (call: Call) => Call,
  from?: MakeCall,
): Provoker {
  return {
    ...{ status, how, names, succeedsAfterwards: true },
    ...(from ? { from } : {}),
    provoke: (world, operation, call) => askFor(world, operation, spoil(call)),
  };
}

export function withBody(status: number, how: string, names: string | RegExp, body: object): Provoker {
  return spoiled(status, how, names, (call) => ({ ...call, body: { ...(call.body as object), ...body } }));
}

/** The state of something stands against it: the call as it is would succeed elsewhere, and here it never does. */
export function against(
  status: number,
  how: string,
  names: string | RegExp,
  from: MakeCall,
  provoke: Provoker['provoke'] = askFor,
): Provoker {
  return { status, how, names, from, provoke, succeedsAfterwards: false };
}

/** A success, or a 304. */
export function answered(status: number, how: string, from?: MakeCall, provoke: Provoker['provoke'] = askFor): Provoker {
  return { status, how, ...(from ? { from } : {}), provoke, succeedsAfterwards: false };
}
