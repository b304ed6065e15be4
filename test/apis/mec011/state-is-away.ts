import { askFor, type MakeCall } from './calls.js';
import type { Provoker } from './provoker.js';
import { stateFault } from './state-fault.js';

/** A write while the disk does not take it: nothing is changed then, and the same succeeds once it does. */
export function stateIsAwayFrom(from: MakeCall | undefined, how: string): Provoker {
  return {
    ...{ status: 503, how: `${how}; the same succeeds when it is back`, names: 'state could not be read or written' },
    ...(from ? { from } : {}),
    succeedsAfterwards: true,
    async provoke(world, operation, call) {
      const before = await world.everything();
      const answer = await askDuringFault();
      if ((await world.everything()) !== before) throw new Error('the refused request has left a trace');
      return answer;

      async function askDuringFault() {
        using _fault = stateFault(world.gateway.dir);
        return await askFor(world, operation, call);
      }
    },
  };
}
