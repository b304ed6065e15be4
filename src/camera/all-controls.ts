import { GatewayError } from '../errors.js';
import type { Camera } from './camera.js';
import { CameraControls, COLLECTION, type ControlsParts } from './camera-controls.js';

/** The controls of all cameras, as they were set last. */
export class AllControls implements AsyncDisposable {
  private constructor(private readonly all: ReadonlyMap<string, CameraControls>) {}

  static async load(cameras: readonly Camera[], parts: ControlsParts): Promise<AllControls> {
    const kept = await parts.state.load(COLLECTION);
    return new AllControls(
      new Map(
        cameras.map((camera) => {
          const values = (kept.get(camera.cameraId) ?? {}) as Readonly<Record<string, number>>;
          return [camera.cameraId, new CameraControls(camera, new Map(Object.entries(values)), parts)];
        }),
      ),
    );
  }

  /** @throws GatewayError `notFound` */
  of(cameraId: string): CameraControls {
    const one = this.all.get(cameraId);
    if (!one) throw new GatewayError('notFound', `there is no camera ${cameraId}`);
    return one;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await Promise.all([...this.all.values()].map((one) => one[Symbol.asyncDispose]()));
  }
}
