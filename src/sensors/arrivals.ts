import type { Sight } from '../auth/access.js';
import type { Clock } from '../clock.js';
import { GatewayError } from '../errors.js';
import { changedFrom } from '../events/changed-from.js';
import { onAbort } from '../on-abort.js';
import type { ArrivalLog, ArrivalPage, InSight } from './arrival-log.js';
import { givenTo, tagsOf } from './kept-readings.js';

const BUSY_MS = 5_000;

export interface WantedArrivals extends Pick<InSight, 'measurement'> {
  /** A cursor, or `now`; absent: before the oldest that is kept. */
  readonly after?: string;
  readonly limit: number;
}

/** What arrived, for those who read on where they had stopped, as far as they may see. */
export class Arrivals {
  private waiting = 0;

  /** @param most callers that wait at the same time */
  constructor(
    private readonly log: ArrivalLog,
    private readonly clock: Pick<Clock, 'sleep'>,
    private readonly most: number,
  ) {}

  /** How many wait now. */
  get size(): number {
    return this.waiting;
  }

  /**
   * The next page: as soon as there is something in it, and an empty one when nothing has come within `waitMs`.
   *
   * @param signal ends the waiting
   * @throws GatewayError `invalid`, `gone`, `unavailable` as `ArrivalLog.read`, and `unavailable` when too many wait; why `signal` was
   *   aborted, when that is a GatewayError
   */
  async next(wanted: WantedArrivals, sight: Sight, waitMs: number, signal: AbortSignal): Promise<ArrivalPage> {
    using _place = waitMs > 0 ? this.place() : undefined;
    const patience = new AbortController();
    using _gone = onAbort(signal, () => patience.abort());
    if (waitMs > 0) void this.clock.sleep(waitMs, patience.signal).then(() => patience.abort());
    else patience.abort();
    try {
      for await (const page of this.follow(wanted, sight, patience.signal)) {
        if (signal.reason instanceof GatewayError) throw signal.reason;
        if (isNews(page) || signal.aborted || (page.isEnd && patience.signal.aborted)) return page;
      }
      throw new Error('the pages have an end');
    } finally {
      patience.abort();
    }
  }

  /**
   * Page after page: the next one when something was committed since, or at once where this one is not the end. Pages can be empty. Without
   * end, but that a reader at the end waits no longer when `signal` aborts.
   */
  async *follow(wanted: WantedArrivals, sight: Sight, signal: AbortSignal): AsyncGenerator<ArrivalPage, never> {
    for (let { after } = wanted; ;) {
      const seen = this.log.commits.value;
      const page = await this.read({ ...wanted, ...(after === undefined ? {} : { after }) }, sight);
      yield page;
      after = page.next;
      if (page.isEnd) await changedFrom(this.log.commits, seen, signal);
    }
  }

  /** @throws GatewayError `unavailable` when as many wait as may */
  requireRoom(): void {
    if (this.waiting < this.most) return;
    const full = `${this.most} callers wait for readings already; try again later`;
    throw new GatewayError('unavailable', full, { retryAfterMs: BUSY_MS });
  }

  /** For as long as somebody waits; disposed once. @throws GatewayError `unavailable` when as many wait as may */
  place(): Disposable {
    this.requireRoom();
    this.waiting++;
    const giveBack = () => {
      this.waiting--;
    };
    return { [Symbol.dispose]: giveBack };
  }

  private async read(wanted: WantedArrivals, { tenant, devices }: Sight): Promise<ArrivalPage> {
    const macs = devices === 'all' ? {} : { macs: tagsOf(devices) };
    const page = await this.log.read({ ...wanted, ...macs, ...(tenant === undefined ? {} : { tenant }) });
    const arrivals = page.arrivals.map(({ point, cursor }) => ({ point: givenTo(point, tenant), cursor }));
    return { ...page, arrivals };
  }
}

/** Whether there is something to tell: also that something was missed, or may have been. */
export function isNews({ arrivals, missed }: ArrivalPage): boolean {
  return arrivals.length > 0 || missed !== 0;
}
