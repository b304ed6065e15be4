import sharp from 'sharp';
import { Pictures } from '../../src/camera/pictures.js';
import { StreetScene } from '../../src/devices/simulated/street-scene.js';
import { type Benchmark, figure, rounds } from '../benchmark.js';

const TIMES = 200;
const WARM_UP = 10;
const WIDTH = 320;

/** From a picture of 1280 x 720 that was never asked for before: each in its turn, so that whatever else the machine does hits both. */
export const snapshotThumbnail: Benchmark = async (_, effort) => {
  const jpeg = await new StreetScene(1, { width: 1280, height: 720 }).render(Date.UTC(2026, 5, 1, 12));
  const pictures = new Pictures();
  const ours = async (sequence: number) => {
    const { width } = await pictures.render({ jpeg, capturedAt: Date.now(), sequence }, { width: WIDTH });
    if (width !== WIDTH) throw new Error(`the thumbnail is ${width} wide`);
  };
  const alone = () => sharp(jpeg).resize({ width: WIDTH }).jpeg({ quality: 80 }).toBuffer();
  let [oursMs, aloneMs] = [0, 0];
  const times = rounds(TIMES, effort);
  for (let at = -WARM_UP; at < times; at++) {
    const [one, other] = [await msOf(() => ours(at)), await msOf(alone)];
    if (at < 0) continue;
    oursMs += one;
    aloneMs += other;
  }
  const reference = { name: 'sharp', value: aloneMs / times };
  return [figure({ name: `thumbnail of ${WIDTH} pixels`, value: oursMs / times, unit: 'ms', reference, aim: '≤ 1.2×' })];
};

async function msOf(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}
