import { GatewayError } from '../errors.js';
import type { Json } from '../json.js';
import { IndexBy } from '../registry/index-by.js';
import type { Belongings, Leaving } from '../registry/leaving.js';
import type { Owner } from '../registry/owner.js';
import { requireSize } from '../registry/require-size.js';
import type { Serial } from '../registry/serial.js';
import type { Change, State } from '../registry/state.js';
import type { Outbox } from './outbox.js';
import type { Subscription, SubscriptionRequest, SubscriptionType } from './subscription.js';

const COLLECTION = 'subscriptions';

export interface SubscriptionBounds {
  readonly perApplication: number;
  readonly total: number;
  readonly ofTenants?: SubscriptionQuotas;
}

/** Whoever does something for subscriptions as long as they are there. */
export interface SubscriptionKeeper {
  /** It is there, or has become another. */
  put(subscription: Subscription): void;
  remove(subscription: Subscription): void;
}

export interface SubscriptionQuotas {
  /** Whose an application is. */
  readonly tenantOf: (appInstanceId: string) => string | undefined;
  /** How many a tenant may have; undefined when nobody has said. */
  readonly most: (tenant: string) => number | undefined;
}

/**
 * Who is told of what. Changes happen one after the other, and each is answered when it is on disk.
 *
 * @see ETSI GS MEC 011, clauses 7.2.4, 8.2.8 and 8.2.9; ETSI GS MEC 009, clause 6.12
 */
export class Subscriptions implements Belongings {
  private readonly all = new Map<string, Subscription>();
  private readonly byApplication = new IndexBy<Subscription>(
    ({ appInstanceId }) => appInstanceId,
    ({ subscriptionId }) => subscriptionId,
  );
  private nextNumber = 1;
  private readonly keepers: SubscriptionKeeper[] = [];

  private constructor(
    private readonly outbox: Outbox,
    private readonly changes: Serial,
    private readonly newId: () => string,
    private readonly bounds: SubscriptionBounds,
  ) {}

  static async load(
    state: State,
    outbox: Outbox,
    changes: Serial,
    newId: () => string,
    bounds: SubscriptionBounds,
  ): Promise<Subscriptions> {
    const kept = [...(await state.load(COLLECTION)).values()] as unknown as Subscription[];
    const subscriptions = new Subscriptions(outbox, changes, newId, bounds);
    for (const subscription of kept.sort((a, b) => a.number - b.number)) subscriptions.open(Object.freeze(subscription));
    return subscriptions;
  }

  /** Tells of all that there are, and of what becomes of them. */
  follow(keeper: SubscriptionKeeper): void {
    this.keepers.push(keeper);
    for (const subscription of this.all.values()) keeper.put(subscription);
  }

  /** In the order in which they came. */
  list(): readonly Subscription[] {
    return [...this.all.values()];
  }

  ofApplication(appInstanceId: string): readonly Subscription[] {
    return this.byApplication.get(appInstanceId);
  }

  /** @throws GatewayError `notFound`, also for one of another application or of another type */
  get(appInstanceId: string, subscriptionId: string, subscriptionType: SubscriptionType): Subscription {
    const subscription = this.all.get(subscriptionId);
    if (subscription?.appInstanceId !== appInstanceId || subscription.subscriptionType !== subscriptionType)
      throw new GatewayError('notFound', `there is no subscription ${subscriptionId} of application ${appInstanceId} here`);
    return subscription;
  }

  /**
   * @param admit throws when the application may not subscribe, and says whose it is
   * @throws GatewayError `forbidden` when a bound is reached, `tooLarge`, `unavailable` when it cannot be kept, and what `admit`
   *   throws
   */
  create(appInstanceId: string, request: SubscriptionRequest, admit: () => Owner | undefined): Promise<Subscription> {
    return this.changes.run(async () => {
      const owner = admit();
      this.requireRoom(appInstanceId);
      requireSize('the subscription', request);
      const subscription = Object.freeze({
        ...request,
        number: this.nextNumber,
        subscriptionId: this.newId(),
        appInstanceId,
        ...(owner ? { owner } : {}),
        since: this.outbox.lastSeq,
      });
      await this.keep(subscription);
      this.open(subscription);
      await this.test(subscription);
      return subscription;
    });
  }

