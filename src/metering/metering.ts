import { HOST } from '../auth/access.js';
import { anonymous, type Grant } from '../auth/grants.js';
import type { Quotas } from '../auth/tenant.js';
import type { Clock } from '../clock.js';
import { GatewayError, messageOf } from '../errors.js';
import type { Json } from '../json.js';
import type { State } from '../registry/state.js';
import { TokenBuckets } from '../token-buckets.js';
import type { Account, Usage } from './account.js';
import { Accounts } from './accounts.js';
import { type Day, type Kind, TenantUse } from './tenant-use.js';
import { USES } from './uses.js';

const DAYS = 'usage-days';
const KEEP_MS = 60_000;
const MOST_ACCOUNTS = 2_000;
const NONE: Quotas = Object.freeze({});

/** What each client may ask, whatever its tenant may. */
export interface ClientLimits {
  readonly readsPerSecond: number;
  readonly readBurst: number;
  readonly writesPerSecond: number;
  readonly writeBurst: number;
}

export interface MeteringParts {
  readonly state: State;
  readonly clock: Clock;
  readonly limits: ClientLimits;
  /** Undefined for a tenant that there is not. */
  readonly quotasOf: (tenant: string) => Quotas | undefined;
  readonly report: (message: string) => void;
}

/** What a request has taken and may give back. */
export interface Taken {
  /** Whether it is taken as long as the answer goes on, and not for good. */
  readonly isPlace: boolean;
  giveBack(): void;
}

/**
 * Counts what clients use, and refuses what is beyond their limit or their tenant's quotas. It is asked at every request that was
 * let in, also where an answer is given again.
 *
 * Whoever looks after the whole gateway is counted, at the host, and never refused: no quota keeps away whoever can change it.
 */
export class Metering implements AsyncDisposable {
  private readonly ofGrant = new WeakMap<Grant, Account>();
  private readonly ofTenant = new Map<string, TenantUse>();
  private readonly buckets: Readonly<Record<Kind, TokenBuckets>>;
  private readonly keeping: Disposable;
  private underWay: Promise<void> | undefined;

  private constructor(
    private readonly parts: MeteringParts,
    private readonly accounts: Accounts,
    private readonly days: Map<string, Day>,
  ) {
    const { limits, clock } = parts;
    const { readsPerSecond, readBurst, writesPerSecond, writeBurst } = limits;
    const keys = 2 * MOST_ACCOUNTS;
    this.buckets = {
      reads: new TokenBuckets({ perSecond: readsPerSecond, burst: readBurst, keys }, clock),
      writes: new TokenBuckets({ perSecond: writesPerSecond, burst: writeBurst, keys }, clock),
    };
    this.keeping = clock.every(KEEP_MS, () => void this.keep());
  }

  static async load(parts: MeteringParts): Promise<Metering> {
    const kept = await parts.state.load(Accounts.COLLECTION);
    const days = new Map((await parts.state.load(DAYS)) as unknown as ReadonlyMap<string, Day>);
    return new Metering(parts, new Accounts(parts.clock, MOST_ACCOUNTS, kept), days);
  }

  /** In the order in which they were first seen. */
  list(): readonly Usage[] {
    return this.accounts.list().map(({ usage }) => usage);
  }

  /**
   * Counts a request.
   *
   * @returns where what it uses is to be counted; undefined where nobody knows who asks
   * @throws GatewayError `tooManyRequests`
   */
  admit(grant: Grant, method: string): Account | undefined {
    if (grant === anonymous) return undefined;
    const account = this.accountOf(grant);
    account.usedAt = this.parts.clock.monotonic();
    const kind = method === 'get' ? 'reads' : 'writes';
    this.orRefused(account, () => this.requireWithin(grant, kind));
    account.count(kind);
    return account;
  }

