import type { RawData, WebSocket } from 'ws';
import type { LiveView } from '../../camera/live-view.js';
import { Credit, creditIn, MOST_CREDIT } from '../../camera/streams/credit.js';
import { type Shot, Shots, type WantedShots } from '../../camera/streams/shots.js';
import type { Clock } from '../../clock.js';
import { messageOf } from '../../errors.js';
import { KeepAlive } from '../../http/keep-alive.js';
import { together } from '../../http/send-together.js';
import { INVALID_PAYLOAD, TRY_AGAIN_LATER, turnAway } from '../../http/turn-away.js';
import type { Outlet } from '../../outlet.js';

/** A frame that is no older shows that the camera gives pictures; ms */
const RECENT_MS = 1_000;

type Wanted = WantedShots & { readonly view: LiveView };

/** Sends pictures to readers that say when they have room for one: each gets the newest, and has one on the way at the most. */
export class StreamSockets implements Disposable {
  private readonly keepAlive: KeepAlive;

  constructor(clock: Clock) {
    this.keepAlive = new KeepAlive(clock);
  }

  /**
   * Makes a picture first, so that what is wrong is said before a WebSocket is opened.
   *
   * @returns what takes the WebSocket
   * @throws GatewayError as `LiveView.watch` and `Pictures.render`
   */
  async open(wanted: Wanted, signal: AbortSignal): Promise<(socket: WebSocket) => void> {
    const { view, make } = wanted;
    view.requireRoom();
    await make(view.recent(RECENT_MS) ?? (await view.next(signal)));
    return (socket) => {
      // an error is followed by close; there is nobody to tell
      socket.on('error', () => socket.terminate());
      this.keepAlive.watch(socket);
      tell(socket, wanted);
    };
  }

  [Symbol.dispose](): void {
    this.keepAlive[Symbol.dispose]();
  }
}

/** Begins to tell what is seen. It ends with the socket. */
function tell(socket: WebSocket, wanted: WantedShots): void {
  const closed = new AbortController();
  const reader = new SocketReader(socket, () => shots.goOn());
  socket.once('close', () => closed.abort());
  let shots: Shots;
  try {
    shots = new Shots(wanted, reader, closed.signal);
  } catch (error) {
    reader.end(error);
    return;
  }
  socket.on('message', (data: RawData, isBinary: boolean) => {
    if (reader.hears(isBinary ? undefined : creditIn(textOf(data)))) shots.goOn();
  });
}

/** Has room for what it was granted, one at a time. */
class SocketReader implements Outlet<Shot> {
  private readonly credit = new Credit();
  private isSending = false;

  /** @param hasLeft is called when what was put has left */
  constructor(
    private readonly socket: WebSocket,
    private readonly hasLeft: () => void,
  ) {}

  get hasRoom(): boolean {
    return !this.isSending && this.credit.hasAny;
  }

  /** @returns whether that is something to go on with */
  hears(more: number | undefined): boolean {
    if (more === undefined) turnAway(this.socket, INVALID_PAYLOAD, `expected {"credit": n}, n from 1 to ${MOST_CREDIT}`);
    else this.credit.grant(more);
    return more !== undefined;
  }

  put({ picture, missed }: Shot): void {
    const { bytes, width, height, frame } = picture;
    const { sequence, capturedAt } = frame;
    const about = { sequence, capturedAt: new Date(capturedAt).toISOString(), missed, size: bytes.length, width, height };
    this.credit.use();
    this.isSending = true;
    together(this.socket, () => {
      this.socket.send(JSON.stringify(about));
      this.socket.send(bytes, { binary: true }, () => {
        this.isSending = false;
        this.hasLeft();
      });
    });
  }

  end(error?: unknown): void {
    if (error !== undefined) turnAway(this.socket, TRY_AGAIN_LATER, messageOf(error));
  }
}

function textOf(data: RawData): string {
  return (Array.isArray(data) ? Buffer.concat(data) : Buffer.from(data as Buffer)).toString();
}
