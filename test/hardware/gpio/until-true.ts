import { setTimeout as sleep } from 'node:timers/promises';

/** Looks again and again, for what the kernel does without telling. @returns after how many ms it was so @throws after 10 s */
export async function untilTrue(what: string, holds: () => boolean): Promise<number> {
  const began = performance.now();
  while (!holds()) {
    if (performance.now() - began > 10_000) throw new Error(`not within 10 s: ${what}`);
    await sleep(5);
  }
  return Math.round(performance.now() - began);
}
