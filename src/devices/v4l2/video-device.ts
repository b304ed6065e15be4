import { closeSync, constants, openSync } from 'node:fs';
import { GatewayError, messageOf } from '../../errors.js';
import type { MemoryLibc, SharedMemory } from '../libc.js';
import { isRaw, RAW_FORMATS } from './to-pixels.js';
import {
  bufferQuestion,
  buffersWish,
  type Capability,
  capabilityRoom,
  type FormatDescription,
  formatQuestion,
  formatRoom,
  formatWish,
  type FrameSizes,
  frameIntervalQuestion,
  frameSizeQuestion,
  ioctls,
  type PixelLayout,
  rateWish,
  readBuffer,
  readBufferCount,
  readCapability,
  readFormat,
  readFormatDescription,
  readFrameRates,
  readFrameSizes,
  streamQuestion,
  type VideoBuffer,
} from './uapi.js';

const IOCTL = ioctls();
/** One is being filled, one waits, one is being read, and one is for who is late. */
export const BUFFERS = 4;
/** A driver that enumerates without end is one with a fault. */
const MOST = { formats: 64, sizes: 64, rates: 32 } as const;
/** How sensors on the CSI connector are read: by libcamera alone. */
const SENSOR_DRIVERS = /^(unicam|bcm2835-isp|rp1-cfe|pispbe|bcm2835-unicam)/;

/** What is asked of a camera; what is absent is left to it. */
export interface CaptureWish {
  readonly pixelFormat?: string;
  readonly width?: number;
  readonly height?: number;
  /** frames per second */
  readonly fps?: number;
}

/** What a camera offers in one format. */
export interface OfferedFormat extends FormatDescription {
  readonly sizes: readonly (FrameSizes & { readonly fps: readonly number[] })[];
}

/** What was captured, in memory that is the camera's again when it is given back. */
export interface Taken {
  readonly buffer: VideoBuffer;
  readonly bytes: Uint8Array;
}

/** A video node, `/dev/video0`. Its calls may take as long as the camera does: they are made in a thread of their own. */
export class VideoDevice implements Disposable {
  private buffers: SharedMemory[] = [];
  private streaming = false;

  private constructor(
    private readonly libc: MemoryLibc,
    private readonly path: string,
    readonly fd: number,
    readonly capability: Capability,
  ) {}

  /** @throws GatewayError `unavailable` when there is none, it may not be opened, gives no pictures, or is a sensor that needs libcamera */
  static open(libc: MemoryLibc, path: string): VideoDevice {
    const fd = orUnavailable(path, () => openSync(path, constants.O_RDWR | constants.O_NONBLOCK));
    try {
      const room = capabilityRoom();
      orUnavailable(path, () => libc.ioctl(fd, IOCTL.QUERYCAP, room));
      const capability = readCapability(room);
      requireCamera(path, capability);
      return new VideoDevice(libc, path, fd, capability);
    } catch (error) {
      closeSync(fd);
      throw error;
    }
  }

  /** All formats with their sizes and rates. */
  formats(): OfferedFormat[] {
    return this.descriptions().map((description) => ({
      ...description,
      sizes: this.sizesOf(description.pixelFormat).map((size) => ({
        ...size,
        fps: this.ratesOf(description.pixelFormat, size.width.max, size.height.max),
      })),
    }));
  }

  /**
   * Chooses what comes nearest to the wish, and takes buffers for it; nothing is captured yet.
   *
   * @throws GatewayError `unavailable` when another program uses it, or it has no format that pictures can be made of
   */
  prepare({ pixelFormat, width, height, fps }: CaptureWish): PixelLayout {
    const format = pixelFormat ?? choosePixelFormat(this.descriptions(), this.path);
    const present = formatRoom();
    orUnavailable(this.path, () => this.libc.ioctl(this.fd, IOCTL.G_FMT, present));
    const wish = formatWish({ ...readFormat(present), pixelFormat: format, ...(width && height ? { width, height } : {}) });
    orUnavailable(this.path, () => this.libc.ioctl(this.fd, IOCTL.S_FMT, wish));
    const layout = readFormat(wish);
    if (layout.pixelFormat !== format && !isUsable(layout.pixelFormat))
      throw new GatewayError(
        'unavailable',
        `${this.path}: it gives ${layout.pixelFormat} and not ${format}, as the configuration says`,
      );
    if (fps !== undefined) this.askFor(fps);
    this.takeBuffers();
    return layout;
  }

