import { expect } from '@jest/globals';

/**
 * What matches answers of which a page shows one: the same members with the same values, and of an identifier that the page cuts off
 * with … what stands before it.
 *
 * @param isMeasured by the name of a number's member: of those only the kind is the same
 */
export function shaped(shown: unknown, isMeasured: (name: string) => boolean = () => false, name = ''): unknown {
  if (Array.isArray(shown)) return shown.map((one) => shaped(one, isMeasured, name));
  if (typeof shown === 'object' && shown !== null)
    return Object.fromEntries(Object.entries(shown).map(([name, value]) => [name, shaped(value, isMeasured, name)]));
  if (typeof shown === 'number' && isMeasured(name)) return expect.any(Number);
  if (typeof shown !== 'string' || !shown.endsWith('…')) return shown;
  return expect.stringContaining(/^.*[/:]/.exec(shown)?.[0] ?? '');
}
