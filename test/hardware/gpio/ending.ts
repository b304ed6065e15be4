import { once } from 'node:events';
import { startChild, type Way } from './child.js';
import type { Driver } from './drivers.js';
import { SimChip } from './sim-chip.js';

export interface Ended {
  readonly driver: Driver;
  readonly way: Way;
  readonly code: number | null;
  readonly ms: number;
}

/** Measures how long a process goes on that waits for edges and ends; by onoff, which has no thread of ours, in one way. */
export async function measureEnds(driver: Driver): Promise<Ended[]> {
  using sim = new SimChip(`ending-${driver}`);
  const ways: readonly Way[] = driver === 'onoff' ? ['exit'] : ['dispose', 'exit', 'fail'];
  return await Promise.all(ways.map((way) => measure(sim, driver, way)));
}

async function measure(sim: SimChip, driver: Driver, way: Ended['way']): Promise<Ended> {
  const child = startChild(way, driver, sim.label);
  const ended = once(child, 'exit');
  await Promise.race([once(child.stdout, 'data'), ended]);
  const began = performance.now();
  const [code] = (await ended) as [number | null];
  return { driver, way, code, ms: Math.round(performance.now() - began) };
}
