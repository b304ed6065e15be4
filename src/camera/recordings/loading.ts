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

  /** @throws GatewayError `unavailable` when it takes long, or failed */
  async wait(): Promise<void> {
    if (this.isDone) return;
    const enough = new AbortController();
    const late = this.clock.sleep(PATIENCE_MS, enough.signal).then(() => undefined);
    const isKnown = await Promise.race([this.done, late]);
    enough.abort();
    if (isKnown) return;
    const why = isKnown === false ? "cannot be read: the gateway's log says why" : 'is not read yet';
    throw new GatewayError('unavailable', `what was recorded before ${why}`, { retryAfterMs: RETRY_AFTER_MS });
  }
}
