import type { RuuviReading } from '../../sensors/ruuvi/reading.js';
import type { SimulatedFormat } from './tag.js';

/**
 * What a tag sends to say `reading`: the inverse of the decoders, rounding to the format's steps.
 *
 * @returns the manufacturer data after the company id; a field that is absent is marked "not available"
 */
export function encodeRuuvi(reading: RuuviReading & { readonly dataFormat: SimulatedFormat }): Uint8Array {
  return ENCODERS[reading.dataFormat](reading);
}

const ENCODERS = { '5': encodeFormat5, '6': encodeFormat6, E1: encodeFormatE1 };

function encodeFormat5(reading: RuuviReading): Uint8Array {
  const view = withAir(5, 24, reading);
  view.setInt16(7, raw(reading.accelerationX, -0x8000, 1000));
  view.setInt16(9, raw(reading.accelerationY, -0x8000, 1000));
  view.setInt16(11, raw(reading.accelerationZ, -0x8000, 1000));
  const millivolts = raw(reading.batteryVoltage, 0x7ff, 1000, 1600);
  const power = raw(reading.txPower, 0x1f, 0.5, -20);
  view.setUint16(13, (millivolts << 5) | power);
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

/** What all formats begin with. */
function withAir(format: number, length: number, { temperature, humidity, pressure }: RuuviReading): DataView<ArrayBuffer> {
  const view = new DataView(new ArrayBuffer(length));
  view.setUint8(0, format);
  view.setInt16(1, raw(temperature, -0x8000, 200));
  view.setUint16(3, raw(humidity, 0xffff, 400));
  view.setUint16(5, raw(pressure, 0xffff, 1, 50_000));
  return view;
}

function raw(value: number | undefined, notAvailable: number, stepsPerUnit = 1, offset = 0): number {
  return value === undefined ? notAvailable : Math.round(value * stepsPerUnit) - offset;
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

/** As many bytes as `mac` has; all six set, or three, when it is not available. */
function setMac(view: DataView, at: number, mac = 'FF:FF:FF:FF:FF:FF'.slice(0, (view.byteLength - at) * 3 - 1)): void {
  mac.split(':').forEach((byte, n) => view.setUint8(at + n, Number.parseInt(byte, 16)));
}
