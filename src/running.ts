/**
 * Starts a task that runs until its signal aborts.
 *
 * @param failed is told why it has ended by itself, should it ever do so
 * @returns what ends it, and waits until it has ended
 */
export function running(
  task: (signal: AbortSignal) => Promise<unknown> | undefined,
  failed: (error: unknown) => void,
): AsyncDisposable {
  const stop = new AbortController();
  const ended = task(stop.signal)?.catch(failed);
  return {
    async [Symbol.asyncDispose]() {
      stop.abort();
      await ended;
    },
  };
}
