import type { Owner } from '../../registry/owner.js';

export type RecordingKind = 'CLIP' | 'BURST' | 'STILL' | 'TIME_LAPSE';

/** What a camera saw, kept on disk. Never changed: one that goes on is a new value with each image. */
export interface Recording {
  /** Grows with each recording of the gateway, as text too, and is never used again. */
  readonly recordingId: string;
  readonly cameraId: string;
  readonly kind: RecordingKind;
  /** Who wanted it: a client, something that moved, or the configuration. */
  readonly cause: 'REQUEST' | 'MOTION' | 'SCHEDULE';
  readonly state: 'RECORDING' | 'COMPLETE' | 'CUT_SHORT';
  /** Why it is CUT_SHORT. */
  readonly reason?: string;
  /** When the first and the last image were exposed, ms since the epoch. */
  readonly begunAt: number;
  readonly endedAt: number;
  /** How many images it has. */
  readonly frames: number;
  /** Of its content. */
  readonly bytes: number;
  /** pixels */
  readonly width: number;
  readonly height: number;
  /** Who asked for it; absent when the configuration did, or whoever looks after the whole gateway. */
  readonly owner?: Pick<Owner, 'client' | 'tenant'>;
  /** What was hidden in all of its images, as `whatIsHidden` names it. */
  readonly hidden: readonly string[];
}

/** Whether its images are shown at a rate of their own, whenever they were taken. */
export function isStills({ kind }: Pick<Recording, 'kind'>): boolean {
  return kind !== 'CLIP';
}

/** What is known of a recording before there is an image. */
export type RecordingPlan = Pick<Recording, 'cameraId' | 'kind' | 'cause' | 'owner'>;

/** The content of a recording as it is at one moment; it stays what it is while it is read. */
export interface Content {
  readonly type: 'video/x-msvideo' | 'image/jpeg';
  readonly bytes: number;
  /** A strong entity tag, with its quotes. */
  readonly etag: string;
  /**
   * Part of the bytes; it throws where something of it comes to be hidden meanwhile. Until the iteration ends, others give way before it.
   *
   * @param from the first byte
   * @param end the byte after the last
   */
  read(from: number, end: number): AsyncIterable<Uint8Array>;
}
