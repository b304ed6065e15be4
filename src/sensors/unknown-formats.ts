/** So many are told apart; anybody can send all 256. */
const TOLD_APART = 16;

/** How often which data format was heard that the gateway does not know. */
export class UnknownFormats {
  private readonly counts = new Map<number, number>();

  /** @param format the first byte of the payload */
  add(format: number): void {
    const count = this.counts.get(format) ?? 0;
    if (count > 0 || this.counts.size < TOLD_APART) this.counts.set(format, count + 1);
  }

  /** By name, `unknownFormatF0`, for the formats that were heard first. */
  get counters(): Readonly<Record<`unknownFormat${string}`, number>> {
    return Object.fromEntries([...this.counts].map(([format, count]) => [`unknownFormat${hex(format)}`, count]));
  }
}

function hex(byte: number): string {
  return byte.toString(16).toUpperCase().padStart(2, '0');
}
