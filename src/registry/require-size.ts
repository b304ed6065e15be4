import { GatewayError } from '../errors.js';

/** How long anything may be that an application has us keep, characters of JSON. */
export const MOST_CHARACTERS = 16_384;

/**
 * A specification bounds the members of an object, but not what is in those that it does not know; memory and disk are bounded
 * here.
 *
 * @param name for the message: `the service`
 * @throws GatewayError `tooLarge`
 */
export function requireSize(name: string, value: unknown, characters = MOST_CHARACTERS): void {
  const { length } = JSON.stringify(value);
  if (length > characters) throw new GatewayError('tooLarge', `${name} has ${length} characters, expected at most ${characters}`);
}
