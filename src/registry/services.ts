import type { Clock } from '../clock.js';
import { GatewayError } from '../errors.js';
import type { EventBus } from '../events/bus.js';
import type { Notice } from '../events/notice.js';
import type { Outbox } from '../events/outbox.js';
import type { Json } from '../json.js';
import type { Audience } from './audience.js';
import { IndexBy } from './index-by.js';
import type { Belongings, Leaving } from './leaving.js';
import { requireSize } from './require-size.js';
import type { Serial } from './serial.js';
import {
  changesOf,
  frozen,
  idOf,
  type Service,
  type ServiceChange,
  type ServiceInfo,
  type ServiceInfoRequest,
  withState,
} from './service.js';
import { isAwaited, type Liveness, type LivenessBounds, SignsOfLife } from './signs-of-life.js';
import type { Change, State } from './state.js';

export interface ServiceBounds {
  readonly perApplication: number;
  readonly total: number;
  /** How long what a service says of itself may be, characters of JSON. */
  readonly characters: number;
}

export interface ServiceParts {
  readonly state: State;
  readonly outbox: Pick<Outbox, 'commit' | 'announce'>;
  readonly bus: EventBus;
  readonly clock: Clock;
  /** Who may hear of a service. */
  readonly audienceOf: (service: Service) => Audience;
  /** Shared with all that belongs to applications. */
  readonly changes: Serial;
  readonly newId: () => string;
  readonly bounds: ServiceBounds;
  readonly liveness: LivenessBounds;
}

const COLLECTION = 'services';
/** Services that are suspended in one go. */
const TOGETHER = 100;

/**
 * The MEC services: those of applications, and the gateway's own, which are what the hardware behind them is. Changes happen one
 * after the other; each is answered when it is on disk, together with what subscribers are to hear of it.
 *
 * @see ETSI GS MEC 011, clause 8
 */
export class Services implements Belongings {
  private readonly services = new Map<string, Service>();
  private readonly byName = new IndexBy<Service>(({ info }) => info.serName, idOf);
  private readonly byCategory = new IndexBy<Service>(({ info }) => info.serCategory?.id, idOf);
  private readonly byApplication = new IndexBy<Service>(({ appInstanceId }) => appInstanceId, idOf);
  private readonly signs: SignsOfLife;
  /** Whose interval has become another since they were told. */
  private readonly untold = new Set<string>();
  private current: readonly Service[] | undefined;
  private state = {};
  private nextNumber = 1;

  private constructor(private readonly parts: ServiceParts) {
    this.signs = new SignsOfLife(parts.clock, parts.liveness);
  }

  static async load(parts: ServiceParts): Promise<Services> {
    const services = new Services(parts);
    const kept = [...(await parts.state.load(COLLECTION)).values()] as unknown as Service[];
    for (const service of kept.sort((a, b) => a.number - b.number)) services.restore(service);
    return services;
  }

  /** The same object until a service changes, for whoever keeps what was made of them. */
  get revision(): object {
    return this.state;
  }

  /** Every service in the order in which they came; the same array until one changes. */
  list(): readonly Service[] {
    return (this.current ??= Object.freeze([...this.services.values()]));
  }

  /** Likewise, and at a cost that does not grow with the number of others. */
  named(serName: string): readonly Service[] {
    return this.byName.get(serName);
  }

  inCategory(id: string): readonly Service[] {
    return this.byCategory.get(id);
  }

  ofApplication(appInstanceId: string): readonly Service[] {
    return this.byApplication.get(appInstanceId);
  }

  find(serInstanceId: string): Service | undefined {
    return this.services.get(serInstanceId);
  }

  /** @throws GatewayError `notFound`, also for a service of another application when `appInstanceId` is given */
  get(serInstanceId: string, appInstanceId?: string): Service {
    const service = this.services.get(serInstanceId);
    if (!service || (appInstanceId !== undefined && service.appInstanceId !== appInstanceId))
      throw new GatewayError(
        'notFound',
        `there is no service ${serInstanceId}${appInstanceId === undefined ? '' : ` of application ${appInstanceId}`}`,
      );
    return service;
  }