  /** @throws GatewayError `unavailable` */
  start(): void {
    this.buffers.forEach((_, index) => this.giveBack(index));
    orUnavailable(this.path, () => this.libc.ioctl(this.fd, IOCTL.STREAMON, streamQuestion()));
    this.streaming = true;
  }

  /**
   * @returns a buffer with the bytes in it, which are there until it is given back; undefined when none is ready
   * @throws GatewayError `unavailable` when the camera is gone
   */
  take(): Taken | undefined {
    const question = bufferQuestion(0);
    try {
      this.libc.ioctl(this.fd, IOCTL.DQBUF, question);
    } catch (error) {
      if (codeOf(error) === 'EAGAIN') return undefined;
      throw failure(this.path, error);
    }
    const buffer = readBuffer(question);
    const memory = this.buffers[buffer.index]?.bytes;
    if (!memory) throw new GatewayError('unavailable', `${this.path}: the driver gave a buffer that there is not`);
    return { buffer, bytes: memory.subarray(0, buffer.bytesUsed) };
  }

  giveBack(index: number): void {
    orUnavailable(this.path, () => this.libc.ioctl(this.fd, IOCTL.QBUF, bufferQuestion(index)));
  }

  [Symbol.dispose](): void {
    try {
      if (this.streaming) this.libc.ioctl(this.fd, IOCTL.STREAMOFF, streamQuestion());
    } catch {
      // it has gone, and nothing streams any more
    }
    for (const memory of this.buffers) memory[Symbol.dispose]();
    this.buffers = [];
    closeSync(this.fd);
  }

  private descriptions(): FormatDescription[] {
    return this.enumerate(MOST.formats, IOCTL.ENUM_FMT, formatQuestion, readFormatDescription);
  }

  private sizesOf(pixelFormat: string): FrameSizes[] {
    return this.enumerate(MOST.sizes, IOCTL.ENUM_FRAMESIZES, (index) => frameSizeQuestion(index, pixelFormat), readFrameSizes);
  }

  private ratesOf(pixelFormat: string, width: number, height: number): number[] {
    const question = (index: number) => frameIntervalQuestion(index, pixelFormat, width, height);
    return this.enumerate(MOST.rates, IOCTL.ENUM_FRAMEINTERVALS, question, readFrameRates).flat();
  }

  /** Asks for one after the other, until there is none, or the driver does not know the question. */
  private enumerate<T>(
    most: number,
    request: number,
    question: (index: number) => Uint8Array,
    read: (bytes: Uint8Array) => T,
  ): T[] {
    const found: T[] = [];
    while (found.length < most) {
      const bytes = question(found.length);
      try {
        this.libc.ioctl(this.fd, request, bytes);
      } catch (error) {
        if (['EINVAL', 'ENOTTY'].includes(codeOf(error))) break;
        throw failure(this.path, error);
      }
      found.push(read(bytes));
    }
    return found;
  }

  /** A camera that has one rate only does not know the question. */
  private askFor(fps: number): void {
    try {
      this.libc.ioctl(this.fd, IOCTL.S_PARM, rateWish(fps));
    } catch (error) {
      if (!['EINVAL', 'ENOTTY'].includes(codeOf(error))) throw failure(this.path, error);
    }
  }

