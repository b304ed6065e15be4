/** Makes things by key and keeps those asked for last: a repeated request costs nothing, and a flood of new ones no memory. */
export class Remembered<Value> {
  private readonly known = new Map<string, { readonly value: Value }>();

  /** @param most how many are kept */
  constructor(private readonly most: number) {}

  /** @throws what `make` throws; nothing is kept then */
  get(key: string, make: () => Value): Value {
    const entry = this.known.get(key) ?? { value: make() };
    this.known.delete(key); // so that the order of the map is that of the last use
    this.known.set(key, entry);
    const [oldest] = this.known.keys();
    if (this.known.size > this.most && oldest !== undefined) this.known.delete(oldest);
    return entry.value;
  }
}