  /**
   * @param onHost whether the one who offers it is on this host
   * @param admit throws when the application may not offer services
   * @throws GatewayError `forbidden` when a bound is reached, `tooLarge`, `unavailable` when it cannot be kept, and what `admit`
   *   throws
   */
  register(appInstanceId: string, request: ServiceInfoRequest, onHost: boolean, admit: () => void): Promise<Service> {
    return this.parts.changes.run(async () => {
      admit();
      this.requireRoom(appInstanceId);
      const info = this.signs.negotiated({ ...request, serInstanceId: this.parts.newId() });
      // taken at once: the gateway's own services may come while this one is on its way to the disk
      const service = frozen({ number: this.nextNumber++, appInstanceId, onHost, info });
      requireSize('the service', service.info, this.parts.bounds.characters);
      await this.keep([service], [{ changeType: 'ADDED', service }]);
      this.signs.heard(service);
      return service;
    });
  }

  /**
   * Replaces what a service says of itself.
   *
   * @param check throws when the present service is not what the caller thinks it is, or the caller may not change it
   * @throws GatewayError `notFound`, `tooLarge`, `unavailable`, and what `check` throws; the service is then as it was
   */
  replace(
    appInstanceId: string,
    serInstanceId: string,
    request: ServiceInfoRequest,
    check: (present: Service) => void,
  ): Promise<Service> {
    return this.parts.changes.run(async () => {
      const before = this.get(serInstanceId, appInstanceId);
      check(before);
      const service = frozen({ ...before, info: this.signs.negotiated({ ...request, serInstanceId }) });
      requireSize('the service', service.info, this.parts.bounds.characters);
      await this.keep([service], changesOf(before, service));
      this.signs.heard(service);
      // the answer tells it
      this.untold.delete(serInstanceId);
      return service;
    });
  }

  /** @throws as `replace` */
  deregister(appInstanceId: string, serInstanceId: string, check: (present: Service) => void): Promise<void> {
    return this.parts.changes.run(async () => {
      const service = this.get(serInstanceId, appInstanceId);
      check(service);
      const leaving = this.leaving([service]);
      await this.parts.outbox.commit(leaving.changes, leaving.notices);
      leaving.done();
    });
  }

  leave(appInstanceId: string): Leaving {
    return this.leaving(this.ofApplication(appInstanceId));
  }

  /**
   * Makes these the services of the gateway itself, at once and whether or not that can be kept: they are what its hardware is.
   * What it offered before and is not among them is no more. Nobody else changes them, so this waits for no other change.
   *
   * @returns when that is kept, or cannot be
   */
  offer(appInstanceId: string, infos: readonly ServiceInfo[]): Promise<void> {
    const ids = new Set(infos.map(({ serInstanceId }) => serInstanceId));
    const gone = this.leaving(this.ofApplication(appInstanceId).filter((service) => !ids.has(idOf(service))));
    const offered = infos.flatMap((info) => this.offered(appInstanceId, info));
    gone.done();
    for (const { service } of offered) this.put(service);
    for (const change of offered) this.parts.bus.publish('service', change);
    const changes = [...gone.changes, ...offered.map(({ service }) => written(service))];
    return this.parts.outbox.announce(changes, [...gone.notices, ...offered.map(this.toNotice)]);
  }

  private offered(appInstanceId: string, info: ServiceInfo): ServiceChange[] {
    const before = this.services.get(info.serInstanceId);
    const service = frozen({ number: before?.number ?? this.nextNumber++, appInstanceId, onHost: true, info });
    return before ? changesOf(before, service) : [{ changeType: 'ADDED', service }];
  }

  /**
   * @returns undefined for a service that has not offered to say that it lives
   * @throws GatewayError `notFound`
   */
  liveness(appInstanceId: string, serInstanceId: string): Liveness | undefined {
    return this.signs.of(this.get(serInstanceId, appInstanceId));
  }

  /**
   * A service lives.
   *
   * @param check throws when the present service is not what the caller thinks it is
   * @returns how it now does, when that is news: it was SUSPENDED, or has another interval than it was told
   * @throws GatewayError `notFound`, `conflict` for one that its application has made INACTIVE, `unavailable`, and what `check`
   *   throws
   */
  async heartbeat(appInstanceId: string, serInstanceId: string, check: () => void): Promise<Liveness | undefined> {
    // one that is still waited for is not about to be SUSPENDED: there is nothing to keep, and no disk to wait for
    if (this.signs.isWaitedFor(serInstanceId) && !this.untold.has(serInstanceId)) {
      const service = this.get(serInstanceId, appInstanceId);
      check();
      this.signs.heard(service);
      return undefined;
    }
    return this.parts.changes.run(async () => {
      const service = this.get(serInstanceId, appInstanceId);
      check();
      if (service.info.state === 'INACTIVE')
        throw new GatewayError('conflict', `service ${serInstanceId} is INACTIVE: make it ACTIVE first, by PUT`);
      // who was ACTIVE lives, whatever becomes of the disk
      if (service.info.state === 'ACTIVE') this.signs.heard(service);
      if (service.info.state === 'ACTIVE' && !this.untold.has(serInstanceId)) return undefined;
      const back = withState(service, 'ACTIVE');
      // the interval that it is told is kept with it: by that one the next start sees whether it is another
      await this.keep([back], changesOf(service, back));
      this.signs.heard(back);
      this.untold.delete(serInstanceId);
      return this.liveness(appInstanceId, serInstanceId);
    });
  }

