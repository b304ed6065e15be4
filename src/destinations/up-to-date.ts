import type { Cursor } from '../store/cursor.js';
import type { Batch } from './batch.js';
import type { UnderWay } from './lane.js';

/**
 * The batch without the rows that are not there any more: one that has become another is sent as that, and what it was must not
 * follow.
 */
export async function upToDate(cursor: Cursor, underWay: UnderWay): Promise<Batch> {
  const merges = cursor.merges();
  const { batch } = underWay;
  if (merges !== underWay.merges && batch.next) batch.keep(new Set(await cursor.present(batch.pending)));
  underWay.merges = merges;
  return batch;
}
