import { GatewayError } from '../../errors.js';
import type { ManufacturerData, ServiceData } from '../radio.js';
import { EDDYSTONE_UUID, ruuviUrlPayload } from './eddystone-url.js';
import { decodeFormat2Or4 } from './format-2.js';
import { decodeFormat3 } from './format-3.js';
import { decodeFormat5 } from './format-5.js';
import { decodeFormat6 } from './format-6.js';
import { decodeFormat8 } from './format-8.js';
import { decodeFormatC5 } from './format-c5.js';
import { decodeFormatE1 } from './format-e1.js';
import type { RuuviReading } from './reading.js';
import { type KeyOf, noKeys } from './tag-key.js';

/** Ruuvi Innovations, as assigned by the Bluetooth SIG. */
export const RUUVI_COMPANY_ID = 0x0499;

/**
 * The reading; or `foreign` when the sender is not Ruuvi's, `unknown` when the data format is none of ours, `withoutKey` when it
 * is encrypted for somebody else.
 */
export type Decoded = RuuviReading | 'foreign' | 'unknown' | 'withoutKey';

/**
 * Decodes whatever a Ruuvi device says in its advertisements: formats 2 and 4 in the data of a service, all others in manufacturer
 * data.
 *
 * @throws GatewayError `invalid` when the payload is not as its format says
 */
export function decodeHeard(heard: ManufacturerData | ServiceData, keyOf: KeyOf = noKeys): Decoded {
  if (heard.companyId !== undefined) return decodeRuuvi(heard.companyId, heard.payload, keyOf);
  const payload = heard.serviceUuid === EDDYSTONE_UUID ? ruuviUrlPayload(heard.payload) : undefined;
  return payload ? decodeFormat2Or4(payload) : 'foreign';
}

/**
 * Decodes manufacturer data.
 *
 * @param payload what follows the company id
 * @throws GatewayError `invalid` when the payload is not as long as its format, is empty, or has another checksum
 */
export function decodeRuuvi(companyId: number, payload: Uint8Array, keyOf: KeyOf = noKeys): Decoded {
  if (companyId !== RUUVI_COMPANY_ID) return 'foreign';
  switch (payload[0]) {
    case 0x03:
      return decodeFormat3(payload);
    case 0x05:
      return decodeFormat5(payload);
    case 0x08:
      return decodeFormat8(payload, keyOf);
    case 0xc5:
      return decodeFormatC5(payload);
    case 0x06:
      return decodeFormat6(payload);
    case 0xe1:
      return decodeFormatE1(payload);
    case undefined:
      throw new GatewayError('invalid', 'a Ruuvi payload begins with its data format, found nothing');
    default:
      return 'unknown';
  }
}
