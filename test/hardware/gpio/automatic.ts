import { unlinkSync } from 'node:fs';
import { systemClock } from '../../../src/clock.js';
import { openChips } from '../../../src/devices/gpio/open-chips.js';
import { INPUT } from '../../gpio/settings.js';
import { SimChip } from './sim-chip.js';

/** What is opened when nobody says by which driver: its name, and whether it can be used. */
export interface Chosen {
  readonly ofBoth: string;
  /** When the chip has no character device. */
  readonly ofOne: string;
}

/** Lets the gateway choose. */
export async function choose(): Promise<Chosen> {
  using sim = new SimChip('automatic');
  const line = { ...INPUT, initial: 0, safe: 0, free: false } as const;
  const choice = async (): Promise<string> => {
    const config = { driver: 'auto', label: sim.label, lines: { 3: line } } as const;
    await using opened = await openChips({ lab: config }, systemClock, '/tmp/automatic');
    return opened.chips.map(({ chip: { driver, health } }) => `${driver} is ${health.value.state}`).join();
  };
  const ofBoth = await choice();
  unlinkSync(sim.device);
  return { ofBoth, ofOne: await choice() };
}
