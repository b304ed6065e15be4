import { CharacterDevice } from '../../../src/devices/gpio/character-device.js';
import { loadLibc } from '../../../src/devices/libc.js';
import type { LineInfo } from '../../../src/devices/gpio/uapi.js';
import type { Bias, LineSettings, LineValue } from '../../../src/gpio/settings.js';
import { INPUT, OUTPUT } from '../../gpio/settings.js';
import { refused } from './drivers.js';
import { SimChip } from './sim-chip.js';

export interface Facts {
  readonly label: string;
  readonly names: readonly string[];
  /** A line that is held, and how it is when it was configured anew. */
  readonly line: LineInfo;
  readonly configured: LineSettings;
  /** By its bias, what an input shows that nobody drives. */
  readonly pulled: Readonly<Record<'PULL_UP' | 'PULL_DOWN', LineValue>>;
  /** By what is tried, what is said. */
  readonly refused: Readonly<Record<string, string>>;
  /** Whether a line is used that was let go. */
  readonly isUsed: boolean;
}

/** What the character device knows and refuses. */
export async function askDevice(): Promise<Facts> {
  using sim = new SimChip('facts');
  const libc = await loadLibc('pins');
  using chip = CharacterDevice.open(libc, sim.device);
  const held = chip.request([
    { offset: 3, settings: { ...INPUT, edge: 'BOTH', bias: 'PULL_UP' } },
    { offset: 5, settings: { ...OUTPUT, activeLow: true }, value: 1 },
  ]);
  const line = chip.lineInfo(3);
  held.configure([{ settings: { ...INPUT, debounceUs: 5_000 } }, { settings: OUTPUT, value: 1 }]);
  const configured = chip.lineInfo(3).settings;
  const said = (task: () => unknown): string => refused(task).replace(sim.device, 'DEVICE');
  const words = {
    input: said(() => held.set(new Map([[3, 1]]))),
    held: said(() => chip.request([{ offset: 5, settings: INPUT }])),
    line: said(() => chip.lineInfo(8)),
    chip: said(() => CharacterDevice.open(libc, '/dev/gpiochip99')),
    device: said(() => CharacterDevice.open(libc, '/dev/null')),
  };
  held[Symbol.dispose]();
  const shown = (bias: Bias): LineValue => {
    using input = chip.request([{ offset: 1, settings: { ...INPUT, bias } }]);
    return input.read(1);
  };
  const pulled = { PULL_UP: shown('PULL_UP'), PULL_DOWN: shown('PULL_DOWN') };
  const names = chip.lines().map(({ name }) => name);
  return { label: chip.info.label, names, line, configured, pulled, refused: words, isUsed: chip.lineInfo(5).isUsed };
}
