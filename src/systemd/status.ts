import type { Subsystem } from '../registry/subsystem.js';

/** More names would be no sentence. */
const MOST_NAMES = 5;

/**
 * What the gateway does, in a sentence for people who ask `systemctl status`.
 *
 * @param url the gateway's own
 * @param parts of the gateway, of which those that are SUSPENDED are named
 */
export function statusOf(url: string, parts: readonly Subsystem[]): string {
  const suspended = parts.filter(({ health }) => health.value.state === 'SUSPENDED').map(({ name }) => name);
  const more = suspended.length - MOST_NAMES;
  const names = suspended.slice(0, MOST_NAMES).join(', ') + (more > 0 ? ` and ${more} more` : '');
  return `serving ${url}${names && `; SUSPENDED: ${names}`}`;
}

/** @param say is told the sentence each time when it has become another */
export function watchStatus(url: string, parts: readonly Subsystem[], say: (status: string) => void): Disposable {
  let said = statusOf(url, parts);
  const changed = () => {
    const status = statusOf(url, parts);
    if (status !== said) say((said = status));
  };
  const watching = parts.map(({ health }) => health.watch(changed));
  return { [Symbol.dispose]: () => watching.forEach((watch) => watch[Symbol.dispose]()) };
}
