import type { Clock } from '../../clock.js';
import { GatewayError } from '../../errors.js';
import { RETRY_AFTER_MS } from './disk-state.js';

/** How long a caller waits until all that was there is known. */
const PATIENCE_MS = 5_000;

/** What was there is read while the gateway answers others already. */
export class Loading {
  private isDone = false;

  /** @param done whether all is known, once that is clear */
  constructor(
    readonly done: Promise<boolean>,
    private readonly clock: Clock,
  ) {
    void done.then((isKnown) => (this.isDone = isKnown));
  }

  /** @throws GatewayError `unavailable` when it takes long */
  async wait(): Promise<void> {
    if (this.isDone) return;
    const enough = new AbortController();
    const late = this.clock.sleep(PATIENCE_MS, enough.signal).then(() => false);
    const isKnown = await Promise.race([this.done, late]);
    enough.abort();
    if (!isKnown)
      throw new GatewayError('unavailable', 'what was recorded before is not read yet', { retryAfterMs: RETRY_AFTER_MS });
  }
}
