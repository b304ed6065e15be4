import { connect, type Socket } from 'node:net';

const STAMP = Buffer.from('X-Timestamp: ');
const STAMP_LENGTH = 17;
const END = Buffer.from('--boundarydonotcross\r\n');

/** Readers of an MJPEG stream that only look when each picture was exposed, and when they have all of it. */
export class StreamReaders implements Disposable {
  private readonly sockets: Socket[] = [];
  /** ms of each picture that came since they were last forgotten */
  delays: number[] = [];
  private waiting = 0;
  private served: () => void = () => undefined;

  static async open(url: string, count: number): Promise<StreamReaders> {
    const readers = new StreamReaders();
    await Promise.all(Array.from({ length: count }, () => readers.join(new URL(url))));
    return readers;
  }

  /** When each has had a picture. */
  async all(): Promise<void> {
    if (this.waiting > 0) await new Promise<void>((resolve) => (this.served = resolve));
  }

  forget(): void {
    this.delays = [];
  }

  private join({ hostname, port, pathname, host }: URL): Promise<void> {
    const socket = connect(Number(port), hostname);
    this.sockets.push(socket);
    this.waiting++;
    let exposedAt: number | undefined;
    let isServed = false;
    socket.on('data', (data) => {
      const at = data.lastIndexOf(STAMP);
      const end = data.lastIndexOf(END);
      // what ends here may have begun before, and another may begin behind it
      if (end >= 0 && exposedAt !== undefined && (at < 0 || end < at)) this.count(exposedAt);
      if (at >= 0) exposedAt = Number(data.toString('latin1', at + STAMP.length, at + STAMP.length + STAMP_LENGTH)) * 1000;
      if (at >= 0 && end > at && exposedAt !== undefined) this.count(exposedAt);
      if (end >= 0 && (at < 0 || end > at)) exposedAt = undefined;
      if (isServed || this.delays.length === 0) return;
      isServed = true;
      if (--this.waiting === 0) this.served();
    });
    return new Promise((resolve, reject) => {
      socket.once('error', reject);
      socket.once('connect', () => {
        socket.write(`GET ${pathname} HTTP/1.1\r\nHost: ${host}\r\n\r\n`);
        resolve();
      });
    });
  }

  private count(exposedAt: number): void {
    this.delays.push(performance.timeOrigin + performance.now() - exposedAt);
  }

  [Symbol.dispose](): void {
    for (const socket of this.sockets) socket.destroy();
  }
}
