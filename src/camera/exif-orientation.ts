/** How what is stored has to be turned or mirrored to be upright, in the numbers of EXIF; 1 is upright already. */
export type ExifOrientation = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;

const ORIENTATION = 0x0112;
const SHORT = 3;
const ENTRY_BYTES = 12;

/**
 * Reads the one entry of EXIF that changes what is seen, and nothing else of it.
 *
 * @param tiff what follows `Exif\0\0` in a JPEG image: a TIFF header and its directories; it may say whatever it likes
 * @returns 1 when it does not say, or says what cannot be
 * @see EXIF 2.32 (CIPA DC-008), clause 4.6.4 A
 */
export function exifOrientation(tiff: DataView): ExifOrientation {
  if (tiff.byteLength < 10) return 1;
  const isLittle = tiff.getUint16(0) === 0x4949;
  const directory = tiff.getUint32(4, isLittle);
  if (directory + 2 > tiff.byteLength) return 1;
  const entries = Math.min(tiff.getUint16(directory, isLittle), Math.floor((tiff.byteLength - directory - 2) / ENTRY_BYTES));
  for (let at = directory + 2, left = entries; left > 0; at += ENTRY_BYTES, left--) {
    if (tiff.getUint16(at, isLittle) !== ORIENTATION || tiff.getUint16(at + 2, isLittle) !== SHORT) continue;
    const said = tiff.getUint16(at + 8, isLittle);
    return said >= 1 && said <= 8 ? (said as ExifOrientation) : 1;
  }
  return 1;
}
