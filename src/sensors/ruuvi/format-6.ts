import { gasIndex, macSuffix, payloadView, physical, present } from './fields.js';
import type { RuuviReading } from './reading.js';

/**
 * Decodes Ruuvi data format 6, what a Ruuvi Air sends to receivers of Bluetooth 4.
 *
 * @param payload 20 bytes, big endian: the manufacturer data after company id 0x0499
 * @returns °C, %RH, Pa, µg/m³, ppm, lx; a field the device marks "not available" is absent, never zero. The sequence
 *   number has no such mark, only its lowest byte is sent, and of the address only the low three
 * @throws GatewayError `invalid` when the payload is not 20 bytes of format 6
 * @see Ruuvi docs, data-format-6.md (what it calls "b9" of VOC and NOX is their lowest bit)
 */
export function decodeFormat6(payload: Uint8Array): RuuviReading {
  const view = payloadView(payload, 0x06, 20);
  const flags = view.getUint8(16);
  return present({
    dataFormat: '6',
    temperature: physical(view.getInt16(1), -0x8000, 200),
    humidity: physical(view.getUint16(3), 0xffff, 400),
    pressure: physical(view.getUint16(5), 0xffff, 1, 50_000),
    pm2p5: physical(view.getUint16(7), 0xffff, 10),
    co2: physical(view.getUint16(9), 0xffff, 1),
    voc: gasIndex(view.getUint8(11), (flags >>> 6) & 1),
    nox: gasIndex(view.getUint8(12), flags >>> 7),
    illuminance: illuminance(view.getUint8(13)),
    measurementSequenceNumber: view.getUint8(15),
    calibrating: (flags & 1) === 1,
    mac: macSuffix(view, 17),
  });
}

/** Lux in 254 logarithmic steps up to 65535, rounded to the 0.01 lx that readings are kept in. */
function illuminance(code: number): number | undefined {
  return code === 0xff ? undefined : Math.round((Math.exp((code * Math.LN2 * 16) / 254) - 1) * 100) / 100;
}
