import type { Clock } from '../clock.js';
import { GatewayError } from '../errors.js';
import type { Outbox } from '../events/outbox.js';
import type { Subscriptions } from '../events/subscriptions.js';
import { type AppInfo, type Application, isRegistered, nameOf, type OperationAction } from './application.js';
import type { RegisteredApplication, Termination } from './application.js';
import { ApplicationList, erased, written } from './application-list.js';
import { AwaitedEnds } from './awaited-ends.js';
import type { Leaving } from './leaving.js';
import type { Owner } from './owner.js';
import { requireSize } from './require-size.js';
import type { DnsRule, Rules, TrafficRule } from './rules.js';
import type { Serial } from './serial.js';
import type { Services } from './services.js';
import type { Change, State } from './state.js';

export interface NewApplication {
  readonly appInstanceId?: string;
  readonly named: Application['named'];
  readonly owner?: Owner | undefined;
  readonly trafficRules: readonly TrafficRule[];
  readonly dnsRules: readonly DnsRule[];
}

export interface ApplicationBounds {
  readonly total: number;
  /** How long what an application says of itself may be, characters of JSON. */
  readonly characters: number;
}

export interface ApplicationParts {
  readonly state: State;
  readonly outbox: Pick<Outbox, 'commit'>;
  readonly clock: Clock;
  /** Shared with all that belongs to applications. */
  readonly changes: Serial;
  readonly newId: () => string;
  readonly services: Services;
  readonly subscriptions: Subscriptions;
  readonly trafficRules: Rules<TrafficRule>;
  readonly dnsRules: Rules<DnsRule>;
  /** The gateway's own identifier: under it stand its own services, which nobody else may change. */
  readonly own: string;
  readonly bounds: ApplicationBounds;
  /** How many of them the clients of a tenant may make; undefined when nobody has said. */
  readonly mostOf?: (tenant: string) => number | undefined;
  /** Whether an application may do nothing before it says that it is ready. */
  readonly requireReady: boolean;
  /** Is told when an end cannot be kept; it is tried again. */
  readonly report: (message: string) => void;
}

/**
 * The application instances, and how they end. Those that registered by themselves go when they say so; those that the platform's
 * management has made go when it says so. Whatever belonged to an application goes in the same commit.
 *
 * @see ETSI GS MEC 011, clauses 7.2.11, 7.2.12 and 7.2.14
 */
export class Applications implements AsyncDisposable {
  private readonly ends: AwaitedEnds;

  private constructor(
    private readonly parts: ApplicationParts,
    private readonly applications: ApplicationList,
  ) {
    this.ends = new AwaitedEnds(parts.clock, parts.report);
  }

  static async load(parts: ApplicationParts): Promise<Applications> {
    const kept = await ApplicationList.load(parts.state);
    const applications = new Applications(parts, kept);
    await applications.adopt();
    for (const application of kept.all()) applications.awaitEnd(application);
    return applications;
  }

  /** In the order in which they came; the same array until one changes. */
  list(): readonly Application[] {
    return this.applications.all();
  }

  find(appInstanceId: string): Application | undefined {
    return this.applications.find(appInstanceId);
  }

  /** @throws GatewayError `notFound` */
  get(appInstanceId: string): Application {
    const application = this.find(appInstanceId);
    if (!application) throw new GatewayError('notFound', `there is no application instance ${appInstanceId}`);
    return application;
  }

  /**
   * Whether there is such an application, the gateway itself included.
   *
   * @throws GatewayError `notFound`
   */
  requireKnown(appInstanceId: string): void {
    if (appInstanceId !== this.parts.own) this.get(appInstanceId);
  }

  /**
   * Whether it may offer services and subscribe.
   *
   * @returns it
   * @throws GatewayError `notFound`, `forbidden` for the gateway itself, and where `requireReady` asks for it
   */
  admit(appInstanceId: string): Application {
    if (appInstanceId === this.parts.own)
      throw new GatewayError('forbidden', `${appInstanceId} is the gateway itself: its services are what its hardware is`);
    const application = this.get(appInstanceId);
    const { state } = application;
    if (this.parts.requireReady && (state === 'NOT_READY' || state === 'STOPPED'))
      throw new GatewayError(
        'forbidden',
        `application instance ${appInstanceId} is ${state}, expected that it confirms ready first`,
      );
    return application;
  }

  /**
   * An application that nobody here has started.
   *
   * @param owner whose it is from now on
   * @throws GatewayError `forbidden` when there are too many, `tooLarge`, `unavailable`
   */
  register(registration: AppInfo, owner?: Owner): Promise<RegisteredApplication> {
    return this.parts.changes.run(() => {
      this.requireRoom(owner);
      requireSize('the registration', registration, this.parts.bounds.characters);
      const what = { origin: 'REGISTRATION', named: nameOf(registration), registration, ...ownedBy(owner) } as const;
      return this.add(this.parts.newId(), what, []);
    });
  }

