import { GatewayError } from '../errors.js';

/** Lets few tasks run at once and few wait, so that many requests for heavy work cannot eat a small board's memory. */
export class AtMost {
  private running = 0;
  private readonly queue: (() => void)[] = [];

  constructor(
    private readonly atOnce: number,
    private readonly waiting: number,
  ) {}

  /** @throws GatewayError `unavailable` when too many wait already; what `task` throws is thrown on */
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
    else if (this.queue.length >= this.waiting)
      throw new GatewayError('unavailable', 'too much picture work at once; try again later');
    else await new Promise<void>((resolve) => this.queue.push(resolve));
  }

  /** Whoever waits longest inherits the place. */
  private leave(): void {
    const next = this.queue.shift();
    if (next) next();
    else this.running--;
  }
}
