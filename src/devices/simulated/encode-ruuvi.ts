import type { DataFormat, RuuviReading } from '../../sensors/ruuvi/reading.js';
import { raw, setMac, setPower, withAir } from './encode-fields.js';

/** All but what needs a key; see encodeFormat8. */
export type PlainFormat = Exclude<DataFormat, '8'>;

/**
 * What a tag sends to say `reading`: the inverse of the decoders, rounding to the format's steps.
 *
 * @returns the manufacturer data after the company id; in formats 2 and 4 what the URL carries. A field that is absent is marked
 *   "not available", or is zero in a format that has no such mark
 */
export function encodeRuuvi(reading: RuuviReading & { readonly dataFormat: PlainFormat }): Uint8Array {
  return ENCODERS[reading.dataFormat](reading);
}

const ENCODERS = {
  ...{ '2': encodeFormat2Or4, '4': encodeFormat2Or4, '3': encodeFormat3 },
  ...{ '5': encodeFormat5, C5: encodeFormatC5, '6': encodeFormat6, E1: encodeFormatE1 },
};

function encodeFormat2Or4({ dataFormat, humidity = 0, temperature = 0, pressure = 50_000 }: RuuviReading): Uint8Array {
  const pascals = Math.round(pressure) - 50_000;
  return Uint8Array.of(
    Number(dataFormat),
    Math.round(humidity * 2),
    ...signAndMagnitude(temperature),
    pascals >>> 8,
    pascals & 0xff,
  );
}

function encodeFormat3(reading: RuuviReading): Uint8Array {
  const view = new DataView(new ArrayBuffer(14));
  view.setUint8(0, 3);
  view.setUint8(1, raw(reading.humidity, 0, 2));
  signAndMagnitude(reading.temperature ?? 0).forEach((byte, n) => view.setUint8(2 + n, byte));
  view.setUint16(4, raw(reading.pressure, 0, 1, 50_000));
  const acceleration = [reading.accelerationX, reading.accelerationY, reading.accelerationZ];
  acceleration.forEach((value, n) => view.setInt16(6 + 2 * n, raw(value, 0, 1000)));
  view.setUint16(12, raw(reading.batteryVoltage, 0, 1000));
  return new Uint8Array(view.buffer);
}

/** A sign bit with the whole degrees, and the hundredths. */
function signAndMagnitude(temperature: number): [number, number] {
  const hundredths = Math.round(Math.abs(temperature) * 100);
  return [(temperature < 0 ? 0x80 : 0) | Math.floor(hundredths / 100), hundredths % 100];
}

function encodeFormatC5(reading: RuuviReading): Uint8Array {
  const view = withAir(0xc5, 18, reading);
  setPower(view, 7, reading);
  view.setUint8(9, raw(reading.movementCounter, 0xff));
  view.setUint16(10, raw(reading.measurementSequenceNumber, 0xffff));
  setMac(view, 12, reading.mac);
  return new Uint8Array(view.buffer);
}

function encodeFormat5(reading: RuuviReading): Uint8Array {
  const view = withAir(5, 24, reading);
  view.setInt16(7, raw(reading.accelerationX, -0x8000, 1000));
  view.setInt16(9, raw(reading.accelerationY, -0x8000, 1000));
  view.setInt16(11, raw(reading.accelerationZ, -0x8000, 1000));
  setPower(view, 13, reading);
  view.setUint8(15, raw(reading.movementCounter, 0xff));
  view.setUint16(16, raw(reading.measurementSequenceNumber, 0xffff));
  setMac(view, 18, reading.mac);
  return new Uint8Array(view.buffer);
}

function encodeFormat6(reading: RuuviReading): Uint8Array {
  const view = withAir(6, 20, reading);
  view.setUint16(7, raw(reading.pm2p5, 0xffff, 10));
  view.setUint16(9, raw(reading.co2, 0xffff));
  view.setUint8(
    13,
    reading.illuminance === undefined ? 0xff : Math.round((Math.log(reading.illuminance + 1) * 254) / (16 * Math.LN2)),
  );
  view.setUint8(14, 0xff);
  view.setUint8(15, reading.measurementSequenceNumber ?? 0);
  setGases(view, 11, 16, reading);
  setMac(view, 17, reading.mac?.slice(-8));
  return new Uint8Array(view.buffer);
}

function encodeFormatE1(reading: RuuviReading): Uint8Array {
  const view = withAir(0xe1, 40, reading);
  const dust = [reading.pm1p0, reading.pm2p5, reading.pm4p0, reading.pm10p0];
  dust.forEach((value, n) => view.setUint16(7 + 2 * n, raw(value, 0xffff, 10)));
  view.setUint16(15, raw(reading.co2, 0xffff));
  setUint24(view, 19, raw(reading.illuminance, 0xffffff, 100));
  setUint24(view, 22, 0xffffff);
  setUint24(view, 25, raw(reading.measurementSequenceNumber, 0xffffff));
  for (let reserved = 29; reserved < 34; reserved++) view.setUint8(reserved, 0xff);
  setGases(view, 17, 28, reading);
  setMac(view, 34, reading.mac);
  return new Uint8Array(view.buffer);
}

/** Nine bits each, of which the lowest go into the flags. */
function setGases(view: DataView, at: number, flagsAt: number, { voc, nox, calibrating = false }: RuuviReading): void {
  const [vocSteps, noxSteps] = [raw(voc, 0x1ff), raw(nox, 0x1ff)];
  view.setUint8(at, vocSteps >>> 1);
  view.setUint8(at + 1, noxSteps >>> 1);
  view.setUint8(flagsAt, ((noxSteps & 1) << 7) | ((vocSteps & 1) << 6) | Number(calibrating));
}

function setUint24(view: DataView, at: number, value: number): void {
  view.setUint8(at, value >>> 16);
  view.setUint16(at + 1, value & 0xffff);
}
