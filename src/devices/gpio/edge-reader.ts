import { closeSync, writeSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import type { Libc } from './libc.js';
import type { LineEvent } from './uapi.js';

/** What the thread is told: to look after a descriptor, or not any more. */
export interface Order {
  readonly fd: number;
  readonly isWatched: boolean;
}

/** What it tells: what has happened at a descriptor, or that it looks after it no more. */
export type News = { readonly fd: number; readonly events: readonly LineEvent[] } | { readonly fd: number; readonly left: true };

interface Watched {
  readonly heard: (events: readonly LineEvent[]) => void;
  readonly left: () => void;
}

/**
 * Hears the edges of all chips. Waiting for them blocks a thread, so there is one for it, from when the first line has edges to be
 * told; nothing else can wait for descriptors such as these.
 */
export class EdgeReader implements AsyncDisposable {
  private readonly watched = new Map<number, Watched>();
  private thread: { readonly worker: Worker; readonly wakeFd: number; readonly ended: Promise<void> } | undefined;

  constructor(private readonly libc: Libc) {}

  /** @param heard gets the events of a descriptor in order, until `unwatch` */
  watch(fd: number, heard: (events: readonly LineEvent[]) => void): void {
    this.watched.set(fd, { heard, left: () => undefined });
    this.tell({ fd, isWatched: true });
  }

  /** @returns when nobody reads it any more and it can be closed */
  async unwatch(fd: number): Promise<void> {
    if (!this.watched.has(fd) || !this.thread) return;
    const left = new Promise<void>((resolve) => this.watched.set(fd, { heard: () => undefined, left: resolve }));
    this.tell({ fd, isWatched: false });
    await Promise.race([left, this.thread.ended]);
    this.watched.delete(fd);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (!this.thread) return;
    const { worker, wakeFd, ended } = this.thread;
    // where it waits, nobody can end it: it is woken, and ends itself
    worker.postMessage('end');
    wake(wakeFd);
    await ended;
    closeSync(wakeFd);
    this.thread = undefined;
  }

  private tell(order: Order): void {
    this.thread ??= this.start();
    this.thread.worker.postMessage(order);
    wake(this.thread.wakeFd);
  }

  private start() {
    const wakeFd = this.libc.eventfd();
    const worker = new Worker(new URL('edge-thread.js', import.meta.url), { workerData: wakeFd });
    worker.on('message', (news: News) => {
      const watched = this.watched.get(news.fd);
      if ('events' in news) watched?.heard(news.events);
      else watched?.left();
    });
    // an error is a mistake of ours, and ends the gateway as it would on the main thread
    const ended = new Promise<void>((resolve) => worker.once('exit', () => resolve()));
    // what holds lines keeps the process alive, not who listens to them
    worker.unref();
    return { worker, wakeFd, ended };
  }
}

const ONE = new BigUint64Array([1n]);

/** @see eventfd(2) */
function wake(wakeFd: number): void {
  writeSync(wakeFd, ONE);
}
