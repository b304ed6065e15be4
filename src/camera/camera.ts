import type { Observed } from '../events/observed.js';
import type { Health } from '../registry/health.js';
import type { ControlsPort } from './controls.js';
import type { CameraFormat } from './formats.js';

/** How a picture has to be turned to be upright, in the numbers of EXIF: not at all, by 180°, by 90° or by 270° clockwise. */
export type Orientation = 1 | 3 | 6 | 8;

/** One picture. It is never changed, so that whatever is made of it can be kept with it. */
export interface Frame {
  /** A whole JPEG image, from SOI to EOI. */
  readonly jpeg: Uint8Array;
  /** When it was exposed, as well as the source can tell; ms since the epoch. */
  readonly capturedAt: number;
  /** Aborts when nobody may see it any more, since something in it is hidden now. */
  readonly retracted?: AbortSignal;
  /** Grows by one per frame that the source produced, so that a gap shows frames that were lost. */
  readonly sequence: number;
  /** As the camera is mounted; 1 when absent. What `jpeg` itself says of it is of no account. */
  readonly orientation?: Orientation;
}

export function isRetracted({ retracted }: { readonly retracted?: AbortSignal | undefined }): boolean {
  return retracted?.aborted ?? false;
}

/** @param rotate degrees clockwise by which the pictures of a camera, as it is mounted, have to be turned */
export function orientationOf(rotate: 0 | 90 | 180 | 270): Orientation {
  return ({ 0: 1, 90: 6, 180: 3, 270: 8 } as const)[rotate];
}

/** What a camera counts. All only ever grow. */
export interface CameraCounters {
  readonly frames: number;
  /** Images that were cut short, broken or too large, and were dropped. */
  readonly damaged: number;
  /** In which something was painted over; absent of a camera that gives what it sees. */
  readonly masked?: number;
}

/** A lens the gateway can look through. Nothing here knows V4L2 or HTTP; snapshots and streams are made in the domain. */
export interface Camera extends AsyncDisposable {
  readonly cameraId: string;
  readonly driver: string;
  /** The hardware's own state, also while nobody looks: a camera that is pulled out is SUSPENDED within 5 s. */
  readonly health: Observed<Health>;
  readonly counters: CameraCounters;
  /** Absent where it has none, or they cannot be had. */
  readonly controls?: ControlsPort;
  /** Absent where it does not say. @throws GatewayError `unavailable`, `timeout` */
  formats?(): Promise<readonly CameraFormat[]>;
  /**
   * Frames from now on, newest first in importance: a reader that is slow misses frames, never delays others.
   *
   * @returns whole JPEG images until `signal` aborts, then ends quietly
   * @throws GatewayError `unavailable` when the device is missing, busy or gone, `timeout` when no frame comes
   */
  frames(signal: AbortSignal): AsyncIterable<Frame>;
}
