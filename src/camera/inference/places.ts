/** Places that callers share: so many in all, and of these so many for each of them. Nobody waits for one. */
export class Places {
  private readonly taken = new Map<string, number>();
  private all = 0;

  /** @param refusal what is thrown where `held` of them are taken, by the caller alone or by all */
  constructor(
    private readonly atOnce: number,
    private readonly atOncePerClient: number,
    private readonly refusal: (held: number, whose: 'yours' | 'all') => Error,
  ) {}

  /** @throws what `refusal` makes when there is no place; what `task` throws is thrown on */
  async run<T>(client: string, task: () => Promise<T>): Promise<T> {
    const own = this.taken.get(client) ?? 0;
    if (own >= this.atOncePerClient) throw this.refusal(own, 'yours');
    if (this.all >= this.atOnce) throw this.refusal(this.all, 'all');
    this.taken.set(client, own + 1);
    this.all++;
    try {
      return await task();
    } finally {
      this.leave(client);
    }
  }

  private leave(client: string): void {
    this.all--;
    const left = (this.taken.get(client) ?? 1) - 1;
    if (left > 0) this.taken.set(client, left);
    else this.taken.delete(client);
  }
}