  /**
   * @param check throws when the present subscription is not what the caller thinks it is
   * @throws GatewayError `notFound`, `tooLarge`, `unavailable`, and what `check` throws; the subscription is then as it was
   */
  replace(
    { appInstanceId, subscriptionId }: Pick<Subscription, 'appInstanceId' | 'subscriptionId'>,
    request: SubscriptionRequest,
    check: (present: Subscription) => void,
  ): Promise<Subscription> {
    return this.changes.run(async () => {
      const before = this.get(appInstanceId, subscriptionId, request.subscriptionType);
      check(before);
      requireSize('the subscription', request);
      const { number, owner } = before;
      const kept = { number, subscriptionId, appInstanceId, ...(owner ? { owner } : {}) };
      const waiting = this.outbox.find(subscriptionId)?.seqs ?? [];
      const since = this.outbox.lastSeq;
      const subscription = Object.freeze({ ...request, ...kept, since, waiting });
      // what waits no more has arrived or was given up: that is kept with it, or a kill would forget that some were given up
      await this.keep(subscription, this.outbox.mark(subscriptionId));
      this.put(subscription, before);
      this.outbox.replace(subscription);
      this.tellKeepers(subscription);
      await this.test(subscription);
      return subscription;
    });
  }

  /** @throws as `replace` */
  remove(subscription: Subscription, check: (present: Subscription) => void): Promise<void> {
    return this.changes.run(async () => {
      const { appInstanceId, subscriptionId, subscriptionType } = subscription;
      const present = this.get(appInstanceId, subscriptionId, subscriptionType);
      check(present);
      const { changes, notices, done } = this.leaving([present]);
      await this.outbox.commit(changes, notices);
      done();
    });
  }

  leave(appInstanceId: string): Leaving {
    return this.leaving(this.ofApplication(appInstanceId));
  }

  private leaving(subscriptions: readonly Subscription[]): Leaving {
    return {
      changes: subscriptions.flatMap(({ subscriptionId }) => [
        { collection: COLLECTION, id: subscriptionId },
        this.outbox.forget(subscriptionId),
      ]),
      notices: [],
      done: () => {
        for (const subscription of subscriptions) {
          this.all.delete(subscription.subscriptionId);
          this.byApplication.delete(subscription);
          this.outbox.close(subscription.subscriptionId);
          for (const keeper of this.keepers) keeper.remove(subscription);
        }
      },
    };
  }

  private keep(subscription: Subscription, mark: readonly Change[] = []): Promise<void> {
    const body = subscription as unknown as Json;
    return this.outbox.commit([{ collection: COLLECTION, id: subscription.subscriptionId, body }, ...mark], []);
  }

  private open(subscription: Subscription): void {
    this.put(subscription);
    this.outbox.open(subscription);
    this.tellKeepers(subscription);
  }

  private tellKeepers(subscription: Subscription): void {
    for (const keeper of this.keepers) keeper.put(subscription);
  }

  private put(subscription: Subscription, before?: Subscription): void {
    this.nextNumber = Math.max(this.nextNumber, subscription.number + 1);
    this.all.set(subscription.subscriptionId, subscription);
    this.byApplication.put(subscription, before);
  }

  /** It is subscribed already: that the test cannot be kept is no reason to say that it is not. */
  private async test({ requestTestNotification, subscriptionId }: Subscription): Promise<void> {
    const notices = [{ kind: 'test', subscriptionId }] as const;
    if (requestTestNotification) await this.outbox.announce([], notices);
  }

  private requireRoom(appInstanceId: string): void {
    const { perApplication, total, ofTenants } = this.bounds;
    if (this.all.size >= total)
      throw new GatewayError('forbidden', `there are ${total} subscriptions already, and that is the bound`);
    if (this.byApplication.count(appInstanceId) >= perApplication)
      throw new GatewayError(
        'forbidden',
        `application ${appInstanceId} has ${perApplication} subscriptions already, and that is the bound`,
      );
    if (ofTenants) this.requireQuota(appInstanceId, ofTenants);
  }

  private requireQuota(appInstanceId: string, { tenantOf, most }: SubscriptionQuotas): void {
    const tenant = tenantOf(appInstanceId);
    const quota = tenant === undefined ? undefined : most(tenant);
    if (quota === undefined) return;
    if (this.list().filter((one) => tenantOf(one.appInstanceId) === tenant).length >= quota)
      throw new GatewayError('forbidden', `the tenant ${tenant} has ${quota} subscriptions already (its quota subscriptions)`);
  }
}
