import { describe, expect, it } from '@jest/globals';
import { SimulatedRadio, type SimulatedRadioOptions } from '../../../src/devices/simulated/radio.js';
import { readingOf, type SimulatedTag } from '../../../src/devices/simulated/tag.js';
import { decodeHeard } from '../../../src/sensors/ruuvi/decode.js';
import type { RuuviReading } from '../../../src/sensors/ruuvi/reading.js';
import type { Advertisement } from '../../../src/sensors/radio.js';
import { ManualClock } from '../../manual-clock.js';
import { radioContract } from '../ble/radio-contract.js';

const HOUR_MS = 3_600_000;

radioContract('SimulatedRadio', () => {
  const clock = new ManualClock();
  const radio = new SimulatedRadio({ clock });
  return Promise.resolve({
    radio,
    provoke: () => clock.advance(10_000),
    [Symbol.asyncDispose]: () => radio[Symbol.asyncDispose](),
  });
});

describe('SimulatedRadio', () => {
  it('hears every tag of the town, in formats 5, 6 and E1, and each decodes', async () => {
    const { heard, radio } = await listenFor(30_000);
    expect(new Set(heard.map(({ address }) => address))).toEqual(new Set(radio.tags.map(({ mac }) => mac)));
    expect(new Set(heard.map((advertisement) => readingIn(advertisement).dataFormat))).toEqual(new Set(['5', '6', 'E1']));
  });

  it('gives its tags names, and static random addresses that never change', () => {
    const { tags } = new SimulatedRadio({ tags: 40 });
    expect(tags.slice(0, 3).map(({ name }) => name)).toEqual(['Market square', 'Town hall', 'Tram stop']);
    expect(new Set(tags.map(({ name }) => name)).size).toBe(40);
    expect(new Set(tags.map(({ mac }) => mac)).size).toBe(40);
    for (const { mac } of tags) expect(mac).toMatch(/^[C-F][0-9A-F](?::[0-9A-F]{2}){5}$/);
    expect(new SimulatedRadio({ tags: 3 }).tags).toEqual(tags.slice(0, 3));
  });

  it('hears the same again from the same seed, and another town from another', async () => {
    const first = await listenFor(20_000, { seed: 7 });
    expect((await listenFor(20_000, { seed: 7 })).heard).toEqual(first.heard);
    expect((await listenFor(20_000, { seed: 8 })).heard).not.toEqual(first.heard);
  });

  it('lets tags say everything more than once, under rising sequence numbers', async () => {
    const { heard } = await listenFor(60_000, { tags: 1, lossRate: 0, gapRate: 0 });
    const sequence = heard.map((advertisement) => readingIn(advertisement).measurementSequenceNumber ?? NaN);
    expect(heard).toHaveLength(46);
    expect(new Set(sequence).size).toBeLessThan(sequence.length);
    expect(sequence).toEqual([...sequence].sort((a, b) => a - b));
  });

  it('loses the share of packets that it was told to', async () => {
    const { heard } = await listenFor(HOUR_MS, { lossRate: 0.3, gapRate: 0 });
    expect(heard.length / ((12 * HOUR_MS) / 1285)).toBeCloseTo(0.7, 1);
  });

  it('loses sight of tags for minutes', async () => {
    const { heard } = await listenFor(6 * HOUR_MS, { tags: 1, periodMs: 10_000, lossRate: 0, gapRate: 0.5 });
    const pauses = heard.slice(1).map(({ receivedAt }, n) => receivedAt - (heard[n]?.receivedAt ?? 0));
    expect(Math.max(...pauses)).toBeGreaterThan(60_000);
  });

  it('lives through believable days', async () => {
    const day = await readingsOfADay();
    const outdoors = day.get('Market square') ?? [];
    const warmest = extreme(outdoors, (reading) => reading.temperature ?? NaN);
    expect(warmest.hour).toBeGreaterThan(11);
    expect(warmest.hour).toBeLessThan(19);
    for (const { temperature = NaN, humidity = NaN, pressure = NaN } of [...day.values()].flat()) {
      expect(temperature).toBeGreaterThan(-10);
      expect(temperature).toBeLessThan(95);
      expect(humidity).toBeGreaterThan(5);
      expect(humidity).toBeLessThan(100);
      expect(pressure).toBeGreaterThan(98_000);
      expect(pressure).toBeLessThan(103_500);
    }
    expect(extreme(day.get('Public sauna') ?? [], (reading) => reading.temperature ?? NaN).value).toBeGreaterThan(60);
    expect(Math.max(...(day.get('Bakery fridge') ?? []).map(({ temperature = NaN }) => temperature))).toBeLessThan(8);
  });

  it('has one weather for the whole town', () => {
    const [market, , , , , , , , , , , museum] = new SimulatedRadio().tags;
    if (!market || !museum) throw new Error('a town without tags');
    const hours = Array.from({ length: 48 }, (_, hour) => new ManualClock().now() + hour * HOUR_MS);
    const pressures = (tag: SimulatedTag) => hours.map((time) => readingOf(tag, '5', time).pressure ?? NaN);
    const elsewhere = pressures(museum);
    const differences = pressures(market).map((pressure, n) => pressure - (elsewhere[n] ?? NaN));
    expect(spread(pressures(market))).toBeGreaterThan(200);
    expect(spread(differences)).toBeLessThan(20);
  });

  it('lets the batteries age, and the tram stop be moved by every tram', () => {
    const [, , tramStop] = new SimulatedRadio().tags;
    if (!tramStop) throw new Error('a town without trams');
    const [now, later] = [0, 90 * 24 * HOUR_MS].map((ms) => readingOf(tramStop, '5', new ManualClock().now() + ms));
    expect(later?.batteryVoltage).toBeLessThan(now?.batteryVoltage ?? NaN);
    expect(later?.movementCounter).not.toBe(now?.movementCounter);
  });
});

function spread(values: readonly number[]): number {
  return Math.max(...values) - Math.min(...values);
}

async function listenFor(
  ms: number,
  options: SimulatedRadioOptions = {},
): Promise<{ heard: Advertisement[]; radio: SimulatedRadio }> {
  const clock = new ManualClock();
  const radio = new SimulatedRadio({ clock, ...options });
  const heard: Advertisement[] = [];
  const stop = new AbortController();
  const ended = radio.listen((advertisement) => void heard.push(advertisement), stop.signal);
  await clock.advance(ms);
  stop.abort();
  await ended;
  return { heard, radio };
}

/** One reading of each tag for every half an hour of a day, by the tag's name. */
async function readingsOfADay(): Promise<Map<string, RuuviReading[]>> {
  const { heard, radio } = await listenFor(24 * HOUR_MS, { periodMs: HOUR_MS / 2, lossRate: 0, gapRate: 0 });
  return new Map(radio.tags.map(({ mac, name }) => [name, heard.filter(({ address }) => address === mac).map(readingIn)]));
}

/** The highest value, and the hour of the day it was at: the clock starts at noon. */
function extreme(readings: readonly RuuviReading[], value: (reading: RuuviReading) => number): { value: number; hour: number } {
  const values = readings.map(value);
  const highest = Math.max(...values);
  return { value: highest, hour: (12 + values.indexOf(highest) / 2) % 24 };
}

function readingIn(heard: Advertisement): RuuviReading {
  const outcome = decodeHeard(heard);
  if (typeof outcome === 'string') throw new Error(outcome);
  return outcome;
}
