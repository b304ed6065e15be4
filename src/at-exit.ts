/** Does something when the process ends by itself, also by an error that nobody has caught; not when it is killed. It must not wait for anything. */
export function atExit(task: () => void): Disposable {
  process.on('exit', task);
  return { [Symbol.dispose]: () => void process.off('exit', task) };
}
