/**
 * Lets few tasks run at once, and who asks for more than others waits longer: each has a queue of its own, and they take turns. So
 * whoever overfills its queue is refused, and nobody else.
 */
export class Turns {
  private running = 0;
  /** Of those who wait, in the order of their turns. */
  private readonly queues = new Map<string, (() => void)[]>();

  /** @param refusal what is thrown when too many of one queue wait already */
  constructor(
    private readonly atOnce: number,
    private readonly waiting: number,
    private readonly refusal: () => Error,
  ) {}

  /** @throws what `refusal` makes when too many wait in this queue already; what `task` throws is thrown on */
  async run<T>(queue: string, task: () => Promise<T>): Promise<T> {
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
