import type { Clock } from '../../clock.js';
import type { Observed } from '../../events/observed.js';
import { active, type Health, suspended } from '../../registry/health.js';
import { obstacleAt } from './obstacle.js';

const LOOK_EVERY_MS = 2000;

/** Tells by the node of a camera that it was pulled out, or came back, also while nobody captures. */
export class VideoNode implements Disposable {
  /** Why there can be no picture, whether or not anybody looks. */
  obstacle: string | undefined;
  private readonly looking: Disposable;

  /** @param health is told of changes, and of nothing else */
  constructor(
    private readonly device: string,
    private readonly health: Observed<Health>,
    clock: Clock,
    private readonly obstacleTo: (device: string) => string | undefined = obstacleAt,
  ) {
    this.look();
    this.looking = clock.every(LOOK_EVERY_MS, () => this.look());
  }

  look(): void {
    const obstacle = this.obstacleTo(this.device);
    if (obstacle !== this.obstacle) this.health.set(obstacle === undefined ? active : suspended(obstacle));
    this.obstacle = obstacle;
  }

  [Symbol.dispose](): void {
    this.looking[Symbol.dispose]();
  }
}
