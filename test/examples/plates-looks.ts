import { chance } from '../../src/devices/simulated/chance.js';
import { SimulatedControls } from '../../src/devices/simulated/camera-controls.js';

/** What a camera makes of the street: three bytes for each pixel, changed in place. */
export type Look = (rgb: Uint8Array) => void;

/** A camera as people set it, and as it sees by bad light. */
export const LOOKS: readonly (readonly [name: string, look: Look])[] = [
  ['half the exposure', await set({ auto_exposure: 0, exposure: 50 })],
  ['twice the exposure', await set({ auto_exposure: 0, exposure: 200 })],
  ['less brightness', await set({ brightness: -100 })],
  ['more brightness', await set({ brightness: 100 })],
  ['a quarter of the contrast', await set({ contrast: 25 })],
  ['twice the contrast', await set({ contrast: 200 })],
  ['no colours', await set({ color_effects: 1 })],
  ['noise of 16 shades', noise(16)],
  ['noise of 32 shades', noise(32)],
];

async function set(values: Readonly<Record<string, number>>): Promise<Look> {
  const controls = new SimulatedControls(() => undefined);
  await controls.set(new Map(Object.entries(values)));
  return (rgb) => controls.apply(rgb);
}

/** @param deviation the standard deviation of each channel, the same each time */
function noise(deviation: number): Look {
  const pattern = Float32Array.from({ length: 65_537 }, (_, at) => deviation * normal(at));
  let picture = 0;
  return (rgb) => {
    const shift = Math.floor(chance(++picture, 0x50a9) * pattern.length);
    for (let at = 0; at < rgb.length; at++)
      rgb[at] = Math.min(255, Math.max(0, (rgb[at] ?? 0) + (pattern[(at + shift) % pattern.length] ?? 0)));
  };
}

/** As Box and Muller make it of two even chances. */
function normal(at: number): number {
  return Math.sqrt(-2 * Math.log(1 - chance(at, 1))) * Math.cos(2 * Math.PI * chance(at, 2));
}
