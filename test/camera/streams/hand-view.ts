import type { Following, Seen } from '../../../src/camera/viewers.js';

/** A view that one follows, and that shows what a test says. */
export class HandView {
  isFollowed = false;
  private told: () => void = () => undefined;
  private seen: Seen | undefined;
  private hasEnded = false;
  private error: Error | undefined;

  follow(told: () => void): Following {
    this.told = told;
    this.isFollowed = true;
    return {
      hasEnded: () => this.hasEnded,
      poll: () => this.poll(),
      [Symbol.dispose]: () => void (this.isFollowed = false),
    };
  }

  /** Resolves when whatever was begun with it has been done. @param missed before it */
  async show(sequence: number, missed = 0, jpeg: Uint8Array = new Uint8Array()): Promise<void> {
    this.seen = { frame: { jpeg, capturedAt: 1_780_000_000_000 + sequence, sequence }, missed };
    if (this.isFollowed) this.told();
    await new Promise(setImmediate);
  }

  end(error?: Error): void {
    this.hasEnded = true;
    this.error = error;
    this.told();
  }

  private poll(): Seen | undefined {
    const { seen } = this;
    this.seen = undefined;
    if (!seen && this.error) throw this.error;
    return seen;
  }
}
