import { GatewayError } from '../../errors.js';

/** Eddystone, as assigned by the Bluetooth SIG. */
export const EDDYSTONE_UUID = 0xfeaa;

const URL_FRAME = 0x10;
const HTTPS = 0x03;
/** After the frame's type, the transmit power and the scheme. */
const RUUVI_URL = Buffer.from('ruu.vi/#');
const HEADER = 3;
/** Six bytes in base64url, and one letter more in which format 4 tells tags apart. */
const FRAGMENT = /^[A-Za-z0-9_-]{8,9}$/;

/**
 * The payload that a Ruuvi tag sends inside of a URL, `https://ruu.vi/#AjwYAMFc`.
 *
 * @param frame the service data of Eddystone, after the UUID
 * @returns 6 bytes; undefined when it is no such URL, but another beacon's
 * @throws GatewayError `invalid` when what follows `#` is no payload
 * @see Eddystone-URL specification, "Frame Specification"; Ruuvi docs, data-format-2-4-url.md
 */
export function ruuviUrlPayload(frame: Uint8Array): Uint8Array | undefined {
  const url = Buffer.from(frame.buffer, frame.byteOffset, frame.byteLength);
  if (url[0] !== URL_FRAME || url[2] !== HTTPS || url.indexOf(RUUVI_URL) !== HEADER) return undefined;
  const fragment = url.toString('latin1', HEADER + RUUVI_URL.length);
  if (!FRAGMENT.test(fragment)) throw new GatewayError('invalid', 'a Ruuvi URL ends in 8 or 9 letters of base64url');
  return Uint8Array.from(Buffer.from(fragment.slice(0, 8), 'base64url'));
}
