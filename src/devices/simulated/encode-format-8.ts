import { createCipheriv } from 'node:crypto';
import { crc8 } from '../../sensors/ruuvi/crc-8.js';
import type { RuuviReading } from '../../sensors/ruuvi/reading.js';
import { raw, setAir, setMac, setPower } from './encode-fields.js';

/** Encrypts what a tag says. @param key of 16 bytes */
export function encodeFormat8(reading: RuuviReading, key: Uint8Array): Uint8Array {
  const plain = new DataView(new ArrayBuffer(16));
  setAir(plain, 0, reading);
  setPower(plain, 6, reading);
  plain.setUint16(8, raw(reading.movementCounter, 0xffff));
  plain.setUint16(10, raw(reading.measurementSequenceNumber, 0xffff));
  const view = new DataView(new ArrayBuffer(24));
  const payload = new Uint8Array(view.buffer);
  const cipher = createCipheriv('aes-128-ecb', key, null).setAutoPadding(false);
  payload.set([0x08, ...cipher.update(new Uint8Array(plain.buffer)), ...cipher.final()]);
  view.setUint8(17, crc8(new Uint8Array(plain.buffer)));
  setMac(view, 18, reading.mac);
  return payload;
}
