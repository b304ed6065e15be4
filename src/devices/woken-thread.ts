import { closeSync, readSync, writeSync } from 'node:fs';
import { type MessagePort, receiveMessageOnPort, Worker } from 'node:worker_threads';
import type { Libc } from './libc.js';

/** What a thread is started with. */
export interface ThreadData<Data> {
  /** Can be read when there is an order. */
  readonly wakeFd: number;
  readonly data: Data;
}

/**
 * A thread that waits in calls of the system, from which no message wakes it: it is given a descriptor beside, and told by that. When
 * the process ends, it is told to.
 */
export class WokenThread<Data, Order, News> implements AsyncDisposable {
  readonly ended: Promise<void>;
  private readonly worker: Worker;
  private readonly wakeFd: number;
  private isOver = false;

  /** @param entry what it runs, which has to end by itself when it hears `end` */
  constructor(libc: Pick<Libc, 'eventfd'>, entry: URL, data: Data, heard: (news: News) => void) {
    this.wakeFd = libc.eventfd();
    this.worker = new Worker(entry, { workerData: { wakeFd: this.wakeFd, data } satisfies ThreadData<Data> });
    this.worker.on('message', heard);
    // an error is a mistake of ours, and ends the gateway as it would on the main thread
    this.ended = new Promise<void>((resolve) =>
      this.worker.once('exit', () => {
        this.over();
        resolve();
      }),
    );
    // what is opened keeps the process alive, not who listens to it
    this.worker.unref();
    // a process that ends waits for its threads, and this one for whatever comes next
    process.once('exit', this.end);
  }

  tell(order: Order | 'end'): void {
    if (this.isOver) return;
    this.worker.postMessage(order);
    writeSync(this.wakeFd, ONE);
  }

  /** Whether the process is to stay alive for it. */
  hold(isHeld: boolean): void {
    if (isHeld) this.worker.ref();
    else this.worker.unref();
  }

  /** Where it waits, nobody can end it: it is woken, and ends itself. */
  async [Symbol.asyncDispose](): Promise<void> {
    this.hold(true);
    this.end();
    await this.ended;
  }

  private readonly end = (): void => this.tell('end');

  private over(): void {
    this.isOver = true;
    process.off('exit', this.end);
    closeSync(this.wakeFd);
  }
}

const ONE = new BigUint64Array([1n]);

/** In the thread: the orders that have come, once its descriptor can be read. */
export function* ordersOf(port: MessagePort, wakeFd: number): Generator<unknown, void> {
  readSync(wakeFd, new Uint8Array(8));
  for (let order = next(port); order !== undefined; order = next(port)) yield order;
}

function next(port: MessagePort): unknown {
  return receiveMessageOnPort(port)?.message;
}
