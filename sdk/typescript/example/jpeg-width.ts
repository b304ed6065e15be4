/** Markers among those of frame headers that stand for something else: DHT, JPG and DAC. */
const NO_FRAME = [0xffc4, 0xffc8, 0xffcc];

/** The width of a JPEG image, pixels, as its frame header (SOF) says. */
export function jpegWidth(jpeg: Uint8Array): number {
  const view = new DataView(jpeg.buffer, jpeg.byteOffset, jpeg.byteLength);
  // behind the first two bytes come segments: a marker, and how long it is
  for (let at = 2; at + 9 <= jpeg.length; at += 2 + view.getUint16(at + 2)) {
    const marker = view.getUint16(at);
    if (marker >= 0xffc0 && marker <= 0xffcf && !NO_FRAME.includes(marker)) return view.getUint16(at + 7);
  }
  throw new Error('this is no JPEG image');
}
