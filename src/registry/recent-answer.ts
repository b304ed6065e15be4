import type { Clock } from '../clock.js';

export interface RecentAnswerOptions<T> {
  /** Who may be slow, hang or fail. */
  readonly ask: () => Promise<T>;
  /** What is answered instead when `ask` fails or is late. */
  readonly otherwise: T;
  /** For how long after an answer nobody is asked again. */
  readonly keptMs: number;
  /** For how long a caller waits. */
  readonly timeoutMs: number;
  readonly clock: Clock;
}

/**
 * An answer that all who want it share, asked for at most once in a while.
 *
 * There is never more than one question under way: while one that is late has not come back, no other is put, and callers get
 * `otherwise` at once.
 */
export class RecentAnswer<T> {
  private answer: Promise<T> | undefined;
  private answeredAt = 0;
  private underWay = false;

  constructor(private readonly options: RecentAnswerOptions<T>) {}

  /** Never rejects, and takes `timeoutMs` at most. */
  get(): Promise<T> {
    const isRecent = this.underWay || this.options.clock.monotonic() - this.answeredAt < this.options.keptMs;
    if (!this.answer || !isRecent) this.answer = this.inTime();
    return this.answer;
  }

  private async inTime(): Promise<T> {
    const asked = new AbortController();
    const answer = await Promise.race([this.asking(), this.late(asked.signal)]);
    asked.abort();
    this.answeredAt = this.options.clock.monotonic();
    return answer;
  }

  private async asking(): Promise<T> {
    this.underWay = true;
    try {
      return await this.options.ask();
    } catch {
      return this.options.otherwise;
    } finally {
      this.underWay = false;
    }
  }

  private async late(asked: AbortSignal): Promise<T> {
    await this.options.clock.sleep(this.options.timeoutMs, asked);
    return this.options.otherwise;
  }
}
