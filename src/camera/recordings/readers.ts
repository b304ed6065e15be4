/** Who reads which recording now. */
export class Readers {
  private readonly reading = new Map<string, number>();
  private readonly cut = new Set<string>();

  /** @returns to be disposed at the end */
  begin(recordingId: string): Disposable {
    this.reading.set(recordingId, (this.reading.get(recordingId) ?? 0) + 1);
    return { [Symbol.dispose]: () => this.end(recordingId) };
  }

  isRead(recordingId: string): boolean {
    return this.reading.has(recordingId);
  }

  /** Whoever reads it gets no more of it. */
  cutOff(recordingId: string): void {
    if (this.isRead(recordingId)) this.cut.add(recordingId);
  }

  isCutOff(recordingId: string): boolean {
    return this.cut.has(recordingId);
  }

  private end(recordingId: string): void {
    const left = (this.reading.get(recordingId) ?? 1) - 1;
    if (left > 0) {
      this.reading.set(recordingId, left);
      return;
    }
    this.reading.delete(recordingId);
    this.cut.delete(recordingId);
  }
}
