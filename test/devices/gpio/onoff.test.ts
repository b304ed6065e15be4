import { closeSync, existsSync, mkdirSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type Clock, systemClock } from '../../../src/clock.js';
import { ExportNote } from '../../../src/devices/gpio/export-note.js';
import { OnoffChip } from '../../../src/devices/gpio/onoff.js';
import type { GpioChip, LineEdge, LineRequest } from '../../../src/gpio/gpio-chip.js';
import type { LineValue } from '../../../src/gpio/settings.js';
import { type ChipUnderTest, chipContract } from '../../gpio/chip-contract.js';
import { ManualClock } from '../../manual-clock.js';
import { FakeSysfs, gpioClass } from './fake-sysfs.js';
import { INPUT, OUTPUT } from '../../gpio/settings.js';

const BASE = 571;
/** By then the fake has interrupted. */
const nextTurn = () => new Promise((resolve) => setImmediate(resolve));

function open(sysfs: FakeSysfs, { clock = systemClock, note = 'note.json' }: { clock?: Clock; note?: string } = {}): OnoffChip {
  const notes = new ExportNote(join(sysfs.root, note));
  return new OnoffChip('board', undefined, { Gpio: gpioClass(sysfs, clock), note: notes, clock, root: sysfs.root });
}

function underTest(): ChipUnderTest {
  const sysfs = new FakeSysfs('pinctrl-rp1', BASE);
  const chip = open(sysfs);
  return {
    chip,
    inputs: [2, 3],
    outputs: [4, 5, 6],
    noLine: 8,
    async pull(line, level) {
      sysfs.pull(BASE + Number(line), level);
      await nextTurn();
    },
    levelOf: (line) => sysfs.levelOf(BASE + Number(line)),
    async takenByOther(line) {
      sysfs.export(BASE + Number(line));
      return { [Symbol.asyncDispose]: async () => sysfs.unexport(BASE + Number(line)) };
    },
    cannot: { bias: true, drive: true, timestamps: true },
    async [Symbol.asyncDispose]() {
      await chip[Symbol.asyncDispose]();
      sysfs[Symbol.dispose]();
    },
  };
}

describe('OnoffChip keeps the GpioChip contract', () => {
  it.each(chipContract)('$name', async ({ holds }) => {
    await using under = underTest();
    await holds(under);
  });
});