  private takeBuffers(): void {
    const wish = buffersWish(BUFFERS);
    orUnavailable(this.path, () => this.libc.ioctl(this.fd, IOCTL.REQBUFS, wish));
    for (let index = 0; index < readBufferCount(wish); index++) {
      const question = bufferQuestion(index);
      orUnavailable(this.path, () => this.libc.ioctl(this.fd, IOCTL.QUERYBUF, question));
      const { length, offset } = readBuffer(question);
      this.buffers.push(orUnavailable(this.path, () => this.libc.map(this.fd, length, offset)));
    }
  }
}

/** The camera's own JPEG, which costs nothing, else what is cheapest. @throws GatewayError `unavailable` when there is neither */
export function choosePixelFormat(offered: readonly FormatDescription[], path: string): string {
  // what a program makes of another format is no better than what we make
  const own = [...offered.filter(({ isEmulated }) => !isEmulated), ...offered].map(({ pixelFormat }) => pixelFormat);
  const chosen = [...JPEGS, ...RAW_FORMATS].find((format) => own.includes(format));
  if (chosen !== undefined) return chosen;
  const listed = own.length === 0 ? 'no format at all' : [...new Set(own)].join(', ');
  const advice = isBayerOnly(own) ? RPICAM : `expected one of ${[...JPEGS, ...RAW_FORMATS].join(', ')}`;
  throw new GatewayError('unavailable', `${path} offers ${listed}: ${advice}`);
}

const JPEGS = ['MJPG', 'JPEG'];
const RPICAM = 'it is a sensor on the CSI connector, of which libcamera alone makes pictures: use the driver rpicam';

export function isJpeg(pixelFormat: string): boolean {
  return JPEGS.includes(pixelFormat);
}

function isUsable(pixelFormat: string): boolean {
  return isJpeg(pixelFormat) || isRaw(pixelFormat);
}

/** 8 bits, more in 16, and packed or compressed: `GRBG`, `RG10`, `pBAA`. */
const BAYER = /^(BA81|GBRG|GRBG|RGGB|BYR2|(BG|GB|BA|GR|RG)1[0246]|[abp][BGgR]..)$/;

function isBayerOnly(formats: readonly string[]): boolean {
  return formats.length > 0 && formats.every((format) => BAYER.test(format));
}

function requireCamera(path: string, { driver, canStream }: Capability): void {
  if (SENSOR_DRIVERS.test(driver)) throw new GatewayError('unavailable', `${path} (${driver}): ${RPICAM}`);
  if (!canStream)
    throw new GatewayError('unavailable', `${path}: this is no capture device; a camera often has several nodes, try the other`);
}

function orUnavailable<T>(path: string, call: () => T): T {
  try {
    return call();
  } catch (cause) {
    throw failure(path, cause);
  }
}

function codeOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? '';
}

const WORDS: Readonly<Record<string, string>> = {
  ENOENT: 'it does not exist; plug the camera in, or correct the configuration',
  EACCES: 'the gateway may not open it; add its user to the group video',
  EPERM: 'the gateway may not open it; add its user to the group video',
  EBUSY: 'another program is using it, or another camera of the configuration; stop that one first',
  ENODEV: 'the device is gone; plug it in again',
  ENXIO: 'the device is gone; plug it in again',
  ENOTTY: 'this is no capture device; a camera often has several nodes, try the other',
  EIO: 'the camera reports a fault; unplug it and plug it in again',
  EPIPE: 'the camera reports a fault; unplug it and plug it in again',
  EINVAL: 'it gives no pictures as asked; leave out inputFormat, width, height and fps to see whether it does',
  ENOSPC: 'the USB bus has no room for it; plug it into another port, or ask for a smaller picture',
  ENOMEM: 'there is no memory for its pictures; ask for smaller ones',
  EMFILE: 'the gateway has too many files open; try again later',
  ENFILE: 'the gateway has too many files open; try again later',
};

/** In words that say what would help. */
function failure(path: string, cause: unknown): GatewayError {
  return new GatewayError('unavailable', `${path}: ${WORDS[codeOf(cause)] ?? messageOf(cause)}`, { cause });
}
