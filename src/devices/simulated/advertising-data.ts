import { RUUVI_COMPANY_ID } from '../../sensors/ruuvi/decode.js';
import { EDDYSTONE_UUID } from '../../sensors/ruuvi/eddystone-url.js';

const FLAGS = [2, 0x01, 0x06];
const RUUVI_SERVICE = [3, 0x03, 0x98, 0xfc];
const EDDYSTONE = [EDDYSTONE_UUID & 0xff, EDDYSTONE_UUID >>> 8];
/** The type of the frame, the strength at 0 m, `https://` and the rest of the URL but for the payload. */
const RUUVI_URL = [0x10, 0xf9, 0x03, ...Buffer.from('ruu.vi/#')];

/** A Ruuvi payload as it goes through the air, among the structures that its format is sent with. */
export function advertisingData(payload: Uint8Array): Uint8Array {
  const manufacturer = [payload.length + 3, 0xff, RUUVI_COMPANY_ID & 0xff, RUUVI_COMPANY_ID >>> 8, ...payload];
  switch (payload[0]) {
    case 0x02:
    case 0x04:
      return inUrl(payload);
    case 0x06:
      return Uint8Array.of(...FLAGS, ...RUUVI_SERVICE, ...manufacturer);
    case 0xe1:
      return Uint8Array.of(...manufacturer, ...RUUVI_SERVICE);
    default:
      return Uint8Array.of(...FLAGS, ...manufacturer);
  }
}

/** Format 4 has one letter more, by which people told their tags apart. */
function inUrl(payload: Uint8Array): Uint8Array {
  const fragment = Buffer.from(payload).toString('base64url') + (payload[0] === 4 ? 'Q' : '');
  const frame = [...EDDYSTONE, ...RUUVI_URL, ...Buffer.from(fragment)];
  return Uint8Array.of(...FLAGS, 3, 0x03, ...EDDYSTONE, frame.length + 1, 0x16, ...frame);
}
