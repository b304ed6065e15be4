import type { Clock } from '../clock.js';
import { messageOf } from '../errors.js';
import type { Swept } from './retention.js';
import type { StoreThread } from './store-thread.js';

const SWEEP_MS = 600_000;

/** Keeps history within its bounds, in many small steps, between which the thread does what else is asked of it. */
export class Sweeper implements Disposable {
  private readonly timer: Disposable;
  private sweeping = false;
  private stopped = false;

  /** @param counters what was taken away is added there */
  constructor(
    private readonly thread: StoreThread,
    private readonly clock: Clock,
    private readonly counters: { dropped: number; droppedUnsent: number },
    private readonly options: { readonly retentionMs?: number; readonly report?: (message: string) => void },
  ) {
    this.timer = clock.every(SWEEP_MS, () => void this.sweep());
  }

  /** Once more than what is under way already is not needed. */
  async sweep(): Promise<void> {
    if (this.sweeping || this.stopped) return;
    this.sweeping = true;
    try {
      await this.repeat(() => this.thread.call('sweepBudget'));
      const { retentionMs } = this.options;
      if (retentionMs !== undefined) await this.repeat(() => this.thread.call('sweepAge', this.clock.now() - retentionMs));
    } catch (error) {
      this.options.report?.(`making room in history.db: ${messageOf(error)}`);
    } finally {
      this.sweeping = false;
    }
  }

  [Symbol.dispose](): void {
    this.stopped = true;
    this.timer[Symbol.dispose]();
  }

  private async repeat(step: () => Promise<Swept>): Promise<void> {
    for (let more = true; more && !this.stopped;) {
      const swept = await step();
      this.counters.dropped += swept.dropped;
      this.counters.droppedUnsent += swept.droppedUnsent;
      more = swept.more;
    }
  }
}
