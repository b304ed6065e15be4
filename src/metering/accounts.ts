import type { Clock } from '../clock.js';
import type { Json } from '../json.js';
import type { Change } from '../registry/state.js';
import { Account, type Usage } from './account.js';

const COLLECTION = 'usage';

/**
 * The accounts of all clients, bounded: the one that was not used for longest gives way, and what it has counted goes to an account
 * of its tenant's, so that the sums stay right.
 */
export class Accounts {
  private readonly accounts = new Map<string, Account>();
  private nextNumber = 1;
  /** Of accounts that are to be forgotten in the state. */
  private gone = new Set<string>();

  /** @param most how many of clients, those of tenants not counted */
  constructor(
    private readonly clock: Pick<Clock, 'now' | 'monotonic'>,
    private readonly most: number,
    kept: ReadonlyMap<string, Json> = new Map(),
  ) {
    for (const [key, body] of kept) {
      const { number, tenant, client, since, ...counts } = body as unknown as Usage;
      const account = new Account({ number, tenant, ...(client === undefined ? {} : { client }), since }, counts);
      this.accounts.set(key, account);
      this.nextNumber = Math.max(this.nextNumber, number + 1);
    }
  }

  static readonly COLLECTION = COLLECTION;

  /** In the order in which they came. */
  list(): readonly Account[] {
    return [...this.accounts.values()].sort((a, b) => a.about.number - b.about.number);
  }

  /** The account of a client; a new one when it has none. */
  of(tenant: string, client: string): Account {
    const key = keyOf(tenant, client);
    const account = this.accounts.get(key);
    if (account) return account;
    if (this.accounts.size >= this.most) this.makeRoom();
    return this.open(key, { tenant, client });
  }

  /** Forgets all of a tenant. */
  forget(tenant: string): void {
    for (const [key, account] of this.accounts) if (account.about.tenant === tenant) this.close(key, account);
  }

  /**
   * What is to be written, which then counts as written.
   *
   * @returns the changes, and what makes them count as not written again
   */
  take(): { readonly changes: readonly Change[]; readonly undo: () => void } {
    const dirty = [...this.accounts].filter(([, { isDirty }]) => isDirty);
    const gone = this.gone;
    this.gone = new Set();
    for (const [, account] of dirty) account.isDirty = false;
    const changes = [
      ...[...gone].filter((id) => !this.accounts.has(id)).map((id) => ({ collection: COLLECTION, id })),
      ...dirty.map(([id, { usage }]) => ({ collection: COLLECTION, id, body: usage as unknown as Json })),
    ];
    const undo = () => {
      for (const [, account] of dirty) account.isDirty = true;
      for (const id of gone) this.gone.add(id);
    };
    return { changes, undo };
  }

  private makeRoom(): void {
    const entries = [...this.accounts].filter(([, { about }]) => about.client !== undefined);
    const [first, ...others] = entries;
    if (!first) return;
    const [key, account] = others.reduce((oldest, one) => (one[1].usedAt < oldest[1].usedAt ? one : oldest), first);
    const { tenant } = account.about;
    const rest = this.accounts.get(keyOf(tenant)) ?? this.open(keyOf(tenant), { tenant });
    rest.takeOver(account);
    this.close(key, account);
  }

  private open(key: string, whose: { readonly tenant: string; readonly client?: string }): Account {
    const account = new Account({ ...whose, number: this.nextNumber++, since: this.clock.now() });
    account.usedAt = this.clock.monotonic();
    this.accounts.set(key, account);
    return account;
  }

  private close(key: string, account: Account): void {
    account.isClosed = true;
    this.accounts.delete(key);
    this.gone.add(key);
  }
}

/** A tenant's name has no space. */
function keyOf(tenant: string, client = ''): string {
  return `${tenant} ${client}`;
}
