import type { Clock } from '../clock.js';
import { GatewayError } from '../errors.js';
import type { StoreThread } from './store-thread.js';

/** How long it stands still for a snapshot at the most: no reading and no answer waits longer for that. */
const STILL_MS = 100;

/** Lets the store stand still for one at a time. */
export class Stillness {
  private isStill = false;

  constructor(
    private readonly thread: Pick<StoreThread, 'call' | 'pause' | 'resume'>,
    private readonly clock: Clock,
    private readonly dir: string,
  ) {}

  /**
   * For whoever takes a snapshot of the files: empties the write-ahead logs, and then touches nothing until told to go on, or
   * until `longestMs` have passed. What is asked of the store meanwhile waits.
   *
   * @returns lets the store go on, and says whether it has stood still until then
   * @throws GatewayError `conflict` when it stands still for somebody else, or the logs cannot be emptied because of one who reads
   */
  async begin(longestMs = STILL_MS): Promise<() => boolean> {
    // what takes long is done while the store works: only what came since is left for later
    await this.thread.call('emptyLogs');
    if (this.isStill) throw new GatewayError('conflict', 'another backup is just beginning: try again');
    this.isStill = true;
    const emptied = this.thread.call('emptyLogs');
    this.thread.pause();
    const goOn = this.goingOn(longestMs);
    let isEmpty = false;
    try {
      isEmpty = await emptied;
    } finally {
      if (!isEmpty) goOn();
    }
    if (isEmpty) return goOn;
    throw new GatewayError('conflict', `somebody is reading the files in ${this.dir}, another backup say: try again later`);
  }

  /** What ends it, the first time that it is called, and by itself after `longestMs`. */
  private goingOn(longestMs: number): () => boolean {
    const waiting = new AbortController();
    const goOn = () => {
      if (waiting.signal.aborted) return false;
      waiting.abort();
      this.thread.resume();
      this.isStill = false;
      return true;
    };
    void this.clock.sleep(longestMs, waiting.signal).then(goOn);
    return goOn;
  }
}
