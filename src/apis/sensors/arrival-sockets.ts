import type { WebSocket } from 'ws';
import type { Sight } from '../../auth/access.js';
import type { Clock } from '../../clock.js';
import { messageOf } from '../../errors.js';
import { KeepAlive } from '../../http/keep-alive.js';
import { sendTogether } from '../../http/send-together.js';
import { onAbort } from '../../on-abort.js';
import type { ArrivalPage } from '../../sensors/arrival-log.js';
import { type Arrivals, isNews, type WantedArrivals } from '../../sensors/arrivals.js';
import type { CloudEvents } from '../platform/cloud-events.js';
import { toApiPoint } from './mapping.js';

/** What is read at once, and all that a reader may leave unread: the rest waits in the history. */
const AT_ONCE = 100;
/** IANA registry of WebSocket close codes. */
const TRY_AGAIN_LATER = 1013;
const LONGEST_REASON = 120;
const PATIENCE_MS = 2_000;

/** Tells readers what arrives from where they stopped on, each at its own pace, and all of it out of the history. */
export class ArrivalSockets implements Disposable {
  private readonly keepAlive: KeepAlive;

  constructor(
    readonly arrivals: Arrivals,
    private readonly events: CloudEvents,
    private readonly clock: Clock,
  ) {
    this.keepAlive = new KeepAlive(clock);
  }

  /**
   * Reads the first page, so that what is wrong is said before a WebSocket is opened.
   *
   * @returns what takes the WebSocket
   * @throws GatewayError as `Arrivals.next`
   */
  async open(wanted: Omit<WantedArrivals, 'limit'>, sight: Sight): Promise<(socket: WebSocket) => void> {
    this.arrivals.requireRoom();
    const closed = new AbortController();
    const pages = this.arrivals.follow({ ...wanted, limit: AT_ONCE }, sight, closed.signal);
    const { value: first } = await pages.next();
    return (socket) => {
      socket.once('close', () => closed.abort());
      // an error is followed by close; there is nobody to tell
      socket.on('error', () => socket.terminate());
      this.keepAlive.watch(socket);
      void this.tell(socket, first, pages, closed.signal);
    };
  }

  private async tell(
    socket: WebSocket,
    first: ArrivalPage,
    pages: AsyncGenerator<ArrivalPage, never>,
    closed: AbortSignal,
  ): Promise<void> {
    try {
      using _place = this.arrivals.place();
      for (let page = first; !closed.aborted; page = (await pages.next()).value)
        if (isNews(page)) await sent(socket, this.messages(page), closed);
    } catch (error) {
      socket.close(TRY_AGAIN_LATER, messageOf(error).slice(0, LONGEST_REASON));
      const patience = setTimeout(() => socket.terminate(), PATIENCE_MS);
      patience.unref();
      socket.once('close', () => clearTimeout(patience));
    }
  }

  private messages({ arrivals, missed, next }: ArrivalPage): readonly Buffer[] {
    const loss = missed === 0 ? [] : [this.events.ofMissed(missed, this.clock.now(), arrivals.length === 0 ? next : undefined)];
    const told = arrivals.map(({ point, cursor }) => this.events.ofArrival(toApiPoint(point), point.time, cursor));
    return [...loss, ...told].map((event) => Buffer.from(JSON.stringify(event)));
  }

  [Symbol.dispose](): void {
    this.keepAlive[Symbol.dispose]();
  }
}

/** When all of it has left, or nobody is there any more. */
function sent(socket: WebSocket, messages: readonly Buffer[], closed: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const closing = onAbort(closed, resolve);
    sendTogether(socket, messages, () => {
      closing[Symbol.dispose]();
      resolve();
    });
  });
}
