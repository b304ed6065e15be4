/** Seven bits to a byte, the least first, the eighth says that there is more: as in protocol buffers. */
export class BytesWriter {
  private readonly written: number[] = [];

  /** @param value a whole number from 0 to 2^53 */
  unsigned(value: number): void {
    let rest = value;
    for (; rest >= 0x80; rest = Math.floor(rest / 0x80)) this.written.push((rest % 0x80) + 0x80);
    this.written.push(rest);
  }

  /** Near to zero is short, whichever side: 0, -1, 1, -2 … */
  signed(value: number): void {
    this.unsigned(value < 0 ? -2 * value - 1 : 2 * value);
  }

  bytes(): Uint8Array {
    return Uint8Array.from(this.written);
  }
}

export class BytesReader {
  private at = 0;

  constructor(private readonly read: Uint8Array) {}

  get atEnd(): boolean {
    return this.at >= this.read.length;
  }

  unsigned(): number {
    let value = 0;
    for (let scale = 1; ; scale *= 0x80) {
      const byte = this.read[this.at++] ?? 0;
      value += (byte & 0x7f) * scale;
      if (byte < 0x80) return value;
    }
  }

  signed(): number {
    const value = this.unsigned();
    return value % 2 === 0 ? value / 2 : -(value + 1) / 2;
  }
}
