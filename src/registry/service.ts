import { isDeepStrictEqual } from 'node:util';
import type { components } from '../../generated/mec011-service-management.js';
import type { Immutable } from '../immutable.js';

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
  /** Whether it is on the host of the platform. */
  readonly onHost: boolean;
  readonly info: ServiceInfo;
}

/** @see ETSI GS MEC 011, clause 8.1.4.2 (ServiceAvailabilityNotification, `changeType`) */
export type ChangeType = 'ADDED' | 'REMOVED' | 'STATE_CHANGED' | 'ATTRIBUTES_CHANGED';

export interface ServiceChange {
  readonly changeType: ChangeType;
  /** As it is after the change; as it was last when it was REMOVED. */
  readonly service: Service;
}

export function idOf({ info }: Service): string {
  return info.serInstanceId;
}

/** STATE_CHANGED when only the state is another, ATTRIBUTES_CHANGED when anything else is, nothing when nothing is. */
export function changesOf(before: Service, service: Service): ServiceChange[] {
  if (!isDeepStrictEqual({ ...before.info, state: service.info.state }, service.info))
    return [{ changeType: 'ATTRIBUTES_CHANGED', service }];
  return before.info.state === service.info.state ? [] : [{ changeType: 'STATE_CHANGED', service }];
}

export function withState(service: Service, state: ServiceState): Service {
  return frozen({ ...service, info: { ...service.info, state } });
}

export function frozen(service: Service): Service {
  Object.freeze(service.info);
  return Object.freeze(service);
}
