import { arch } from 'node:os';
import { ioctlNumber, LITTLE, readName, viewOf } from '../c-struct.js';

/**
 * Video4Linux as the kernel declares it: what its ioctls for capture take and give, as bytes. Where a structure has a pointer or a
 * time in it, it is laid out differently on 32 bits; times have 64 bits there too, as since Linux 5.6.
 *
 * @see include/uapi/linux/videodev2.h
 */

export type Bits = 32 | 64;
/** Of this process. */
export const BITS: Bits = ['arm', 'ia32'].includes(arch()) ? 32 : 64;

const CAPABILITY = { driver: 0, card: 16, bus: 48, capabilities: 84, deviceCaps: 88, size: 104 } as const;
const FMTDESC = { type: 4, flags: 8, description: 12, pixelFormat: 44, size: 64 } as const;
const FRMSIZE = { pixelFormat: 4, type: 8, union: 12, size: 44 } as const;
const FRMIVAL = { pixelFormat: 4, width: 8, height: 12, type: 16, union: 20, size: 52 } as const;
const PARM = { capability: 4, timePerFrame: 12, size: 204 } as const;
const REQBUFS = { type: 4, memory: 8, size: 20 } as const;
const BUFFER = { type: 4, bytesUsed: 8, flags: 12, timestamp: 24, sequence: 56, memory: 60, offset: 64 } as const;
/** Behind the offset, which shares its place with pointers. */
const LAYOUT = {
  32: { pix: 4, formatSize: 204, length: 68, bufferSize: 80 },
  64: { pix: 8, formatSize: 208, length: 72, bufferSize: 88 },
} as const;

/** V4L2_BUF_TYPE_VIDEO_CAPTURE, V4L2_MEMORY_MMAP */
const [CAPTURE, MMAP] = [1, 1];

/** Where things stand, for a test that asks the kernel's own header. */
export function offsets(bits: Bits) {
  return {
    format: LAYOUT[bits].pix,
    ...{ timestamp: BUFFER.timestamp, sequence: BUFFER.sequence, memory: BUFFER.memory, offset: BUFFER.offset },
    length: LAYOUT[bits].length,
    ...{ deviceCaps: CAPABILITY.deviceCaps, pixelFormat: FMTDESC.pixelFormat, size: FRMSIZE.union, interval: FRMIVAL.union },
    ...{ timePerFrame: PARM.timePerFrame, sizeImage: PIX.sizeImage, monotonic: FLAG.TIMESTAMP_MONOTONIC, damaged: FLAG.ERROR },
  };
}

export function ioctls(bits: Bits = BITS) {
  const { formatSize, bufferSize } = LAYOUT[bits];
  const number = (command: number, size: number, way?: 'read' | 'write') => ioctlNumber(0x56, command, size, way);
  return {
    QUERYCAP: number(0, CAPABILITY.size, 'read'),
    ENUM_FMT: number(2, FMTDESC.size),
    G_FMT: number(4, formatSize),
    S_FMT: number(5, formatSize),
    REQBUFS: number(8, REQBUFS.size),
    QUERYBUF: number(9, bufferSize),
    QBUF: number(15, bufferSize),
    DQBUF: number(17, bufferSize),
    STREAMON: number(18, 4, 'write'),
    STREAMOFF: number(19, 4, 'write'),
    S_PARM: number(22, PARM.size),
    ENUM_FRAMESIZES: number(74, FRMSIZE.size),
    ENUM_FRAMEINTERVALS: number(75, FRMIVAL.size),
  } as const;
}

/** struct v4l2_capability */
export interface Capability {
  readonly driver: string;
  /** What it is called, for people. */
  readonly card: string;
  readonly bus: string;
  /** Whether this node gives pictures, and by the calls made here. */
  readonly canStream: boolean;
}

const CAP = { VIDEO_CAPTURE: 0x1, STREAMING: 0x0400_0000, DEVICE_CAPS: 0x8000_0000 } as const;

export function capabilityRoom(): Uint8Array {
  return new Uint8Array(CAPABILITY.size);
}

export function readCapability(bytes: Uint8Array): Capability {
  const view = viewOf(bytes);
  const ofAll = view.getUint32(CAPABILITY.capabilities, LITTLE);
  // a device of several nodes says of all together what only some of them can do
  const caps = (ofAll & CAP.DEVICE_CAPS) === 0 ? ofAll : view.getUint32(CAPABILITY.deviceCaps, LITTLE);
  const needed = CAP.VIDEO_CAPTURE | CAP.STREAMING;
  return {
    driver: readName(bytes, CAPABILITY.driver, 16),
    card: readName(bytes, CAPABILITY.card, 32),
    bus: readName(bytes, CAPABILITY.bus, 32),
    canStream: (caps & needed) === needed,
  };
}

