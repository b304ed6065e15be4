import { EventEmitter, once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { messageOf } from '../../src/errors.js';
import type { GatewayInLab } from './gateway-in-lab.js';

const PATIENCE_MS = 60_000;
const PAUSE_MS = 200;

/** Somebody who watches a camera. It goes by the boundaries and lengths that the stream says, and not by what a JPEG image is. */
export class CameraStream implements AsyncDisposable {
  /** Of all that came. */
  count = 0;
  /** Why it ended: `ended`, or the words of an error. */
  readonly end: Promise<string>;
  private readonly parts = new EventEmitter();
  private rest: Buffer = Buffer.alloc(0);

  /** Asks until there is one: an emulator that shares its machine may need longer for the first picture than a camera may. */
  static async of(gateway: GatewayInLab, cameraId: string): Promise<CameraStream> {
    const end = performance.now() + PATIENCE_MS;
    for (;;) {
      const stop = new AbortController();
      const response = await gateway.get(`/camera/v1/cameras/${cameraId}/stream`, stop.signal);
      if (![503, 504].includes(response.status) || performance.now() > end) return CameraStream.from(response, stop);
      await response.arrayBuffer();
      await sleep(PAUSE_MS);
    }
  }

  /** @param stop ends the request */
  static async from(response: Response, stop: AbortController): Promise<CameraStream> {
    const boundary = /^multipart\/x-mixed-replace; ?boundary=(.+)$/.exec(response.headers.get('content-type') ?? '')?.[1];
    if (!response.ok || !response.body || boundary === undefined) throw new Error(`no stream: ${await response.text()}`);
    return new CameraStream(response.body, boundary, stop);
  }

  private constructor(
    body: AsyncIterable<Uint8Array>,
    private readonly boundary: string,
    private readonly stop: AbortController,
  ) {
    this.end = this.readAll(body).then(
      () => 'ended',
      (error: unknown) => messageOf(error),
    );
  }

  /** The next image that comes, from this call on. */
  async next(): Promise<Uint8Array> {
    const over = new AbortController();
    void this.end.then((why) => over.abort(new Error(why)));
    const signal = AbortSignal.any([over.signal, AbortSignal.timeout(PATIENCE_MS)]);
    const [jpeg] = (await once(this.parts, 'part', { signal })) as [Uint8Array];
    return jpeg;
  }

  private async readAll(body: AsyncIterable<Uint8Array>): Promise<void> {
    for await (const chunk of body) {
      this.rest = Buffer.concat([this.rest, chunk]);
      for (let part = this.take(); part; part = this.take()) {
        this.count++;
        this.parts.emit('part', part);
      }
    }
  }

  /** A whole part, if one is there, from the boundary before it to the line break behind its image. */
  private take(): Uint8Array | undefined {
    const headEnd = this.rest.indexOf('\r\n\r\n');
    if (headEnd < 0) return undefined;
    const [first, ...lines] = this.rest.toString('latin1', 0, headEnd).split('\r\n');
    const length = Number(lines.find((line) => line.startsWith('Content-Length: '))?.slice(16));
    if (first !== `--${this.boundary}` || !lines.includes('Content-Type: image/jpeg') || !(length > 0))
      throw new Error(`no part begins with ${[first, ...lines].join('|').slice(0, 200)}`);
    const from = headEnd + 4;
    if (this.rest.length < from + length + 2) return undefined;
    const jpeg = Uint8Array.from(this.rest.subarray(from, from + length));
    this.rest = this.rest.subarray(from + length + 2);
    return jpeg;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.stop.abort();
    await this.end;
  }
}
