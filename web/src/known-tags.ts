import { type ReadonlySignal, signal, type Signal } from '@preact/signals';
import type { LiveTag } from './tags.js';

/** Tags by their addresses, each a signal of its own. */
export class KnownTags {
  private readonly known = new Map<string, Signal<LiveTag>>();
  private readonly list = signal<readonly ReadonlySignal<LiveTag>[]>([]);

  /** @param nameOf in whose order they are */
  constructor(private readonly nameOf: (tag: LiveTag) => string) {}

  /** All of them, as they were ordered last: another list only when one comes, goes or is called otherwise. */
  get ordered(): ReadonlySignal<readonly ReadonlySignal<LiveTag>[]> {
    return this.list;
  }

  get size(): number {
    return this.known.size;
  }

  find(mac: string): ReadonlySignal<LiveTag> | undefined {
    return this.known.get(mac);
  }

  set(tag: LiveTag): void {
    const present = this.known.get(tag.mac);
    // what was asked for again is the same most of the time, and nothing of it needs to be drawn
    if (present && isSame(present.peek(), tag)) return;
    if (present) present.value = tag;
    else this.known.set(tag.mac, signal(tag));
  }

  /** Of one that is not known nothing is changed. */
  change(mac: string, change: Partial<LiveTag>): void {
    const present = this.known.get(mac);
    if (present) present.value = { ...present.peek(), ...change };
  }

  forget(mac: string): void {
    this.known.delete(mac);
  }

  forgetUnless(isThere: (mac: string) => boolean): void {
    for (const mac of this.known.keys()) if (!isThere(mac)) this.forget(mac);
  }

  order(): void {
    const now = [...this.known.values()].sort((a, b) => this.nameOf(a.peek()).localeCompare(this.nameOf(b.peek())));
    const before = this.list.peek();
    if (now.length !== before.length || now.some((tag, index) => tag !== before[index])) this.list.value = now;
  }

  clear(): void {
    this.known.clear();
    this.list.value = [];
  }
}

function isSame(before: LiveTag, { name, room, presence, reason, reading }: LiveTag): boolean {
  const isCalledSo = before.name === name && before.room === room;
  return isCalledSo && before.presence === presence && before.reason === reason && before.reading.time === reading.time;
}
