import type { ServerResponse } from 'node:http';
import type { Writable } from 'node:stream';
import type { Outlet, Pour, Pouring } from '../outlet.js';

/**
 * Writes parts in the breath in which they come, while the connection takes them. What goes wrong on the way cuts the response.
 *
 * @param begin writes the head, right before the first part or the end: until then what goes wrong can still be told
 * @param sent is told the bytes of each part
 * @returns when all has left, or nobody is there any more
 * @throws what it was ended with
 */
export async function sendPoured(
  res: ServerResponse,
  pour: Pour<Uint8Array>,
  begin: () => void,
  sent: (bytes: number) => void,
): Promise<void> {
  if (res.closed) return;
  const response = new PouredResponse(res, begin, sent);
  await response.filledBy(pour);
}

class PouredResponse implements Outlet<Uint8Array> {
  private hasBegun = false;
  /** Past the response, which takes more of the processor for each part; one that still waits for another to end has no connection. */
  private readonly connection: Writable;
  private fail: (error: unknown) => void = () => undefined;

  constructor(
    private readonly res: ServerResponse,
    private readonly begin: () => void,
    private readonly sent: (bytes: number) => void,
  ) {
    this.connection = res.socket ?? res;
  }

  get hasRoom(): boolean {
    return !this.connection.writableNeedDrain && !this.res.destroyed;
  }

  put(part: Uint8Array, left?: () => void): void {
    this.beginOnce();
    this.sent(part.length);
    if (this.isChunked) this.writeChunk(part, left);
    else this.connection.write(part, left);
  }

  end(error?: unknown): void {
    if (error === undefined) {
      this.beginOnce();
      this.res.end();
      return;
    }
    if (this.hasBegun) this.res.destroy();
    this.fail(error);
  }

  async filledBy(pour: Pour<Uint8Array>): Promise<void> {
    const { res, connection } = this;
    let pouring: Pouring | undefined;
    const goOn = () => pouring?.goOn();
    try {
      await new Promise<void>((resolve, reject) => {
        this.fail = reject;
        res.once('close', resolve);
        connection.on('drain', goOn);
        pouring = pour(this);
      });
    } finally {
      pouring?.[Symbol.dispose]();
      connection.off('drain', goOn);
    }
  }

  /** A response does so by itself, and to whoever speaks HTTP/1.0 there are no chunks. */
  private get isChunked(): boolean {
    return this.connection !== this.res && this.res.chunkedEncoding;
  }

  /**
   * As RFC 9112 has it, clause 7.1. What ends with its connection instead is taken for whole when it was cut, and the `fetch` of Node 24
   * brings down a reader that is slow at that moment.
   */
  private writeChunk(part: Uint8Array, left?: () => void): void {
    const { connection } = this;
    connection.cork();
    connection.write(`${part.length.toString(16)}\r\n`, 'latin1');
    connection.write(part);
    connection.write('\r\n', 'latin1', left);
    connection.uncork();
  }

  private beginOnce(): void {
    if (this.hasBegun) return;
    this.hasBegun = true;
    this.begin();
    this.res.flushHeaders();
  }
}
