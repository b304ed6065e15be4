import type { Role } from './client.js';

/** The API by which clients and tenants are looked after, and with it everything else. */
const KEYS_TO_ALL = 'access:';

/** What the gateway says of itself, of whoever asks it too: for those who look after it. */
const OF_KEEPERS = /^(log|settings):/;

/**
 * What a person may do: a viewer sees, an operator changes too, and an administrator also says who else may.
 *
 * @param every every scope that there is
 */
export function scopesOfRole(role: Role, every: readonly string[]): readonly string[] {
  if (role === 'admin') return every;
  const within = every.filter((scope) => !scope.startsWith(KEYS_TO_ALL));
  return role === 'operator' ? within : within.filter((scope) => scope.endsWith(':read') && !OF_KEEPERS.test(scope));
}
