import type { Clock } from '../clock.js';
import { messageOf } from '../errors.js';

const AGAIN_MS = 5_000;

/** Ends that come when their time is over, unless they come before. The time begins anew with a restart. */
export class AwaitedEnds implements AsyncDisposable {
  private readonly awaited = new Map<string, AbortController>();
  private readonly waiting = new Set<Promise<void>>();
  private isDisposed = false;

  constructor(
    private readonly clock: Clock,
    private readonly report: (message: string) => void,
  ) {}

  /**
   * @param appInstanceId whose end it is
   * @param end is called once that time is over, and tried again while it throws
   */
  add(appInstanceId: string, ms: number, end: (over: AbortSignal) => Promise<void>): void {
    if (this.isDisposed) return;
    const over = new AbortController();
    this.awaited.set(appInstanceId, over);
    const waiting = this.clock.sleep(ms, over.signal).then(() => this.endInTime(appInstanceId, over.signal, end));
    this.waiting.add(waiting);
    void waiting.finally(() => this.waiting.delete(waiting));
  }

  /** It has come, or will not. */
  delete(appInstanceId: string): void {
    this.awaited.get(appInstanceId)?.abort();
    this.awaited.delete(appInstanceId);
  }

  /** Nothing ends any more. */
  async [Symbol.asyncDispose](): Promise<void> {
    this.isDisposed = true;
    for (const over of this.awaited.values()) over.abort();
    await Promise.all(this.waiting);
  }

  private async endInTime(appInstanceId: string, over: AbortSignal, end: (over: AbortSignal) => Promise<void>): Promise<void> {
    while (!over.aborted) {
      try {
        await end(over);
        return;
      } catch (error) {
        this.report(`the end of application instance ${appInstanceId} cannot be kept: ${messageOf(error)}`);
        await this.clock.sleep(AGAIN_MS, over);
      }
    }
  }
}
