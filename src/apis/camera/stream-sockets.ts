import type { RawData, WebSocket } from 'ws';
import type { Frame } from '../../camera/camera.js';
import type { LiveView } from '../../camera/live-view.js';
import type { Picture } from '../../camera/picture.js';
import { Credit, creditIn, MOST_CREDIT } from '../../camera/streams/credit.js';
import { type Shot, shotsOf } from '../../camera/streams/shots.js';
import type { Clock } from '../../clock.js';
import { messageOf } from '../../errors.js';
import { KeepAlive } from '../../http/keep-alive.js';
import { together } from '../../http/send-together.js';
import { INVALID_PAYLOAD, TRY_AGAIN_LATER, turnAway } from '../../http/turn-away.js';
import { onAbort } from '../../on-abort.js';

/** A frame that is no older shows that the camera gives pictures; ms */
const RECENT_MS = 1_000;

export interface WantedShots {
  readonly view: LiveView;
  readonly make: (frame: Frame) => Picture | Promise<Picture>;
  /** frames per second at the most */
  readonly fps?: number | undefined;
}

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
  async open(wanted: WantedShots, signal: AbortSignal): Promise<(socket: WebSocket) => void> {
    const { view, make } = wanted;
    view.requireRoom();
    await make(view.recent(RECENT_MS) ?? (await view.next(signal)));
    return (socket) => {
      // an error is followed by close; there is nobody to tell
      socket.on('error', () => socket.terminate());
      this.keepAlive.watch(socket);
      void tell(socket, wanted);
    };
  }

  [Symbol.dispose](): void {
    this.keepAlive[Symbol.dispose]();
  }
}

async function tell(socket: WebSocket, { view, make, fps }: WantedShots): Promise<void> {
  const closed = new AbortController();
  const credit = creditOf(socket);
  socket.once('close', () => closed.abort());
  try {
    const shots = shotsOf(view.watch(closed.signal, fps), make);
    await credit.take();
    for await (const shot of shots) {
      await sent(socket, shot, closed.signal);
      await credit.take();
    }
  } catch (error) {
    turnAway(socket, TRY_AGAIN_LATER, messageOf(error));
  }
}

/** What a reader grants. Once it has gone nobody waits for more. */
function creditOf(socket: WebSocket): Credit {
  const credit = new Credit();
  socket.on('message', (data: RawData, isBinary: boolean) => {
    const more = isBinary ? undefined : creditIn(textOf(data));
    if (more === undefined) turnAway(socket, INVALID_PAYLOAD, `expected {"credit": n}, n from 1 to ${MOST_CREDIT}`);
    else credit.grant(more);
  });
  socket.once('close', () => credit.grant(1));
  return credit;
}

/** When all of it has left, or nobody is there any more. */
function sent(socket: WebSocket, { picture, missed }: Shot, closed: AbortSignal): Promise<void> {
  const { bytes, width, height, frame } = picture;
  const { sequence, capturedAt } = frame;
  const about = { sequence, capturedAt: new Date(capturedAt).toISOString(), missed, size: bytes.length, width, height };
  return new Promise((resolve) => {
    const closing = onAbort(closed, resolve);
    together(socket, () => {
      socket.send(JSON.stringify(about));
      socket.send(bytes, { binary: true }, () => {
        closing[Symbol.dispose]();
        resolve();
      });
    });
  });
}

function textOf(data: RawData): string {
  return (Array.isArray(data) ? Buffer.concat(data) : Buffer.from(data as Buffer)).toString();
}
