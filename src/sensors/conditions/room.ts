/** How many of something are kept at most, and how many there are. */
export class Room {
  taken = 0;
  /** How often there was none; only ever grows. */
  refused = 0;

  constructor(private readonly most: number) {}

  get isFull(): boolean {
    return this.taken >= this.most;
  }

  /** @returns whether there was room for one more */
  take(): boolean {
    if (this.isFull) {
      this.refused++;
      return false;
    }
    this.taken++;
    return true;
  }

  free(count = 1): void {
    this.taken -= count;
  }
}
