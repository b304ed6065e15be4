import type { ServerResponse } from 'node:http';
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
  private fail: (error: unknown) => void = () => undefined;

  constructor(
    private readonly res: ServerResponse,
    private readonly begin: () => void,
    private readonly sent: (bytes: number) => void,
  ) {}

  get hasRoom(): boolean {
    return !this.res.writableNeedDrain && !this.res.destroyed;
  }

  put(part: Uint8Array): void {
    this.beginOnce();
    this.sent(part.length);
    this.res.write(part);
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
    const { res } = this;
    let pouring: Pouring | undefined;
    const goOn = () => pouring?.goOn();
    try {
      await new Promise<void>((resolve, reject) => {
        this.fail = reject;
        res.once('close', resolve).on('drain', goOn);
        pouring = pour(this);
      });
    } finally {
      pouring?.[Symbol.dispose]();
      res.off('drain', goOn);
    }
  }

  private beginOnce(): void {
    if (!this.hasBegun) this.begin();
    this.hasBegun = true;
  }
}
