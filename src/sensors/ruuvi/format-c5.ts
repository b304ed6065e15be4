import { batteryVoltage, mac, payloadView, physical, present, txPower } from './fields.js';
import type { RuuviReading } from './reading.js';

/**
 * Decodes Ruuvi data format C5, which is format 5 without acceleration.
 *
 * @param payload 18 bytes, big endian: the manufacturer data after company id 0x0499
 * @returns °C, %RH, Pa, V, dBm; a field the tag marks "not available" is absent, never zero
 * @throws GatewayError `invalid` when the payload is not 18 bytes of format C5
 * @see Ruuvi docs, data-format-c5-cut-rawv2.md (its examples begin with 05 by mistake)
 */
export function decodeFormatC5(payload: Uint8Array): RuuviReading {
  const view = payloadView(payload, 0xc5, 18);
  const power = view.getUint16(7);
  return present({
    dataFormat: 'C5',
    temperature: physical(view.getInt16(1), -0x8000, 200),
    humidity: physical(view.getUint16(3), 0xffff, 400),
    pressure: physical(view.getUint16(5), 0xffff, 1, 50_000),
    batteryVoltage: batteryVoltage(power),
    txPower: txPower(power),
    movementCounter: physical(view.getUint8(9), 0xff, 1),
    measurementSequenceNumber: physical(view.getUint16(10), 0xffff, 1),
    mac: mac(view, 12),
  });
}
