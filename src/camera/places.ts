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
    using _place = this.take(client);
    return await task();
  }

  /**
   * @param client absent: nobody in particular, who has as many as there are
   * @returns what gives the place back
   * @throws what `refusal` makes when there is none
   */
  take(client?: string): Disposable {
    const own = this.heldBy(client);
    if (own >= this.atOncePerClient) throw this.refusal(own, 'yours');
    if (this.all >= this.atOnce) throw this.refusal(this.all, 'all');
    this.count(client, 1);
    return { [Symbol.dispose]: () => this.count(client, -1) };
  }

  private heldBy(client: string | undefined): number {
    return client === undefined ? 0 : (this.taken.get(client) ?? 0);
  }

  private count(client: string | undefined, more: 1 | -1): void {
    this.all += more;
    if (client === undefined) return;
    const own = this.heldBy(client) + more;
    if (own > 0) this.taken.set(client, own);
    else this.taken.delete(client);
  }
}
