import type { Observed } from '../events/observed.js';
import type { Health } from '../registry/health.js';
import type { ControlsPort } from './controls.js';
import type { CameraFormat } from './formats.js';

/** One picture. It is never changed, so that whatever is made of it can be kept with it. */
export interface Frame {
  /** A whole JPEG image, from SOI to EOI. */
  readonly jpeg: Uint8Array;
  /** When it was exposed, as well as the source can tell; ms since the epoch. */
  readonly capturedAt: number;
  /** Grows by one per frame that the source produced, so that a gap shows frames that were lost. */
  readonly sequence: number;
}

/** What a camera counts. All only ever grow. */
export interface CameraCounters {
  readonly frames: number;
  /** Images that were cut short, broken or too large, and were dropped. */
  readonly damaged: number;
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
