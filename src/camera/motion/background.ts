import { Settling } from './settling.js';

/** One byte a pixel, row by row. */
export interface Grey {
  readonly data: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** ms in which what is there becomes the background, to about two thirds: what stands still, and what stands in front of it. */
const STILL_MS = 4_000;
const MOVED_MS = 30_000;
/** Where more than this part has changed at once, a lamp was switched or the camera was turned. */
const ALL = 0.8;
/** Of a pixel and its eight neighbours, how many must have changed for it to count: noise is alone. */
const TOGETHER = 5;

/** What a camera sees when nothing moves, learned slowly from what it sees. */
export class Background {
  private mean: Float32Array | undefined;
  private width = 0;
  private settling: Settling | undefined;

  /** @param threshold steps of grey, of 255, by which a pixel must differ */
  constructor(private readonly threshold: number) {}

  /**
   * @param elapsedMs since the picture before
   * @param shown the places of the pixels that can change at all: what is black in any light says nothing of it
   * @returns 1 for every pixel that is not as the background is; nothing of the first picture, and of one where all is different
   */
  look({ data, width, height }: Grey, elapsedMs: number, shown: Uint32Array): Uint8Array {
    const { mean } = this;
    if (mean?.length !== data.length || this.width !== width) return this.beginWith(data, width);
    const brighter = medianDifference(data, mean, shown);
    const changed = new Uint8Array(data.length);
    let count = 0;
    for (const at of shown)
      if (Math.abs((data[at] ?? 0) - (mean[at] ?? 0) - brighter) > this.threshold) {
        changed[at] = 1;
        count++;
      }
    if (count > ALL * shown.length) return this.beginWith(data, width);
    learn(mean, data, changed, elapsedMs);
    this.settling?.look(mean, data, changed, elapsedMs);
    return together(changed, width, height);
  }

  private beginWith(data: Uint8Array, width: number): Uint8Array {
    this.mean = Float32Array.from(data);
    this.width = width;
    this.settling = new Settling(data, this.threshold);
    return new Uint8Array(data.length);
  }
}

function learn(mean: Float32Array, data: Uint8Array, changed: Uint8Array, elapsedMs: number): void {
  const [still, moved] = [1 - Math.exp(-elapsedMs / STILL_MS), 1 - Math.exp(-elapsedMs / MOVED_MS)];
  for (let at = 0; at < mean.length; at++) {
    const before = mean[at] ?? 0;
    mean[at] = before + ((data[at] ?? 0) - before) * (changed[at] ? moved : still);
  }
}

/** By how much most of what is shown has become brighter: a cloud, or the camera's exposure. */
function medianDifference(data: Uint8Array, mean: Float32Array, shown: Uint32Array): number {
  const counts = new Uint32Array(512);
  for (const at of shown) {
    const bin = 256 + Math.round((data[at] ?? 0) - (mean[at] ?? 0));
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  let below = 0;
  const bin = counts.findIndex((count) => (below += count) * 2 >= shown.length);
  return bin - 256;
}

function together(changed: Uint8Array, width: number, height: number): Uint8Array {
  const kept = new Uint8Array(changed.length);
  for (let y = 1; y < height - 1; y++)
    for (let x = 1; x < width - 1; x++) {
      const at = y * width + x;
      let neighbours = 0;
      for (let row = at - width; row <= at + width; row += width)
        neighbours += (changed[row - 1] ?? 0) + (changed[row] ?? 0) + (changed[row + 1] ?? 0);
      if (neighbours >= TOGETHER) kept[at] = 1;
    }
  return kept;
}
