import type { CameraMotion } from '../camera/motion/motion-watch.js';
import type { GpioEdge } from '../gpio/line.js';
import type { Audience } from '../registry/audience.js';
import type { ChangeType, ServiceState } from '../registry/service.js';

/** A service has changed (ETSI GS MEC 011, clause 8.1.4.2). It says all that a subscription can ask for. */
export interface ServiceNotice {
  readonly kind: 'service';
  readonly changeType: ChangeType;
  readonly serInstanceId: string;
  readonly serName: string;
  readonly serCategoryId?: string;
  /** After the change. */
  readonly state: ServiceState;
  /** Whether it is local to whoever is on the host of the platform. */
  readonly isLocal: boolean;
  /** Who may hear of it, settled when it happened: of a service that is gone nobody knows any more whose it was. */
  readonly audience: Audience;
}

/** An input has changed. */
export interface EdgeNotice extends Pick<GpioEdge, 'lineId' | 'edge'> {
  readonly kind: 'edge';
  /** What subscribers read. It is kept as it is: told again, after a restart too, it is the same event under the same name. */
  readonly event: object;
  readonly audience: Audience;
}

/** Something begins to move in front of a camera, or nothing does any more. */
export interface MotionNotice extends Pick<CameraMotion, 'cameraId' | 'zoneId' | 'change'> {
  readonly kind: 'motion';
  /** As that of an edge. */
  readonly event: object;
  readonly audience: Audience;
}

/** A tag has entered or left the condition that one subscriber has asked for. */
export interface ConditionNotice {
  readonly kind: 'condition';
  readonly subscriptionId: string;
  /** As that of an edge. */
  readonly event: object;
  readonly audience: Audience;
}

/** An application is about to be stopped or ended (clause 7.1.4.2). */
export interface TerminationNotice {
  readonly kind: 'termination';
  readonly appInstanceId: string;
  readonly operationAction: 'STOPPING' | 'TERMINATING';
  /** s */
  readonly maxGracefulTimeout: number;
}

/** One subscriber wants to see whether notifications arrive (ETSI GS MEC 009, clause 6.12a). */
export interface TestNotice {
  readonly kind: 'test';
  readonly subscriptionId: string;
}

/** What subscribers are told. */
export type Notice = ServiceNotice | EdgeNotice | MotionNotice | ConditionNotice | TerminationNotice | TestNotice;

/** What machines say, which may come by the hundred per second, and not what somebody does. */
export function isPlentiful({ kind }: Notice): boolean {
  return kind === 'edge' || kind === 'motion' || kind === 'condition';
}
