import { GatewayError } from '../errors.js';
import type { Camera } from './camera.js';
import { LiveView } from './live-view.js';
import type { LiveViewOptions } from './live-view-options.js';

export interface CamerasOptions extends Omit<LiveViewOptions, 'keepWarm'> {
  /** By cameraId: those that are kept warm. */
  readonly warm?: readonly string[];
}

/** The cameras of this gateway, each with the one view that all who look share. Disposing ends the views; whoever opened the cameras closes them. */
export class Cameras implements AsyncDisposable {
  private readonly views = new Map<string, LiveView>();

  /** @throws GatewayError `conflict` when two cameras have the same cameraId */
  constructor(cameras: Iterable<Camera>, { warm = [], ...options }: CamerasOptions = {}) {
    for (const camera of cameras) {
      if (this.views.has(camera.cameraId)) throw new GatewayError('conflict', `two cameras are called ${camera.cameraId}`);
      this.views.set(camera.cameraId, new LiveView(camera, { ...options, keepWarm: warm.includes(camera.cameraId) }));
    }
  }

  /** In the order of the configuration. */
  list(): readonly LiveView[] {
    return [...this.views.values()];
  }

  find(cameraId: string): LiveView | undefined {
    return this.views.get(cameraId);
  }

  /** @throws GatewayError `notFound` */
  get(cameraId: string): LiveView {
    const view = this.find(cameraId);
    if (!view) throw new GatewayError('notFound', `there is no camera ${cameraId}`);
    return view;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await Promise.all(this.list().map((view) => view[Symbol.asyncDispose]()));
  }
}
