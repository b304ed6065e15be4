import { loadSharp } from '../../camera/sharp.js';
import { daylightAt } from './daylight.js';
import { CAR_BOX, carSvg } from './draw-car.js';
import { streetSvg } from './draw-street.js';
import { blend, drawClock, type Pixels } from './picture.js';
import { type Car, trafficAt } from './traffic.js';

export interface Size {
  readonly width: number;
  readonly height: number;
}

/**
 * A street with moving cars and a clock, the same for the same seed and time.
 *
 * Vector graphics are slow to render, so that what stands still is rendered once a minute and each car once while it is in
 * view; a frame is then a copy of pixels with the cars and the clock laid over it, and its encoding.
 */
export class StreetScene {
  private street: { minute: number; pixels: Promise<Pixels> } | undefined;
  private sprites = new Map<string, Promise<Pixels>>();

  constructor(
    private readonly seed: number,
    private readonly size: Size,
  ) {}

  /**
   * @param time ms since the epoch
   * @param look changes what the lens sees, three bytes for each pixel; the clock stays as it is
   * @returns a JPEG image of `size`
   */
  async render(time: number, look: (rgb: Uint8Array) => void = () => undefined): Promise<Uint8Array> {
    const cars = trafficAt(time, this.seed, (480 * this.size.width) / this.size.height);
    const [street, sprites] = await Promise.all([this.streetAt(time), this.spritesOf(cars, time)]).catch((error: unknown) => {
      // where no memory was to be had for a moment, the next picture begins anew
      this.street = undefined;
      this.sprites = new Map();
      throw error;
    });
    const picture = { ...street, data: Uint8Array.from(street.data) };
    const pixels = this.size.height / 480;
    for (const [index, sprite] of sprites.entries()) {
      const { x = 0, y = 0, scale = 1 } = cars[index] ?? {};
      blend(
        picture,
        sprite,
        Math.round((x - CAR_BOX.margin * scale) * pixels),
        Math.round((y - CAR_BOX.height * scale) * pixels),
      );
    }
    look(picture.data);
    drawClock(picture, time);
    const sharp = await loadSharp();
    return sharp(picture.data, { raw: { ...this.size, channels: 3 } })
      .jpeg({ quality: 85 })
      .toBuffer();
  }

  private streetAt(time: number): Promise<Pixels> {
    const minute = Math.floor(time / 60_000);
    if (this.street?.minute !== minute)
      this.street = { minute, pixels: rasterise(streetSvg(minute * 60_000, this.seed, this.size), '#000000') };
    return this.street.pixels;
  }

  /** Keeps the sprites of the cars in view and forgets the others. */
  private spritesOf(cars: readonly Car[], time: number): Promise<Pixels[]> {
    const kept = this.sprites;
    const quarter = Math.floor(time / 900_000); // in which the light hardly changes
    this.sprites = new Map(
      cars.map((car) => {
        const key = `${quarter} ${car.facing} ${car.plate}`;
        return [key, kept.get(key) ?? rasterise(carSvg(car, daylightAt(quarter * 900_000), this.size.height / 480))];
      }),
    );
    return Promise.all(this.sprites.values());
  }
}

/** @param background to lay the drawing on, in three channels; without it there are four */
async function rasterise(svg: string, background?: string): Promise<Pixels> {
  const sharp = await loadSharp();
  const image = sharp(Buffer.from(svg));
  const channels = background ? image.flatten({ background }).removeAlpha() : image.ensureAlpha();
  const { data, info } = await channels.raw().toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}
