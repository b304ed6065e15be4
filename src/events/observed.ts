/** A value that others watch: they are told when it changes, and only then. */
export class Observed<T> {
  private readonly watchers = new Set<(value: T) => void>();

  constructor(
    private current: T,
    private readonly same: (a: T, b: T) => boolean = Object.is,
  ) {}

  get value(): T {
    return this.current;
  }

  set(value: T): void {
    if (this.same(this.current, value)) return;
    this.current = value;
    for (const watcher of this.watchers) watcher(value);
  }

  /** Calls `watcher` on every change from now on, until disposed. */
  watch(watcher: (value: T) => void): Disposable {
    this.watchers.add(watcher);
    return { [Symbol.dispose]: () => void this.watchers.delete(watcher) };
  }
}
