import { GatewayError } from '../errors.js';
import type { Subscription } from '../events/subscription.js';
import type { Application } from '../registry/application.js';
import type { Audience } from '../registry/audience.js';
import { type Device, deviceIdOf } from '../registry/devices.js';
import { deviceOfOwn, isGatewayName } from '../registry/own-services.js';
import { HOST, type Owner } from '../registry/owner.js';
import type { Service } from '../registry/service.js';
import type { Subsystem } from '../registry/subsystem.js';
import { type TagReading, tagNameOf } from '../sensors/tag-reading.js';
import type { Client } from './client.js';
import type { Grant } from './grants.js';
import type { Tenant } from './tenants.js';
import { seenOnce } from './seen-once.js';

export { HOST };

/** How far somebody sees. */
export type Sight = Pick<Grant, 'tenant' | 'devices'>;

export interface AccessParts {
  /** The gateway's own identifier: under it stand its own services. */
  readonly own: string;
  /** The application instance of this identifier, and who has made it. */
  readonly application: (appInstanceId: string) => Pick<Application, 'owner'> | undefined;
  readonly clients: {
    readonly find: (clientId: string) => Pick<Client, 'disabled' | 'devices' | 'tenant'> | undefined;
    /** To whom an application instance was given. */
    readonly ownerOf: (appInstanceId: string) => Owner | undefined;
    /** The same object until a client changes. */
    readonly list: () => object;
  };
  readonly tenants: { readonly find: (tenant: string) => Pick<Tenant, 'devices'> | undefined };
}

/** What a gateway has at the registry of its street, and no application. */
const STREET = 'street:write';
const nothing = Object.freeze({});
const NOBODY: AccessParts = {
  own: '',
  application: () => undefined,
  clients: { find: () => undefined, ownerOf: () => undefined, list: () => nothing },
  tenants: { find: () => undefined },
};

/**
 * What a grant may touch and see, beyond the scopes of an operation. Asked at every call, also at those that were admitted before.
 *
 * What somebody may not see is not there: lists leave it out, and asked for by its name it is answered as what there is not.
 */
export class Access {
  private readonly clientsNow = () => this.parts.clients.list();

  /** The services of a list that a grant may see. */
  readonly services = seenOnce((grant, service: Service) => this.seesService(grant, service), this.clientsNow);
  /** The application instances of a list that are its own: those that it may also touch. */
  readonly applications = seenOnce((grant, { appInstanceId }: Application) => this.owns(grant, appInstanceId), this.clientsNow);
  readonly devices = seenOnce((grant, { deviceId }: Device) => this.seesDevice(grant, deviceId), this.clientsNow);
  readonly readings = seenOnce((grant, { mac }: TagReading) => this.seesTag(grant, mac), this.clientsNow);

  constructor(private readonly parts: AccessParts = NOBODY) {}

  /** Whether it may act for this application instance: it was given to its client, or made by it. */
  owns(grant: Grant, appInstanceId: string): boolean {
    const { client, tenant, appInstanceIds, devices } = grant;
    // the gateway is nobody's application
    if (appInstanceId === this.parts.own) return tenant === undefined && devices === 'all';
    const isGiven = appInstanceIds === 'all' || appInstanceIds.has(appInstanceId);
    if (isGiven && tenant === undefined) return true;
    const owner = this.ownerOf(appInstanceId);
    // one of this name that another tenant has made is not the one that was given
    if (owner) return owner.tenant === tenant && (isGiven || owner.client === client);
    return appInstanceIds === 'all' ? tenant === HOST && this.parts.application(appInstanceId) !== undefined : isGiven;
  }

  /**
   * Whether there is such an instance or not, the answer is the same.
   *
   * @throws GatewayError `forbidden`
   */
  requireOwn(grant: Grant, appInstanceId: string): void {
    if (!this.owns(grant, appInstanceId))
      throw new GatewayError('forbidden', `application instance ${appInstanceId} is none of this client's`);
  }

  /**
   * Whether it may choose this name for what it makes. That a name is taken says that somebody is there, so whoever does not see
   * everybody takes a name that is its own already, or none.
   *
   * @throws GatewayError `forbidden`
   */
  requireName(grant: Grant, appInstanceId: string): void {
    if (grant.tenant !== undefined) this.requireOwn(grant, appInstanceId);
  }

  /**
   * Whether it may call a service so: whoever looks for a gateway's services by name is to find those of gateways. That is this one,
   * and those that show theirs here, for which the operator has given their clients a scope.
   *
   * @throws GatewayError `forbidden`
   */
  requireServiceName({ tenant, scopes }: Grant, serName: string): void {
    if (!isGatewayName(serName)) return;
    const isHost = tenant === undefined || tenant === HOST;
    if (!isHost || (scopes !== 'all' && !scopes.has(STREET)))
      throw new GatewayError(
        'forbidden',
        `serName: names that begin with umec- are for gateways; expected another name, or a client of the host with the scope ${STREET}`,
      );
  }

