import sharp from 'sharp';
import { daylightAt } from '../../../src/devices/simulated/daylight.js';
import { CAR_BOX, carSvg } from '../../../src/devices/simulated/draw-car.js';
import { streetSvg } from '../../../src/devices/simulated/draw-street.js';
import { blend, drawClock, type Pixels } from '../../../src/devices/simulated/picture.js';
import { trafficAt } from '../../../src/devices/simulated/traffic.js';

const SIZE = { width: 320, height: 240 };
/** Units of which the picture is 480 high. */
const PIXELS = SIZE.height / 480;
/** Steps of grey that a sensor's noise is off by at the most. */
const NOISE = 8;

/** The simulated camera's street, in which a test says when a car comes. */
export class TestStreet {
  private constructor(
    private readonly seed: number,
    private readonly time: number,
    private readonly empty: Pixels,
    private readonly car: Pixels,
    private readonly y: number,
    private readonly scale: number,
  ) {}

  /** @param time ms since the epoch: by day or by night; @param seed chooses the houses and the car */
  static async at(seed: number, time: number): Promise<TestStreet> {
    const [car] = trafficAt(time, seed, SIZE.width / PIXELS);
    if (!car) throw new Error('the simulated street is never empty');
    const [empty, sprite] = [
      await rasterise(streetSvg(time, seed, SIZE), 3),
      await rasterise(carSvg(car, daylightAt(time), PIXELS), 4),
    ];
    return new TestStreet(seed, time, empty, sprite, car.y, car.scale);
  }

  /**
   * @param second of the scene; the clock in the picture shows it
   * @param x where the car's left end is, in fractions of the picture; absent: there is none
   */
  async picture(second: number, x?: number): Promise<Uint8Array> {
    const picture = { ...this.empty, data: Uint8Array.from(this.empty.data) };
    const margin = CAR_BOX.margin * this.scale * PIXELS;
    if (x !== undefined)
      blend(picture, this.car, Math.round(x * SIZE.width - margin), Math.round((this.y - CAR_BOX.height * this.scale) * PIXELS));
    drawClock(picture, this.time + 1000 * second);
    const data = withNoise(picture.data, this.seed + Math.round(1000 * second));
    return sharp(data, { raw: { ...SIZE, channels: 3 } })
      .jpeg({ quality: 85 })
      .toBuffer();
  }
}

/** Numbers by Lehmer's generator, the same for the same seed. */
function withNoise(pixels: Uint8Array, seed: number): Uint8ClampedArray {
  const noisy = new Uint8ClampedArray(pixels);
  let number = seed + 1;
  for (let at = 0; at < noisy.length; at++) {
    number = (number * 48_271) % 2_147_483_647;
    noisy[at] = (noisy[at] ?? 0) + (number % (2 * NOISE + 1)) - NOISE;
  }
  return noisy;
}

async function rasterise(svg: string, channels: 3 | 4): Promise<Pixels> {
  const image = sharp(Buffer.from(svg));
  const drawn = channels === 3 ? image.flatten({ background: '#000' }).removeAlpha() : image.ensureAlpha();
  const { data, info } = await drawn.raw().toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}
