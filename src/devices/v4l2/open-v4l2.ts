import { type Camera, orientationOf } from '../../camera/camera.js';
import { type Clock, systemClock } from '../../clock.js';
import { loadLibc } from '../libc.js';
import type { V4l2Input } from './capture-args.js';
import { FfmpegCamera } from './ffmpeg-camera.js';
import { V4l2Camera } from './v4l2-camera.js';

/** Who reads the device: the gateway by calls of the kernel, ffmpeg, or the first of both that can be had. */
export type Reader = 'auto' | 'kernel' | 'ffmpeg';

/** @throws GatewayError `unavailable` when the kernel is to be called and the package for that is not there */
export async function openV4l2(
  cameraId: string,
  { reader, rotate = 0, ...input }: V4l2Input & { readonly reader: Reader; readonly rotate?: 0 | 90 | 180 | 270 },
  clock: Clock = systemClock,
  load: typeof loadLibc = loadLibc,
): Promise<Camera> {
  const options = { orientation: orientationOf(rotate), clock };
  if (reader === 'ffmpeg') return new FfmpegCamera(cameraId, input, options);
  try {
    return new V4l2Camera(cameraId, input, { libc: await load('cameras'), ...options });
  } catch (error) {
    if (reader === 'kernel') throw error;
    return new FfmpegCamera(cameraId, input, options);
  }
}
