import { once } from 'node:events';
import { startChild, type Way, WAYS } from './child.js';
import type { Driver } from './drivers.js';
import { SimChip } from './sim-chip.js';

export interface Ended {
  readonly driver: Driver;
  readonly way: Way;
  readonly code: number | null;
  readonly ms: number;
}

/** Measures how long a process goes on that waits for edges and ends. */
export async function measureEnds(driver: Driver): Promise<Ended[]> {
  using sim = new SimChip(`ending-${driver}`);
  return await Promise.all((Object.keys(WAYS) as Way[]).map((way) => measure(sim, driver, way)));
}

async function measure(sim: SimChip, driver: Driver, way: Ended['way']): Promise<Ended> {
  const child = startChild(way, driver, sim.label);
  const ended = once(child, 'exit');
  await Promise.race([once(child.stdout, 'data'), ended]);
  const began = performance.now();
  const [code] = (await ended) as [number | null];
  return { driver, way, code, ms: Math.round(performance.now() - began) };
}
