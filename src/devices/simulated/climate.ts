import { drift } from './drift.js';

export type Place = 'outdoors' | 'indoors' | 'greenhouse' | 'cellar' | 'fridge' | 'sauna';

interface Climate {
  /** °C, on the average of a day. */
  readonly temperature: number;
  /** °C, by which the afternoon is warmer than that, and the night colder. */
  readonly daily: number;
  /** °C, of weather or of people coming and going. */
  readonly wander: number;
  /** %RH, at the average temperature; warmer air is drier. */
  readonly humidity: number;
}

const CLIMATES: Readonly<Record<Place, Climate>> = {
  outdoors: { temperature: 9, daily: 5, wander: 2.5, humidity: 74 },
  indoors: { temperature: 21.4, daily: 0.9, wander: 0.8, humidity: 43 },
  greenhouse: { temperature: 19, daily: 8, wander: 2, humidity: 68 },
  cellar: { temperature: 11.5, daily: 0.2, wander: 0.3, humidity: 79 },
  fridge: { temperature: 4.6, daily: 0.1, wander: 0.3, humidity: 58 },
  sauna: { temperature: 23, daily: 0.5, wander: 0.5, humidity: 36 },
};

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const DRIER_PER_DEGREE = 2.1;

/** °C and %RH somewhere in town at a time of the day (ms since the epoch, UTC). */
export function airAt(place: Place, seed: number, time: number): { temperature: number; humidity: number } {
  const { temperature, daily, wander, humidity } = CLIMATES[place];
  const swing = daily * warmthOfDay(time) + wander * drift(seed, time, 1.5 * HOUR_MS) + machinery(place, time);
  return { temperature: temperature + swing, humidity: within(8, 98, humidity - DRIER_PER_DEGREE * swing) };
}

/** Pa in the whole town, at its lowest point. */
export function pressureAt(seed: number, time: number): number {
  return 101_150 + 1100 * drift(seed, time, 11 * HOUR_MS) + 250 * drift(seed + 1, time, 3 * HOUR_MS);
}

/** 1 in the middle of the afternoon, -1 before dawn. */
export function warmthOfDay(time: number): number {
  return Math.cos((2 * Math.PI * (time - 15 * HOUR_MS)) / DAY_MS);
}

/** lx under the sky: nothing at night. */
export function daylight(time: number): number {
  return 18_000 * Math.max(0, Math.cos((2 * Math.PI * (time - 12.5 * HOUR_MS)) / DAY_MS)) ** 1.5;
}

/** A compressor comes on twice an hour; the sauna is hot on the evening of every day. */
function machinery(place: Place, time: number): number {
  if (place === 'fridge') return Math.abs(((time / (0.5 * HOUR_MS)) % 1) - 0.5) * 2.4 - 0.6;
  if (place === 'sauna') return 57 * Math.exp(-((((time / HOUR_MS) % 24) - 19.2) ** 2) / 1.6);
  return 0;
}

function within(least: number, most: number, value: number): number {
  return Math.min(most, Math.max(least, value));
}
