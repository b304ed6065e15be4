import { GatewayError } from '../errors.js';

const FIRST_SEGMENT = 2;

/**
 * The size that a JPEG image says it has, read from its frame header without decoding anything.
 *
 * @returns pixels
 * @throws GatewayError `unavailable` when the image has no frame header: the camera sent something else
 * @see ITU-T T.81, clause B.2.2
 */
export function jpegSize(jpeg: Uint8Array): { width: number; height: number } {
  const view = new DataView(jpeg.buffer, jpeg.byteOffset, jpeg.byteLength);
  for (let at = FIRST_SEGMENT; at + 9 <= view.byteLength && view.getUint8(at) === 0xff;) {
    const code = view.getUint8(at + 1);
    if (isFrameHeader(code)) return { height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
    at += code === 0xff ? 1 : 2 + view.getUint16(at + 2);
  }
  throw new GatewayError('unavailable', 'the camera sent an image without a size');
}

/** C4, C8 and CC lie among the frame headers and are something else: DHT, JPG, DAC. */
function isFrameHeader(code: number): boolean {
  return code >= 0xc0 && code <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(code);
}
