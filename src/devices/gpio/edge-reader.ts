import type { Libc } from '../libc.js';
import { WokenThread } from '../woken-thread.js';
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
  private thread: WokenThread<undefined, Order, News> | undefined;
  private leaving = 0;

  constructor(private readonly libc: Libc) {}

  /** @param heard gets the events of a descriptor in order, until `unwatch` */
  watch(fd: number, heard: (events: readonly LineEvent[]) => void): void {
    this.watched.set(fd, { heard, left: () => undefined });
    this.thread ??= this.start();
    this.thread.tell({ fd, isWatched: true });
  }

  /** @returns when nobody reads it any more and it can be closed */
  async unwatch(fd: number): Promise<void> {
    const { thread } = this;
    if (!this.watched.has(fd) || !thread) return;
    const left = new Promise<void>((resolve) => this.watched.set(fd, { heard: () => undefined, left: resolve }));
    this.leaving++;
    thread.hold(true);
    thread.tell({ fd, isWatched: false });
    await Promise.race([left, thread.ended]);
    if (--this.leaving === 0) thread.hold(false);
    this.watched.delete(fd);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.thread?.[Symbol.asyncDispose]();
    this.thread = undefined;
  }

  private start(): WokenThread<undefined, Order, News> {
    return new WokenThread(this.libc, new URL('edge-thread.js', import.meta.url), undefined, (news: News) => {
      const watched = this.watched.get(news.fd);
      if ('events' in news) watched?.heard(news.events);
      else watched?.left();
    });
  }
}
