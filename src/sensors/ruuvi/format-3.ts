import { notOfFormat, signAndMagnitude } from './fields.js';
import type { RuuviReading } from './reading.js';

const LENGTH = 14;

/**
 * Decodes Ruuvi data format 3 (RAWv1), which tags with old firmware send.
 *
 * The format has no "not available"; a humidity above 100 %RH is a broken sensor's.
 *
 * @param payload at least 14 bytes, big endian: the manufacturer data after company id 0x0499; some firmware pads it
 * @returns °C, %RH, Pa, g, V
 * @throws GatewayError `invalid` when the payload is shorter or of another format
 * @see Ruuvi docs, data-format-3-rawv1.md
 */
export function decodeFormat3(payload: Uint8Array): RuuviReading {
  if (payload.length < LENGTH || payload[0] !== 3) throw notOfFormat(payload, 3, LENGTH);
  const view = new DataView(payload.buffer, payload.byteOffset, LENGTH);
  return {
    dataFormat: '3',
    temperature: signAndMagnitude(view.getUint8(2), view.getUint8(3)),
    humidity: view.getUint8(1) / 2,
    pressure: view.getUint16(4) + 50_000,
    accelerationX: view.getInt16(6) / 1000,
    accelerationY: view.getInt16(8) / 1000,
    accelerationZ: view.getInt16(10) / 1000,
    batteryVoltage: view.getUint16(12) / 1000,
  };
}
