import { mock } from 'node:test';

/**
 * Timers as they are, and a way to be over with some before their time; until `mock.restoreAll`.
 *
 * @returns calls those that were set to so many ms
 */
export function impatientTimers(): (ms: number) => void {
  const { setTimeout } = globalThis;
  const all: { readonly callback: () => void; readonly ms: number | undefined }[] = [];
  mock.method(globalThis, 'setTimeout', (callback: () => void, ms?: number, ...given: []) => {
    all.push({ callback, ms });
    return setTimeout(callback, ms, ...given);
  });
  return (wanted) => {
    for (const { callback, ms } of all) if (ms === wanted) callback();
  };
}
