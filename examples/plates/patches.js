/**
 * The patches of a picture: pixels that hang together, side by side or one above the other.
 *
 * @param {Uint8Array} mask one byte for each pixel, row by row; 1 where a pixel belongs to a patch
 * @param {number} width of the picture
 * @returns {{ left: number, top: number, width: number, height: number, area: number }[]} in pixels, each patch once
 */
export function patches(mask, width) {
  const left = Uint8Array.from(mask);
  const found = [];
  for (let start = left.indexOf(1); start >= 0; start = left.indexOf(1, start + 1)) found.push(patchFrom(start, left, width));
  return found;
}

/** Takes a patch out of those that are left. */
function patchFrom(start, left, width) {
  let [x0, x1, y0, y1, area] = [width, 0, Infinity, 0, 0];
  const open = [start];
  left[start] = 0;
  while (open.length > 0) {
    const at = open.pop();
    const x = at % width;
    const y = (at - x) / width;
    area++;
    if (x < x0) x0 = x;
    if (x > x1) x1 = x;
    if (y < y0) y0 = y;
    if (y > y1) y1 = y;
    if (x > 0) visit(at - 1);
    if (x < width - 1) visit(at + 1);
    visit(at - width);
    visit(at + width);
  }
  return { left: x0, top: y0, width: x1 - x0 + 1, height: y1 - y0 + 1, area };

  function visit(at) {
    if (left[at] !== 1) return;
    left[at] = 0;
    open.push(at);
  }
}
