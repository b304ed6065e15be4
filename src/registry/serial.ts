/** Runs tasks one after the other, so that what one has read is still true when it writes. */
export class Serial {
  private last: Promise<unknown> = Promise.resolve();

  run<T>(task: () => Promise<T>): Promise<T> {
    const result = this.last.then(task);
    // whoever comes next does not care how this one ended
    this.last = result.catch(() => undefined);
    return result;
  }
}
