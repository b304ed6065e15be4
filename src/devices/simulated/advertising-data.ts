import { RUUVI_COMPANY_ID } from '../../sensors/ruuvi/decode.js';

const FLAGS = [2, 0x01, 0x06];
const RUUVI_SERVICE = [3, 0x03, 0x98, 0xfc];

/** A Ruuvi payload as it goes through the air, among the structures that its format is sent with. */
export function advertisingData(payload: Uint8Array): Uint8Array {
  const manufacturer = [payload.length + 3, 0xff, RUUVI_COMPANY_ID & 0xff, RUUVI_COMPANY_ID >>> 8, ...payload];
  switch (payload[0]) {
    case 0x06:
      return Uint8Array.of(...FLAGS, ...RUUVI_SERVICE, ...manufacturer);
    case 0xe1:
      return Uint8Array.of(...manufacturer, ...RUUVI_SERVICE);
    default:
      return Uint8Array.of(...FLAGS, ...manufacturer);
  }
}
