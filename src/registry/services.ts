import { isDeepStrictEqual } from 'node:util';
import type { components } from '../../generated/mec011-service-management.js';
import type { Immutable } from '../immutable.js';
import { GatewayError } from '../errors.js';
import type { EventBus } from '../events/bus.js';
import { Serial } from './serial.js';
import type { Json } from '../json.js';
import type { State } from './state.js';

type Schemas = Immutable<components['schemas']>;
export type TransportInfo = Schemas['TransportInfo'];
export type ServiceState = Schemas['ServiceState'];

/** A service as it is kept: what ETSI's `ServiceInfo` says, save what depends on who asks and where the gateway is. */
export type ServiceInfo = Omit<Schemas['ServiceInfo'], '_links' | 'isLocal'>;

/** What an application may say of its service. */
export type ServiceInfoRequest = Omit<ServiceInfo, 'serInstanceId'>;

/** A service and whose it is. Never changed: an update is a new value. */
export interface Service {
  /** Grows from service to service, so that their order survives a restart. */
  readonly number: number;
  readonly appInstanceId: string;
  readonly info: ServiceInfo;
}

/** @see ETSI GS MEC 011, clause 8.1.4.2 (ServiceAvailabilityNotification, `changeType`) */
export type ChangeType = 'ADDED' | 'REMOVED' | 'STATE_CHANGED' | 'ATTRIBUTES_CHANGED';

export interface ServiceChange {
  readonly changeType: ChangeType;
  /** As it is after the change; as it was last when it was REMOVED. */
  readonly service: Service;
}

export interface ServiceBounds {
  readonly perApplication: number;
  readonly total: number;
  /** How long what a service says of itself may be, characters of JSON. */
  readonly characters: number;
}

const COLLECTION = 'services';

/**
 * The MEC services: those of applications, which survive a restart, and the gateway's own, which live and die with the
 * hardware behind them. Changes happen one after the other, and each is answered when it is on disk.
 *
 * @see ETSI GS MEC 011, clause 8
 */
export class Services {
  private readonly changes = new Serial();
  private current: readonly Service[] | undefined;
  /** Who offers services that nobody but the gateway itself may change. */
  private readonly own = new Set<string>();
  private nextNumber: number;

  private constructor(
    private readonly state: State,
    private readonly bus: EventBus,
    private readonly newId: () => string,
    private readonly bounds: ServiceBounds,
    private readonly services: Map<string, Service>,
  ) {
    this.nextNumber = Math.max(0, ...[...services.values()].map(({ number }) => number)) + 1;
  }

  static async load(state: State, bus: EventBus, newId: () => string, bounds: ServiceBounds): Promise<Services> {
    const kept = [...(await state.load(COLLECTION)).values()].map((body) => frozen(body as unknown as Service));
    kept.sort((a, b) => a.number - b.number);
    return new Services(state, bus, newId, bounds, new Map(kept.map((service) => [service.info.serInstanceId, service])));
  }

  /** Every service in the order in which they came; the same array until one changes. */
  list(): readonly Service[] {
    this.current ??= Object.freeze([...this.services.values()]);
    return this.current;
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

  /** @throws GatewayError `forbidden` when a bound is reached, `tooLarge`, `unavailable` when it cannot be kept */
  register(appInstanceId: string, request: ServiceInfoRequest): Promise<Service> {
    return this.changes.run(async () => {
      this.requireNotOwn(appInstanceId);
      this.requireRoom(appInstanceId);
      const service = frozen({ number: this.nextNumber++, appInstanceId, info: { ...request, serInstanceId: this.newId() } });
      await this.keep(service);
      this.put(service, 'ADDED');
      return service;
    });
  }

  /**
   * Replaces what a service says of itself.
   *
   * @param check throws when the present service is not what the caller thinks it is
   * @throws GatewayError `notFound`, `forbidden` for a service of the gateway itself, `tooLarge`, `unavailable`, and what
   *   `check` throws; the service is then as it was
   */
  replace(
    appInstanceId: string,
    serInstanceId: string,
    request: ServiceInfoRequest,
    check: (present: Service) => void,
  ): Promise<Service> {
    return this.changes.run(async () => {
      const before = this.get(serInstanceId, appInstanceId);
      this.requireNotOwn(appInstanceId);
      check(before);
      const service = frozen({ ...before, info: { ...request, serInstanceId } });
      await this.keep(service);
      this.put(service, changeType(before, service));
      return service;
    });
  }

  /** @throws as `replace` */
  deregister(appInstanceId: string, serInstanceId: string, check: (present: Service) => void): Promise<void> {
    return this.changes.run(async () => {
      const service = this.get(serInstanceId, appInstanceId);
      this.requireNotOwn(appInstanceId);
      check(service);
      await this.state.commit([{ collection: COLLECTION, id: serInstanceId }]);
      this.services.delete(serInstanceId);
      this.current = undefined;
      this.bus.publish('service', { changeType: 'REMOVED', service });
    });
  }

  /** Shows a service of the gateway itself, or its new state; it is not kept, for the hardware may be another next time. */
  offer(appInstanceId: string, info: ServiceInfo): void {
    this.own.add(appInstanceId);
    const before = this.services.get(info.serInstanceId);
    const service = frozen({ number: before?.number ?? this.nextNumber++, appInstanceId, info });
    const change = before ? changeType(before, service) : 'ADDED';
    if (change) this.put(service, change);
  }

  private async keep(service: Service): Promise<void> {
    const { length } = JSON.stringify(service.info);
    const { characters } = this.bounds;
    if (length > characters)
      throw new GatewayError('tooLarge', `the service has ${length} characters, expected at most ${characters}`);
    await this.state.commit([{ collection: COLLECTION, id: service.info.serInstanceId, body: service as unknown as Json }]);
  }

  private put(service: Service, change: ChangeType | undefined): void {
    this.services.set(service.info.serInstanceId, service);
    this.current = undefined;
    if (change) this.bus.publish('service', { changeType: change, service });
  }

  private requireNotOwn(appInstanceId: string): void {
    if (this.own.has(appInstanceId))
      throw new GatewayError('forbidden', `${appInstanceId} is the gateway itself: its services are what its hardware is`);
  }

  private requireRoom(appInstanceId: string): void {
    const { perApplication, total } = this.bounds;
    if (this.services.size >= total) throw new GatewayError('forbidden', `the registry is full: it takes ${total} services`);
    const own = this.list().filter((service) => service.appInstanceId === appInstanceId).length;
    if (own >= perApplication)
      throw new GatewayError('forbidden', `application ${appInstanceId} has ${own} services already, and that is the bound`);
  }
}

/** STATE_CHANGED when only the state is another, ATTRIBUTES_CHANGED when anything else is, nothing when nothing is. */
function changeType(before: Service, after: Service): ChangeType | undefined {
  if (!isDeepStrictEqual({ ...before.info, state: after.info.state }, after.info)) return 'ATTRIBUTES_CHANGED';
  return before.info.state === after.info.state ? undefined : 'STATE_CHANGED';
}

function frozen(service: Service): Service {
  Object.freeze(service.info);
  return Object.freeze(service);
}
