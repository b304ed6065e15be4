/** A place for one value: what comes in replaces what nobody has taken yet, so that a slow reader holds up nobody. */
export class Newest<T extends object> {
  private value: T | undefined;
  private ended = false;
  private error: Error | undefined;
  private wake: () => void = () => undefined;

  /** Whether there is something that nobody has taken yet. */
  get isFull(): boolean {
    return this.value !== undefined;
  }

  put(value: T): void {
    if (this.ended) return;
    this.value = value;
    this.wake();
  }

  /** The reader ends quietly and takes nothing more; with an `error` it first takes what is there, then throws it. */
  end(error?: Error): void {
    if (this.ended) return;
    this.ended = true;
    this.error = error;
    if (!error) this.value = undefined;
    this.wake();
  }

  /** For one reader. */
  async *[Symbol.asyncIterator](): AsyncGenerator<T, void> {
    for (;;) {
      const taken = this.value;
      this.value = undefined;
      if (taken) yield taken;
      else if (this.error) throw this.error;
      else if (this.ended) return;
      else await new Promise<void>((resolve) => (this.wake = resolve));
    }
  }
}
