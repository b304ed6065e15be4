import { closeSync, writeSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import type { Libc } from './libc.js';
import type { LineEvent } from './uapi.js';

/** What the thread is told: to look after a descriptor, or not any more, or to end. */
export type Order = { readonly fd: number; readonly isWatched: boolean } | 'end';

/** What it tells: what has happened at a descriptor, or that it looks after it no more. */
export type News = { readonly fd: number; readonly events: readonly LineEvent[] } | { readonly fd: number; readonly left: true };

interface Watched {
  readonly heard: (events: readonly LineEvent[]) => void;
  readonly left: () => void;
}

interface Thread {
  readonly worker: Worker;
  readonly wakeFd: number;
  readonly ended: Promise<void>;
}

/**
 * Hears the edges of all chips. Waiting for them blocks a thread, so there is one for it, from when the first line has edges to be
 * told; nothing else can wait for descriptors such as these.
 */
export class EdgeReader implements AsyncDisposable {
  private readonly watched = new Map<number, Watched>();
  private thread: Thread | undefined;
  private leaving = 0;

  constructor(private readonly libc: Libc) {}

  /** @param heard gets the events of a descriptor in order, until `unwatch` */
  watch(fd: number, heard: (events: readonly LineEvent[]) => void): void {
    this.watched.set(fd, { heard, left: () => undefined });
    this.thread ??= this.start();
    tell(this.thread, { fd, isWatched: true });
  }

  /** @returns when nobody reads it any more and it can be closed */
  async unwatch(fd: number): Promise<void> {
    if (!this.watched.has(fd) || !this.thread) return;
    const { worker, ended } = this.thread;
    const left = new Promise<void>((resolve) => this.watched.set(fd, { heard: () => undefined, left: resolve }));
    this.leaving++;
    worker.ref();
    tell(this.thread, { fd, isWatched: false });
    await Promise.race([left, ended]);
    if (--this.leaving === 0) worker.unref();
    this.watched.delete(fd);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (!this.thread) return;
    const { worker, wakeFd, ended } = this.thread;
    worker.ref();
    this.end();
    await ended;
    process.off('exit', this.end);
    closeSync(wakeFd);
    this.thread = undefined;
  }

  private start(): Thread {
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
    // a process that ends waits for its threads, and this one for the next edge
    process.once('exit', this.end);
    return { worker, wakeFd, ended };
  }

  /** Where it waits, nobody can end it: it is woken, and ends itself. */
  private readonly end = (): void => {
    if (this.thread) tell(this.thread, 'end');
  };
}

const ONE = new BigUint64Array([1n]);

/** @see eventfd(2) */
function tell({ worker, wakeFd }: Thread, order: Order): void {
  worker.postMessage(order);
  writeSync(wakeFd, ONE);
}
