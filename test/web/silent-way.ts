import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { freePort } from '../free-port.js';
import { TestGateway } from '../gateway.js';

/**
 * A gateway behind a way on which everything can stop without a word, as when one of the two loses its power or sleeps: what is open stays
 * open, and nothing comes.
 */
export class SilentWay implements AsyncDisposable {
  /** With whom they are connected; undefined: nobody, as those who call while everything is silent. */
  private readonly callers = new Map<Socket, Socket | undefined>();
  /** Those that got no answer while everything was silent: they ask again ever more seldom, as the kernel does. */
  private readonly waiting = new WeakSet<Socket>();
  private isSilent = false;

  private constructor(
    readonly gateway: TestGateway,
    private readonly server: Server,
    /** Where the gateway is for those who come this way. */
    readonly url: string,
    /** Where it is for others. */
    readonly beside: { readonly url: string },
  ) {}

  static async to(settings: Record<string, unknown>): Promise<SilentWay> {
    const port = await freePort();
    const server = createServer((caller) => way.lead(caller, port)).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const listen = `127.0.0.1:${port}`;
    const gateway = await TestGateway.start({ ...settings, http: { listen, publicUrl: url } });
    const way = new SilentWay(gateway, server, url, { url: `http://${listen}` });
    return way;
  }

  silence(): void {
    this.isSilent = true;
    for (const [caller, there] of this.callers) {
      if (!there) continue;
      caller
        .unpipe(there)
        .on('data', () => this.refuse(caller))
        .resume();
      there.removeAllListeners('close').destroy();
    }
  }

  /** Whoever calls anew comes through. Of what was open before nobody knows, as after a start, and says so to whoever says more there. */
  goOn(): void {
    this.isSilent = false;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.server.close();
    for (const caller of this.callers.keys()) caller.destroy();
    await this.gateway.stop();
  }

  private refuse(caller: Socket): void {
    if (this.isSilent) this.waiting.add(caller);
    else if (!this.waiting.has(caller)) caller.resetAndDestroy();
  }

  private lead(caller: Socket, port: number): void {
    const there = this.isSilent ? undefined : connect({ port });
    this.callers.set(caller, there);
    caller.on('error', () => caller.destroy()).on('close', () => this.callers.delete(caller));
    if (!there) return;
    caller.pipe(there).pipe(caller);
    there.on('error', () => there.destroy()).on('close', () => caller.destroy());
    caller.on('close', () => there.destroy());
  }
}
