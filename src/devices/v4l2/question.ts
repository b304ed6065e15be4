import type { CameraControl } from '../../camera/controls.js';
import type { CameraFormat } from '../../camera/formats.js';
import { type ErrorCode, GatewayError, messageOf } from '../../errors.js';
import type { MemoryLibc } from '../libc.js';
import { inputOfFourcc } from './input-formats.js';
import { VideoControls } from './video-controls.js';
import { type OfferedFormat, VideoDevice } from './video-device.js';

/** What a thread is to ask a camera; with `values`, by controlId, to set first. */
export interface Question {
  readonly device: string;
  readonly about: 'controls' | 'formats';
  readonly values?: ReadonlyMap<string, number>;
}

export interface Answers {
  readonly controls: readonly CameraControl[];
  readonly formats: readonly CameraFormat[];
}

/** What it answers, or why not. */
export type Answer = Partial<Answers> | Refusal;

export interface Refusal {
  readonly refused: string;
  readonly code: ErrorCode;
}

/** Opens the camera beside whoever captures, which the kernel allows. */
export function answerTo({ device: path, about, values }: Question, libc: MemoryLibc): Answer {
  try {
    using device = VideoDevice.open(libc, path);
    if (about === 'formats') return { formats: device.formats().map(toFormat) };
    const controls = new VideoControls(libc, device.fd);
    if (values) controls.set(values);
    return { controls: controls.list() };
  } catch (error) {
    return { refused: messageOf(error), code: error instanceof GatewayError ? error.code : 'unavailable' };
  }
}

function toFormat({ pixelFormat, description, isEmulated, sizes }: OfferedFormat): CameraFormat {
  const inputFormat = inputOfFourcc(pixelFormat);
  return { pixelFormat, description, ...(inputFormat === undefined ? {} : { inputFormat }), isEmulated, sizes };
}
