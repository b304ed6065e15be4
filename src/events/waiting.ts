import type { Numbered } from './mailbox.js';
import { isPlentiful } from './notice.js';

interface Held {
  readonly numbered: Numbered;
  waiting: number;
}

/** The notices that somebody waits for, each once however many do, and the numbers of those that the disk may forget. */
export class Waiting {
  /** In the order of their numbers. */
  private readonly held: Map<number, Held>;
  /** Those of which there may be plenty, likewise. */
  private readonly plentiful: Set<number>;
  private done: number[] = [];
  /** The greatest number so far. */
  private newest: number;

  /** @param kept in order; they stay until `begin`, for nobody has asked for them yet */
  constructor(kept: readonly Numbered[]) {
    this.held = new Map(kept.map((numbered) => [numbered.seq, { numbered, waiting: 1 }]));
    this.plentiful = new Set(kept.flatMap(({ seq, notice }) => (isPlentiful(notice) ? [seq] : [])));
    this.newest = kept.at(-1)?.seq ?? 0;
  }

  get size(): number {
    return this.held.size;
  }

  get oldest(): number | undefined {
    const [oldest] = this.held.keys();
    return oldest;
  }

  get oldestPlentiful(): number | undefined {
    const [oldest] = this.plentiful;
    return oldest;
  }

  /** Those with a greater number, in order. */
  after(upTo: number): readonly Numbered[] {
    if (upTo >= this.newest) return [];
    const later: Numbered[] = [];
    for (const [seq, { numbered }] of this.held) if (seq > upTo) later.push(numbered);
    return later;
  }

  /** It stays until it is released, whoever else waits for it. */
  add(numbered: Numbered): void {
    this.held.set(numbered.seq, { numbered, waiting: 1 });
    if (isPlentiful(numbered.notice)) this.plentiful.add(numbered.seq);
    this.newest = numbered.seq;
  }

  /** One more waits for it. */
  hold(seq: number): void {
    const held = this.held.get(seq);
    if (held) held.waiting++;
  }

  /** One of those who wait for it waits no more. */
  release(seq: number): void {
    const held = this.held.get(seq);
    if (held && --held.waiting === 0) this.drop(seq);
  }

  /** Nobody waits for it any more. */
  drop(seq: number): void {
    this.plentiful.delete(seq);
    if (this.held.delete(seq)) this.done.push(seq);
  }

  /** Everybody who waits for what was kept has asked for it. */
  begin(): void {
    for (const seq of [...this.held.keys()]) this.release(seq);
  }

  /** What the disk may forget; to be given back when it could not. */
  takeDone(): readonly number[] {
    const { done } = this;
    this.done = [];
    return done;
  }

  giveBack(done: readonly number[]): void {
    this.done = [...done, ...this.done];
  }
}
