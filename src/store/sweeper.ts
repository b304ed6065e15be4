import type { Clock } from '../clock.js';
import { messageOf } from '../errors.js';
import type { Swept } from './retention.js';
import type { StoreThread } from './store-thread.js';

const SWEEP_MS = 600_000;

/** Rolls history up and keeps it within its bounds, in many small steps, between which the thread does what else is asked of it. */
export class Sweeper implements Disposable {
  private readonly timer: Disposable;
  private sweeping = false;
  private stopped = false;

  /** @param counters what was taken away is added there */
  constructor(
    private readonly thread: StoreThread,
    private readonly clock: Clock,
    private readonly counters: { dropped: number; droppedUnsent: number },
    private readonly options: { readonly report?: (message: string) => void },
  ) {
    this.timer = clock.every(SWEEP_MS, () => void this.tidy());
  }

  /** Brings history back within its budget. */
  sweepBudget(): Promise<void> {
    return this.once(() => this.repeat(() => this.thread.call('sweepBudget', this.clock.now())));
  }

  /** Makes room within history.db, for a disk that is full. */
  sweepSent(): Promise<void> {
    return this.once(() => this.repeat(() => this.thread.call('sweepSent', this.clock.now())));
  }

  /** Rolls up what has arrived. */
  rollUp(): Promise<void> {
    return this.once(() => this.rollUpAll());
  }

  [Symbol.dispose](): void {
    this.stopped = true;
    this.timer[Symbol.dispose]();
  }

  /** Not more often than each ten minutes: whatever there is of a tag is written anew. */
  private tidy(): Promise<void> {
    return this.once(async () => {
      await this.rollUpAll();
      await this.repeat(() => this.thread.call('sweepAge', this.clock.now(), this.clock.monotonic()));
    });
  }

  private async rollUpAll(): Promise<void> {
    for (let more = true; more && !this.stopped;) more = await this.thread.call('rollUp');
  }

  /** A sweep more than the one that is under way is not needed: what asks for it comes again. */
  private async once(sweep: () => Promise<void>): Promise<void> {
    if (this.sweeping || this.stopped) return;
    this.sweeping = true;
    try {
      await sweep();
    } catch (error) {
      this.options.report?.(`rolling up and making room in history.db: ${messageOf(error)}`);
    } finally {
      this.sweeping = false;
    }
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
