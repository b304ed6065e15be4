/**
 * What is opened one after the other, and closed in reverse order. With `await using` it is closed when a later part cannot be opened;
 * whoever has opened all of it takes it along by `move`. As `AsyncDisposableStack` does it, which Node has from 24 on.
 */
export class Disposables implements AsyncDisposable {
  private opened: (Disposable | AsyncDisposable)[] = [];

  /** @returns the part */
  use<Part extends Disposable | AsyncDisposable>(part: Part): Part {
    this.opened.push(part);
    return part;
  }

  /** From now on nothing is closed here. @returns what closes it */
  move(): () => Promise<void> {
    const moved = new Disposables();
    [moved.opened, this.opened] = [this.opened, []];
    return () => moved[Symbol.asyncDispose]();
  }

  /** One that fails to close keeps none of those before it open. @throws what the last of them has thrown */
  async [Symbol.asyncDispose](): Promise<void> {
    const part = this.opened.pop();
    if (!part) return;
    try {
      if (Symbol.asyncDispose in part) await part[Symbol.asyncDispose]();
      else part[Symbol.dispose]();
    } finally {
      await this[Symbol.asyncDispose]();
    }
  }
}
