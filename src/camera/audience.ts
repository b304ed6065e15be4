import type { Frame } from './camera.js';
import type { Reader, Waiter } from './viewers.js';

/** All who look at a camera. */
export class Audience {
  private readonly readers = new Set<Reader>();
  private readonly waiters = new Set<Waiter>();

  /**
   * @param came is called with each who comes
   * @param deserted is called when the last one has gone
   */
  constructor(
    private readonly came: () => void,
    private readonly deserted: () => void,
  ) {}

  get isThere(): boolean {
    return this.readers.size + this.waiters.size > 0;
  }

  /** Those that are no parts of the gateway. */
  get readerCount(): number {
    return [...this.readers].filter(({ isOwn }) => !isOwn).length;
  }

  get waiterCount(): number {
    return this.waiters.size;
  }

  /** Frames per second that each reader takes. */
  readerFps(now: number): readonly number[] {
    return [...this.readers].map(({ rate }) => rate.at(now));
  }

  /** Until disposed. */
  read(reader: Reader): Disposable {
    return this.join(this.readers, reader);
  }

  /** Until disposed. */
  wait(waiter: Waiter): Disposable {
    return this.join(this.waiters, waiter);
  }

  /** @param now ms, of a clock that never jumps */
  show(frame: Frame, now: number): void {
    for (const reader of this.readers) reader.show(frame, now);
    for (const waiter of this.waiters) waiter.show(frame);
  }

  /** Readers go with an error, or quietly without; `but` may stay. */
  endReaders(error?: Error, but: (reader: Reader) => boolean = () => false): void {
    for (const reader of this.readers) if (!but(reader)) reader.end(error);
  }

  turnWaitersAway(error: Error): void {
    for (const waiter of this.waiters) waiter.turnAway(error);
  }

  private join<T>(group: Set<T>, member: T): Disposable {
    group.add(member);
    this.came();
    return { [Symbol.dispose]: () => this.leave(group, member) };
  }

  private leave<T>(group: Set<T>, member: T): void {
    // whoever leaves twice has gone already
    if (group.delete(member) && !this.isThere) this.deserted();
  }
}
