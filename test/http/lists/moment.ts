import { expect } from '@jest/globals';

/**
 * What hostile input must be refused within, ms: many times what it takes, and nothing beside what backtracking would take. The best
 * of three, since others use the machine as well.
 */
const MOMENT_MS = 10;

/** Runs what must throw a `GatewayError`, and expects it to do so in a moment. */
export function expectRefusedInAMoment(run: () => unknown): void {
  const times = [1, 2, 3].map(() => {
    const start = performance.now();
    try {
      run();
    } catch (error) {
      const ms = performance.now() - start;
      expect(error).toHaveProperty('code', 'invalid');
      return ms;
    }
    throw new Error('it was not refused');
  });
  expect(Math.min(...times)).toBeLessThan(MOMENT_MS);
}
