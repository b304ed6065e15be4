import type { Json } from '../json.js';

/** One change of one document; without `body` the document is deleted. */
export interface Change {
  readonly collection: string;
  readonly id: string;
  readonly body?: Json;
}

/** What must never be lost or half true: services, devices, keys. Small, read whole at start, written through. */
export interface State {
  /** Every document of a collection, by id. */
  load(collection: string): Promise<ReadonlyMap<string, Json>>;
  /**
   * Makes all the changes or none.
   *
   * @returns when they are on disk and survive a power cut
   * @throws GatewayError `unavailable` when they cannot be written
   */
  commit(changes: readonly Change[]): Promise<void>;
}