  /**
   * One that the platform's management has made says what it is.
   *
   * @throws GatewayError `invalid` when there is none, `forbidden` when it is registered already, `tooLarge`,
   *   `unavailable`
   */
  registerManaged(appInstanceId: string, registration: AppInfo): Promise<RegisteredApplication> {
    return this.parts.changes.run(async () => {
      const application = this.find(appInstanceId);
      if (application?.origin !== 'MANAGEMENT')
        throw new GatewayError(
          'invalid',
          `body appInstanceId is ${appInstanceId}, expected an instance that the platform's management has made`,
        );
      if (application.registration)
        throw new GatewayError('forbidden', `application instance ${appInstanceId} is registered already: replace it by PUT`);
      requireSize('the registration', registration, this.parts.bounds.characters);
      return this.keep({ ...application, registration });
    });
  }

  /**
   * @param check throws when what is there is not what the caller thinks it is
   * @throws GatewayError `notFound`, `tooLarge`, `unavailable`, and what `check` throws
   */
  replaceRegistration(appInstanceId: string, registration: AppInfo, check: (present: Application) => void): Promise<Application> {
    return this.parts.changes.run(async () => {
      const application = this.registered(appInstanceId);
      check(application);
      requireSize('the registration', registration, this.parts.bounds.characters);
      // one that the management has made is called what the management calls it
      const named = application.origin === 'MANAGEMENT' ? application.named : nameOf(registration);
      return this.keep({ ...application, named, registration });
    });
  }

  /** @throws as `replaceRegistration` */
  deregister(appInstanceId: string, check: (present: Application) => void): Promise<void> {
    return this.parts.changes.run(async () => {
      const application = this.registered(appInstanceId);
      check(application);
      if (application.origin === 'REGISTRATION') return this.forget(application);
      const { registration: _registration, ...unregistered } = application;
      await this.leave(unregistered, written(unregistered), this.belongings(appInstanceId));
      this.applications.put(Object.freeze(unregistered));
      // whoever was to be told of its end is gone
      this.awaitEnd(unregistered);
    });
  }

  /** @throws GatewayError `notFound`, also where the application has never registered */
  registered(appInstanceId: string): RegisteredApplication {
    const application = this.get(appInstanceId);
    if (!isRegistered(application))
      throw new GatewayError('notFound', `application instance ${appInstanceId} has not registered`);
    return application;
  }

  /**
   * One that the platform's management makes.
   *
   * @throws GatewayError `conflict` when there is one of this name, `forbidden` when there are too many, `invalid`, `tooLarge`,
   *   `unavailable`
   */
  create({ appInstanceId, named, owner, trafficRules, dnsRules }: NewApplication): Promise<Application> {
    return this.parts.changes.run(() => {
      const id = appInstanceId ?? this.parts.newId();
      if (this.find(id) || id === this.parts.own)
        throw new GatewayError('conflict', `there is an application instance ${id} already`);
      this.requireRoom(owner);
      const rules = [this.parts.trafficRules.arrive(id, trafficRules), this.parts.dnsRules.arrive(id, dnsRules)];
      return this.add(id, { origin: 'MANAGEMENT', named, ...ownedBy(owner) }, rules);
    });
  }

  /** @throws GatewayError `notFound`, `unavailable` */
  remove(appInstanceId: string): Promise<void> {
    return this.parts.changes.run(() => this.forget(this.get(appInstanceId)));
  }

  /** @throws GatewayError `notFound`, `unavailable` */
  confirmReady(appInstanceId: string): Promise<void> {
    return this.parts.changes.run(async () => {
      const application = this.get(appInstanceId);
      const { state } = application;
      if (state === 'NOT_READY' || state === 'STOPPED') await this.keep({ ...application, state: 'READY' });
    });
  }

  /**
   * Tells the application that its end is near, and waits for it to say goodbye.
   *
   * @throws GatewayError `notFound`, `conflict` when its end is near already, `unavailable`
   */
  terminate(appInstanceId: string, termination: Termination): Promise<Application> {
    return this.parts.changes.run(async () => {
      const before = this.get(appInstanceId);
      if (before.termination)
        throw new GatewayError('conflict', `application instance ${appInstanceId} is ${before.state} already`);
      const application = Object.freeze({ ...before, state: termination.operationAction, termination });
      await this.parts.outbox.commit([written(application)], [{ kind: 'termination', appInstanceId, ...termination }]);
      this.applications.put(application);
      this.awaitEnd(application);
      return application;
    });
  }

