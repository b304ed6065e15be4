import { GatewayError } from '../errors.js';

/** No body that an API of ours knows comes near it, and every walk through one, down to SQLite's, may recurse as deep. */
const DEEPEST = 64;

/**
 * Refuses what would overflow somebody's stack: JSON of 16 KiB can be nested 8,000 deep.
 *
 * @throws GatewayError `invalid`
 */
export function requireShallow(body: unknown): void {
  let level: readonly unknown[] = [body];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > DEEPEST) throw new GatewayError('invalid', `the body is nested too deep: expected at most ${DEEPEST} levels`);
    level = level.flatMap((value) => (typeof value === 'object' && value !== null ? (Object.values(value) as unknown[]) : []));
  }
}
