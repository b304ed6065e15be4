/** What a camera can give, as it says itself. */
export interface CameraFormat {
  /** In the kernel's letters: `MJPG`, `YUYV`. */
  readonly pixelFormat: string;
  /** What the driver calls it, for people. */
  readonly description: string;
  /** What the setting `inputFormat` calls it; absent: no pictures are made of it. */
  readonly inputFormat?: string;
  /** Whether a program makes it of another format, and not the camera. */
  readonly isEmulated: boolean;
  readonly sizes: readonly CameraSizes[];
}

/** Pixels: one size, or all from the least to the most in steps. */
export interface CameraSizes {
  readonly width: SizeRange;
  readonly height: SizeRange;
  /** Frames per second; where all between are there too, the slowest and the fastest. */
  readonly fps: readonly number[];
}

export interface SizeRange {
  readonly min: number;
  readonly max: number;
  readonly step: number;
}
