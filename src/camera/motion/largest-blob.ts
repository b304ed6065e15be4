/** Pixels that touch each other. */
export interface Blob {
  readonly pixels: number;
  /** Pixels; right and bottom are the last ones of it. */
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** @param moved 1 for each pixel that counts, row by row; the zones are 1 where it may lie, absent: anywhere */
export function largestBlob(moved: Uint8Array, width: number, zone?: Uint8Array): Blob | undefined {
  const left = zone ? moved.map((value, at) => value & (zone[at] ?? 0)) : moved.slice();
  let largest: Blob | undefined;
  for (let at = left.indexOf(1); at !== -1; at = left.indexOf(1, at)) {
    const blob = take(left, width, at);
    if (blob.pixels > (largest?.pixels ?? 0)) largest = blob;
  }
  return largest;
}

/** Takes all that hangs together with one pixel out of the picture. */
function take(picture: Uint8Array, width: number, first: number): Blob {
  const blob = { pixels: 0, left: width, top: Infinity, right: 0, bottom: 0 };
  const waiting = [first];
  picture[first] = 0;
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    const [x, y] = [at % width, Math.floor(at / width)];
    blob.pixels++;
    [blob.left, blob.right] = [Math.min(blob.left, x), Math.max(blob.right, x)];
    [blob.top, blob.bottom] = [Math.min(blob.top, y), Math.max(blob.bottom, y)];
    for (const row of [at - width, at, at + width])
      for (let next = x > 0 ? row - 1 : row; next <= (x < width - 1 ? row + 1 : row); next++)
        if (picture[next] === 1) {
          picture[next] = 0;
          waiting.push(next);
        }
  }
  return blob;
}
