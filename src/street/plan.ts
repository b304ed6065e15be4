import { isDeepStrictEqual } from 'node:util';
import type { Offer } from './offer.js';
import type { Listed } from './other-registry.js';

/** What must be done there, so that what is listed is what is offered. */
export interface Plan {
  readonly remove: readonly Listed[];
  readonly replace: readonly { readonly listed: Listed; readonly offer: Offer }[];
  readonly create: readonly Offer[];
  /** Those that are as they should be. */
  readonly keep: readonly Listed[];
}

/**
 * Services are told apart by their names. Should one be listed twice, because the answer to its registration was lost, the first
 * stays.
 *
 * @param agreed the interval that was answered to ours, by `serInstanceId`; s
 */
export function planOf(
  offers: readonly Offer[],
  listed: readonly Listed[],
  agreed: ReadonlyMap<string, number | undefined>,
): Plan {
  const firsts = new Map<string, Listed>();
  for (const one of listed) if (!firsts.has(one.serName)) firsts.set(one.serName, one);
  const found = offers.map((offer) => ({ offer, listed: firsts.get(offer.serName) }));
  const stay = new Set(found.map(({ listed }) => listed));
  const known = found.flatMap(({ offer, listed }) => (listed ? [{ offer, listed }] : []));
  const isAsOffered = ({ offer, listed }: (typeof known)[number]) => isSame(offer, listed, agreed);
  return {
    remove: listed.filter((one) => !stay.has(one)),
    replace: known.filter((one) => !isAsOffered(one)),
    create: found.flatMap(({ offer, listed }) => (listed ? [] : [offer])),
    keep: known.filter(isAsOffered).map(({ listed }) => listed),
  };
}

function isSame(offer: Offer, listed: Listed, agreed: ReadonlyMap<string, number | undefined>): boolean {
  const { state, livenessInterval, ...said } = offer;
  const { serInstanceId } = listed;
  // the platform may have chosen another interval, and that is its right
  const isAgreed = agreed.has(serInstanceId) && agreed.get(serInstanceId) === listed.livenessInterval;
  return (
    isSameState(state, listed) &&
    (listed.livenessInterval === livenessInterval || isAgreed) &&
    Object.entries(said).every(([name, value]) => isDeepStrictEqual(listed[name as keyof Listed], value))
  );
}

/** A sign of life makes ACTIVE what is SUSPENDED there, where signs of life are taken. */
function isSameState(state: Offer['state'], listed: Listed): boolean {
  return listed.state === state || (state === 'ACTIVE' && listed.state === 'SUSPENDED' && listed._links?.liveness !== undefined);
}
