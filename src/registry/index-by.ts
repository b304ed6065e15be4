const nothing: readonly never[] = Object.freeze([]);

/**
 * Values by a key that several may share. Asking costs the same however many there are under other keys, and gives the same
 * array until one under this key changes.
 */
export class IndexBy<Value extends { readonly number: number }> {
  private readonly buckets = new Map<string, { readonly values: Map<string, Value>; list?: readonly Value[] }>();

  /**
   * @param key undefined for what is not to be found here
   * @param id names the value itself
   */
  constructor(
    private readonly key: (value: Value) => string | undefined,
    private readonly id: (value: Value) => string,
  ) {}

  /** By their numbers, which is the order in which they came, also for one that had another key before. */
  get(key: string): readonly Value[] {
    const bucket = this.buckets.get(key);
    if (!bucket) return nothing;
    return (bucket.list ??= Object.freeze([...bucket.values.values()].sort((a, b) => a.number - b.number)));
  }

  count(key: string): number {
    return this.buckets.get(key)?.values.size ?? 0;
  }

  /** @param before what it takes the place of */
  put(value: Value, before?: Value): void {
    const key = this.key(value);
    if (before !== undefined && this.key(before) !== key) this.delete(before);
    if (key === undefined) return;
    const bucket = this.buckets.get(key) ?? { values: new Map<string, Value>() };
    bucket.values.set(this.id(value), value);
    delete bucket.list;
    this.buckets.set(key, bucket);
  }

  delete(value: Value): void {
    const key = this.key(value);
    const bucket = key === undefined ? undefined : this.buckets.get(key);
    if (!bucket || key === undefined) return;
    bucket.values.delete(this.id(value));
    delete bucket.list;
    if (bucket.values.size === 0) this.buckets.delete(key);
  }
}