describe('OnoffChip', () => {
  let sysfs: FakeSysfs;
  beforeEach(() => {
    sysfs = new FakeSysfs('pinctrl-rp1', BASE);
  });
  afterEach(() => sysfs[Symbol.dispose]());

  /** Why a line cannot be had; undefined when it was. */
  const refusal = (chip: GpioChip, request: Partial<LineRequest>): string | undefined =>
    [...chip.take([{ line: 4, settings: OUTPUT, value: 1, ...request }], () => undefined).values()].map(String)[0];

  it('says in words what the old interface cannot', async () => {
    await using chip = open(sysfs);
    const words = [
      { settings: { ...INPUT, bias: 'PULL_UP' } },
      { settings: { ...OUTPUT, drive: 'OPEN_DRAIN' } },
      { line: 'GPIO4' },
      { line: 8 },
    ] as const;
    expect(words.map((request) => refusal(chip, request))).toEqual([
      'GatewayError: chip board: in sysfs a line has no bias: it is PULL_UP, expected AS_IS, or the driver gpiochip',
      'GatewayError: chip board: in sysfs a line has no drive: it is OPEN_DRAIN, expected PUSH_PULL, or the driver gpiochip',
      'GatewayError: chip board: in sysfs no line is called GPIO4: call it by its offset',
      'GatewayError: chip board has the lines 0 to 7, and no 8',
    ]);
    expect(refusal(chip, {})).toBeUndefined();
    expect(() => chip.configure({ line: 4, settings: { ...OUTPUT, drive: 'OPEN_SOURCE' }, value: 1 })).toThrow('has no drive');
    expect(chip.read(4)).toBe(1);
  });

  it('says who holds a line that cannot be had', async () => {
    await using chip = open(sysfs);
    sysfs.busy.add(BASE + 4);
    sysfs.export(BASE + 5);
    expect(refusal(chip, {})).toBe(
      'GatewayError: board: somebody else holds line 4 (through the character device, or the kernel itself)',
    );
    sysfs.busy.delete(BASE + 4);
    sysfs.export(BASE + 4);
    expect(refusal(chip, {})).toBe('GatewayError: board: somebody else holds line 4 (exported in sysfs)');
    expect(refusal(chip, { line: 5 })).toBe('GatewayError: board: somebody else holds line 5 (exported in sysfs)');
    expect(refusal(chip, { line: 6 })).toBeUndefined();
    expect(refusal(chip, { line: 6 })).toBe('GatewayError: board: somebody else holds line 6 (umec)');
    expect([5, 6, 7].map((line) => chip.facts(line).consumer)).toEqual(['sysfs', 'umec', '']);
  });

  it('goes on with the lines that it had when it was killed, and with no others', async () => {
    const killed = open(sysfs, { clock: new ManualClock() });
    const edge = { ...INPUT, edge: 'BOTH', activeLow: true } as const;
    killed.take([{ line: 3, settings: edge, value: 0 }, { line: 4, settings: OUTPUT, value: 1 }], () => undefined); // prettier-ignore
    await using stranger = open(sysfs, { note: 'of-a-stranger.json' });
    expect(refusal(stranger, {})).toMatch('somebody else holds line 4');
    {
      await using next = open(sysfs);
      expect(sysfs.levelOf(BASE + 4)).toBe(1);
      expect([refusal(next, { line: 3 }), refusal(next, { line: 4, value: 0 })]).toEqual([undefined, undefined]);
      expect([3, 4].map((line) => sysfs.levelOf(BASE + line))).toEqual([1, 0]);
    }
    expect(refusal(stranger, {})).toBeUndefined();
  });

  it('tells what has come and gone before it was read as there and back', async () => {
    await using chip = open(sysfs);
    const edges: LineEdge[] = [];
    for (const [line, edge] of [
      [2, 'BOTH'],
      [3, 'RISING'],
    ] as const)
      // prettier-ignore
      chip.take([{ line, settings: { ...INPUT, edge }, value: 0 }], (told) => edges.push(told));
    for (const line of [2, 3]) for (const level of [1, 0] as LineValue[]) sysfs.pull(BASE + line, level);
    await nextTurn();
    sysfs.pull(BASE + 2, 1);
    await nextTurn();
    expect(edges.map(({ line, edge, lineSeqno }) => [line, edge, lineSeqno])).toEqual([
      [2, 'RISING', 1],
      [2, 'FALLING', 2],
      [3, 'RISING', 1],
      [2, 'RISING', 3],
    ]);
    expect(chip.counters).toEqual({ edges: 4, lostEdges: 0 });
  });

  it('tells nothing of what has come and gone where it is debounced', async () => {
    const clock = new ManualClock();
    await using chip = open(sysfs, { clock });
    const edges: LineEdge[] = [];
    chip.take([{ line: 2, settings: { ...INPUT, edge: 'BOTH', debounceUs: 9_001 }, value: 0 }], (told) => edges.push(told));
    for (const level of [1, 0] as LineValue[]) sysfs.pull(BASE + 2, level);
    await clock.advance(100);
    expect(edges).toEqual([]);
    sysfs.pull(BASE + 2, 1);
    await clock.advance(9);
    expect(edges).toEqual([]);
    await clock.advance(1);
    expect(edges.map(({ edge }) => edge)).toEqual(['RISING']);
  });

  it('tells at once what is debounced no more', async () => {
    await using chip = open(sysfs);
    const edges: LineEdge[] = [];
    const settings = { ...INPUT, edge: 'BOTH' } as const;
    chip.take([{ line: 2, settings: { ...settings, debounceUs: 9_000_000 }, value: 0 }], (told) => edges.push(told));
    chip.configure({ line: 2, settings, value: 0 });
    sysfs.pull(BASE + 2, 1);
    await nextTurn();
    expect(edges.map(({ edge }) => edge)).toEqual(['RISING']);
  });

  it('tells an edge also when the line is read before it was heard of', async () => {
    await using chip = open(sysfs);
    const edges: LineEdge[] = [];
    chip.take([{ line: 2, settings: { ...INPUT, edge: 'BOTH' }, value: 0 }], (told) => edges.push(told));
    sysfs.pull(BASE + 2, 1);
    expect(chip.read(2)).toBe(1);
    await nextTurn();
    expect(edges.map(({ edge }) => edge)).toEqual(['RISING']);
  });

  it('loses its lines with the chip, also when it was away between two looks, and has it again', async () => {
    const clock = new ManualClock();
    await using chip = open(sysfs, { clock });
    const states: string[] = [];
    using _watching = chip.health.watch(({ state }) => states.push(state));
    chip.take([{ line: 2, settings: { ...INPUT, edge: 'BOTH', debounceUs: 1_000 }, value: 0 }], () => undefined);
    sysfs.pull(BASE + 2, 1);
    sysfs.unplug();
    await clock.advance(2_000);
    expect(chip.health.value.reason).toMatch('is called pinctrl-bcm2835 or pinctrl-bcm2711 or pinctrl-rp1');
    expect(refusal(chip, {})).toMatch('no chip in');
    sysfs.plugIn();
    await clock.advance(2_000);
    expect(refusal(chip, {})).toBeUndefined();
    sysfs.unplug();
    sysfs.plugIn();
    await clock.advance(2_000);
    expect(chip.health.value.reason).toBe('chip pinctrl-rp1 was away, and all lines of it are lost');
    await clock.advance(2_000);
    expect(refusal(chip, {})).toBeUndefined();
    expect(states).toEqual(['SUSPENDED', 'ACTIVE', 'SUSPENDED', 'ACTIVE']);
  });

  it('tells at once what was debounced before it was an output', async () => {
    await using chip = open(sysfs);
    const edges: LineEdge[] = [];
    const settings = { ...INPUT, edge: 'BOTH' } as const;
    chip.take([{ line: 2, settings: { ...settings, debounceUs: 9_000_000 }, value: 0 }], (told) => edges.push(told));
    for (const after of [OUTPUT, settings]) chip.configure({ line: 2, settings: after, value: 0 });
    sysfs.pull(BASE + 2, 1);
    await nextTurn();
    expect(edges.map(({ edge }) => edge)).toEqual(['RISING']);
  });

  it('finds its chip by what it is called, wherever its numbers begin', async () => {
    using other = new FakeSysfs('pinctrl-bcm2711', 512);
    await using chip = open(other);
    expect(refusal(chip, { line: 7 })).toBeUndefined();
    expect(other.levelOf(519)).toBe(1);
  });

  it('says what there is instead of its chip, and where there is no such interface', async () => {
    using other = new FakeSysfs('raspberrypi-exp-gpio', 504);
    await using chip = open(other);
    expect(chip.health.value.reason).toMatch(/: gpiochip504 is raspberrypi-exp-gpio$/);
    await using nowhere = new OnoffChip('board', 'x', {
      ...{ Gpio: gpioClass(other, systemClock), note: new ExportNote(join(other.root, 'note.json')), clock: systemClock },
      root: join(other.root, 'nothing'),
    });
    expect(nowhere.health.value.reason).toMatch(/^this kernel has no .*nothing: use the driver gpiochip$/);
  });
});

