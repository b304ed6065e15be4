import type { CameraControl } from '../../camera/controls.js';
import { type ErrorCode, GatewayError, messageOf } from '../../errors.js';
import type { MemoryLibc } from '../libc.js';
import { VideoControls } from './video-controls.js';
import { VideoDevice } from './video-device.js';

/** What a thread is to do. */
export interface ControlsOrder {
  readonly device: string;
  /** By controlId; empty only asks. */
  readonly values: ReadonlyMap<string, number>;
}

/** What it answers: the controls as they are now, or why not. */
export type ControlsAnswer =
  { readonly controls: readonly CameraControl[] } | { readonly refused: string; readonly code: ErrorCode };

/** Opens the camera beside whoever captures, which the kernel allows. */
export function answerTo({ device: path, values }: ControlsOrder, libc: MemoryLibc): ControlsAnswer {
  try {
    using device = VideoDevice.open(libc, path);
    const controls = new VideoControls(libc, device.fd);
    if (values.size > 0) controls.set(values);
    return { controls: controls.list() };
  } catch (error) {
    return { refused: messageOf(error), code: error instanceof GatewayError ? error.code : 'unavailable' };
  }
}
