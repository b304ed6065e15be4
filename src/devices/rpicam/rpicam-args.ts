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
  /** The sensor itself turns the picture by half a turn, at no cost. */
  readonly upsideDown: boolean;
}

/**
 * The arguments with which rpicam-vid writes JPEG images to its standard output, one behind the other, without end.
 *
 * @see rpicam-vid(1); libcamera-vid has the same
 */
export function rpicamArgs({ camera, width, height, fps, quality, upsideDown }: RpicamInput): string[] {
  const numbers = {
    camera,
    width,
    height,
    framerate: fps,
    quality,
    timeout: 0,
    verbose: 0,
    ...(upsideDown ? { rotation: 180 } : {}),
  };
  return [
    ...Object.entries(numbers).flatMap(([name, value]) => [`--${name}`, String(value)]),
    // no window, and each image leaves it when it is made
    ...['--nopreview', '--codec', 'mjpeg', '--flush', '--output', '-'],
  ];
}
