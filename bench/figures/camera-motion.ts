import sharp from 'sharp';
import { hiddenIn } from '../../src/camera/masks/hidden.js';
import { paintOver } from '../../src/camera/masks/paint.js';
import { MotionDetector } from '../../src/camera/motion/motion-detector.js';
import { toGrey } from '../../src/camera/motion/to-grey.js';
import { StreetScene } from '../../src/devices/simulated/street-scene.js';
import { type Benchmark, type Figure, figure, rounds } from '../benchmark.js';

const SIZE = { width: 1280, height: 720 };
const FRAMES = 30;
const NOON = Date.parse('2026-06-01T12:00:00Z');
const LOOK_MS = 200;
const half = [
  { x: 0, y: 0 },
  { x: 0.5, y: 0 },
  { x: 0.5, y: 1 },
  { x: 0, y: 1 },
];

/** What a look for motion takes of a frame, and hiding half of it: ms of the processor's time, all threads together. */
export const cameraMotion: Benchmark = async (_, effort): Promise<readonly Figure[]> => {
  const scene = new StreetScene(1, SIZE);
  const jpegs: Uint8Array[] = [];
  for (let frame = 0; frame < rounds(FRAMES, effort); frame++) jpegs.push(await scene.render(NOON + frame * LOOK_MS));
  const detector = new MotionDetector({ sensitivity: 70, minimumArea: 0.01, coolDownS: 5 });
  const look = async (jpeg: Uint8Array, sequence: number) => {
    detector.look(await toGrey({ jpeg, capturedAt: NOON, sequence }), sequence * LOOK_MS);
  };
  let hidden: ReturnType<typeof hiddenIn> | undefined;
  const mask = (jpeg: Uint8Array) =>
    paintOver(jpeg, (size) => (hidden ??= hiddenIn({ masks: [{ polygon: half, fill: 'BLACK' }] }, size)));
  const again = (jpeg: Uint8Array) => sharp(jpeg).jpeg({ quality: 90 }).toBuffer();
  const grey = (jpeg: Uint8Array) => sharp(jpeg).resize({ width: 160 }).greyscale().raw().toBuffer();
  // what is loaded with the first of each is not measured
  for (const work of [look, grey, mask, again]) await work(jpegs[0] ?? new Uint8Array(), 0);
  const [looked, small] = [await cpuMs(jpegs, look), await cpuMs(jpegs, grey)];
  const [masked, encoded] = [await cpuMs(jpegs, mask), await cpuMs(jpegs, again)];
  const unit = 'ms CPU';
  return [
    figure({ name: 'look for motion, 720p', value: looked, unit, reference: { name: 'sharp, 160 px', value: small } }),
    figure({ name: 'mask a frame, 720p', value: masked, unit, reference: { name: 'sharp, as large', value: encoded } }),
  ];
};

/** For each of the frames. */
async function cpuMs(
  jpegs: readonly Uint8Array[],
  work: (jpeg: Uint8Array, sequence: number) => Promise<unknown>,
): Promise<number> {
  const before = process.cpuUsage();
  for (const [sequence, jpeg] of jpegs.entries()) await work(jpeg, sequence);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000 / jpegs.length;
}
