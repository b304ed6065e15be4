import { chance } from './chance.js';
import type { Place } from './climate.js';
import type { SimulatedFormat, SimulatedTag } from './tag.js';

/** Keeps what chance decides about addresses apart from what it decides about all else. */
const MAC = 0x3ac;
const DAYS_MS = 86_400_000;
const MINUTES_MS = 60_000;

type Spot = readonly [name: string, place: Place, movedEveryMs: number, ...formats: SimulatedFormat[]];

/** Two Ruuvi Airs among RuuviTags; the one whose extended advertising is heard sends format 6 as well, as the real one does. */
const SPOTS: readonly Spot[] = [
  ['Market square', 'outdoors', 3 * DAYS_MS, '5'],
  ['Town hall', 'indoors', 9 * DAYS_MS, '5'],
  ['Tram stop', 'outdoors', 6 * MINUTES_MS, '5'],
  ['Library', 'indoors', 0, '6'],
  ['Bakery fridge', 'fridge', 4 * MINUTES_MS, '5'],
  ['School', 'indoors', 0, 'E1', '6'],
  ['Harbour', 'outdoors', 2 * DAYS_MS, '5'],
  ['Greenhouse', 'greenhouse', 1 * DAYS_MS, '5'],
  ['Public sauna', 'sauna', 30 * MINUTES_MS, '5'],
  ['Wine cellar', 'cellar', 5 * DAYS_MS, '5'],
  ['Fire station gate', 'outdoors', 90 * MINUTES_MS, '5'],
  ['Museum', 'indoors', 20 * DAYS_MS, '5'],
];

/** The tags of a town; the same seed gives the same town, and a larger one has the smaller one's tags first. */
export function townTags(seed: number, count: number): readonly SimulatedTag[] {
  return Array.from({ length: count }, (_, index) => {
    const [name, place, movedEveryMs, ...formats] = SPOTS[index] ?? streetLamp(index);
    const tagSeed = Math.floor(chance(seed, index) * 2 ** 32);
    return { mac: macOf(tagSeed), name, place, formats, movedEveryMs, seed: tagSeed, townSeed: seed };
  });
}

function streetLamp(index: number): Spot {
  return [`Street lamp ${index + 1 - SPOTS.length}`, 'outdoors', 30 * DAYS_MS, '5'];
}

/** A static random address, which says so by its two highest bits. */
function macOf(seed: number): string {
  const bytes = Array.from({ length: 6 }, (_, n) => Math.floor(chance(seed, n, MAC) * 256));
  const marked = bytes.map((byte, n) => (n === 0 ? byte | 0xc0 : byte));
  return marked.map((byte) => byte.toString(16).toUpperCase().padStart(2, '0')).join(':');
}
