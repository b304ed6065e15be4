import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { expect, it } from '@jest/globals';
import { freePort } from '../free-port.js';
import { TestGateway } from '../gateway.js';
import { Visit } from './harness.js';
import { inBrowser } from './in-browser.js';
import { sees } from './sees.js';

const lens = { driver: 'simulated', fps: 10 };
const away = { driver: 'v4l2', device: '/dev/video-not-there' };
/** Two that are away come first, and of all others there is room for a stream. */
const cameras = { 'lens-1': away, 'lens-2': away, 'lens-3': lens, 'lens-4': lens, 'lens-5': lens };
const settings = { auth: { mode: 'tokens' }, devices: { radios: {}, chips: {}, cameras } };
/** More than a stream may be silent of which no pace is known yet. */
const SILENT_MS = 20_000;

inBrowser('A stream that is cut on its way', (own) => {
  it.each(['silence', 'end'] as const)(
    'is not taken for what is seen now, and comes back, while the gateway goes on telling what happens: %s',
    async (how) => {
      await using way = await StreamWay.to(settings);
      const { gateway, url: below } = way;
      await using visit = await Visit.signedIn(own.browser, gateway, { below });
      const { page } = visit;
      const picture = page.getByRole('img', { name: 'live picture of lens-5' });
      await sees(picture, 0);
      const streams = await Promise.all(['lens-3', 'lens-4', 'lens-5'].map(readersAt(gateway)));
      expect(streams).toEqual([1, 1, 1]);
      way[how]();
      const cutAt = Date.now();
      const gone = page.getByRole('figure').filter({ hasText: 'lens-5' }).getByText('no picture now');
      await gone.waitFor({ timeout: SILENT_MS });
      expect(await picture.count()).toBe(0);
      await visit.expectAccessible();
      await page.getByRole('status').getByText('live', { exact: true }).waitFor();
      await sees(picture, cutAt);
      expect(await gone.count()).toBe(0);
      visit.expectNoFaults();
    },
    60_000,
  );
});

const readersAt =
  (gateway: TestGateway) =>
  async (cameraId: string): Promise<number> => {
    const { result } = await gateway.json<{ result: { stream: { clients: number } } }>(`/camera/v1/cameras/${cameraId}/state`);
    return result.stream.clients;
  };

/** A gateway behind a way on which the streams that are open now can be cut, and nothing else. */
class StreamWay implements AsyncDisposable {
  private readonly callers = new Set<Socket>();
  private readonly streams = new Map<Socket, Socket>();

  private constructor(
    readonly gateway: TestGateway,
    private readonly server: Server,
    /** Where the gateway is for those who come this way. */
    readonly url: string,
  ) {}

  static async to(settings: Record<string, unknown>): Promise<StreamWay> {
    const port = await freePort();
    const server = createServer((caller) => way.lead(caller, port)).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const gateway = await TestGateway.start({ ...settings, http: { listen: `127.0.0.1:${port}`, publicUrl: url } });
    const way = new StreamWay(gateway, server, url);
    return way;
  }

  /** As a NAT that has forgotten them: nothing comes, and nobody says so. */
  silence(): void {
    for (const [caller, there] of this.streams) there.unpipe(caller).resume();
  }

  /** As a proxy whose time limit is over. */
  end(): void {
    for (const caller of this.streams.keys()) caller.destroy();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.server.close();
    for (const caller of this.callers) caller.destroy();
    await this.gateway.stop();
  }

  private lead(caller: Socket, port: number): void {
    const there = connect({ port });
    this.callers.add(caller);
    caller.once('data', (asked: Buffer) => {
      if (/^GET \S+\/stream/.test(asked.toString('latin1'))) this.streams.set(caller, there);
    });
    caller.pipe(there).pipe(caller);
    there.on('error', () => there.destroy()).on('close', () => caller.destroy());
    caller.on('error', () => caller.destroy());
    caller.on('close', () => {
      there.destroy();
      this.callers.delete(caller);
      this.streams.delete(caller);
    });
  }
}
