import { computed, signal } from '@preact/signals';
import { webSocketUrl } from './api.js';
import { addressOf } from './root.js';

/** An event as `/events/v1` tells it (CloudEvents 1.0); its `data` is as its type says. */
export interface LiveEvent {
  readonly type: string;
  readonly subject?: string;
  readonly data: unknown;
}

const AGAIN_MS = 2000;
/**
 * After so long without a word it is looked whether the gateway is there at all: of one that lost its power no connection tells. One that
 * is there again refuses what comes over a connection that it does not know, and an empty word is enough for that.
 */
const SILENT_MS = 10_000;

export type Connection = 'CONNECTING' | 'LIVE' | 'LOST';
type Listener = (event: LiveEvent) => void;

/** Whether what the page shows is what is. */
export const connection = signal<Connection>('CONNECTING');

/** Whether what the page shows is what was. */
export const isLost = computed(() => connection.value === 'LOST');

/** How often it has become live: what happened before is not told, and whoever shows something asks for it again. */
export const timesLive = signal(0);

const listeners = new Set<Listener>();

/** Calls `listener` with all that happens, until what it returns is called. */
export function onEvent(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Follows what happens until `ended`, and comes back when it was cut off. */
export async function follow(ended: AbortSignal): Promise<void> {
  connection.value = 'CONNECTING';
  for (;;) {
    await followOnce(ended).catch(() => undefined);
    if (ended.aborted) return;
    connection.value = 'LOST';
    await pause(ended);
  }
}

async function followOnce(ended: AbortSignal): Promise<void> {
  const address = await webSocketUrl('/events/v1');
  if (ended.aborted) return;
  const socket = new WebSocket(address);
  let heardAt = performance.now();
  socket.onmessage = ({ data }: MessageEvent<string>) => {
    heardAt = performance.now();
    const event = JSON.parse(data) as LiveEvent;
    for (const listener of listeners) listener(event);
  };
  socket.onopen = () => {
    connection.value = 'LIVE';
    timesLive.value += 1;
  };
  const close = () => socket.close();
  ended.addEventListener('abort', close);
  let watch: number | undefined;
  await new Promise((resolve) => {
    socket.onclose = resolve;
    watch = window.setInterval(() => {
      if (performance.now() - heardAt <= SILENT_MS) return;
      if (socket.readyState === WebSocket.OPEN) socket.send('');
      isThere().catch(resolve);
    }, SILENT_MS);
  });
  clearInterval(watch);
  ended.removeEventListener('abort', close);
  // of one that was given up nothing more is heard
  socket.onmessage = null;
  socket.close();
}

/** @throws unknown when nobody answers */
async function isThere(): Promise<void> {
  await fetch(addressOf('healthz'), { cache: 'no-store', signal: AbortSignal.timeout(SILENT_MS) });
}

function pause(ended: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const over = () => {
      clearTimeout(timer);
      ended.removeEventListener('abort', over);
      resolve();
    };
    const timer = setTimeout(over, AGAIN_MS);
    ended.addEventListener('abort', over);
  });
}
