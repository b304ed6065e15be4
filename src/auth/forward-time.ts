import type { Clock } from '../clock.js';
import type { State } from '../registry/state.js';

const COLLECTION = 'auth';
const ID = 'time';
/** A clock that is set by a network is put back by seconds now and then; what is older than this was set by hand, or lost. */
const PUT_BACK_MS = 300_000;

/**
 * The time by which tokens end: the machine's clock, but never going back.
 *
 * - Within a run it moves at least as fast as the monotonic clock and follows every jump forward, so what has ended once stays
 *   ended whatever the clock does. A jump forward ends tokens early, and their clients ask for new ones.
 * - Over a restart it goes on from the mark in the state when the clock is behind that by up to five minutes. When it is further
 *   behind, nobody can say how long the gateway was off: `wasPutBack` is set, time begins anew with the clock, and whoever keeps
 *   what ends by it lets all of that go. So a clock that was years ahead for a moment does no harm beyond the next start.
 */
export class ForwardTime {
  private latest: number;
  private latestAt: number;

  private constructor(
    private readonly state: State,
    private readonly clock: Clock,
    private kept: number,
    readonly wasPutBack: boolean,
  ) {
    this.latest = wasPutBack ? clock.now() : Math.max(kept, clock.now());
    this.latestAt = clock.monotonic();
  }

  static async load(state: State, clock: Clock): Promise<ForwardTime> {
    const mark = (await state.load(COLLECTION)).get(ID);
    const kept = typeof mark === 'number' ? mark : 0;
    return new ForwardTime(state, clock, kept, clock.now() < kept - PUT_BACK_MS);
  }

  /** ms since the epoch, never less than before */
  now(): number {
    const at = this.clock.monotonic();
    this.latest = Math.max(this.clock.now(), this.latest + (at - this.latestAt));
    this.latestAt = at;
    return this.latest;
  }

  /** Up to when the state knows that it has been, ms since the epoch. */
  get mark(): number {
    return this.kept;
  }

  /**
   * Notes in the state how late it is.
   *
   * @throws GatewayError `unavailable`
   */
  async keep(): Promise<void> {
    const now = Math.floor(this.now());
    await this.state.commit([{ collection: COLLECTION, id: ID, body: now }]);
    this.kept = now;
  }
}
