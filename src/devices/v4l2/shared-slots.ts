/** Memory grows by so much, so that pictures which become a little larger find room. */
const STEP = 65_536;

/**
 * Memory that two threads see, in which the pictures of one get to the other. It is there for as long as pictures come: memory that each
 * picture takes, and the other thread gives back, costs more than to copy the picture once more.
 */
export class SharedSlots {
  private readonly slots: Uint8Array<SharedArrayBuffer>[] = [];
  private next = 0;

  /** @param count after so many more, what was put is overwritten: until then it must have been copied */
  constructor(private readonly count: number) {}

  /** @returns the same bytes, as the other thread sees them too */
  put(bytes: Uint8Array): Uint8Array<SharedArrayBuffer> {
    const at = this.next;
    this.next = (at + 1) % this.count;
    const slot = this.roomAt(at, bytes.length);
    slot.set(bytes);
    return slot.subarray(0, bytes.length);
  }

  private roomAt(at: number, length: number): Uint8Array<SharedArrayBuffer> {
    const slot = this.slots[at];
    if (slot && slot.length >= length) return slot;
    return (this.slots[at] = new Uint8Array(new SharedArrayBuffer(Math.ceil(length / STEP + 1) * STEP)));
  }
}
