/**
 * A map of the most recent. What is asked for often costs one lookup: it is not moved to the front each time, but the map has two
 * halves, and when the younger is full the older one, with all that nobody has asked for since, makes room.
 */
export class Recent<K, V> {
  private readonly half: number;
  private young = new Map<K, V>();
  private old = new Map<K, V>();

  /** @param most how many there may be; of these at least half are the most recent */
  constructor(most: number) {
    this.half = Math.ceil(most / 2);
  }

  get size(): number {
    return this.young.size + this.old.size;
  }

  get(key: K): V | undefined {
    const value = this.young.get(key);
    if (value !== undefined) return value;
    const older = this.old.get(key);
    if (older !== undefined) this.set(key, older);
    return older;
  }

  set(key: K, value: V): void {
    this.old.delete(key);
    if (this.young.size >= this.half && !this.young.has(key)) {
      this.old = this.young;
      this.young = new Map();
    }
    this.young.set(key, value);
  }

  delete(key: K): void {
    this.young.delete(key);
    this.old.delete(key);
  }
}
