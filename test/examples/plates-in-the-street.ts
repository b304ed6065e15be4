import { StreetScene, type Size } from '../../src/devices/simulated/street-scene.js';
import { PLATE, CAR_BOX } from '../../src/devices/simulated/draw-car.js';
import { trafficAt } from '../../src/devices/simulated/traffic.js';
import { chance } from '../../src/devices/simulated/chance.js';
import type { Look } from './plates-looks.js';

/** What an application sees of the street: pictures and their times, nothing else. */
export interface LooksAtPictures {
  look(jpeg: Uint8Array, time: number): Promise<readonly { readonly plate: string }[]>;
}

export interface Score {
  /** Cars whose plates were wholly in the picture for `LONG_ENOUGH_MS`, be it that another car was in front for a while. */
  readonly cars: number;
  /** How many of their plates were told as they are. */
  readonly exact: number;
  /** Told plates that no car in view had, or that were told twice. */
  readonly wrong: readonly string[];
  /** Plates of which nothing was said. */
  readonly none: readonly string[];
}

const DAY_MS = 86_400_000;
const INTERVAL_MS = 500;
const LONG_ENOUGH_MS = 3000;

export interface Watched {
  readonly seed: number;
  readonly seconds: number;
  readonly size: Size;
  /** What the camera makes of what there is; absent: nothing. */
  readonly look?: Look | undefined;
}

/** Shows a reader a street for some seconds, at an hour that the seed decides on, and counts what it said. */
export async function watchStreet(reader: LooksAtPictures, { seed, seconds, size, look }: Watched): Promise<Score> {
  const scene = new StreetScene(seed, size);
  const begin = Date.UTC(2026, 5, 1) + Math.floor(chance(seed, 0x91a7e) * DAY_MS);
  const seen = new Map<string, { first: number; last: number }>();
  const told: string[] = [];
  for (let time = begin; time < begin + seconds * 1000; time += INTERVAL_MS) {
    for (const plate of platesInView(time, seed, size)) seen.set(plate, { first: seen.get(plate)?.first ?? time, last: time });
    told.push(...(await reader.look(await scene.render(time, look), time)).map(({ plate }) => plate));
  }
  const cars = [...seen].filter(([, { first, last }]) => last - first >= LONG_ENOUGH_MS).map(([plate]) => plate);
  return {
    cars: cars.length,
    exact: cars.filter((plate) => told.includes(plate)).length,
    wrong: told.filter((plate, index) => !seen.has(plate) || told.indexOf(plate) < index),
    none: cars.filter((plate) => !told.includes(plate)),
  };
}

function platesInView(time: number, seed: number, size: Size): string[] {
  const width = (480 * size.width) / size.height;
  return trafficAt(time, seed, width)
    .map(({ x, scale, plate }) => ({ plate, left: x + (PLATE.x - CAR_BOX.margin) * scale, length: PLATE.width * scale }))
    .filter(({ left, length }) => left > 0 && left + length < width)
    .map(({ plate }) => plate);
}

export function sum(scores: readonly Score[]): Score {
  return {
    cars: scores.reduce((total, { cars }) => total + cars, 0),
    exact: scores.reduce((total, { exact }) => total + exact, 0),
    wrong: scores.flatMap(({ wrong }) => wrong),
    none: scores.flatMap(({ none }) => none),
  };
}
