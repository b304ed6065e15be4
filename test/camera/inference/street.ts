import type { Frame } from '../../../src/camera/camera.js';
import { StreetScene } from '../../../src/devices/simulated/street-scene.js';
import { chance } from '../../../src/devices/simulated/chance.js';
import { CAR_LENGTH, trafficAt } from '../../../src/devices/simulated/traffic.js';
import type { ModelInput } from '../../../src/camera/inference/model-input.js';
import type { Box } from '../../../src/camera/inference/placement.js';

/** The near lane, of which the far one's cars are no part. */
export const LANE = { y: 0.8, height: 0.16 } as const;
/** What the classifier looks at: whether a car stands in its middle. */
export const PLACE: Box = { x: 0.4, width: 0.2, ...LANE };
export const STRIP: Box = { x: 0, width: 1, ...LANE };

/** What the classifier takes; the detector takes five times the width. */
export const INPUT: ModelInput = {
  ...({ name: 'picture', layout: 'NHWC', width: 24, height: 6, channels: 3, datatype: 'FP32' } as const),
  ...({ mean: [0, 0, 0], scale: [1 / 255, 1 / 255, 1 / 255], fit: 'FILL', encoding: 'JSON', isBatched: true } as const),
};

export const SIZE = { width: 320, height: 240 } as const;
const DAY_MS = 86_400_000;

/** Some moment of a street: by day and by night. */
export function momentOf(seed: number, number: number): number {
  return Date.UTC(2026, 5, 1) + Math.floor(chance(seed, number, 0x5ee) * DAY_MS);
}

/** The cars of the near lane as the simulation has them, in fractions of the picture's width. */
export function carsAt(time: number, seed: number): readonly { readonly left: number; readonly right: number }[] {
  return trafficAt(time, seed, 640)
    .filter(({ facing }) => facing === 'right')
    .map(({ x, scale }) => ({ left: x / 640, right: (x + CAR_LENGTH * scale) / 640 }));
}

/** 1 when a car covers the middle of the picture, else 0. */
export function classOf(time: number, seed: number): number {
  return carsAt(time, seed).some(({ left, right }) => left <= 0.5 && right >= 0.5) ? 1 : 0;
}

export async function photograph(time: number, seed: number): Promise<Frame> {
  return { jpeg: await new StreetScene(seed, SIZE).render(time), capturedAt: time, sequence: 0 };
}