  /**
   * The application has said goodbye. Where nothing is under way, there is nothing to do.
   *
   * @throws GatewayError `notFound`, `conflict` when something else is under way, `unavailable`
   */
  confirmTermination(appInstanceId: string, operationAction: OperationAction): Promise<void> {
    return this.parts.changes.run(async () => {
      const application = this.get(appInstanceId);
      const { termination } = application;
      if (!termination) return;
      if (termination.operationAction !== operationAction)
        throw new GatewayError(
          'conflict',
          `body operationAction is ${operationAction}, but application instance ${appInstanceId} is ${application.state}`,
        );
      await this.end(application, termination);
    });
  }

  /** Services that were kept before applications were have one made for them, of which there are no more than services. */
  private async adopt(): Promise<void> {
    const { services, own } = this.parts;
    const owners = new Set(services.list().map(({ appInstanceId }) => appInstanceId));
    const unknown = [...owners].filter((id) => id !== own && !this.find(id));
    const adopted = unknown.map((appInstanceId, at) =>
      Object.freeze({
        ...{ number: this.applications.nextNumber + at, appInstanceId, origin: 'REGISTRATION', state: 'NOT_READY' },
        named: { appName: appInstanceId },
      } as const),
    );
    if (adopted.length === 0) return;
    // in one go, for each commit is a flush of the card
    await this.parts.outbox.commit(adopted.map(written), []);
    for (const application of adopted) this.applications.put(application);
  }

  private async add<What extends Pick<Application, 'origin' | 'named' | 'registration' | 'owner'>>(
    appInstanceId: string,
    what: What,
    rules: readonly Leaving[],
  ): Promise<Application & What> {
    const application = Object.freeze({
      ...what,
      number: this.applications.nextNumber,
      appInstanceId,
      state: 'NOT_READY',
    } as const);
    await this.parts.outbox.commit([written(application), ...rules.flatMap(({ changes }) => changes)], []);
    for (const { done } of rules) done();
    this.applications.put(application);
    return application;
  }

  private async keep<Kept extends Application>(application: Kept): Promise<Kept> {
    await this.parts.outbox.commit([written(application)], []);
    this.applications.put(Object.freeze(application));
    return application;
  }

  /** Ends it when its time is over, if it has not ended before: at once where nobody is to be told. */
  private awaitEnd({ appInstanceId, termination }: Application): void {
    if (!termination) return;
    const isAwaited = this.parts.subscriptions
      .ofApplication(appInstanceId)
      .some(({ subscriptionType }) => subscriptionType === 'AppTerminationNotificationSubscription');
    this.ends.add(appInstanceId, isAwaited ? termination.maxGracefulTimeout * 1000 : 0, (over) =>
      this.parts.changes.run(async () => {
        const application = this.find(appInstanceId);
        if (!over.aborted && application?.termination) await this.end(application, application.termination);
      }),
    );
  }

  private async end(application: Application, { operationAction }: Termination): Promise<void> {
    if (operationAction === 'TERMINATING') return this.forget(application);
    const { appInstanceId } = application;
    const { termination: _termination, ...others } = application;
    const stopped = Object.freeze({ ...others, state: 'STOPPED' } as const);
    const { trafficRules, dnsRules } = this.parts;
    const rules = [trafficRules.rest(appInstanceId), dnsRules.rest(appInstanceId)];
    await this.leave(application, written(stopped), [...this.belongings(appInstanceId), ...rules]);
    this.applications.put(stopped);
  }

  private async forget(application: Application): Promise<void> {
    const { appInstanceId } = application;
    const { trafficRules, dnsRules } = this.parts;
    const rules = [trafficRules.leave(appInstanceId), dnsRules.leave(appInstanceId)];
    await this.leave(application, erased(appInstanceId), [...this.belongings(appInstanceId), ...rules]);
    this.applications.delete(appInstanceId);
  }

  private async leave({ appInstanceId }: Application, change: Change, leaving: readonly Leaving[]): Promise<void> {
    const changes = leaving.flatMap((one) => one.changes);
    await this.parts.outbox.commit(
      [change, ...changes],
      leaving.flatMap(({ notices }) => notices),
    );
    this.ends.delete(appInstanceId);
    for (const { done } of leaving) done();
  }

  private belongings(appInstanceId: string): readonly Leaving[] {
    return [this.parts.services.leave(appInstanceId), this.parts.subscriptions.leave(appInstanceId)];
  }

  private requireRoom(owner: Owner | undefined): void {
    const { total } = this.parts.bounds;
    if (this.applications.size >= total)
      throw new GatewayError('forbidden', `there are ${total} application instances already, and that is the bound`);
    if (owner) this.applications.requireQuota(owner.tenant, this.parts.mostOf?.(owner.tenant));
  }

  /** Nothing ends any more; what is under way goes on after the next start. */
  async [Symbol.asyncDispose](): Promise<void> {
    await this.ends[Symbol.asyncDispose]();
  }
}

function ownedBy(owner: Owner | undefined): { readonly owner?: Owner } {
  return owner ? { owner } : {};
}
