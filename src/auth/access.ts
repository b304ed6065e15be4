import { GatewayError } from '../errors.js';
import type { Owner } from '../registry/owner.js';
import type { Grant } from './grants.js';

/** To whom belongs what belongs to nobody else: the gateway, and what its operator runs on it. */
export const HOST = 'host';

/**
 * What a grant may touch and see, beyond the scopes of an operation. Asked at every call, also at those that were admitted before.
 */
export class Access {
  /** @param ownerOf whose an application instance is; undefined when it is nobody's but the host's */
  constructor(private readonly ownerOf: (appInstanceId: string) => Owner | undefined = () => undefined) {}

  /** Whether it may act for this application instance: it was given to its client, or made by it. */
  owns(grant: Grant, appInstanceId: string): boolean {
    if (grant.appInstanceIds === 'all') return this.seesApplication(grant, appInstanceId);
    const owner = this.ownerOf(appInstanceId);
    // one of this name that another tenant has made is not the one that was given
    if (grant.appInstanceIds.has(appInstanceId))
      return grant.tenant === undefined || (owner?.tenant ?? grant.tenant) === grant.tenant;
    return owner?.client === grant.client && owner.tenant === grant.tenant;
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
   * Whether it may make an instance of this name. One that was given to another client is not to be had, be it there or not: whoever
   * made it would own it too.
   *
   * @throws GatewayError `conflict`, as where there is such an instance already
   */
  requireFree(grant: Grant, appInstanceId: string): void {
    if (this.ownerOf(appInstanceId) !== undefined && !this.owns(grant, appInstanceId))
      throw new GatewayError('conflict', `there is an application instance ${appInstanceId} already`);
  }

  /** Whether it may see what this application instance offers to others. */
  seesApplication({ tenant }: Grant, appInstanceId: string): boolean {
    return tenant === undefined || (this.ownerOf(appInstanceId)?.tenant ?? HOST) === tenant;
  }

  /** Whose what it makes is. */
  ownerFor({ client, tenant }: Grant): Owner | undefined {
    return tenant === undefined ? undefined : { client, tenant };
  }

  seesDevice({ devices }: Grant, deviceId: string): boolean {
    return devices === 'all' || devices.has(deviceId);
  }

  /**
   * A device that it may not see is not there.
   *
   * @param what as the client called it
   * @throws GatewayError `notFound`
   */
  requireDevice(grant: Grant, deviceId: string, what: string): void {
    if (!this.seesDevice(grant, deviceId)) throw new GatewayError('notFound', `there is no ${what}`);
  }
}
