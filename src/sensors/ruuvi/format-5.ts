import { batteryVoltage, mac, payloadView, physical, present, txPower } from './fields.js';
import type { RuuviReading } from './reading.js';

/**
 * Decodes Ruuvi data format 5 (RAWv2), what most tags send.
 *
 * @param payload 24 bytes, big endian: the manufacturer data after company id 0x0499
 * @returns °C, %RH, Pa, g, V, dBm; a field the tag marks "not available" is absent, never zero
 * @throws GatewayError `invalid` when the payload is not 24 bytes of format 5
 * @see Ruuvi docs, data-format-5-rawv2.md
 */
export function decodeFormat5(payload: Uint8Array): RuuviReading {
  const view = payloadView(payload, 0x05, 24);
  const power = view.getUint16(13);
  return present({
    dataFormat: '5',
    temperature: physical(view.getInt16(1), -0x8000, 200),
    humidity: physical(view.getUint16(3), 0xffff, 400),
    pressure: physical(view.getUint16(5), 0xffff, 1, 50_000),
    accelerationX: physical(view.getInt16(7), -0x8000, 1000),
    accelerationY: physical(view.getInt16(9), -0x8000, 1000),
    accelerationZ: physical(view.getInt16(11), -0x8000, 1000),
    batteryVoltage: batteryVoltage(power),
    txPower: txPower(power),
    movementCounter: physical(view.getUint8(15), 0xff, 1),
    measurementSequenceNumber: physical(view.getUint16(16), 0xffff, 1),
    mac: mac(view, 18),
  });
}
