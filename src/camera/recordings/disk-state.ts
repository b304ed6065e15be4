import { GatewayError, messageOf } from '../../errors.js';
import { active, observedHealth, suspended } from '../../registry/health.js';

/** After this it is worth trying again to write. */
export const RETRY_AFTER_MS = 5_000;

/** Whether the disk does what recordings ask of it. */
export class DiskState {
  readonly health = observedHealth(active);
  /** What it did not do; only grows. */
  failures = 0;

  constructor(private readonly report: (message: string) => void) {}

  /** What comes of writing is seen in the health, and a client is told that it may try again. */
  async writing<T>(work: () => Promise<T>): Promise<T> {
    try {
      const done = await work();
      this.health.set(active);
      return done;
    } catch (error) {
      if (error instanceof GatewayError && error.code !== 'unavailable') throw error;
      this.failures++;
      this.health.set(suspended(`recordings cannot be written: ${messageOf(error)}`));
      if (error instanceof GatewayError) throw error;
      throw unavailable('the recording cannot be written: the disk is full or fails', error);
    }
  }

  /** @throws GatewayError `unavailable`, told whoever looks after the gateway */
  async takingAway(recordingId: string, work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.failures++;
      const why = `recording ${recordingId} cannot be taken away`;
      this.report(`${why}: ${messageOf(error)}`);
      throw unavailable(`${why}: the disk fails`, error);
    }
  }

  unread(error: unknown): void {
    const why = `recordings cannot be read: ${messageOf(error)}`;
    this.health.set(suspended(why));
    this.report(why);
  }
}

function unavailable(why: string, cause: unknown): GatewayError {
  return new GatewayError('unavailable', why, { cause, retryAfterMs: RETRY_AFTER_MS });
}
