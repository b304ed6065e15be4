import type { Clock } from '../src/clock.js';

interface Task {
  due: number;
  run: () => void;
}

/** A clock that stands still until a test moves it; what falls due on the way runs in order of time. */
export class ManualClock implements Clock {
  private readonly tasks = new Set<Task>();
  private elapsed = 0;

  constructor(private readonly start = Date.parse('2026-06-01T12:00:00Z')) {}

  now(): number {
    return this.start + this.elapsed;
  }

  monotonic(): number {
    return this.elapsed;
  }

  every(ms: number, task: () => void): Disposable {
    const entry: Task = {
      due: this.elapsed + ms,
      run: () => {
        entry.due += ms;
        task();
      },
    };
    this.tasks.add(entry);
    return { [Symbol.dispose]: () => void this.tasks.delete(entry) };
  }

  sleep(ms: number, signal?: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const entry: Task = {
        due: this.elapsed + ms,
        run: () => {
          this.tasks.delete(entry);
          resolve();
        },
      };
      if (signal?.aborted) {
        resolve();
        return;
      }
      signal?.addEventListener('abort', entry.run, { once: true });
      this.tasks.add(entry);
    });
  }

  /** Moves time on by `ms`, letting promises settle after each task that falls due. */
  async advance(ms: number): Promise<void> {
    const target = this.elapsed + ms;
    for (;;) {
      await settled();
      const next = [...this.tasks].filter((task) => task.due <= target).sort((a, b) => a.due - b.due)[0];
      if (!next) break;
      this.elapsed = Math.max(this.elapsed, next.due);
      next.run();
    }
    this.elapsed = target;
    await settled();
  }
}

/** Lets every promise that can settle now do so. */
function settled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
