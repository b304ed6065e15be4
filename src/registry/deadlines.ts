/**
 * Until when each of many must have been heard of. All that have the same interval wait in one line, and whoever was heard of
 * goes to its end: what is due stands at its head, so that a look costs only what is due.
 */
export class Deadlines {
  private readonly lines = new Map<number, Map<string, number>>();
  private readonly intervals = new Map<string, number>();

  /** @param now ms on a clock that never jumps */
  heard(id: string, intervalMs: number, now: number): void {
    this.delete(id);
    const line = this.lines.get(intervalMs) ?? new Map<string, number>();
    line.set(id, now + intervalMs);
    this.lines.set(intervalMs, line);
    this.intervals.set(id, intervalMs);
  }

  /** Whether it is waited for. */
  has(id: string): boolean {
    return this.intervals.has(id);
  }

  delete(id: string): void {
    const interval = this.intervals.get(id);
    if (interval === undefined) return;
    this.intervals.delete(id);
    const line = this.lines.get(interval);
    line?.delete(id);
    if (line?.size === 0) this.lines.delete(interval);
  }

  /** Takes out those that are due, and gives them. */
  takeDue(now: number): readonly string[] {
    const due: string[] = [];
    for (const line of this.lines.values())
      for (const [id, deadline] of line) {
        if (deadline > now) break;
        due.push(id);
      }
    due.forEach((id) => this.delete(id));
    return due;
  }
}
