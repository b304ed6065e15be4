import type { Frame } from '../../../src/camera/camera.js';
import type { Lens } from '../../../src/camera/inference/inferences.js';

/** Shows this one frame to whoever looks. */
export function lensOn(frame: Frame): Lens {
  return { cameraId: 'lens-1', snapshot: () => Promise.resolve(frame) };
}
