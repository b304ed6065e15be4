/**
 * Lets few tasks run at once and few wait, so that many requests for heavy work cannot eat a small board. Where there are several queues,
 * they take turns: who asks for more than others waits longer, and whoever overfills its queue is refused, and nobody else.
 */
export class AtMost {
  private running = 0;
  /** Of those who wait, in the order of their turns. */
  private readonly queues = new Map<string, (() => void)[]>();

  /**
   * @param waiting how many may in each queue
   * @param refusal what is thrown when too many of a queue wait already
   */
  constructor(
    private readonly atOnce: number,
    private readonly waiting: number,
    private readonly refusal: () => Error,
  ) {}

  /**
   * @param queue absent: that of all who name none
   * @throws what `refusal` makes when too many wait already; what `task` throws is thrown on
   */
  async run<T>(task: () => Promise<T>, queue = ''): Promise<T> {
    await this.enter(queue);
    try {
      return await task();
    } finally {
      this.leave();
    }
  }

  private async enter(name: string): Promise<void> {
    if (this.running < this.atOnce) {
      this.running++;
      return;
    }
    const queue = this.queues.get(name) ?? [];
    if (queue.length >= this.waiting) throw this.refusal();
    this.queues.set(name, queue);
    await new Promise<void>((resolve) => queue.push(resolve));
  }

  /** Whoever waits longest in the queue whose turn it is inherits the place, and the queue goes to the end. */
  private leave(): void {
    const [first] = this.queues;
    if (!first) {
      this.running--;
      return;
    }
    const [name, queue] = first;
    const next = queue.shift();
    this.queues.delete(name);
    if (queue.length > 0) this.queues.set(name, queue);
    next?.();
  }
}
