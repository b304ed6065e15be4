/** A camera on the CSI connector. */
export interface RpicamInput {
  /** Which of several, as `rpicam-vid --list-cameras` counts them. */
  readonly camera: number;
  /** pixels */
  readonly width: number;
  readonly height: number;
  /** frames per second */
  readonly fps: number;
  /** Of its JPEG images, 1 to 100. */
  readonly quality: number;
  /** As it is mounted; half a turn the sensor itself can do, at no cost. */
  readonly rotate: 0 | 90 | 180 | 270;
}

/**
 * The arguments with which rpicam-vid writes JPEG images to its standard output, one behind the other, without end.
 *
 * @see rpicam-vid(1); libcamera-vid has the same
 */
export function rpicamArgs({ camera, width, height, fps, quality, rotate }: RpicamInput): string[] {
  const numbers = {
    camera,
    width,
    height,
    framerate: fps,
    quality,
    timeout: 0,
    verbose: 0,
    ...(rotate === 180 ? { rotation: 180 } : {}),
  };
  return [
    ...Object.entries(numbers).flatMap(([name, value]) => [`--${name}`, String(value)]),
    // no window, and each image leaves it when it is made
    ...['--nopreview', '--codec', 'mjpeg', '--flush', '--output', '-'],
  ];
}