  /** Whose what it makes is. */
  ownerFor({ client, tenant, devices }: Grant): Owner | undefined {
    if (tenant === undefined) return undefined;
    return { client, tenant, ...(devices === 'all' ? {} : { devices: [...devices] }) };
  }

  seesDevice({ devices }: Sight, deviceId: string): boolean {
    return devices === 'all' || devices.has(deviceId);
  }

  /** @param mac in any spelling */
  seesTag(sight: Sight, mac: string): boolean {
    return this.seesDevice(sight, deviceIdOf('TAG', tagNameOf(mac)));
  }

  /**
   * A device that it may not see is not there.
   *
   * @param what as the client called it
   * @throws GatewayError `notFound`, in the words for what there is not
   */
  requireDevice(grant: Grant, deviceId: string, what: string): void {
    if (!this.seesDevice(grant, deviceId)) throw new GatewayError('notFound', `there is no ${what}`);
  }

  /** Whether it looks after the whole gateway. */
  isWhole({ tenant, devices }: Grant): boolean {
    return tenant === undefined && devices === 'all';
  }

  /**
   * What is said of a device reaches everybody who reads it, so only who looks after the whole gateway says it.
   *
   * @throws GatewayError `forbidden`
   */
  requireWhole(grant: Grant): void {
    if (!this.isWhole(grant)) throw new GatewayError('forbidden', 'devices are configured by who looks after the whole gateway');
  }

  /**
   * What is of no device and no tenant is for who looks after the whole gateway.
   *
   * @throws GatewayError `forbidden`
   */
  requireHost(grant: Grant, what: string): void {
    if (!this.isWhole(grant)) throw new GatewayError('forbidden', `${what} is for who looks after the whole gateway`);
  }

  /**
   * What is sent to a destination is of all tenants. To whoever does not look after the whole gateway there is none.
   *
   * @throws GatewayError `notFound`
   */
  requireDestination(grant: Grant, destinationId: string): void {
    if (!this.isWhole(grant)) throw new GatewayError('notFound', `there is no destination ${destinationId}`);
  }

  seesService(grant: Grant, service: Service): boolean {
    return this.sees(grant, this.audienceOf(service));
  }

  /** @throws as `requireDevice` */
  requireService(grant: Grant, service: Service): void {
    if (!this.seesService(grant, service))
      throw new GatewayError('notFound', `there is no service ${service.info.serInstanceId}`);
  }

  /** The gateway's own services are everybody's who may see what they are about; others are their tenant's. */
  audienceOf({ appInstanceId, info }: Pick<Service, 'appInstanceId' | 'info'>): Audience {
    if (appInstanceId !== this.parts.own) return { tenant: this.ownerOf(appInstanceId)?.tenant ?? HOST };
    const deviceId = deviceOfOwn(info.serName);
    return deviceId === undefined ? nothing : { deviceId };
  }

  /** What is no device's is the host's own affair. */
  seesSubsystem(grant: Grant, { deviceId }: Pick<Subsystem, 'deviceId'>): boolean {
    return deviceId === undefined
      ? grant.devices === 'all' && this.sees(grant, { tenant: HOST })
      : this.seesDevice(grant, deviceId);
  }

  sees(sight: Sight, { tenant, deviceId }: Audience): boolean {
    return (
      (tenant === undefined || sight.tenant === undefined || sight.tenant === tenant) &&
      (deviceId === undefined || this.seesDevice(sight, deviceId))
    );
  }

  /**
   * Whether a subscriber may hear of something. Subscriptions outlive tokens: what counts is what the client of the application
   * and its tenant may see now, and one that is disabled or gone sees nothing. Of clients of outside issuers nothing is known between their
   * tokens, so that there it is what they might see when they came.
   */
  hears({ owner, appInstanceId }: Pick<Subscription, 'owner' | 'appInstanceId'>, audience: Audience): boolean {
    const whose = owner ?? this.parts.clients.ownerOf(appInstanceId);
    if (!whose) return this.sees(OF_HOST, audience);
    // a clientId of ours has no #
    const client = whose.client.includes('#') ? { ...whose, disabled: false } : this.parts.clients.find(whose.client);
    if (!client || client.disabled || client.tenant !== whose.tenant) return false;
    const shared = this.parts.tenants.find(whose.tenant)?.devices ?? [];
    return [shared, client.devices ?? 'all'].every((devices) =>
      this.sees({ tenant: whose.tenant, devices: devices === 'all' ? devices : new Set(devices) }, audience),
    );
  }

  private ownerOf(appInstanceId: string): Owner | undefined {
    return this.parts.application(appInstanceId)?.owner ?? this.parts.clients.ownerOf(appInstanceId);
  }
}

const OF_HOST: Sight = { tenant: HOST, devices: 'all' };
