import { once } from 'node:events';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

const EVERY_MS = 50;

/** A camera of the network that shows what it is told to, and can be unplugged. */
export class NetworkCamera implements Disposable {
  private readonly viewers = new Set<ServerResponse>();
  private readonly server: Server;
  private readonly filming: NodeJS.Timeout;
  private isPlugged = true;

  private constructor(private jpeg: Uint8Array) {
    this.server = createServer((_req, res) => this.film(res));
    this.filming = setInterval(() => this.viewers.forEach((res) => this.send(res)), EVERY_MS);
  }

  static async open(jpeg: Uint8Array): Promise<NetworkCamera> {
    const camera = new NetworkCamera(jpeg);
    camera.server.listen(0, '127.0.0.1');
    await once(camera.server, 'listening');
    return camera;
  }

  /** As a gateway is told of it; it is looked at all the time, so that what happens to it shows at once. */
  get settings(): object {
    const { port } = this.server.address() as AddressInfo;
    return { driver: 'ffmpeg', source: `http://127.0.0.1:${port}/`, format: 'mpjpeg', keepWarm: true };
  }

  show(jpeg: Uint8Array): void {
    this.jpeg = jpeg;
  }

  unplug(): void {
    this.isPlugged = false;
    this.server.closeAllConnections();
  }

  plugIn(): void {
    this.isPlugged = true;
  }

  [Symbol.dispose](): void {
    clearInterval(this.filming);
    this.server.close();
    this.server.closeAllConnections();
  }

  private film(res: ServerResponse): void {
    if (!this.isPlugged) return void res.destroy();
    res.writeHead(200, { 'Content-Type': 'multipart/x-mixed-replace; boundary=next' });
    this.viewers.add(res);
    res.once('close', () => this.viewers.delete(res));
    this.send(res);
  }

  private send(res: ServerResponse): void {
    if (res.writableNeedDrain) return;
    res.write(`--next\r\nContent-Type: image/jpeg\r\nContent-Length: ${this.jpeg.length}\r\n\r\n`);
    res.write(this.jpeg);
    res.write('\r\n');
  }
}
