import { setImmediate, setTimeout as sleep } from 'node:timers/promises';

/**
 * Asks again and again until the answer is yes; for what happens in another process, which tells nobody when it has.
 *
 * @param pauseMs between two questions, where those would keep the other process from its work
 */
export async function until(holds: () => Promise<boolean>, pauseMs?: number): Promise<void> {
  while (!(await holds())) await (pauseMs === undefined ? setImmediate() : sleep(pauseMs));
}
