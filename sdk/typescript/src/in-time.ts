const PATIENCE_MS = 30_000;

/**
 * A step that is given up after 30 s, and as soon as `signal` aborts.
 *
 * @param step gets the signal that ends what it has begun
 * @throws DOMException `TimeoutError` or `AbortError`
 */
export async function inTime<T>(step: (signal: AbortSignal) => Promise<T>, signal?: AbortSignal | null): Promise<T> {
  signal?.throwIfAborted();
  const stop = new AbortController();
  const leave = () => stop.abort(signal?.reason);
  const patience = setTimeout(() => stop.abort(new DOMException('nothing came within 30 s', 'TimeoutError')), PATIENCE_MS);
  signal?.addEventListener('abort', leave);
  try {
    return await unlessAborted(step(stop.signal), stop.signal);
  } finally {
    clearTimeout(patience);
    signal?.removeEventListener('abort', leave);
  }
}

/** What is waited for, unless `signal` aborts before: whoever else waits for it gets it all the same. */
export async function unlessAborted<T>(wanted: Promise<T>, signal?: AbortSignal): Promise<T> {
  if (!signal) return wanted;
  let leave: () => void = () => undefined;
  const left = new Promise<never>((_, reject) => {
    leave = () => reject(signal.reason as Error);
    signal.addEventListener('abort', leave);
    if (signal.aborted) leave();
  });
  try {
    return await Promise.race([wanted, left]);
  } finally {
    signal.removeEventListener('abort', leave);
  }
}

/** Over at once when `signal` aborts. */
export async function sleep(ms: number, signal?: AbortSignal): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const over = new Promise<void>((resolve) => (timer = setTimeout(resolve, ms)));
  await unlessAborted(over, signal).catch(() => undefined);
  clearTimeout(timer);
}
