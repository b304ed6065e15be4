const SECOND_MS = 1_000;

/** How often something happens: how many times in the last whole second, as µStreamer counts its frames. */
export class Rate {
  private second = NaN;
  private counted = 0;
  private before = 0;

  /** @param now ms, of a clock that never jumps */
  count(now: number): void {
    this.goOn(now);
    this.counted++;
  }

  /** @returns per second */
  at(now: number): number {
    this.goOn(now);
    return this.before;
  }

  private goOn(now: number): void {
    const second = Math.floor(now / SECOND_MS);
    if (second === this.second) return;
    this.before = second === this.second + 1 ? this.counted : 0;
    this.counted = 0;
    this.second = second;
  }
}
