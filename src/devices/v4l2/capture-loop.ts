import type { MessagePort } from 'node:worker_threads';
import type { Pixels } from '../../camera/encode-pixels.js';
import { GatewayError, messageOf } from '../../errors.js';
import type { MemoryLibc } from '../libc.js';
import { ordersOf } from '../woken-thread.js';
import { bytesOf, toPixels } from './to-pixels.js';
import { type Put, SlotsToPut } from './shared-slots.js';
import { jpegIn } from './split-jpegs.js';
import type { PixelLayout } from './uapi.js';
import { BUFFERS, type CaptureWish, isJpeg, type Taken, VideoDevice } from './video-device.js';

/** What the thread of a camera is started with. */
export interface CaptureData {
  readonly device: string;
  readonly wish: CaptureWish;
  /** One number, which both sides see: how many more pictures may come. What is added to it wakes nobody, for the next picture does. */
  readonly credit: Int32Array<SharedArrayBuffer>;
}

/** A picture as it left the camera. */
export interface Captured {
  /** A JPEG image, which is to be taken at once, or what one is to be made of. */
  readonly image: Put | Pixels;
  /** ms of the clock that never jumps, on which it was exposed; undefined when the driver does not say. */
  readonly exposedAt: number | undefined;
  readonly sequence: number;
}

/** What it tells. */
export type CaptureNews =
  | { readonly captured: Captured }
  /** So many more pictures that were cut short or broken. */
  | { readonly damaged: number }
  /** In words that say what would help; the last that it says. */
  | { readonly failed: string };

/** Pictures that are on their way at the same time; what comes meanwhile nobody is told of. */
export const MOST_ON_THEIR_WAY = 2;

export function newCredit(): CaptureData['credit'] {
  return new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT)).fill(MOST_ON_THEIR_WAY);
}

const LONGEST_WAIT_MS = 10_000;
const PAUSE_MS = 5;

/**
 * The thread of a camera: opens it, hands over what it captures, and ends when it is told to or the camera is gone. Whoever is slow gets
 * the next picture that comes, and none that waited.
 */
export function capture(port: MessagePort, wakeFd: number, { device: path, wish, credit }: CaptureData, libc: MemoryLibc): void {
  try {
    using device = VideoDevice.open(libc, path);
    const layout = device.prepare(wish);
    device.start();
    new CaptureLoop(port, wakeFd, libc, device, layout, credit).run();
  } catch (error) {
    if (!(error instanceof GatewayError)) throw error;
    port.postMessage({ failed: messageOf(error) } satisfies CaptureNews);
  }
}

class CaptureLoop {
  /** When a picture more may come, all but so many of those before have been taken. */
  private readonly slots = new SlotsToPut(MOST_ON_THEIR_WAY);

  constructor(
    private readonly port: MessagePort,
    private readonly wakeFd: number,
    private readonly libc: MemoryLibc,
    private readonly device: VideoDevice,
    private readonly layout: PixelLayout,
    private readonly credit: CaptureData['credit'],
  ) {}

  run(): void {
    for (;;) {
      const ready = this.libc.poll([this.wakeFd, this.device.fd], LONGEST_WAIT_MS);
      if (ready.includes(this.wakeFd) && this.isToEnd()) return;
      if (ready.includes(this.device.fd)) this.handOver();
    }
  }

  private isToEnd(): boolean {
    return [...ordersOf(this.port, this.wakeFd)].includes('end');
  }

  /** Of several that are ready the newest alone; the others go back to the camera. */
  private handOver(): void {
    let newest = this.device.take();
    // what is ready without a picture is ready at once again
    if (!newest) this.libc.poll([this.wakeFd], PAUSE_MS);
    // asked first, since a call that fails costs far more
    for (let more = 1; newest && more < BUFFERS && this.libc.poll([this.device.fd], 0).length > 0; more++) {
      const next = this.device.take();
      if (!next) break;
      this.device.giveBack(newest.buffer.index);
      newest = next;
    }
    if (newest) this.tellOf(newest);
  }

  private tellOf({ buffer, bytes }: Taken): void {
    const image = Atomics.load(this.credit, 0) > 0 ? this.imageOf(bytes, buffer.isDamaged) : undefined;
    this.device.giveBack(buffer.index);
    if (!image) return;
    Atomics.sub(this.credit, 0, 1);
    const captured = { image, exposedAt: buffer.timestampMs, sequence: buffer.sequence };
    this.say({ captured }, 'slot' in image ? [] : [image.data.buffer]);
  }

  /** In other memory, since the buffer goes back to the camera; a JPEG image without what the driver pads it with. */
  private imageOf(bytes: Uint8Array, isDamaged: boolean): Captured['image'] | undefined {
    const whole = isDamaged ? undefined : isJpeg(this.layout.pixelFormat) ? jpegIn(bytes) : this.pixelsOf(bytes);
    if (!whole) this.say({ damaged: 1 });
    return whole instanceof Uint8Array ? this.slots.put(whole) : whole;
  }

  private pixelsOf(bytes: Uint8Array): Pixels | undefined {
    return bytes.length < bytesOf(this.layout) ? undefined : toPixels(bytes, this.layout);
  }

  private say(news: CaptureNews, moved: readonly ArrayBuffer[] = []): void {
    this.port.postMessage(news, moved);
  }
}
