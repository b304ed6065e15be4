import { monitorEventLoopDelay } from 'node:perf_hooks';
import { TestGateway } from '../gateway.js';

/** What the process has cost since it was asked the last time. */
export interface Cost {
  /** The longest time for which nothing else was done, ms. */
  readonly stallMs: number;
  /** What it has in memory once its garbage is gone, bytes. */
  readonly rss: number;
}

const delay = monitorEventLoopDelay({ resolution: 1 });
const collect = (globalThis as { gc?: () => void }).gc ?? (() => {});

// a process of its own, so that what an attack costs is not what its attacker costs: settings in, its URL and costs out
process.once('message', (settings: Record<string, unknown>) => {
  void TestGateway.start(settings).then((gateway) => {
    delay.enable();
    process.on('message', () => {
      const stallMs = delay.max / 1e6;
      collect();
      process.send?.({ stallMs, rss: process.memoryUsage.rss() } satisfies Cost);
      // what collecting took is nobody's fault
      setImmediate(() => setImmediate(() => delay.reset()));
    });
    process.once('disconnect', () => void gateway.stop());
    process.send?.(gateway.url);
  });
});
