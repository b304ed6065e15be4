interface Entry<T> {
  readonly what: T;
  /** By `performance.now()`. */
  readonly at: number;
}

/**
 * What events have told last of each of many. An answer may be older than what was told after it was asked for, and has all that was told
 * before. The times of what is told do not say that: a gateway's clock may be put back.
 */
export class Told<T> {
  private readonly last = new Map<string, Entry<T>>();

  tell(key: string, what: T): void {
    this.last.set(key, { what, at: performance.now() });
  }

  of(key: string): T | undefined {
    return this.last.get(key)?.what;
  }

  /** Of each of which something was told since, what was told last. @param at by `performance.now()` */
  since(at: number): ReadonlyMap<string, T> {
    return new Map([...this.last].flatMap(([key, one]) => (one.at >= at ? [[key, one.what]] : [])));
  }

  forget(key: string): void {
    this.last.delete(key);
  }

  /** What an answer has that was asked for then. @param at by `performance.now()` */
  forgetBefore(at: number): void {
    for (const [key, one] of this.last) if (one.at < at) this.last.delete(key);
  }

  clear(): void {
    this.last.clear();
  }
}
