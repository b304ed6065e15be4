import { systemClock } from '../../../src/clock.js';
import { CharacterDevice, type HeldLines } from '../../../src/devices/gpio/character-device.js';
import { EdgeReader } from '../../../src/devices/gpio/edge-reader.js';
import { Gpiochip } from '../../../src/devices/gpio/gpiochip.js';
import { loadLibc } from '../../../src/devices/libc.js';
import type { LineRef } from '../../../src/gpio/gpio-chip.js';
import type { LineValue } from '../../../src/gpio/settings.js';
import type { ChipUnderTest } from '../../gpio/chip-contract.js';
import { INPUT, OUTPUT } from '../../gpio/settings.js';

/** What a line of the board is wired to: another line of it. */
class FarEnd implements Disposable {
  private readonly line: HeldLines;
  private driven: LineValue | undefined;

  constructor(
    chip: CharacterDevice,
    private readonly offset: number,
  ) {
    this.line = chip.request([{ offset, settings: INPUT }]);
  }

  pull(level: LineValue): void {
    this.driven = level;
    this.line.configure([{ settings: OUTPUT, value: level }]);
  }

  /** What comes through the wire, not what is driven into it. */
  level(): LineValue {
    this.line.configure([{ settings: INPUT }]);
    const level = this.line.read(this.offset);
    if (this.driven !== undefined) this.pull(this.driven);
    return level;
  }

  [Symbol.dispose](): void {
    this.line[Symbol.dispose]();
  }
}

/**
 * A real board for the contract.
 *
 * @param device `/dev/gpiochip0`
 * @param pairs five pairs of its lines, `17-27,22-23,…`: the lines of each are joined by a resistor of 1 kΩ, since for a moment both
 *   may be driven; the contract has the first of each
 */
export async function boardUnderTest(device: string, pairs: string): Promise<ChipUnderTest> {
  const ends = pairs.split(',').map((pair) => pair.split('-').map(Number) as [number, number]);
  const [a = 0, b = 0, c = 0, d = 0, e = 0, ...more] = ends.map(([near]) => near);
  if (ends.length !== 5 || more.length > 0 || ends.flat().some((line) => !Number.isInteger(line)))
    throw new Error(`TEST_GPIO_LINES is ${pairs}, expected five pairs such as 17-27`);
  const libc = await loadLibc('pins');
  const chip = CharacterDevice.open(libc, device);
  const far = new Map<LineRef, FarEnd>(ends.map(([near, offset]) => [near, new FarEnd(chip, offset)]));
  for (const line of [a, b]) far.get(line)?.pull(0);
  const reader = new EdgeReader(libc);
  const under = new Gpiochip('board', { device }, { libc, reader, clock: systemClock });
  return {
    chip: under,
    inputs: [a, b],
    outputs: [c, d, e],
    noLine: chip.info.lines,
    cannot: {},
    pull: async (line, level) => far.get(line)?.pull(level),
    levelOf: (line) => far.get(line)?.level() ?? 0,
    async takenByOther(line) {
      const held = chip.request([{ offset: Number(line), settings: INPUT }]);
      return { [Symbol.asyncDispose]: async () => held[Symbol.dispose]() };
    },
    async [Symbol.asyncDispose]() {
      await under[Symbol.asyncDispose]();
      await reader[Symbol.asyncDispose]();
      for (const open of [...far.values(), chip]) open[Symbol.dispose]();
    },
  };
}
