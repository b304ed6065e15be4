/**
 * Starts a task that runs until its signal aborts.
 *
 * @returns what ends it, and waits until it has ended
 */
export function running(task: (signal: AbortSignal) => Promise<unknown> | undefined): AsyncDisposable {
  const stop = new AbortController();
  const ended = task(stop.signal);
  return {
    async [Symbol.asyncDispose]() {
      stop.abort();
      await ended;
    },
  };
}
