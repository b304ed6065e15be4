import type { Unsent } from '../store/unsent.js';
import type { Hand, Settled } from './lane.js';
import type { Place } from './place.js';

/** Moves a place on to where a batch ends; what was passed over alone is not worth a write each time. */
export async function settleHand(
  place: Place,
  hand: Hand | undefined,
  sent: (unsent: Unsent, upTo: number) => Unsent,
): Promise<Settled> {
  if (!hand) return { filtered: 0 };
  const { batch, filtered, seqs, upTo } = hand;
  const unsent = sent(place.unsent, upTo);
  if (filtered < seqs.length || place.isWorthAWrite) await place.settle(unsent, batch.refusals, seqs);
  else place.pass(unsent, seqs.length);
  return { filtered };
}
