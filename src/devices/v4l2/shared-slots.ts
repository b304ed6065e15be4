/** Memory grows by so much, so that pictures which become a little larger find room. */
const STEP = 65_536;

/** Bytes that one thread has put and another is to take. */
export interface Put {
  readonly slot: number;
  readonly length: number;
  /** That of the slot from now on, where it is another than before: what is told each time costs as much as to copy the bytes. */
  readonly memory?: SharedArrayBuffer;
}

/**
 * Memory that two threads see, in which the pictures of one get to the other: the one side of it. It is there for as long as pictures come,
 * for memory that comes and goes with each of them costs more than to copy the picture once more.
 */
export class SlotsToPut {
  private readonly slots: Uint8Array[] = [];
  private next = 0;

  /** @param count after so many more, what was put is overwritten: by then it must have been taken */
  constructor(private readonly count: number) {}

  put(bytes: Uint8Array): Put {
    const slot = this.next;
    this.next = (slot + 1) % this.count;
    const { length } = bytes;
    const known = this.slots[slot];
    if (known && known.length >= length) {
      known.set(bytes);
      return { slot, length };
    }
    const memory = new SharedArrayBuffer(Math.ceil(length / STEP + 1) * STEP);
    (this.slots[slot] = new Uint8Array(memory)).set(bytes);
    return { slot, length, memory };
  }
}

/** The other side. */
export class SlotsToTake {
  private readonly slots: Uint8Array[] = [];

  /** @returns the bytes, in memory of their own */
  take({ slot, length, memory }: Put): Uint8Array {
    if (memory) this.slots[slot] = new Uint8Array(memory);
    const bytes = Buffer.allocUnsafeSlow(length);
    const from = this.slots[slot];
    if (from) bytes.set(from.subarray(0, length));
    return bytes;
  }
}
