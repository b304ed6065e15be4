import { messageOf } from '../errors.js';

/** A configuration that cannot be used; each line names the key, what was found and what was expected. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

/** What follows shows the lines around the fault, which may hold a token. */
export function firstLine(error: unknown): string {
  return messageOf(error).replace(/:?\n[^]*$/, '');
}
