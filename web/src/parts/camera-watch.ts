import { webSocketUrl } from '../api.js';
import { snapshotOf } from './snapshot.js';

/** A picture of a stream. */
export interface Shot {
  readonly picture: Blob;
  /** Asks for the next, which comes when there is one, and then is the newest: to be called when this one is drawn. */
  readonly next: () => void;
}

/** What the gateway takes for a sign that a camera gives pictures, ms: so old, it opens a stream at once. */
const RECENT_MS = 1000;
/** ms until the first picture of a stream: the slowest camera gives one in ten seconds */
const FIRST_MS = 15_000;
/** ms without a picture that mean nothing */
const LEAST_MS = 5000;
/** A camera is that much later than it was with its last picture at the most. */
const LATE = 3;

/**
 * Shows what a camera sees until nothing more comes: the stream was closed or refused, or is as silent as one that somebody between has cut.
 * A browser tells of silence nothing, and a camera that gives a picture in ten seconds is silent too: so it is measured by the camera's own pace.
 *
 * @param ended ends it
 * @returns whether anything came
 * @throws Refused when the camera gives no picture, or there is no way to it
 */
export async function watch(cameraId: string, show: (shot: Shot) => void, ended: AbortSignal): Promise<boolean> {
  // a browser opens one WebSocket after the other: one that waited for the camera would keep all others waiting
  const patience = AbortSignal.any([ended, AbortSignal.timeout(FIRST_MS)]);
  const { picture } = await snapshotOf(cameraId, RECENT_MS, patience);
  ended.throwIfAborted();
  const address = await webSocketUrl(`/camera/v1/cameras/${encodeURIComponent(cameraId)}/stream/websocket`);
  ended.throwIfAborted();
  return follow(new WebSocket(address), picture, show, ended);
}

/** @param first what is shown until the stream has one */
async function follow(socket: WebSocket, first: Blob, show: (shot: Shot) => void, ended: AbortSignal): Promise<boolean> {
  const over = new AbortController();
  let heardAt: number | undefined;
  let timer: number | undefined;
  const next = () => {
    if (socket.readyState === WebSocket.OPEN) socket.send('{"credit": 1}');
  };
  await new Promise<unknown>((resolve) => {
    const wait = (ms: number) => {
      clearTimeout(timer);
      timer = window.setTimeout(resolve, ms);
    };
    wait(FIRST_MS);
    socket.onopen = () => {
      wait(FIRST_MS);
      show({ picture: first, next: () => undefined });
    };
    socket.onmessage = ({ data }: MessageEvent<string | Blob>) => {
      // what a text says of the picture that follows, the picture itself shows
      if (typeof data === 'string') return;
      const now = performance.now();
      wait(heardAt === undefined ? FIRST_MS : Math.max(LEAST_MS, LATE * (now - heardAt)));
      heardAt = now;
      show({ picture: data.slice(0, data.size, 'image/jpeg'), next });
    };
    socket.onclose = resolve;
    ended.addEventListener('abort', resolve, { once: true, signal: over.signal });
  });
  over.abort();
  clearTimeout(timer);
  // of one that was given up nothing more is heard
  socket.onmessage = null;
  close(socket, ended.aborted);
  return heardAt !== undefined;
}

/** @param isLeft whether nobody looks any more: of a WebSocket that is only just being opened a browser would complain */
function close(socket: WebSocket, isLeft: boolean): void {
  if (isLeft && socket.readyState === WebSocket.CONNECTING) socket.onopen = () => socket.close();
  else socket.close();
}
