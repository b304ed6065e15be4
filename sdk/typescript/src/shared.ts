import { unlessAborted } from './in-time.js';

/** Something that is done once for all who wait for it, and not to its end when all of them have left. */
export class Shared<T> {
  private doing: { readonly result: Promise<T>; readonly stop: AbortController; waiting: number } | undefined;

  constructor(private readonly what: (signal: AbortSignal) => Promise<T>) {}

  /** @param signal when whoever asks leaves */
  async result(signal?: AbortSignal): Promise<T> {
    const doing = (this.doing ??= this.begin());
    doing.waiting++;
    try {
      return await unlessAborted(doing.result, signal);
    } finally {
      if (--doing.waiting === 0) {
        this.doing = undefined;
        doing.stop.abort();
      }
    }
  }

  private begin() {
    const stop = new AbortController();
    return { result: this.what(stop.signal), stop, waiting: 0 };
  }
}
