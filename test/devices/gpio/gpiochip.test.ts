import { openSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { EdgeReader } from '../../../src/devices/gpio/edge-reader.js';
import { Gpiochip } from '../../../src/devices/gpio/gpiochip.js';
import type { Libc } from '../../../src/devices/libc.js';
import { IOCTL, lineConfig, readLineValues } from '../../../src/devices/gpio/uapi.js';
import type { LineRequest } from '../../../src/gpio/gpio-chip.js';
import { chipContract } from '../../gpio/chip-contract.js';
import { ManualClock } from '../../manual-clock.js';
import { tempDirectory } from '../../temp-directory.js';
import { boardUnderTest } from './board.js';
import { INPUT, OUTPUT } from '../../gpio/settings.js';

/** Where a chip's information has how many lines it has, a line's its offset, and a request its descriptor; see uapi.test.ts. */
const [LABEL, LINES, OFFSET, FD] = [32, 64, 64, 588];

/**
 * A kernel that gives every line, and at whose lines somebody else pulls everything to 0. It calls them line0 to line52, and the last
 * one as the first.
 */
class PullingKernel implements Libc {
  readonly configured: Uint8Array[] = [];
  readonly set: ReadonlyMap<number, number>[] = [];
  /** Which values were asked for, by the places in their requests. */
  readonly read: number[][] = [];
  /** Of which lines it was asked what it knows. */
  readonly asked: number[] = [];
  isThere = true;
  /** What it says next, and to which call, instead of doing it. */
  failing: { readonly request: number; readonly code: string } | undefined;

  ioctl(_: number, request: number, argument: Uint8Array): void {
    if (!this.isThere) throw Object.assign(new Error('ENODEV: ioctl'), { code: 'ENODEV' });
    const { failing } = this;
    if (request === IOCTL.LINE_SET_CONFIG) this.configured.push(argument.slice());
    if (request === failing?.request) {
      this.failing = undefined;
      throw Object.assign(new Error(`${failing.code}: ioctl`), { code: failing.code });
    }
    const view = new DataView(argument.buffer, argument.byteOffset);
    if (request === IOCTL.GET_CHIPINFO) {
      argument.set(Buffer.from('pinctrl-rp1'), LABEL);
      view.setUint32(LINES, 54, true);
    } else if (request === IOCTL.GET_LINEINFO) {
      this.asked.push(view.getUint32(OFFSET, true));
      argument.set(Buffer.from(`line${(this.asked.at(-1) ?? 0) % 53}`));
    } else if (request === IOCTL.GET_LINE) view.setInt32(FD, openSync('/dev/null', 'r'), true);
    else if (request === IOCTL.LINE_GET_VALUES) {
      this.read.push([...readLineValues(argument).keys()]);
      view.setBigUint64(0, 0n, true);
    } else if (request === IOCTL.LINE_SET_VALUES) this.set.push(readLineValues(argument));
  }

  poll(): number[] {
    return [];
  }

  eventfd(): number {
    return openSync('/dev/null', 'r');
  }
}

describe('Gpiochip', () => {
  const dir = tempDirectory();
  const clock = new ManualClock();
  let kernel: PullingKernel;
  let chip: Gpiochip;
  beforeEach(() => {
    kernel = new PullingKernel();
    writeFileSync(join(dir.path, 'gpiochip0'), '');
    chip = new Gpiochip('board', {}, { libc: kernel, reader: new EdgeReader(kernel), clock, dev: dir.path });
  });
  afterEach(() => chip[Symbol.asyncDispose]());

  it('leaves outputs as they were told to be, not as they are read, when another one is to behave in another way', () => {
    const shared = { line: 17, settings: { ...OUTPUT, drive: 'OPEN_DRAIN' }, value: 0 } as const;
    const lamp = { line: 22, settings: OUTPUT, value: 0 } as const;
    expect([...chip.take([shared, lamp], () => undefined)]).toEqual([]);
    chip.set(new Map([[17, 1]]));
    expect(kernel.set).toEqual([new Map([[0, 1]])]);
    expect(chip.read(17)).toBe(0);
    const inverted = { ...lamp, settings: { ...OUTPUT, activeLow: true } };
    chip.configure(inverted);
    expect(kernel.configured).toEqual([lineConfig([{ ...shared, value: 1 }, inverted])]);
  });

  it('reads a line without the others that were taken with it', () => {
    chip.take([17, 22, 27].map((line) => ({ line, settings: OUTPUT, value: 0 })), () => undefined); // prettier-ignore
    expect(chip.read(22)).toBe(0);
    expect(kernel.read).toEqual([[1]]);
  });

  it('asks once what its lines are called, until it was away', async () => {
    chip.take([{ line: 'line17', settings: INPUT, value: 0 }], () => undefined);
    expect(kernel.asked).toHaveLength(54);
    expect(['line17', 'line0'].map((line) => chip.facts(line).offset)).toEqual([17, 0]);
    expect(() => chip.facts('door')).toThrow('has no line that is called door');
    expect(kernel.asked.slice(54)).toEqual([17, 0]);
    kernel.isThere = false;
    await clock.advance(2_000);
    kernel.isThere = true;
    await clock.advance(2_000);
    expect(chip.facts('line17').offset).toBe(17);
    expect(kernel.asked.slice(56)).toHaveLength(55);
  });

  const cannots = ['EINVAL', 'ENOTSUP', 'ENOTSUPP', 'ENXIO'];
  const door = { line: 4, settings: { ...INPUT, edge: 'BOTH' }, value: 0 } as const;

  it.each(cannots)('says that it cannot do what is wanted when the kernel says %s', (code) => {
    kernel.failing = { request: IOCTL.GET_LINE, code };
    expect(chip.take([door], () => undefined).get(4)?.code).toBe('invalid');
    chip.take([{ ...door, settings: INPUT }], () => undefined);
    kernel.failing = { request: IOCTL.LINE_SET_CONFIG, code };
    expect(() => chip.configure(door)).toThrow(expect.objectContaining({ code: 'invalid' }));
    expect(chip.health.value.state).toBe('ACTIVE');
  });

  it('says that it does not answer when it is no edge that there is no interrupt for', () => {
    kernel.failing = { request: IOCTL.GET_LINE, code: 'ENXIO' };
    expect(chip.take([{ ...door, settings: INPUT }], () => undefined).get(4)?.code).toBe('unavailable');
  });

  it.each(cannots)('is told again how its lines were when some of them may have changed before %s', (code) => {
    const [lamp, relay] = [22, 27].map((line): LineRequest => ({ line, settings: OUTPUT, value: 0 })) as [
      LineRequest,
      LineRequest,
    ];
    chip.take([lamp, relay], () => undefined);
    chip.set(new Map([[22, 1]]));
    kernel.failing = { request: IOCTL.LINE_SET_CONFIG, code };
    const asInput = { line: 27, settings: { ...INPUT, edge: 'BOTH', debounceUs: 5_000 }, value: 0 } as const;
    expect(() => chip.configure(asInput)).toThrow('cannot be as is wanted');
    const { settings } = asInput;
    expect(kernel.configured).toEqual([
      lineConfig([{ settings: OUTPUT, value: 1 }, { settings }]),
      lineConfig([
        { settings: OUTPUT, value: 1 },
        { settings: OUTPUT, value: 0 },
      ]),
    ]);
    chip.set(new Map([[27, 1]]));
  });

  it('says that lines which were taken together cannot differ in more than ten ways, and they stay as they were', () => {
    const lines = Array.from({ length: 12 }, (_, line) => line);
    chip.take(lines.map((line) => ({ line, settings: OUTPUT, value: 0 })), () => undefined); // prettier-ignore
    const debounced = (line: number) => ({ line, settings: { ...INPUT, debounceUs: 1_000 + line }, value: 0 }) as const;
    for (const line of lines.slice(0, 8)) chip.configure(debounced(line));
    expect(() => chip.configure(debounced(8))).toThrow(
      expect.objectContaining({ code: 'invalid', message: 'the lines differ in 11 ways, expected at most 10' }),
    );
    chip.set(new Map([[8, 1]]));
  });

  it('goes on with other outputs when some that were taken together cannot be set', () => {
    for (const line of [22, 27]) chip.take([{ line, settings: OUTPUT, value: 0 }], () => undefined);
    kernel.failing = { request: IOCTL.LINE_SET_VALUES, code: 'EREMOTEIO' };
    expect(() => chip.set(new Map([22, 27].map((line) => [line, 1])))).toThrow('EREMOTEIO');
    expect(kernel.set).toEqual([new Map([[0, 1]])]);
  });

  it('loses its lines with the chip, and has it again when it is back', async () => {
    const states: string[] = [];
    using _watching = chip.health.watch(({ state }) => states.push(state));
    chip.take([{ line: 4, settings: INPUT, value: 0 }], () => undefined);
    kernel.isThere = false;
    await clock.advance(2_000);
    expect(chip.health.value.reason).toMatch(/gpiochip0: the GPIO chip has gone$/);
    expect(() => chip.read(4)).toThrow('line 4 is not held');
    kernel.isThere = true;
    await clock.advance(2_000);
    expect(states).toEqual(['SUSPENDED', 'ACTIVE']);
    expect(chip.facts(4).consumer).toBe('');
  });

  it('finds out at once that the chip has gone when it is used', () => {
    chip.take([{ line: 22, settings: OUTPUT, value: 0 }], () => undefined);
    kernel.isThere = false;
    expect(() => chip.set(new Map([[22, 1]]))).toThrow(expect.objectContaining({ code: 'unavailable' }));
    expect(chip.health.value.state).toBe('SUSPENDED');
  });
});

const { TEST_GPIO_CHIP: device, TEST_GPIO_LINES: pairs } = process.env;
if (device === undefined || pairs === undefined)
  it.todo(
    'Gpiochip keeps the GpioChip contract on a real board: set TEST_GPIO_CHIP=/dev/gpiochip0 and TEST_GPIO_LINES=17-27,22-23,… ' +
      'to five pairs of lines that nothing is connected to but a resistor of 1 kΩ from each to its other',
  );
else
  describe('Gpiochip keeps the GpioChip contract on a real board', () => {
    it.each(chipContract)('$name', async ({ holds }) => {
      await using under = await boardUnderTest(device, pairs);
      await holds(under);
    });
  });
