/** Asked for and not yet sent at the most. */
export const MOST_CREDIT = 100;

/** How many pictures a reader has room for: at first one. */
export class Credit {
  private left = 1;

  get hasAny(): boolean {
    return this.left > 0;
  }

  /** @param more beyond `MOST_CREDIT` in all they are not counted */
  grant(more: number): void {
    this.left = Math.min(this.left + more, MOST_CREDIT);
  }

  /** One of it, which there must be. */
  use(): void {
    this.left--;
  }
}

/**
 * What a reader asks for.
 *
 * @param message `{"credit": n}`, n from 1 to `MOST_CREDIT`
 * @returns n, or nothing when it is anything else
 */
export function creditIn(message: string): number | undefined {
  const [, digits] = /^\s*\{\s*"credit"\s*:\s*(\d{1,3})\s*\}\s*$/.exec(message) ?? [];
  const credit = Number(digits);
  return credit >= 1 && credit <= MOST_CREDIT ? credit : undefined;
}
