import { GatewayError } from '../errors.js';

/** No body that an API of ours knows comes near it, and every walk through one, down to SQLite's, may recurse as deep. */
const DEEPEST = 64;

/**
 * Refuses what would overflow somebody's stack: JSON of 16 KiB can be nested 8,000 deep.
 *
 * @throws GatewayError `invalid`
 */
export function requireShallow(body: unknown): void {
  let level = [body].filter(isContainer);
  for (let depth = 1; level.length > 0; depth++) {
    if (depth > DEEPEST) throw new GatewayError('invalid', `the body is nested too deep: expected at most ${DEEPEST} levels`);
    level = level.flatMap((container) => Object.values(container).filter(isContainer));
  }
}

function isContainer(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
