import { gasIndex, mac, payloadView, physical, present } from './fields.js';
import type { RuuviReading } from './reading.js';

/**
 * Decodes Ruuvi data format E1, what a Ruuvi Air sends by extended advertising to receivers of Bluetooth 5.
 *
 * @param payload 40 bytes, big endian: the manufacturer data after company id 0x0499
 * @returns °C, %RH, Pa, µg/m³, ppm, lx; a field the device marks "not available" is absent, never zero
 * @throws GatewayError `invalid` when the payload is not 40 bytes of format E1
 * @see Ruuvi docs, data-format-e1.md
 */
export function decodeFormatE1(payload: Uint8Array): RuuviReading {
  const view = payloadView(payload, 0xe1, 40);
  const flags = view.getUint8(28);
  return present({
    dataFormat: 'E1',
    temperature: physical(view.getInt16(1), -0x8000, 200),
    humidity: physical(view.getUint16(3), 0xffff, 400),
    pressure: physical(view.getUint16(5), 0xffff, 1, 50_000),
    pm1p0: physical(view.getUint16(7), 0xffff, 10),
    pm2p5: physical(view.getUint16(9), 0xffff, 10),
    pm4p0: physical(view.getUint16(11), 0xffff, 10),
    pm10p0: physical(view.getUint16(13), 0xffff, 10),
    co2: physical(view.getUint16(15), 0xffff, 1),
    voc: gasIndex(view.getUint8(17), (flags >>> 6) & 1),
    nox: gasIndex(view.getUint8(18), flags >>> 7),
    illuminance: physical(uint24(view, 19), 0xffffff, 100),
    measurementSequenceNumber: physical(uint24(view, 25), 0xffffff, 1),
    calibrating: (flags & 1) === 1,
    mac: mac(view, 34),
  });
}

function uint24(view: DataView, at: number): number {
  return (view.getUint8(at) << 16) | view.getUint16(at + 1);
}