/** What ENUM_FMT is asked with, and answers in. */
export function formatQuestion(index: number): Uint8Array {
  const bytes = new Uint8Array(FMTDESC.size);
  const view = viewOf(bytes);
  view.setUint32(0, index, LITTLE);
  view.setUint32(FMTDESC.type, CAPTURE, LITTLE);
  return bytes;
}

/** struct v4l2_fmtdesc */
export interface FormatDescription {
  /** Four letters: `MJPG`, `YUYV`. */
  readonly pixelFormat: string;
  readonly description: string;
  /** Whether a program makes it of another format, and not the camera. */
  readonly isEmulated: boolean;
}

export function readFormatDescription(bytes: Uint8Array): FormatDescription {
  const view = viewOf(bytes);
  return {
    pixelFormat: fourccOf(view.getUint32(FMTDESC.pixelFormat, LITTLE)),
    description: readName(bytes, FMTDESC.description, 32),
    isEmulated: (view.getUint32(FMTDESC.flags, LITTLE) & 2) !== 0,
  };
}

/** What ENUM_FRAMESIZES is asked with, and answers in. */
export function frameSizeQuestion(index: number, pixelFormat: string): Uint8Array {
  const bytes = new Uint8Array(FRMSIZE.size);
  const view = viewOf(bytes);
  view.setUint32(0, index, LITTLE);
  view.setUint32(FRMSIZE.pixelFormat, numberOfFourcc(pixelFormat), LITTLE);
  return bytes;
}

/** Pixels: one size, or all from the least to the most in steps. */
export interface FrameSizes {
  readonly width: Range;
  readonly height: Range;
}

export interface Range {
  readonly min: number;
  readonly max: number;
  readonly step: number;
}

const DISCRETE = 1;

export function readFrameSizes(bytes: Uint8Array): FrameSizes {
  const view = viewOf(bytes);
  const at = (word: number) => view.getUint32(FRMSIZE.union + 4 * word, LITTLE);
  const range = (min: number, max: number, step: number): Range => ({ min, max, step });
  if (view.getUint32(FRMSIZE.type, LITTLE) === DISCRETE) return { width: range(at(0), at(0), 1), height: range(at(1), at(1), 1) };
  return { width: range(at(0), at(1), at(2)), height: range(at(3), at(4), at(5)) };
}

/** What ENUM_FRAMEINTERVALS is asked with, and answers in. */
export function frameIntervalQuestion(index: number, pixelFormat: string, width: number, height: number): Uint8Array {
  const bytes = new Uint8Array(FRMIVAL.size);
  const view = viewOf(bytes);
  view.setUint32(0, index, LITTLE);
  view.setUint32(FRMIVAL.pixelFormat, numberOfFourcc(pixelFormat), LITTLE);
  view.setUint32(FRMIVAL.width, width, LITTLE);
  view.setUint32(FRMIVAL.height, height, LITTLE);
  return bytes;
}

/** @returns frames per second: one rate, or the slowest and the fastest of all between */
export function readFrameRates(bytes: Uint8Array): readonly number[] {
  const view = viewOf(bytes);
  const fps = (fraction: number): number => {
    const at = FRMIVAL.union + 8 * fraction;
    return rounded(view.getUint32(at + 4, LITTLE) / Math.max(view.getUint32(at, LITTLE), 1));
  };
  // intervals, of which the shortest stands first
  return view.getUint32(FRMIVAL.type, LITTLE) === DISCRETE ? [fps(0)] : [fps(1), fps(0)];
}

function rounded(fps: number): number {
  return Math.round(fps * 1000) / 1000;
}

/** struct v4l2_pix_format */
export interface PixelLayout {
  readonly pixelFormat: string;
  readonly width: number;
  readonly height: number;
  /** Of the first plane, with what stands between lines. */
  readonly bytesPerLine: number;
  /** The most that a picture takes. */
  readonly sizeImage: number;
}

const PIX = { height: 4, pixelFormat: 8, bytesPerLine: 16, sizeImage: 20 } as const;

/** What G_FMT is asked with, and answers in. */
export function formatRoom(bits = BITS): Uint8Array {
  const bytes = new Uint8Array(LAYOUT[bits].formatSize);
  viewOf(bytes).setUint32(0, CAPTURE, LITTLE);
  return bytes;
}

