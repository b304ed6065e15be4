import { active, observedHealth, suspended } from '../registry/health.js';

/** What is written by itself, and can fail by itself: readings, what destinations say of them, and state. */
export type Part = 'history' | 'cursors' | 'state';

/** What cannot be written just now, and the health that follows from it. */
export class Troubles {
  readonly health = observedHealth(active);
  private readonly reasons = new Map<Part, string>();

  constructor(private readonly dir: string) {}

  has(part: Part): boolean {
    return this.reasons.has(part);
  }

  add(part: Part, reason: string): void {
    this.reasons.set(part, reason);
    this.show();
  }

  /** It was written. A destination may say what it took on a disk that has no room for readings, but not the other way round. */
  end(part: Part): void {
    const ended = part === 'history' ? (['history', 'cursors'] as const) : [part];
    if (ended.map((one) => this.reasons.delete(one)).some(Boolean)) this.show();
  }

  private show(): void {
    const [reason] = this.reasons.values();
    this.health.set(reason === undefined ? active : suspended(`cannot write to ${this.dir}: ${reason}`));
  }
}
