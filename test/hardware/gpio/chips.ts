/**
 * Runs in the guest, where gpio-sim is loaded: tries chips of the kernel by the drivers that are named, and prints as JSON what was
 * seen. One program, since under emulation it takes a second until one has started.
 */
import { choose, type Chosen } from './automatic.js';
import { type Tried, tryContract } from './contract.js';
import type { Driver } from './drivers.js';
import { type Ended, measureEnds } from './ending.js';
import { exclude, type Excluded } from './exclusion.js';
import { askDevice, type Facts } from './facts.js';
import { flood, type Flooded } from './flood.js';
import { kill, type Killed } from './killed.js';
import { unplug, type Unplugged } from './unplug.js';

export interface Seen {
  readonly facts: Facts;
  /** Undefined unless both drivers are tried. */
  readonly excluded: Excluded | undefined;
  readonly chosen: Chosen;
  readonly contract: readonly Tried[];
  readonly killed: readonly Killed[];
  readonly ended: readonly Ended[];
  readonly flooded: readonly Flooded[];
  readonly unplugged: readonly Unplugged[];
}

const drivers = process.argv.slice(2) as Driver[];
const facts = await askDevice();
// most of this is waiting, and each has a chip of its own
const contract = await Promise.all(drivers.map(tryContract));
const [excluded, chosen, killed, ended] = await Promise.all([
  drivers.length > 1 ? exclude() : undefined,
  choose(),
  Promise.all(drivers.map(kill)),
  Promise.all(drivers.map(measureEnds)),
]);
const flooded: Flooded[] = [];
for (const driver of drivers) flooded.push(await flood(driver));
// at last: Linux 6.1 warns of lines that are let go after their chip, and is not quite what it was then
const unplugged = await Promise.all(drivers.map(unplug));
const seen: Seen = { facts, excluded, chosen, contract: contract.flat(), killed, ended: ended.flat(), flooded, unplugged };
process.stdout.write(JSON.stringify(seen));
