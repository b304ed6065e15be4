import { describe, expect, it } from '@jest/globals';
import type { Clock } from '../../../src/clock.js';
import { SimulatedChip } from '../../../src/devices/simulated/chip.js';
import type { LineEdge } from '../../../src/gpio/gpio-chip.js';
import type { LineSettings } from '../../../src/gpio/settings.js';
import { type ChipUnderTest, chipContract } from '../../gpio/chip-contract.js';
import { OUTPUT } from '../../gpio/settings.js';
import { ManualClock } from '../../manual-clock.js';

function underTest(): ChipUnderTest {
  const chip = new SimulatedChip('board', { lossRate: 0 });
  for (const line of [2, 3]) chip.pull(line, 0);
  return {
    chip,
    inputs: [2, 3],
    outputs: [17, 22, 'GPIO27'],
    noLine: 28,
    pull: async (line, level) => chip.pull(line, level),
    levelOf: (line) => chip.levelOf(line),
    takenByOther: async (line) => {
      chip.takenByOther(line, 'gpiomon');
      return { [Symbol.asyncDispose]: async () => chip.takenByOther(line, undefined) };
    },
    // a wire in the place of a button does not bounce
    cannot: { timestamps: true, debounce: true },
    [Symbol.asyncDispose]: () => chip[Symbol.asyncDispose](),
  };
}

describe('SimulatedChip keeps the GpioChip contract', () => {
  it.each(chipContract.filter(({ about }) => about !== 'debounce'))('$name', async ({ holds }) => {
    await using under = underTest();
    await holds(under);
  });
});

describe('A simulated chip that was pulled out', () => {
  it('knows nothing of its lines, and has none of them, until it is back', async () => {
    await using chip = new SimulatedChip('board', { lossRate: 0 });
    chip.take([{ line: 17, settings: OUTPUT, value: 0 }], () => undefined);
    chip.unplug();
    const away = expect.objectContaining({ code: 'unavailable' });
    for (const ask of [() => chip.facts(17), () => chip.read(17)]) expect(ask).toThrow(away);
    expect(chip.holds(17)).toBe(false);
    chip.plugIn();
    expect(chip.facts(17).consumer).toBe('');
  });
});

describe('A simulated button', () => {
  const settings: LineSettings = {
    ...{ direction: 'INPUT', activeLow: true, bias: 'PULL_UP', drive: 'PUSH_PULL', edge: 'BOTH', debounceUs: 5_000 },
  };

  async function minute(change: Partial<LineSettings> = {}, options: { seed?: number; lossRate?: number } = {}) {
    const clock = new ManualClock();
    await using chip = new SimulatedChip('board', { clock, lossRate: 0, ...options });
    const edges: LineEdge[] = [];
    chip.take([{ line: 17, settings: { ...settings, ...change }, value: 0 }], (edge) => edges.push(edge));
    for (let ms = 0; ms < 60_000; ms += 50) {
      await clock.advance(50);
      // what is read is what was told
      if (edges.length > 0 && !('lossRate' in options)) expect(chip.read(17)).toBe(edges.at(-1)?.edge === 'RISING' ? 1 : 0);
    }
    return { edges, counters: chip.counters };
  }

  it('is pressed and let go about three times a minute, each time at its own time', async () => {
    const { edges } = await minute();
    expect(edges.map(({ edge }) => edge)).toEqual(['RISING', 'FALLING', 'RISING', 'FALLING', 'RISING', 'FALLING']);
    for (const [at, { time }] of edges.entries()) expect(time).toBeGreaterThan(edges[at - 1]?.time ?? 0);
  });

  it('is the same for the same seed, and another for another', async () => {
    const times = async (seed: number) => (await minute({}, { seed })).edges.map(({ time }) => time);
    expect(await times(1)).toEqual(await times(1));
    expect(await times(2)).not.toEqual(await times(1));
  });

  it('bounces where nobody debounces it', async () => {
    const { edges } = await minute({ debounceUs: 0 });
    expect(edges.length).toBeGreaterThan(6);
    expect(edges.length % 2).toBe(0);
  });

  it('loses edges now and then, which shows in their numbers and is counted', async () => {
    const { edges, counters } = await minute({ debounceUs: 0 }, { lossRate: 0.5 });
    expect(counters.lostEdges).toBeGreaterThan(0);
    expect((edges.at(-1)?.lineSeqno ?? 0) - edges.length).toBeGreaterThan(0);
    expect(counters.edges).toBe(edges.length);
  });

  it('tells no day of presses when the clock is set', async () => {
    const clock = new ManualClock();
    let setForward = 0;
    const isSet = { ...timersOf(clock), now: () => clock.now() + setForward };
    await using chip = new SimulatedChip('board', { clock: isSet, lossRate: 0 });
    const edges: LineEdge[] = [];
    chip.take([{ line: 17, settings, value: 0 }], (edge) => edges.push(edge));
    setForward = 86_400_000;
    await clock.advance(100);
    setForward = 0;
    await clock.advance(100);
    expect(edges).toEqual([]);
  });
});

function timersOf(clock: ManualClock): Clock {
  return {
    now: () => clock.now(),
    monotonic: () => clock.monotonic(),
    every: (ms, task) => clock.every(ms, task),
    sleep: (ms, signal) => clock.sleep(ms, signal),
  };
}
