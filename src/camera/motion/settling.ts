/** ms from the first picture on. */
const SETTLING_MS = 15_000;
/** ms: what moves stays nowhere for so long. */
const STAYS_MS = 2_000;

/**
 * What is learned of a background while it is new.
 *
 * It begins with one picture, and whatever moves through that stands in it for good. Where that was, each later picture is another, for as
 * long as what is in front of a background takes to become a part of it: for most of a minute something would seem to move without a pause,
 * and who comes and goes meanwhile would not be told of.
 */
export class Settling {
  private readonly seen: Uint8Array;
  /** Since when each pixel is as it was seen, ms. */
  private readonly since: Float64Array;
  private age = 0;

  /** @param threshold steps of grey, of 255, by which a pixel that has changed differs */
  constructor(
    first: Uint8Array,
    private readonly threshold: number,
  ) {
    this.seen = Uint8Array.from(first);
    this.since = new Float64Array(first.length);
  }

  /**
   * Takes what has stayed into the background, as long as that is new.
   *
   * @param changed 1 for every pixel that is not as the background is
   */
  look(mean: Float32Array, data: Uint8Array, changed: Uint8Array, elapsedMs: number): void {
    this.age += elapsedMs;
    if (this.age > SETTLING_MS) return;
    for (let at = 0; at < data.length; at++) {
      const now = data[at] ?? 0;
      if (Math.abs(now - (this.seen[at] ?? 0)) > this.threshold) {
        this.seen[at] = now;
        this.since[at] = this.age;
      } else if (changed[at] && this.age - (this.since[at] ?? 0) >= STAYS_MS) mean[at] = now;
    }
  }
}
