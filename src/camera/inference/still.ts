import { GatewayError } from '../../errors.js';
import type { Frame } from '../camera.js';
import type { ExifOrientation } from '../exif-orientation.js';
import { jpegSize } from '../jpeg-size.js';
import { damagedFrame } from '../open-picture.js';
import type { PostedPicture } from '../posted-picture.js';
import { requireBearable } from '../require-bearable.js';

/** A picture that a model is to look at, and of which it is known that it may be given to a decoder. */
export interface Still {
  readonly bytes: Uint8Array;
  /** Pixels, as it is stored. */
  readonly width: number;
  readonly height: number;
  /** As of a frame. */
  readonly retracted?: AbortSignal | undefined;
  /** How what is stored has to be turned to be upright. */
  readonly orientation: ExifOrientation;
  /** What is thrown when it turns out that it cannot be decoded. */
  readonly damaged: (cause: unknown) => GatewayError;
}

/** A frame that a model is to look at. */
export interface FrameStill extends Still {
  readonly frame: Frame;
}

/** @throws GatewayError `unavailable` when it would take too much to decode, or is no picture */
export function stillOfFrame(frame: Frame): FrameStill {
  requireBearable(frame.jpeg);
  const { jpeg: bytes, retracted, orientation = 1 } = frame;
  return { frame, bytes, retracted, ...jpegSize(bytes), orientation, damaged: damagedFrame };
}

export function stillOfPosted({ bytes, width, height, orientation }: PostedPicture): Still {
  const damaged = (cause: unknown) => new GatewayError('invalid', 'the picture is damaged', { cause });
  return { bytes, width, height, orientation, damaged };
}
