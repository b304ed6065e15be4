import type { Clock } from '../../clock.js';
import { GatewayError, messageOf } from '../../errors.js';
import { type OutsideKey, toOutsideKey } from './outside-key.js';

/** Where an issuer's keys come from. */
export interface KeySource {
  /**
   * @returns the members of its JWK set as it has them now, few and bounded in size; each may be anything
   * @throws GatewayError `unavailable` when they cannot be had
   */
  fetch(): Promise<readonly unknown[]>;
}

/** Between two attempts, whoever asks: a made-up `kid` costs the issuer nothing. */
export const COOL_DOWN_MS = 30_000;
/** Keys that are used are looked at again after so long: then one that the issuer has withdrawn is withdrawn here. */
export const STALE_MS = 600_000;
/** For so long keys are good while the issuer cannot be reached. */
export const KEPT_MS = 86_400_000;
const MOST_KEYS = 32;

export interface IssuerKeysParts {
  readonly issuer: string;
  readonly source: KeySource;
  readonly clock: Clock;
  readonly report: (message: string) => void;
}

/** The public keys of one issuer, as they were when last fetched. Nothing is fetched before somebody asks. */
export class IssuerKeys {
  private known: readonly OutsideKey[] = [];
  /** ms of the monotonic clock, as all times here */
  private fetchedAt = -Infinity;
  private triedAt = -Infinity;
  private underWay: Promise<void> | undefined;
  private isFailing = false;

  constructor(private readonly parts: IssuerKeysParts) {}

  /**
   * The key that a token says it was signed with.
   *
   * @param kid when the token names none, the issuer must have one key only
   * @throws GatewayError `unavailable` when there are no keys that are young enough
   */
  async find(kid: string | undefined, alg: string): Promise<OutsideKey | undefined> {
    if (this.isOlderThan(KEPT_MS) || !this.pick(kid, alg)) await this.refresh();
    else this.keepFresh();
    if (!this.isOlderThan(KEPT_MS)) return this.pick(kid, alg);
    throw new GatewayError('unavailable', `the keys of ${this.parts.issuer} cannot be had`, { retryAfterMs: COOL_DOWN_MS });
  }

  /** Whether the issuer has this key still, as far as is known. */
  holds(key: OutsideKey): boolean {
    this.keepFresh();
    return !this.isOlderThan(KEPT_MS) && this.known.includes(key);
  }

  private pick(kid: string | undefined, alg: string): OutsideKey | undefined {
    const fitting = this.known.filter((key) => (key.algs as readonly string[]).includes(alg));
    if (kid === undefined) return fitting.length === 1 ? fitting[0] : undefined;
    return fitting.find((key) => key.kid === kid);
  }

  private isOlderThan(ms: number): boolean {
    return this.parts.clock.monotonic() - this.fetchedAt >= ms;
  }

  /** Nobody waits for it. */
  private keepFresh(): void {
    if (this.isOlderThan(STALE_MS)) void this.refresh();
  }

  /** One at a time, which all wait for, and none during the cool-down. Never rejects. */
  private refresh(): Promise<void> {
    const now = this.parts.clock.monotonic();
    if (this.underWay || now - this.triedAt < COOL_DOWN_MS) return this.underWay ?? Promise.resolve();
    this.triedAt = now;
    return (this.underWay = this.fetch().finally(() => (this.underWay = undefined)));
  }

  private async fetch(): Promise<void> {
    const { issuer, source, clock, report } = this.parts;
    try {
      const keys = (await source.fetch()).map(toOutsideKey).filter((key) => key !== undefined);
      this.known = keys.slice(0, MOST_KEYS).map((key) => this.known.find(({ material }) => material === key.material) ?? key);
      this.fetchedAt = clock.monotonic();
      if (this.isFailing) report(`the keys of ${issuer} can be fetched again`);
      this.isFailing = false;
    } catch (error) {
      if (!this.isFailing) report(`the keys of ${issuer} cannot be fetched: ${messageOf(error)}`);
      this.isFailing = true;
    }
  }
}
