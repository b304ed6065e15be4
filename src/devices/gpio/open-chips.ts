import type { Clock } from '../../clock.js';
import { type ChipConfig, lineCalled } from '../../config/chip-schema.js';
import type { GpioChip } from '../../gpio/gpio-chip.js';
import type { LineConfig } from '../../gpio/line.js';
import type { ChipOfLines } from '../../gpio/lines.js';
import { SimulatedChip } from '../simulated/chip.js';
import { deviceInterface, type KernelInterface, sysfsInterface } from './interfaces.js';

/** Chips with the lines that are wanted of them; disposing lets all of them go. */
export interface OpenChips extends AsyncDisposable {
  readonly chips: readonly ChipOfLines[];
}

/** What they need of the system is loaded only when one of them is a chip of the kernel. @param dataDir see sysfsInterface */
export async function openChips(
  configs: Readonly<Record<string, ChipConfig>>,
  clock: Clock,
  dataDir: string,
): Promise<OpenChips> {
  const kernel = new Kernel(clock, dataDir);
  const chips = await Promise.all(
    Object.entries(configs).map(async ([chipId, config]) => ({
      chip: await openChip(chipId, config, kernel, clock),
      lines: Object.entries(config.lines).map(([lineId, line]) => lineConfigOf(lineId, line)),
    })),
  );
  return {
    chips,
    async [Symbol.asyncDispose]() {
      await Promise.all(chips.map(({ chip }) => chip[Symbol.asyncDispose]()));
      await kernel[Symbol.asyncDispose]();
    },
  };
}

/** The kernel's interfaces, each loaded when it is used for the first time. */
class Kernel implements AsyncDisposable {
  private loadedDevice: Promise<KernelInterface> | undefined;
  private loadedSysfs: Promise<KernelInterface> | undefined;

  constructor(
    private readonly clock: Clock,
    private readonly dataDir: string,
  ) {}

  device(): Promise<KernelInterface> {
    return (this.loadedDevice ??= deviceInterface(this.clock));
  }

  sysfs(): Promise<KernelInterface> {
    return (this.loadedSysfs ??= sysfsInterface(this.clock, this.dataDir));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const loaded of [this.loadedDevice, this.loadedSysfs]) await (await loaded)?.[Symbol.asyncDispose]();
  }
}

async function openChip(chipId: string, config: ChipConfig, kernel: Kernel, clock: Clock): Promise<GpioChip> {
  switch (config.driver) {
    case 'simulated':
      return new SimulatedChip(chipId, { clock, seed: config.seed });
    case 'gpiochip':
      return (await kernel.device()).open(chipId, config);
    case 'onoff':
      return (await kernel.sysfs()).open(chipId, config);
    case 'auto':
      return (await preferred(kernel, config)).open(chipId, config);
  }
}

/** The character device, which can do more, unless only the old interface has the chip. */
async function preferred(kernel: Kernel, which: { readonly label?: string }): Promise<KernelInterface> {
  const device = await kernel.device();
  if (device.has(which)) return device;
  const sysfs = await kernel.sysfs();
  return sysfs.has(which) ? sysfs : device;
}

type ConfigOfLine = ChipConfig['lines'][string];

function lineConfigOf(lineId: string, { line, name, initial, safe, free, ...settings }: ConfigOfLine): LineConfig {
  const { direction, activeLow, bias, drive, edge, debounceUs } = settings;
  return {
    lineId,
    ...(name === undefined ? {} : { name }),
    line: line ?? lineCalled(lineId),
    settings: { direction, activeLow, bias, drive, edge, debounceUs },
    ...{ initial, safe, free },
  };
}
