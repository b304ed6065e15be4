import { closeSync, openSync, readFileSync, readSync, writeFileSync, writeSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { loadLibc, type MemoryLibc, type SharedMemory, systemError } from '../../../src/devices/libc.js';
import { CONTROL_IOCTL } from '../../../src/devices/v4l2/controls-uapi.js';
import { fourccOf, ioctls, numberOfFourcc } from '../../../src/devices/v4l2/uapi.js';

/** What a made-up camera is. */
export interface FakeCamera {
  readonly driver?: string;
  /** As the kernel has them; a camera that streams unless given. */
  readonly capabilities?: number;
  readonly formats: readonly {
    readonly pixelFormat: string;
    readonly width: number;
    readonly height: number;
    readonly fps: number;
  }[];
  /** Bytes that each picture's buffer has. */
  readonly sizeImage?: number;
  /** Whole numbers from 0 on. */
  readonly controls?: readonly { readonly id: number; readonly name: string; readonly max: number; readonly value: number }[];
  /** Hangs when its controls are asked for, until somebody writes there. */
  readonly hangsAt?: string;
  /** Fails with this number when it is to stream. */
  readonly streamOnErrno?: number;
}

/** What happens next at it: it says a picture, fails, or hangs until somebody writes to the second path. */
export type Happening =
  | {
      /** A file with what is in the buffer. */
      readonly file: string;
      readonly sequence: number;
      readonly flags?: number;
      readonly timestampUs?: number;
    }
  | { readonly errno: number }
  | { readonly hangsAt: string };

const HAPPENING_SIZE = 512;
const FORMAT = { pix: 8 } as const;

/** A camera that a test makes happen, from another thread: a pipe at `path` stands for its node. */
export class FakeNode implements Disposable {
  private readonly fd: number;

  constructor(
    readonly path: string,
    camera: FakeCamera,
  ) {
    execFileSync('mkfifo', [path]);
    writeFileSync(`${path}.json`, JSON.stringify(camera));
    this.fd = openSync(path, 'r+');
  }

  happens(happening: Happening): void {
    writeSync(this.fd, JSON.stringify(happening).padEnd(HAPPENING_SIZE));
  }

  [Symbol.dispose](): void {
    closeSync(this.fd);
  }
}

/** The kernel as VideoDevice calls it, on 64 bits, with such a camera behind it. */
export async function fakeKernel(path: string): Promise<MemoryLibc> {
  const real = await loadLibc('cameras');
  return new FakeKernel(real, JSON.parse(readFileSync(`${path}.json`, 'utf8')) as FakeCamera);
}

class FakeKernel implements MemoryLibc {
  private readonly memory: Uint8Array[] = [];
  private readonly queued: number[] = [];
  private format: FakeCamera['formats'][number] | undefined;

  constructor(
    private readonly real: MemoryLibc,
    private readonly camera: FakeCamera,
  ) {
    this.format = camera.formats[0];
  }

  eventfd(): number {
    return this.real.eventfd();
  }

  poll(fds: readonly number[], timeoutMs: number): number[] {
    return this.real.poll(fds, timeoutMs);
  }

  map(_fd: number, length: number, offset: number): SharedMemory {
    const bytes = new Uint8Array(length);
    this.memory[offset / 4096] = bytes;
    return { bytes, [Symbol.dispose]: () => bytes.fill(0) };
  }

  ioctl(fd: number, request: number, argument: Uint8Array): void {
    const view = new DataView(argument.buffer, argument.byteOffset, argument.byteLength);
    const name = Object.entries({ ...ioctls(64), ...CONTROL_IOCTL }).find(([, number]) => number === request)?.[0];
    switch (name) {
      case 'QUERYCAP':
        argument.set(Buffer.from(this.camera.driver ?? 'made-up'), 0);
        argument.set(Buffer.from('A made-up camera'), 16);
        {
          view.setUint32(84, this.camera.capabilities ?? 0x0400_0001, true);
          return;
        }
      case 'ENUM_FMT': {
        const names = [...new Set(this.camera.formats.map(({ pixelFormat }) => pixelFormat))];
        view.setUint32(44, numberOfFourcc(names[view.getUint32(0, true)] ?? refuse(22)), true);
        return;
      }
      case 'ENUM_FRAMESIZES': {
        const sizes = this.camera.formats.filter(({ pixelFormat }) => pixelFormat === fourccOf(view.getUint32(4, true)));
        const size = sizes[view.getUint32(0, true)] ?? refuse(22);
        [1, size.width, size.height].forEach((number, at) => view.setUint32(8 + 4 * at, number, true));
        return;
      }
      case 'ENUM_FRAMEINTERVALS':
        if (view.getUint32(0, true) > 0) refuse(22);
        [1, 1, this.camera.formats[0]?.fps ?? 1].forEach((number, at) => view.setUint32(16 + 4 * at, number, true));
        return;
      case 'G_FMT': {
        this.writeFormat(view);
        return;
      }
      case 'S_FMT': {
        const asked = fourccOf(view.getUint32(FORMAT.pix + 8, true));
        const width = view.getUint32(FORMAT.pix, true);
        const fits = this.camera.formats.filter(({ pixelFormat }) => pixelFormat === asked);
        this.format = fits.find((format) => format.width === width) ?? fits[0] ?? this.format;
        this.writeFormat(view);
        return;
      }
      case 'QUERYBUF': {
        view.setUint32(64, view.getUint32(0, true) * 4096, true);
        view.setUint32(72, this.camera.sizeImage ?? 65_536, true);
        return;
      }
      case 'QUERY_EXT_CTRL': {
        if (this.camera.hangsAt !== undefined) this.real.poll([openSync(this.camera.hangsAt, 'r+')], -1);
        const after = view.getUint32(0, true) - 2 ** 31;
        const control = this.camera.controls?.find(({ id }) => id > after) ?? refuse(22);
        argument.set(Buffer.from(control.name), 8);
        [0, control.max, 1, 0].forEach((number, at) => view.setBigInt64(40 + 8 * at, BigInt(number), true));
        [control.id, 1].forEach((number, at) => view.setUint32(4 * at, number, true));
        return;
      }
      case 'G_CTRL': {
        view.setInt32(4, this.camera.controls?.find(({ id }) => id === view.getUint32(0, true))?.value ?? 0, true);
        return;
      }
      case 'S_CTRL':
        return;
      case 'QBUF':
        return void this.queued.push(view.getUint32(0, true));
      case 'DQBUF': {
        this.fill(fd, view);
        return;
      }
      case 'STREAMON':
        if (this.camera.streamOnErrno) refuse(this.camera.streamOnErrno);
        return;
      case 'REQBUFS':
      case 'S_PARM':
      case 'STREAMOFF':
        return;
      default:
        refuse(25);
    }
  }

  private writeFormat(view: DataView): void {
    const { pixelFormat, width, height } = this.format ?? refuse(22);
    const bytesPerPixel = { YUYV: 2, UYVY: 2, RGB3: 3 }[pixelFormat] ?? 1;
    const numbers = [width, height, numberOfFourcc(pixelFormat), 0, width * bytesPerPixel, this.camera.sizeImage ?? 65_536];
    numbers.forEach((number, at) => view.setUint32(FORMAT.pix + 4 * at, number, true));
  }

  private fill(fd: number, view: DataView): void {
    if (this.real.poll([fd], 0).length === 0) refuse(11);
    const bytes = Buffer.alloc(HAPPENING_SIZE);
    readSync(fd, bytes);
    const happening = JSON.parse(bytes.toString()) as Happening;
    if ('errno' in happening) return void refuse(happening.errno);
    if ('hangsAt' in happening) {
      this.real.poll([openSync(happening.hangsAt, 'r+')], -1);
      return void refuse(19);
    }
    const index = this.queued.shift() ?? refuse(11);
    const content = readFileSync(happening.file);
    this.memory[index]?.set(content);
    view.setUint32(0, index, true);
    view.setUint32(8, content.length, true);
    view.setUint32(12, happening.flags ?? 0, true);
    view.setBigInt64(24, BigInt(Math.floor((happening.timestampUs ?? 0) / 1e6)), true);
    view.setBigInt64(32, BigInt((happening.timestampUs ?? 0) % 1e6), true);
    view.setUint32(56, happening.sequence, true);
  }
}

function refuse(errno: number): never {
  throw systemError('ioctl', errno);
}
