import { messageOf } from '../errors.js';
import type { Change } from '../registry/state.js';
import type { Notice } from './notice.js';
import type { Outbox } from './outbox.js';

interface Announcement {
  readonly notices: readonly Notice[];
  readonly changes: readonly Change[];
}

/** All only ever grow. */
export interface AnnouncerCounters {
  /** Notices that nobody was told of, since the disk took too long. */
  readonly dropped: number;
}

/**
 * Announces what somebody wants, also when it comes faster than a disk can write: what comes while a commit is under way waits for it,
 * and goes into the next one together. When the disk hangs, the newest `bound` wait.
 */
export class Announcer implements AsyncDisposable {
  private readonly counts = { dropped: 0 };
  private waiting: Announcement[] = [];
  private announcing: Promise<void> | undefined;

  constructor(
    private readonly outbox: Pick<Outbox, 'announce' | 'wants'>,
    private readonly bound: number,
    private readonly report: (message: string) => void,
  ) {}

  get counters(): AnnouncerCounters {
    return this.counts;
  }

  /**
   * Returns at once, and never throws.
   *
   * @param changes what is to be kept in the same commit, also when nobody is to hear of it
   */
  announce(notice: Notice, changes: readonly Change[] = []): void {
    const isWanted = this.outbox.wants(notice);
    if (isWanted || changes.length > 0) this.wait({ notices: isWanted ? [notice] : [], changes });
  }

  /** Keeps what nobody is told of, after all that was announced before. */
  keep(changes: readonly Change[]): void {
    this.wait({ notices: [], changes });
  }

  private wait(announcement: Announcement): void {
    if (this.waiting.push(announcement) > this.bound) {
      this.waiting.shift();
      this.counts.dropped++;
    }
    this.announcing ??= this.announceAll();
  }

  private async announceAll(): Promise<void> {
    while (this.waiting.length > 0) {
      const all = this.waiting.splice(0);
      const [changes, notices] = [all.flatMap((one) => one.changes), all.flatMap((one) => one.notices)];
      await this.outbox.announce(changes, notices).catch(this.failed);
    }
    this.announcing = undefined;
  }

  /** A mistake of ours, which must not end the gateway. */
  private readonly failed = (error: unknown): void => {
    this.report(`notifications: the gateway has failed to announce something: ${messageOf(error)}`);
  };

  /** Resolves when nothing waits any more. */
  async [Symbol.asyncDispose](): Promise<void> {
    await this.announcing;
  }
}