describe('A line that cannot be noted', () => {
  it('is not taken, and not when somebody else has exported it since either', async () => {
    using sysfs = new FakeSysfs('pinctrl-rp1', BASE);
    // a folder cannot be made where a file is
    writeFileSync(join(sysfs.root, 'full'), '');
    await using chip = open(sysfs, { clock: new ManualClock(), note: 'full/note.json' });
    const refusal = () => chip.take([{ line: 4, settings: OUTPUT, value: 1 }], () => undefined).get(4);
    expect(refusal()).toMatchObject({ code: 'unavailable', message: expect.stringMatching(/^board: line 4 cannot be used: E/) });
    expect(existsSync(sysfs.folder(BASE + 4))).toBe(false);
    rmSync(join(sysfs.root, 'full'));
    sysfs.export(BASE + 4);
    expect(refusal()?.message).toBe('board: somebody else holds line 4 (exported in sysfs)');
    sysfs.unexport(BASE + 4);
    expect(refusal()).toBeUndefined();
  });
});

describe('A line of OnoffChip that is lost', () => {
  const door = { line: 2, settings: { ...INPUT, edge: 'BOTH', debounceUs: 1_000 }, value: 0 } as const;
  const lamp = { line: 4, settings: OUTPUT, value: 1 } as const;
  const lost = /^line \d is lost: it is not exported any more, or by somebody else$/;
  let sysfs: FakeSysfs;
  let chip: OnoffChip;
  beforeEach(() => {
    sysfs = new FakeSysfs('pinctrl-rp1', BASE);
    chip = open(sysfs, { clock: new ManualClock() });
  });
  afterEach(async () => {
    await chip[Symbol.asyncDispose]();
    sysfs[Symbol.dispose]();
  });

  const take = (...requests: LineRequest[]) => [...chip.take(requests, () => undefined).values()].map(({ message }) => message);

  it('says so whatever it is asked, until it is taken again', () => {
    take(door, lamp);
    sysfs.unexport(BASE + 4);
    expect([door, lamp].map(({ line }) => chip.holds(line))).toEqual([true, false]);
    expect(() => chip.read(4)).toThrow(lost);
    expect(() => chip.set(new Map([[4, 0]]))).toThrow(lost);
    expect(() => chip.configure({ ...lamp, settings: { ...OUTPUT, activeLow: true } })).toThrow(lost);
    expect([chip.facts(4).consumer, chip.health.value.state]).toEqual(['', 'ACTIVE']);
    expect(take(lamp)).toEqual([]);
    expect([chip.holds(4), chip.read(4), sysfs.levelOf(BASE + 4)]).toEqual([true, 1, 1]);
  });

  it('is left to whoever has exported it anew, for reading and for good', async () => {
    take(door, lamp);
    for (const line of [2, 4]) {
      sysfs.unexport(BASE + line);
      sysfs.export(BASE + line);
    }
    expect(() => chip.read(4)).toThrow(lost);
    expect(() => chip.configure({ ...door, settings: INPUT })).toThrow(lost);
    expect(take(lamp)).toEqual(['board: somebody else holds line 4 (exported in sysfs)']);
    await chip[Symbol.asyncDispose]();
    expect([2, 4].map((line) => existsSync(sysfs.folder(BASE + line)))).toEqual([true, true]);
  });

  it('does not keep others from being set', () => {
    expect(take(lamp, { ...lamp, line: 5 }, { ...lamp, line: 6 })).toEqual([]);
    sysfs.unexport(BASE + 4);
    expect(() => chip.set(new Map([4, 5, 6].map((line) => [line, 0])))).toThrow('line 4 is lost');
    expect([5, 6].map((line) => sysfs.levelOf(BASE + line))).toEqual([0, 0]);
    // and again, until it is taken anew
    expect(() => chip.set(new Map([4, 5, 6].map((line) => [line, 1])))).toThrow('line 4 is lost');
    expect([5, 6].map((line) => sysfs.levelOf(BASE + line))).toEqual([1, 1]);
  });

  it('does not keep others from being let go', async () => {
    const Failing = class extends gpioClass(sysfs, systemClock) {
      override unexport(): void {
        if (this.direction() === 'out') throw new Error('EBADF');
        super.unexport();
      }
    };
    const note = new ExportNote(join(sysfs.root, 'failing.json'));
    const failing = new OnoffChip('board', undefined, { Gpio: Failing, note, clock: new ManualClock(), root: sysfs.root });
    failing.take([lamp, door], () => undefined);
    await failing[Symbol.asyncDispose]();
    expect([4, 2].map((line) => existsSync(sysfs.folder(BASE + line)))).toEqual([true, false]);
  });

  it('is one that another takes in the moment in which its debouncing changes', async () => {
    take(door, lamp);
    sysfs.busy.add(BASE + 2);
    const other = { ...door, settings: { ...door.settings, debounceUs: 5_000 } };
    expect(() => chip.configure(other)).toThrow('somebody else holds line 2 (through the character device');
    expect(chip.holds(2)).toBe(false);
    expect(() => chip.read(2)).toThrow(lost);
    // it gets the number of the descriptor that the line had
    const another = openSync(join(sysfs.root, 'another'), 'w');
    expect(take(door)).toEqual([expect.stringMatching('somebody else holds line 2')]);
    sysfs.busy.clear();
    expect(take(door)).toEqual([]);
    sysfs.busy.add(BASE + 2);
    expect(() => chip.configure(other)).toThrow('somebody else');
    await chip[Symbol.asyncDispose]();
    closeSync(another);
    expect([2, 4].map((line) => existsSync(sysfs.folder(BASE + line)))).toEqual([false, false]);
  });

  it('is none whose debouncing was refused and which is what it was', () => {
    take(door);
    let refusals = 1;
    sysfs.exporting = () => {
      if (refusals-- > 0) throw Object.assign(new Error('ENOSPC'), { code: 'ENOSPC' });
    };
    expect(() => chip.configure({ ...door, settings: { ...door.settings, debounceUs: 5_000 } })).toThrow('ENOSPC');
    expect(chip.holds(2)).toBe(true);
  });
});

describe('The note of what was exported', () => {
  it('says nothing any more when the machine was started anew, or when it is no note', () => {
    using sysfs = new FakeSysfs('pinctrl-rp1', BASE);
    const [path, bootId] = [join(sysfs.root, 'data/note.json'), join(sysfs.root, 'boot_id')];
    writeFileSync(bootId, 'one\n');
    const note = new ExportNote(path, bootId);
    note.add(4);
    note.add(5);
    note.remove(5);
    expect([4, 5].map((gpio) => new ExportNote(path, bootId).has(gpio))).toEqual([true, false]);
    writeFileSync(path, '{');
    expect(new ExportNote(path, bootId).has(4)).toBe(false);
    note.add(6);
    writeFileSync(bootId, 'another\n');
    expect(new ExportNote(path, bootId).has(4)).toBe(false);
    rmSync(join(sysfs.root, 'data'), { recursive: true });
    mkdirSync(join(sysfs.root, 'data'));
    expect(new ExportNote(path, bootId).has(4)).toBe(false);
  });
});
