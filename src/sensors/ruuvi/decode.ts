import { GatewayError } from '../../errors.js';
import { decodeFormat3 } from './format-3.js';
import { decodeFormat5 } from './format-5.js';
import { decodeFormat6 } from './format-6.js';
import { decodeFormatC5 } from './format-c5.js';
import { decodeFormatE1 } from './format-e1.js';
import type { RuuviReading } from './reading.js';

/** Ruuvi Innovations, as assigned by the Bluetooth SIG. */
export const RUUVI_COMPANY_ID = 0x0499;

/**
 * Decodes whatever a Ruuvi device says in its advertisements.
 *
 * @param payload the manufacturer data after the company id
 * @returns the reading; `foreign` when the sender is not Ruuvi's, `unknown` when the data format is none of ours
 * @throws GatewayError `invalid` when the payload is not as long as its format, or empty
 */
export function decodeRuuvi(companyId: number, payload: Uint8Array): RuuviReading | 'foreign' | 'unknown' {
  if (companyId !== RUUVI_COMPANY_ID) return 'foreign';
  switch (payload[0]) {
    case 0x03:
      return decodeFormat3(payload);
    case 0x05:
      return decodeFormat5(payload);
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
