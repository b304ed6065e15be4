import type { Observed } from '../../events/observed.js';
import { GatewayError } from '../../errors.js';
import type { LiveView } from '../live-view.js';
import { Keeper, type KeeperParts, type KeptByItself } from './keeper.js';

/** Who keeps what, for each camera. */
export class Keepers implements AsyncDisposable {
  private readonly keepers: ReadonlyMap<string, Keeper>;

  /** @param settingsOf a camera, by its cameraId */
  constructor(views: readonly LiveView[], settingsOf: (cameraId: string) => Observed<KeptByItself>, parts: KeeperParts) {
    this.keepers = new Map(views.map((view) => [view.cameraId, new Keeper(view, settingsOf(view.cameraId), parts)]));
  }

  /** @throws GatewayError `notFound` */
  get(cameraId: string): Keeper {
    const keeper = this.keepers.get(cameraId);
    if (!keeper) throw new GatewayError('notFound', `there is no camera ${cameraId}`);
    return keeper;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await Promise.all([...this.keepers.values()].map((keeper) => keeper[Symbol.asyncDispose]()));
  }
}
