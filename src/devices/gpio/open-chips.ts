import type { Clock } from '../../clock.js';
import type { ChipConfig } from '../../config/chip-schema.js';
import { messageOf } from '../../errors.js';
import type { GpioChip } from '../../gpio/gpio-chip.js';
import type { LineConfig } from '../../gpio/line.js';
import type { ChipOfLines } from '../../gpio/lines.js';
import { SimulatedChip } from '../simulated/chip.js';
import { EdgeReader } from './edge-reader.js';
import { Gpiochip, type WhichChip } from './gpiochip.js';
import { loadLibc } from './libc.js';
import { MissingChip } from './missing-chip.js';

/** Chips with the lines that are wanted of them; disposing lets all of them go. */
export interface OpenChips extends AsyncDisposable {
  readonly chips: readonly ChipOfLines[];
}

/** What reads chips of the kernel, or why nothing does. */
type Kernel = { readonly open: (chipId: string, which: WhichChip) => GpioChip } & AsyncDisposable;

/** What they need of the system is loaded only when one of them is a chip of the kernel. */
export async function openChips(configs: Readonly<Record<string, ChipConfig>>, clock: Clock): Promise<OpenChips> {
  const entries = Object.entries(configs);
  const kernel = entries.some(([, { driver }]) => driver !== 'simulated') ? await openKernel(clock) : undefined;
  const chips = entries.map(([chipId, config]) => ({
    chip: openChip(chipId, config, kernel, clock),
    lines: Object.entries(config.lines).map(([lineId, line]) => lineConfigOf(lineId, line)),
  }));
  return {
    chips,
    async [Symbol.asyncDispose]() {
      await Promise.all(chips.map(({ chip }) => chip[Symbol.asyncDispose]()));
      await kernel?.[Symbol.asyncDispose]();
    },
  };
}

function openChip(chipId: string, config: ChipConfig, kernel: Kernel | undefined, clock: Clock): GpioChip {
  if (config.driver === 'simulated' || !kernel)
    return new SimulatedChip(chipId, { clock, ...(config.driver === 'simulated' ? { seed: config.seed } : {}) });
  return kernel.open(chipId, config);
}

async function openKernel(clock: Clock): Promise<Kernel> {
  try {
    const libc = await loadLibc();
    const reader = new EdgeReader(libc);
    return {
      open: (chipId, which) => new Gpiochip(chipId, which, { libc, reader, clock }),
      [Symbol.asyncDispose]: () => reader[Symbol.asyncDispose](),
    };
  } catch (error) {
    return {
      open: (chipId) => new MissingChip(chipId, 'gpiochip', messageOf(error)),
      [Symbol.asyncDispose]: () => Promise.resolve(),
    };
  }
}

type ConfigOfLine = ChipConfig['lines'][string];

/** A line that is called by a number is the line of this offset, any other name is that of the board, unless it says which it is. */
function lineConfigOf(lineId: string, { line, name, initial, safe, free, ...settings }: ConfigOfLine): LineConfig {
  const { direction, activeLow, bias, drive, edge, debounceUs } = settings;
  return {
    lineId,
    ...(name === undefined ? {} : { name }),
    line: line ?? (/^\d+$/.test(lineId) ? Number(lineId) : lineId),
    settings: { direction, activeLow, bias, drive, edge, debounceUs },
    ...{ initial, safe, free },
  };
}
