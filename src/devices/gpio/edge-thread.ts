import { readSync } from 'node:fs';
import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import { type Libc, loadLibc } from '../libc.js';
import { ordersOf, type ThreadData } from '../woken-thread.js';
import type { News, Order } from './edge-reader.js';
import { LINE_EVENT_SIZE, readLineEvents } from './uapi.js';

/** The thread of EdgeReader: waits for edges, and hands them over. It never goes back to an event loop before it ends. */

/** Events that are read at once; the kernel keeps as many for each line. */
const EVENTS_AT_ONCE = 16;
/** A process waits for its threads when it ends: for this one, where nobody told it to end, for so long at the most. */
const LONGEST_WAIT_MS = 10_000;
/** An input that nothing is connected to can change a million times a second: what comes faster than this is lost in the kernel, which counts it. */
const PACE_MS = 5;

/** Until it is told to end. @param wakeFd can be read when there is an order */
function listen(port: MessagePort, wakeFd: number, libc: Libc): void {
  const watched = new Set<number>();
  for (;;) {
    const ready = libc.poll([wakeFd, ...watched], LONGEST_WAIT_MS);
    if (ready.includes(wakeFd) && !obey(port, wakeFd, watched)) return;
    const changed = ready.filter((fd) => watched.has(fd));
    for (const fd of changed) if (!handOver(port, fd)) watched.delete(fd);
    if (changed.length > 0) libc.poll([], PACE_MS);
  }
}

/** @returns whether it is to go on */
function obey(port: MessagePort, wakeFd: number, watched: Set<number>): boolean {
  for (const order of ordersOf(port, wakeFd) as Iterable<Order | 'end'>) {
    if (order === 'end') return false;
    if (order.isWatched) watched.add(order.fd);
    else {
      watched.delete(order.fd);
      port.postMessage({ fd: order.fd, left: true } satisfies News);
    }
  }
  return true;
}

/** @returns whether there is anything to be expected of this descriptor any more */
function handOver(port: MessagePort, fd: number): boolean {
  const bytes = new Uint8Array(EVENTS_AT_ONCE * LINE_EVENT_SIZE);
  try {
    const length = readSync(fd, bytes);
    port.postMessage({ fd, events: readLineEvents(bytes.subarray(0, length)) } satisfies News);
    return true;
  } catch {
    // the chip has gone, which its adapter finds out by itself; what it would be told here it knows by then
    return false;
  }
}

if (!parentPort) throw new Error('edge-thread.js is for a thread of its own');
listen(parentPort, (workerData as ThreadData<undefined>).wakeFd, await loadLibc('pins'));
