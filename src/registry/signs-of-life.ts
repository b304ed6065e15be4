import type { Clock } from '../clock.js';
import { Deadlines } from './deadlines.js';
import type { Service, ServiceInfoRequest, ServiceState } from './service.js';

/** How often services are to say that they live; s. */
export interface LivenessBounds {
  readonly min: number;
  readonly max: number;
  /** For those who leave it to us. */
  readonly chosen: number;
}

/** When a service was last heard of, and how often it is to be. */
export interface Liveness {
  readonly state: ServiceState;
  /** ms since the epoch */
  readonly heardAt: number;
  /** s */
  readonly interval: number;
}

/** How long after its time a sign of life is still waited for. */
const GRACE_MS = 1_000;
/** When what could not be kept is tried again. */
const AGAIN_MS = 5_000;

/** Who was heard of when, and who is waited for. It decides nothing about a service, and keeps nothing on disk. */
export class SignsOfLife {
  private readonly deadlines = new Deadlines();
  private readonly heardAt = new Map<string, number>();

  constructor(
    private readonly clock: Clock,
    private readonly bounds: LivenessBounds,
  ) {}

  /** @see ETSI GS MEC 011, clause 8.1.2.2 (`livenessInterval`): an application proposes, the platform decides */
  negotiated<Info extends ServiceInfoRequest>(info: Info): Info {
    const { livenessInterval: proposed } = info;
    if (proposed === undefined) return info;
    const { min, max, chosen } = this.bounds;
    return { ...info, livenessInterval: proposed === 0 ? chosen : Math.min(max, Math.max(min, proposed)) };
  }

  /** It lives; whoever owes the next sign of life is waited for. */
  heard(service: Service): void {
    const { serInstanceId, livenessInterval } = service.info;
    if (livenessInterval === undefined) this.heardAt.delete(serInstanceId);
    else this.heardAt.set(serInstanceId, this.clock.now());
    if (livenessInterval !== undefined && isAwaited(service))
      this.deadlines.heard(serInstanceId, livenessInterval * 1000 + GRACE_MS, this.clock.monotonic());
  }

  /** The service has become another, and may owe no signs of life any more. */
  changed(service: Service): void {
    if (!isAwaited(service)) this.deadlines.delete(service.info.serInstanceId);
  }

  forget(serInstanceId: string): void {
    this.deadlines.delete(serInstanceId);
    this.heardAt.delete(serInstanceId);
  }

  isWaitedFor(serInstanceId: string): boolean {
    return this.deadlines.has(serInstanceId);
  }

  /** Those of whom nothing was heard in time; they are waited for no more. Costs what is due. */
  takeDue(): readonly string[] {
    return this.deadlines.takeDue(this.clock.monotonic());
  }

  /** It will be due again in 5 s, unless it is heard of. */
  again(service: Service): void {
    this.deadlines.heard(service.info.serInstanceId, AGAIN_MS, this.clock.monotonic());
  }

  /** @returns undefined for a service that has not offered to say that it lives */
  of({ info }: Service): Liveness | undefined {
    const { state, livenessInterval: interval, serInstanceId } = info;
    if (interval === undefined) return undefined;
    return { state, interval, heardAt: this.heardAt.get(serInstanceId) ?? this.clock.now() };
  }
}

/** Whether it owes signs of life. One that is INACTIVE does not, and one that is SUSPENDED is not waited for any more. */
export function isAwaited({ info }: Service): boolean {
  return info.livenessInterval !== undefined && info.state === 'ACTIVE';
}
