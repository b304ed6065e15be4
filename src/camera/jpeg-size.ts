import { GatewayError } from '../errors.js';
import { jpegSegments } from './jpeg-segments.js';

/**
 * The size that a JPEG image says it has, read from its frame header without decoding anything.
 *
 * @returns pixels
 * @throws GatewayError `unavailable` when the image is no JPEG or has no frame header: the camera sent something else
 * @see ITU-T T.81, clause B.2.2
 */
export function jpegSize(jpeg: Uint8Array): { width: number; height: number } {
  for (const { code, said } of jpegSegments(jpeg))
    if (isFrameHeader(code) && said.byteLength >= 6) return { height: said.getUint16(1), width: said.getUint16(3) };
  throw new GatewayError('unavailable', 'the camera sent an image without a size');
}

/** C4, C8 and CC lie among the frame headers and are something else: DHT, JPG, DAC. */
export function isFrameHeader(code: number): boolean {
  return code >= 0xc0 && code <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(code);
}
