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

  get hasEnded(): boolean {
    return this.ended;
  }

  /** What is there, or comes next; nothing once it has ended. For one reader. @throws what it was ended with */
  async take(): Promise<T | undefined> {
    while (!this.value && !this.ended) await new Promise<void>((resolve) => (this.wake = resolve));
    return this.poll();
  }

  /** For one reader that polls: `told` is called when there is something to take, and when it has ended. */
  tell(told: () => void): void {
    this.wake = told;
  }

  /** What is there, if anything is. @throws what it was ended with */
  poll(): T | undefined {
    const taken = this.value;
    this.value = undefined;
    if (!taken && this.error) throw this.error;
    return taken;
  }

  /** For one reader. */
  async *[Symbol.asyncIterator](): AsyncGenerator<T, void> {
    for (let taken = await this.take(); taken; taken = await this.take()) yield taken;
  }
}
