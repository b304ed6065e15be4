import type { components } from '../../generated/mec011-app-support.js';
import type { Immutable } from '../immutable.js';
import type { Owner } from './owner.js';

type Schemas = Immutable<components['schemas']>;

/** What an application says of itself; its identifier and who started it are the platform's to know. */
export type AppInfo = Omit<Schemas['AppInfoRequest'], 'appInstanceId' | 'isInsByMec'>;
export type OperationAction = Schemas['OperationActionType'];

export interface Termination {
  readonly operationAction: OperationAction;
  /** s */
  readonly maxGracefulTimeout: number;
}

/** An application instance. Never changed: an update is a new value. */
export interface Application {
  /** Grows from instance to instance, so that their order survives a restart. */
  readonly number: number;
  readonly appInstanceId: string;
  /** Whether the platform's management has made it, or it came by itself. */
  readonly origin: 'MANAGEMENT' | 'REGISTRATION';
  readonly state: 'NOT_READY' | 'READY' | 'STOPPING' | 'TERMINATING' | 'STOPPED';
  readonly named: Pick<AppInfo, 'appName' | 'appProvider' | 'appDId'>;
  /** Who has made it; absent where that was whoever looks after the gateway. */
  readonly owner?: Owner;
  /** What it said when it registered; one that the management has made need not. */
  readonly registration?: AppInfo;
  /** While it is STOPPING or TERMINATING. */
  readonly termination?: Termination;
}

/** The same value, of which that is known. */
export type RegisteredApplication = Application & { readonly registration: AppInfo };

export function isRegistered(application: Application): application is RegisteredApplication {
  return application.registration !== undefined;
}

/** What of it the application is called by. */
export function nameOf({ appName, appProvider, appDId }: Application['named']): Application['named'] {
  return {
    appName,
    ...(appProvider === undefined ? {} : { appProvider }),
    ...(appDId === undefined ? {} : { appDId }),
  };
}