  /**
   * Takes what an operation needs beside that; undefined where it needs nothing.
   *
   * @throws GatewayError `forbidden`, `tooManyRequests`
   */
  take(operationId: string, grant: Grant, body: unknown): Taken | undefined {
    const use = Object.hasOwn(USES, operationId) ? USES[operationId] : undefined;
    if (use === undefined || grant === anonymous) return undefined;
    const account = this.accountOf(grant);
    const count = Array.isArray(body) ? body.length : 0;
    const tenant = this.useOf(grant);
    const giveBack = this.orRefused(account, () => (use === 'pointsPerDay' ? tenant?.points(count) : tenant?.place(use)));
    if (use === 'pointsPerDay') account.count('points', count);
    return {
      isPlace: use !== 'pointsPerDay',
      giveBack: once(() => {
        giveBack?.();
        if (use === 'pointsPerDay') account.count('points', -count);
      }),
    };
  }

  /** Forgets all that a tenant has used. */
  forget(tenant: string): void {
    this.accounts.forget(tenant);
    this.ofTenant.delete(tenant);
    // kept as none, for the state to forget it
    if (this.days.has(tenant)) this.days.set(tenant, { day: '', points: 0 });
  }

  private requireWithin(grant: Grant, kind: Kind): void {
    if (grant.tenant === undefined) return;
    const retryAfterMs = this.buckets[kind].take(`${grant.tenant} ${grant.client}`);
    if (retryAfterMs > 0) {
      const most = this.parts.limits[kind === 'reads' ? 'readsPerSecond' : 'writesPerSecond'];
      const expected = `expected at most ${most} in a second (auth.limits)`;
      throw new GatewayError('tooManyRequests', `too many ${kind} of this client: ${expected}`, { retryAfterMs });
    }
    this.useOf(grant)?.request(kind);
  }

  private orRefused<T>(account: Account, ask: () => T): T {
    try {
      return ask();
    } catch (refused) {
      account.count('refused');
      throw refused;
    }
  }

  private accountOf(grant: Grant): Account {
    const known = this.ofGrant.get(grant);
    if (known && !known.isClosed) return known;
    const account = this.accounts.of(grant.tenant ?? HOST, grant.client);
    this.ofGrant.set(grant, account);
    return account;
  }

  /** Undefined for whoever looks after the whole gateway. */
  private useOf({ tenant }: Grant): TenantUse | undefined {
    if (tenant === undefined) return undefined;
    const quotas = this.parts.quotasOf(tenant) ?? NONE;
    let use = this.ofTenant.get(tenant);
    if (!use) this.ofTenant.set(tenant, (use = new TenantUse(tenant, quotas, this.parts.clock, this.days.get(tenant))));
    use.renew(quotas);
    return use;
  }

  /** Once a minute: what a power cut costs is what was counted since. */
  private async keep(): Promise<void> {
    await this.underWay;
    await (this.underWay = this.keepNow().finally(() => (this.underWay = undefined)));
  }

  private async keepNow(): Promise<void> {
    const { changes, undo } = this.accounts.take();
    const days = [...this.ofTenant].filter(([tenant, { day }]) => day.day !== '' && day !== this.days.get(tenant));
    const written = days.map(([id, { day }]) => ({ collection: DAYS, id, body: day as unknown as Json }));
    const forgotten = [...this.days].filter(([, { day }]) => day === '').map(([id]) => ({ collection: DAYS, id }));
    if (changes.length + written.length + forgotten.length === 0) return;
    try {
      await this.parts.state.commit([...changes, ...forgotten, ...written]);
      for (const { id } of forgotten) this.days.delete(id);
      for (const { id, body } of written) this.days.set(id, body as unknown as Day);
    } catch (error) {
      undo();
      this.parts.report(`what clients use cannot be kept: ${messageOf(error)}`);
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.keeping[Symbol.dispose]();
    await this.keep();
  }
}

function once(task: () => void): () => void {
  let isDone = false;
  return () => {
    if (!isDone) task();
    isDone = true;
  };
}
