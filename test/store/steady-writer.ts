/**
 * A process of its own that writes as a radio does, a hundred points each 10 ms, until its input ends. Says when the health changes,
 * and at the end `{"produced", "counters"}`.
 */
import { openStore } from '../../src/store/store.js';
import { appPoints, noon } from './points.js';

let produced = 0;
{
  await using store = await openStore({ dir: process.argv[2] ?? '', commitMs: 10 });
  store.health.watch(({ state, reason = '' }) => process.stdout.write(`${state} ${reason}\n`));
  const timer = setInterval(() => {
    const points = appPoints(100, noon + produced * 1000);
    produced += points.length;
    store.history.append(points).catch(() => undefined);
  }, 10);
  process.stdin.resume();
  await new Promise((resolve) => process.stdin.once('end', resolve));
  clearInterval(timer);
  await store[Symbol.asyncDispose]();
  process.stdout.write(`${JSON.stringify({ produced, counters: store.counters })}\n`);
}
