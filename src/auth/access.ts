import { GatewayError } from '../errors.js';
import type { Grant } from './grants.js';

/** To whom belongs what belongs to nobody else: the gateway, and what its operator runs on it. */
export const HOST = 'host';

/**
 * What a grant may touch and see, beyond the scopes of an operation. Asked at every call, also at those that were admitted before.
 */
export class Access {
  /** @param ownerTenant to whom the client belongs that owns this application instance; undefined when nobody owns it */
  constructor(private readonly ownerTenant: (appInstanceId: string) => string | undefined = () => undefined) {}

  /** Whether it may act for this application instance. */
  owns(grant: Grant, appInstanceId: string): boolean {
    if (grant.appInstanceIds !== 'all') return grant.appInstanceIds.has(appInstanceId);
    return this.seesApplication(grant, appInstanceId);
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

  /** Whether it may see what this application instance offers to others. */
  seesApplication({ tenant }: Grant, appInstanceId: string): boolean {
    return tenant === undefined || (this.ownerTenant(appInstanceId) ?? HOST) === tenant;
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
