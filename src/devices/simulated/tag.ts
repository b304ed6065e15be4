import type { DataFormat, RuuviReading } from '../../sensors/ruuvi/reading.js';
import { chance } from './chance.js';
import { airAt, daylight, pressureAt, warmthOfDay, type Place } from './climate.js';
import { drift } from './drift.js';

/** What a simulated tag can send. */
export type SimulatedFormat = Extract<DataFormat, '5' | '6' | 'E1'>;

export interface SimulatedTag {
  /** Upper case with colons, as a real tag's: random but the same for ever. */
  readonly mac: string;
  /** What people call it: `Market square`. */
  readonly name: string;
  readonly place: Place;
  /** What it sends, in turn. */
  readonly formats: readonly SimulatedFormat[];
  /** Chooses everything about this tag that chance decides. */
  readonly seed: number;
  /** The weather's, which all tags of a town share. */
  readonly townSeed: number;
  /** How often it is moved, on the average. */
  readonly movedEveryMs: number;
}

const TWO_YEARS_MS = 2 * 365 * 86_400_000;
/** A tag measures less often than it advertises, and so says everything more than once. */
const MEASURED_EVERY_MS = 2_570;
const PA_PER_METRE = 12;

/** What a tag says at a time (ms since the epoch): always the same at the same time. */
export function readingOf(tag: SimulatedTag, dataFormat: SimulatedFormat, now: number): RuuviReading {
  const sequence = Math.floor(now / MEASURED_EVERY_MS);
  const time = sequence * MEASURED_EVERY_MS;
  const common = { dataFormat, mac: tag.mac, ...airAt(tag.place, tag.seed, time), pressure: pressureOf(tag, time) };
  return dataFormat === '5' ? { ...common, ...motion(tag, time, sequence) } : { ...common, ...airQuality(tag, time, sequence) };
}

function pressureOf({ seed, townSeed }: SimulatedTag, time: number): number {
  const metresUp = 40 * chance(seed, 0);
  return pressureAt(townSeed, time) - PA_PER_METRE * metresUp + 3 * drift(seed, time, 10_000);
}

/** What only a RuuviTag says: how it lies, how it was moved, and how its battery ages, weaker in the cold. */
function motion(tag: SimulatedTag, time: number, sequence: number): Partial<RuuviReading> {
  const [pitch, roll] = [Math.PI * chance(tag.seed, 1), 2 * Math.PI * chance(tag.seed, 2)];
  const tremble = (axis: number) => 0.012 * (chance(tag.seed, axis, sequence) - 0.5);
  const age = (time / TWO_YEARS_MS + chance(tag.seed, 3)) % 1;
  return {
    accelerationX: Math.sin(pitch) * Math.cos(roll) + tremble(1),
    accelerationY: Math.sin(pitch) * Math.sin(roll) + tremble(2),
    accelerationZ: Math.cos(pitch) + tremble(3),
    batteryVoltage: 3.06 - 0.3 * age + 0.0015 * (airAt(tag.place, tag.seed, time).temperature - 20),
    txPower: 4,
    movementCounter: Math.floor(time / tag.movedEveryMs + chance(tag.seed, 4)) % 0xff,
    measurementSequenceNumber: sequence % 0xffff,
  };
}

/** What only a Ruuvi Air says; people breathe by day. */
function airQuality({ seed }: SimulatedTag, time: number, sequence: number): Partial<RuuviReading> {
  const people = Math.max(0, warmthOfDay(time) + 0.5 * drift(seed + 1, time, 1_800_000));
  const dust = 4 + 3 * drift(seed + 2, time, 2_400_000) + 2 * people;
  return {
    pm1p0: 0.7 * dust,
    pm2p5: dust,
    pm4p0: 1.2 * dust,
    pm10p0: 1.4 * dust,
    co2: 430 + 480 * people,
    voc: 90 + 60 * people + 20 * drift(seed + 3, time, 600_000),
    nox: 1.5 + drift(seed + 4, time, 3_600_000),
    illuminance: 0.02 * daylight(time) + 250 * Math.min(1, people),
    measurementSequenceNumber: sequence % 0xff_ffff,
    calibrating: false,
  };
}
