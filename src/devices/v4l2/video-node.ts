import type { Clock } from '../../clock.js';
import { GatewayError, messageOf } from '../../errors.js';
import type { Observed } from '../../events/observed.js';
import { active, type Health, suspended } from '../../registry/health.js';
import { obstacleAt } from './obstacle.js';

const LOOK_EVERY_MS = 2000;

export interface VideoNodeOptions {
  /** Is told when it goes and when it comes back. */
  readonly health: Observed<Health>;
  readonly clock: Clock;
  readonly obstacleTo?: (device: string) => string | undefined;
  /** Called when there can be no pictures. */
  readonly gone?: () => void;
}

/** The node of a camera, which tells that it was pulled out, or came back, also while nobody captures. */
export class VideoNode implements Disposable {
  /** Why there can be no picture, whether or not anybody looks. */
  obstacle: string | undefined;
  private readonly looking: Disposable;

  constructor(
    private readonly device: string,
    private readonly options: VideoNodeOptions,
  ) {
    this.look();
    this.looking = options.clock.every(LOOK_EVERY_MS, () => this.look());
  }

  /** @throws GatewayError `unavailable` */
  requireThere(): void {
    this.look();
    if (this.obstacle !== undefined) throw new GatewayError('unavailable', this.obstacle);
  }

  /** What was pulled out says more than whoever lost it. @returns the error for whoever reads */
  failed(error: unknown): unknown {
    this.look();
    this.options.health.set(suspended(this.obstacle ?? messageOf(error)));
    return this.obstacle === undefined ? error : new GatewayError('unavailable', this.obstacle, { cause: error });
  }

  private look(): void {
    const { health, obstacleTo = obstacleAt, gone } = this.options;
    const obstacle = obstacleTo(this.device);
    if (obstacle !== this.obstacle) health.set(obstacle === undefined ? active : suspended(obstacle));
    this.obstacle = obstacle;
    if (obstacle !== undefined) gone?.();
  }

  [Symbol.dispose](): void {
    this.looking[Symbol.dispose]();
  }
}
