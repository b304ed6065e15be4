/** Calls `task` once when `signal` aborts, at once if it has, until disposed: nothing is left on a signal that lives long. */
export function onAbort(signal: AbortSignal, task: () => void): Disposable {
  if (signal.aborted) task();
  else signal.addEventListener('abort', task, { once: true });
  return { [Symbol.dispose]: () => signal.removeEventListener('abort', task) };
}
