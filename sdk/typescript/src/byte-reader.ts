/** Bytes that come in pieces, read as they are needed. */
export class ByteReader {
  private bytes: Uint8Array = new Uint8Array(0);

  constructor(private readonly pieces: ReadableStreamDefaultReader<Uint8Array>) {}

  /**
   * @returns text up to what ends it, which is read and left out; undefined when nothing comes any more
   * @throws RangeError when it is longer than `most` bytes
   */
  async textUntil(end: string, most: number): Promise<string | undefined> {
    for (;;) {
      const text = latin1(this.bytes.subarray(0, most + end.length));
      const at = text.indexOf(end);
      if (at >= 0) {
        this.bytes = this.bytes.subarray(at + end.length);
        return text.slice(0, at);
      }
      if (text.length >= most + end.length) throw new RangeError(`more than ${most} bytes without an end`);
      if (!(await this.more())) return undefined;
    }
  }

  /** @throws Error when there are not so many */
  async take(count: number): Promise<Uint8Array> {
    const parts: Uint8Array[] = [];
    let missing = count;
    for (;;) {
      const part = this.bytes.subarray(0, missing);
      parts.push(part);
      missing -= part.length;
      this.bytes = this.bytes.subarray(part.length);
      if (missing === 0) return joined(parts, count);
      if (!(await this.more())) throw new Error('the stream was cut off');
    }
  }

  private async more(): Promise<boolean> {
    const { value } = await this.pieces.read();
    if (value) this.bytes = this.bytes.length === 0 ? value : joined([this.bytes, value]);
    return value !== undefined;
  }
}

/** A byte is a character: headers have no others, and places are those of the bytes. */
function latin1(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes);
}

function joined(parts: readonly Uint8Array[], length = parts.reduce((sum, part) => sum + part.length, 0)): Uint8Array {
  const all = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