  /** Suspends the services of which nothing was heard in time. To be called every second; costs what is due. */
  async sweep(): Promise<void> {
    const due = this.signs.takeDue();
    // all at once would let nobody else have a turn, should a whole network fall silent
    for (let from = 0; from < due.length; from += TOGETHER) {
      const some = due.slice(from, from + TOGETHER);
      await this.parts.changes.run(() => this.suspend(some));
    }
  }

  private async suspend(ids: readonly string[]): Promise<void> {
    // some may have been heard of, or changed, while this waited for its turn
    const silent = ids
      .filter((id) => !this.signs.isWaitedFor(id))
      .flatMap((id) => this.services.get(id) ?? [])
      .filter(isAwaited);
    const suspended = silent.map((service) => withState(service, 'SUSPENDED'));
    try {
      await this.keep(
        suspended,
        suspended.map((service) => ({ changeType: 'STATE_CHANGED', service })),
      );
    } catch (error) {
      // the store says what is wrong; those who stay silent are suspended once it can be kept
      for (const service of silent) this.signs.again(service);
      if (!(error instanceof GatewayError)) throw error;
    }
  }

  private restore(kept: Service): void {
    const { livenessInterval: before } = kept.info;
    // what was kept before services had a place is on this host
    const service = frozen({
      ...kept,
      onHost: (kept as Partial<Service>).onHost ?? true,
      info: this.signs.negotiated(kept.info),
    });
    if (before !== undefined && service.info.livenessInterval !== before) this.untold.add(idOf(service));
    this.put(service);
    // nobody knows how long we were away: everybody has a whole interval again
    this.signs.heard(service);
  }

  private async keep(services: readonly Service[], changes: readonly ServiceChange[]): Promise<void> {
    await this.parts.outbox.commit(services.map(written), changes.map(this.toNotice));
    for (const service of services) this.put(service);
    for (const change of changes) this.parts.bus.publish('service', change);
  }

  private leaving(services: readonly Service[]): Leaving {
    const changes = services.map((service) => ({ changeType: 'REMOVED', service }) as const);
    return {
      changes: services.map((service) => ({ collection: COLLECTION, id: idOf(service) })),
      notices: changes.map(this.toNotice),
      done: () => {
        services.forEach((service) => this.drop(service));
        for (const change of changes) this.parts.bus.publish('service', change);
      },
    };
  }

  private readonly toNotice = ({ changeType, service }: ServiceChange): Notice => {
    const { serInstanceId, serName, serCategory, state, scopeOfLocality } = service.info;
    return {
      kind: 'service',
      changeType,
      serInstanceId,
      serName,
      ...(serCategory ? { serCategoryId: serCategory.id } : {}),
      state,
      isLocal: service.onHost || scopeOfLocality === 'MEC_SYSTEM',
      audience: this.parts.audienceOf(service),
    };
  };

  private put(service: Service): void {
    const id = idOf(service);
    const before = this.services.get(id);
    this.services.set(id, service);
    for (const index of [this.byName, this.byCategory, this.byApplication]) index.put(service, before);
    this.nextNumber = Math.max(this.nextNumber, service.number + 1);
    this.current = undefined;
    this.state = {};
    this.signs.changed(service);
  }

  private drop(service: Service): void {
    const id = idOf(service);
    this.services.delete(id);
    for (const index of [this.byName, this.byCategory, this.byApplication]) index.delete(service);
    this.signs.forget(id);
    this.untold.delete(id);
    this.current = undefined;
    this.state = {};
  }

  private requireRoom(appInstanceId: string): void {
    const { perApplication, total } = this.parts.bounds;
    if (this.services.size >= total) throw new GatewayError('forbidden', `the registry is full: it takes ${total} services`);
    if (this.byApplication.count(appInstanceId) >= perApplication)
      throw new GatewayError(
        'forbidden',
        `application ${appInstanceId} has ${perApplication} services already, and that is the bound`,
      );
  }
}

function written(service: Service): Change {
  return { collection: COLLECTION, id: idOf(service), body: service as unknown as Json };
}
