import { messageOf } from '../../../src/errors.js';
import { type Clause, chipContract } from '../../gpio/chip-contract.js';
import { type Driver, underTest } from './drivers.js';
import { SimChip } from './sim-chip.js';

export interface Tried {
  readonly driver: Driver;
  readonly name: string;
  /** Absent when the clause holds. */
  readonly error?: string;
}

/** Each clause on a chip object of its own. */
export async function tryContract(driver: Driver): Promise<Tried[]> {
  using sim = new SimChip(`contract-${driver}`);
  const tried: Tried[] = [];
  for (const clause of chipContract) tried.push(await tryIt(driver, clause, sim));
  return tried;
}

async function tryIt(driver: Driver, { name, holds }: Clause, sim: SimChip): Promise<Tried> {
  // as it is when nobody was there before
  for (let line = 0; line < 8; line++) sim.pullAtOnce(line, 0);
  try {
    await using under = await underTest(driver, sim);
    await holds(under);
    return { driver, name };
  } catch (error) {
    return { driver, name, error: error instanceof Error ? (error.stack ?? '') : messageOf(error) };
  }
}
