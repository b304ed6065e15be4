/** Lets few tasks run at once and few wait, so that many requests for heavy work cannot eat a small board. */
export class AtMost {
  private running = 0;
  private readonly queue: (() => void)[] = [];

  /** @param refusal what is thrown when too many wait already */
  constructor(
    private readonly atOnce: number,
    private readonly waiting: number,
    private readonly refusal: () => Error,
  ) {}

  /** @throws what `refusal` makes when too many wait already; what `task` throws is thrown on */
  async run<T>(task: () => Promise<T>): Promise<T> {
    await this.enter();
    try {
      return await task();
    } finally {
      this.leave();
    }
  }

  private async enter(): Promise<void> {
    if (this.running < this.atOnce) this.running++;
    else if (this.queue.length >= this.waiting) throw this.refusal();
    else await new Promise<void>((resolve) => this.queue.push(resolve));
  }

  /** Whoever waits longest inherits the place. */
  private leave(): void {
    const next = this.queue.shift();
    if (next) next();
    else this.running--;
  }
}
