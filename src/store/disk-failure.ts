import { GatewayError } from '../errors.js';

/** What is wrong with a disk: it is full, or it fails in any other way. */
export type DiskTrouble = 'full' | 'failing';

/** After this it is worth trying again: a disk is rarely well sooner. */
const RETRY_AFTER_MS = 5_000;

/** Nothing was kept, for the disk would not have it; it may later. */
export class DiskFailure extends GatewayError {
  constructor(
    readonly trouble: DiskTrouble,
    message: string,
    options: ErrorOptions = {},
  ) {
    super('unavailable', message, { ...options, retryAfterMs: RETRY_AFTER_MS });
  }
}

/** What was opened is not what its path leads to any more: what would be written there is lost with the last who has it open. */
export class Displaced extends DiskFailure {
  /** @param what which file or directory; where it is is nobody's to know who only wants to write */
  constructor(what: string) {
    super('failing', `${what} was deleted, moved or replaced while the gateway runs: put it back, or start the gateway anew`);
  }
}
