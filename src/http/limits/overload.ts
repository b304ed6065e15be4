/** So many beats in a row must agree: one long stall is over when it is seen, and asking less would have changed nothing. */
const BEATS = 3;

/**
 * Whether there is more to do than can be done, told by how late the event loop's beats come. It is so when every one of the
 * last few came too late, and no longer when none of them came by half as much too late.
 */
export class Overload {
  private readonly recent = new Array<number>(BEATS).fill(0);
  private current = false;

  /** @param boundMs how late a beat may come */
  constructor(private readonly boundMs: number) {}

  get isNow(): boolean {
    return this.current;
  }

  /** @param lagMs how late the last beat came */
  observe(lagMs: number): void {
    this.recent.shift();
    this.recent.push(lagMs);
    if (Math.min(...this.recent) > this.boundMs) this.current = true;
    else if (Math.max(...this.recent) < this.boundMs / 2) this.current = false;
  }
}