/** What S_FMT is asked with; it answers in the same bytes what there will be instead. */
export function formatWish(
  { pixelFormat, width, height }: Omit<PixelLayout, 'bytesPerLine' | 'sizeImage'>,
  bits = BITS,
): Uint8Array {
  const { pix } = LAYOUT[bits];
  const bytes = formatRoom(bits);
  const view = viewOf(bytes);
  view.setUint32(pix, width, LITTLE);
  view.setUint32(pix + PIX.height, height, LITTLE);
  view.setUint32(pix + PIX.pixelFormat, numberOfFourcc(pixelFormat), LITTLE);
  return bytes;
}

export function readFormat(bytes: Uint8Array, bits = BITS): PixelLayout {
  const view = viewOf(bytes);
  const at = (offset: number) => view.getUint32(LAYOUT[bits].pix + offset, LITTLE);
  return {
    ...{ width: at(0), height: at(PIX.height), pixelFormat: fourccOf(at(PIX.pixelFormat)) },
    ...{ bytesPerLine: at(PIX.bytesPerLine), sizeImage: at(PIX.sizeImage) },
  };
}

/** What S_PARM is asked with. @param fps frames per second, to a thousandth */
export function rateWish(fps: number): Uint8Array {
  const bytes = new Uint8Array(PARM.size);
  const view = viewOf(bytes);
  view.setUint32(0, CAPTURE, LITTLE);
  view.setUint32(PARM.timePerFrame, 1000, LITTLE);
  view.setUint32(PARM.timePerFrame + 4, Math.round(fps * 1000), LITTLE);
  return bytes;
}

/** What REQBUFS is asked with. @param count 0 gives them back */
export function buffersWish(count: number): Uint8Array {
  const bytes = new Uint8Array(REQBUFS.size);
  const view = viewOf(bytes);
  view.setUint32(0, count, LITTLE);
  view.setUint32(REQBUFS.type, CAPTURE, LITTLE);
  view.setUint32(REQBUFS.memory, MMAP, LITTLE);
  return bytes;
}

export function readBufferCount(bytes: Uint8Array): number {
  return viewOf(bytes).getUint32(0, LITTLE);
}

/** What QUERYBUF, QBUF and DQBUF are asked with, and answer in. */
export function bufferQuestion(index: number, bits = BITS): Uint8Array {
  const bytes = new Uint8Array(LAYOUT[bits].bufferSize);
  const view = viewOf(bytes);
  view.setUint32(0, index, LITTLE);
  view.setUint32(BUFFER.type, CAPTURE, LITTLE);
  view.setUint32(BUFFER.memory, MMAP, LITTLE);
  return bytes;
}

/** struct v4l2_buffer */
export interface VideoBuffer {
  readonly index: number;
  readonly bytesUsed: number;
  /** Whether what is in it is damaged, as the driver knows. */
  readonly isDamaged: boolean;
  /** ms of the clock that never jumps; undefined when the driver uses another. */
  readonly timestampMs: number | undefined;
  readonly sequence: number;
  /** Where it is to be mapped from, and how much. */
  readonly offset: number;
  readonly length: number;
}

const FLAG = { ERROR: 0x40, TIMESTAMP_MASK: 0xe000, TIMESTAMP_MONOTONIC: 0x2000 } as const;

export function readBuffer(bytes: Uint8Array, bits = BITS): VideoBuffer {
  const view = viewOf(bytes);
  const flags = view.getUint32(BUFFER.flags, LITTLE);
  const seconds = Number(view.getBigInt64(BUFFER.timestamp, LITTLE));
  const microseconds = Number(view.getBigInt64(BUFFER.timestamp + 8, LITTLE));
  return {
    index: view.getUint32(0, LITTLE),
    bytesUsed: view.getUint32(BUFFER.bytesUsed, LITTLE),
    isDamaged: (flags & FLAG.ERROR) !== 0,
    timestampMs: (flags & FLAG.TIMESTAMP_MASK) === FLAG.TIMESTAMP_MONOTONIC ? seconds * 1000 + microseconds / 1000 : undefined,
    sequence: view.getUint32(BUFFER.sequence, LITTLE),
    offset: view.getUint32(BUFFER.offset, LITTLE),
    length: view.getUint32(LAYOUT[bits].length, LITTLE),
  };
}

/** What STREAMON and STREAMOFF are asked with. */
export function streamQuestion(): Uint8Array {
  const bytes = new Uint8Array(4);
  viewOf(bytes).setUint32(0, CAPTURE, LITTLE);
  return bytes;
}

/** @returns four letters, without spaces at their end: `Y16`, `MJPG` */
export function fourccOf(number: number): string {
  // the highest bit marks the order of bytes, and is no part of the letter
  return String.fromCharCode(...[0, 8, 16, 24].map((shift) => (number >>> shift) & 0x7f)).trimEnd();
}

export function numberOfFourcc(name: string): number {
  return viewOf(Buffer.from(name.padEnd(4), 'latin1')).getUint32(0, true);
}
