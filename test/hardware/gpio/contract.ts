/** Runs in the guest: tries each clause of the GpioChip contract on chips of the kernel, and prints how it went as JSON. */
import { messageOf } from '../../../src/errors.js';
import { type Clause, chipContract } from '../../gpio/chip-contract.js';
import { type Driver, DRIVERS, underTest } from './drivers.js';
import { SimChip } from './sim-chip.js';

export interface Tried {
  readonly driver: Driver;
  readonly name: string;
  /** Absent when the clause holds. */
  readonly error?: string;
  readonly ms: number;
}

const wanted = process.argv.slice(2) as Driver[];
const tried: Tried[] = [];
for (const driver of wanted.length > 0 ? wanted : DRIVERS) {
  using sim = new SimChip(`contract-${driver}`);
  for (const clause of chipContract) tried.push(await tryIt(driver, clause, sim));
}
process.stdout.write(JSON.stringify(tried));

async function tryIt(driver: Driver, { name, holds }: Clause, sim: SimChip): Promise<Tried> {
  const began = performance.now();
  const done = (): number => Math.round(performance.now() - began);
  // as it is when nobody was there before
  for (let line = 0; line < 8; line++) sim.pullAtOnce(line, 0);
  try {
    await using under = await underTest(driver, sim);
    await holds(under);
    return { driver, name, ms: done() };
  } catch (error) {
    return { driver, name, error: error instanceof Error ? (error.stack ?? '') : messageOf(error), ms: done() };
  }
}
