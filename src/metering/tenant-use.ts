import type { Quotas } from '../auth/tenant.js';
import type { Clock } from '../clock.js';
import { GatewayError } from '../errors.js';
import { TokenBuckets } from '../token-buckets.js';

export type Kind = 'reads' | 'writes';
export type Place = 'eventReaders' | 'streams';

/** What a day has used, by the day: `2026-06-01`. */
export interface Day {
  readonly day: string;
  readonly points: number;
}

const DAY_MS = 86_400_000;
const PLACES = { eventReaders: 'readers of events', streams: 'streams of cameras' } as const;

/** How much of its quotas a tenant uses now. */
export class TenantUse {
  private readonly taken = { eventReaders: 0, streams: 0 };
  private buckets: Readonly<Partial<Record<Kind, TokenBuckets>>>;

  constructor(
    private readonly tenant: string,
    private quotas: Quotas,
    private readonly clock: Pick<Clock, 'now' | 'monotonic'>,
    private today: Day = { day: '', points: 0 },
  ) {
    this.buckets = bucketsOf(quotas, clock);
  }

  get day(): Day {
    return this.today;
  }

  /** From now on others. What is taken stays taken. */
  renew(quotas: Quotas): void {
    if (quotas === this.quotas) return;
    this.quotas = quotas;
    this.buckets = bucketsOf(quotas, this.clock);
  }

  /** @throws GatewayError `tooManyRequests` */
  request(kind: Kind): void {
    const retryAfterMs = this.buckets[kind]?.take('') ?? 0;
    if (retryAfterMs <= 0) return;
    const quota = kind === 'reads' ? 'readsPerSecond' : 'writesPerSecond';
    const expected = `expected at most ${this.quotas[quota] ?? 0} in a second (its quota ${quota})`;
    throw new GatewayError('tooManyRequests', `too many ${kind} of the tenant ${this.tenant}: ${expected}`, { retryAfterMs });
  }

  /**
   * Takes a place, until it is given back.
   *
   * @throws GatewayError `forbidden` when the tenant has as many as it may
   */
  place(place: Place): () => void {
    const { [place]: most = Infinity } = this.quotas;
    if (this.taken[place] >= most)
      throw new GatewayError('forbidden', `the tenant ${this.tenant} has ${most} ${PLACES[place]} already (its quota ${place})`);
    this.taken[place]++;
    return () => {
      this.taken[place]--;
    };
  }

  /**
   * Takes points of today's, which can be given back when they are not used.
   *
   * @throws GatewayError `tooManyRequests` when it has to wait for tomorrow, `forbidden` when no day has so many
   */
  points(count: number): () => void {
    const now = this.clock.now();
    const day = new Date(now).toISOString().slice(0, 10);
    const { points } = this.today.day === day ? this.today : { points: 0 };
    const { pointsPerDay: most = Infinity } = this.quotas;
    const quota = `the tenant ${this.tenant} may add ${most} points a day (its quota pointsPerDay)`;
    if (count > most) throw new GatewayError('forbidden', quota);
    if (points + count > most)
      throw new GatewayError('tooManyRequests', `${quota}, and has added ${points} today`, {
        retryAfterMs: DAY_MS - (now % DAY_MS),
      });
    this.today = { day, points: points + count };
    return () => {
      if (this.today.day === day) this.today = { day, points: this.today.points - count };
    };
  }
}

function bucketsOf({ readsPerSecond, writesPerSecond }: Quotas, clock: Pick<Clock, 'monotonic'>) {
  const bucket = (perSecond: number) => new TokenBuckets({ perSecond, burst: Math.max(1, 2 * perSecond), keys: 2 }, clock);
  return {
    ...(readsPerSecond === undefined ? {} : { reads: bucket(readsPerSecond) }),
    ...(writesPerSecond === undefined ? {} : { writes: bucket(writesPerSecond) }),
  };
}
