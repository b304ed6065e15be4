import { readSync } from 'node:fs';
import { parentPort, receiveMessageOnPort, workerData } from 'node:worker_threads';
import type { News, Order } from './edge-reader.js';
import { type Libc, loadLibc } from './libc.js';
import { LINE_EVENT_SIZE, readLineEvents } from './uapi.js';

/** The thread of EdgeReader: waits for edges, and hands them over. It never goes back to an event loop before it ends. */

/** Events that are read at once; the kernel keeps as many for each line. */
const EVENTS_AT_ONCE = 16;
/** A process that ends while this thread waits has to wait with it: for so long at the most. */
const LOOK_MS = 1_000;
/** An input that nothing is connected to can change a million times a second: what comes faster than this is lost in the kernel, which counts it. */
const PACE_MS = 5;

const port = parentPort;
if (!port) throw new Error('edge-thread.js is for a thread of its own');
const wakeFd = workerData as number;

/** @returns whether it is to go on */
function obey(watched: Set<number>): boolean {
  readSync(wakeFd, new Uint8Array(8));
  for (let next = nextOrder(); next; next = nextOrder()) {
    if (next === 'end') return false;
    if (next.isWatched) watched.add(next.fd);
    else leave(watched, next.fd);
  }
  return true;
}

function nextOrder(): Order | 'end' | undefined {
  return (receiveMessageOnPort(port as NonNullable<typeof port>) as { message: Order | 'end' } | undefined)?.message;
}

function leave(watched: Set<number>, fd: number): void {
  watched.delete(fd);
  say({ fd, left: true });
}

function say(news: News): void {
  port?.postMessage(news);
}

function read(watched: Set<number>, fd: number): void {
  const bytes = new Uint8Array(EVENTS_AT_ONCE * LINE_EVENT_SIZE);
  try {
    const length = readSync(fd, bytes);
    say({ fd, events: readLineEvents(bytes.subarray(0, length)) });
  } catch {
    // the chip has gone, which its adapter finds out by itself; what it would be told here it knows by then
    watched.delete(fd);
  }
}

function listen(libc: Libc): void {
  const watched = new Set<number>();
  for (;;) {
    const ready = libc.poll([wakeFd, ...watched], LOOK_MS);
    if (ready.includes(wakeFd) && !obey(watched)) return;
    const changed = ready.filter((fd) => watched.has(fd));
    for (const fd of changed) read(watched, fd);
    if (changed.length > 0) libc.poll([], PACE_MS);
  }
}

listen(await loadLibc());
