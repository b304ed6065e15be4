import { createDecipheriv } from 'node:crypto';
import { GatewayError } from '../../errors.js';
import { crc8 } from './crc-8.js';
import { batteryVoltage, mac, payloadView, physical, present, txPower } from './fields.js';
import type { RuuviReading } from './reading.js';
import type { KeyOf } from './tag-key.js';

/**
 * Decrypts and decodes Ruuvi data format 8 (encrypted environmental).
 *
 * @param payload 24 bytes: the manufacturer data after company id 0x0499
 * @param keyOf is asked for the key of the tag that the payload names, in clear
 * @returns °C, %RH, Pa, V, dBm, a field the tag marks "not available" is absent, never zero; `withoutKey` when there is none
 * @throws GatewayError `invalid` when the payload is not 24 bytes of format 8, or the checksum is not that of what comes out: it
 *   was damaged, or encrypted with another key
 * @see Ruuvi docs, data-format-8-encrypted-environmental.md (whose example contradicts itself in battery, checksum and address)
 */
export function decodeFormat8(payload: Uint8Array, keyOf: KeyOf): RuuviReading | 'withoutKey' {
  const view = payloadView(payload, 0x08, 24);
  const address = mac(view, 18);
  const key = keyOf(address);
  if (!key) return 'withoutKey';
  const plain = decrypted(payload.subarray(1, 17), key);
  if (crc8(plain) !== view.getUint8(17)) throw new GatewayError('invalid', 'Ruuvi data format 8: damaged, or of another key');
  return { ...decodePlain(plain), ...(address === undefined ? {} : { mac: address }) };
}

function decodePlain(plain: Uint8Array): RuuviReading {
  const view = new DataView(plain.buffer, plain.byteOffset, plain.byteLength);
  const power = view.getUint16(6);
  return present({
    dataFormat: '8',
    temperature: physical(view.getInt16(0), -0x8000, 200),
    humidity: physical(view.getUint16(2), 0xffff, 400),
    pressure: physical(view.getUint16(4), 0xffff, 1, 50_000),
    batteryVoltage: batteryVoltage(power),
    txPower: txPower(power),
    movementCounter: physical(view.getUint16(8), 0xffff, 1),
    measurementSequenceNumber: physical(view.getUint16(10), 0xffff, 1),
  });
}

/** One block, so that ECB is no weaker than any other mode. */
function decrypted(block: Uint8Array, key: Uint8Array): Uint8Array {
  const cipher = createDecipheriv('aes-128-ecb', key, null).setAutoPadding(false);
  return Buffer.concat([cipher.update(block), cipher.final()]);
}
