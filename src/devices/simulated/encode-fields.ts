import type { RuuviReading } from '../../sensors/ruuvi/reading.js';

/** What formats 5, C5, 6 and E1 begin with. */
export function withAir(format: number, length: number, reading: RuuviReading): DataView<ArrayBuffer> {
  const view = new DataView(new ArrayBuffer(length));
  view.setUint8(0, format);
  setAir(view, 1, reading);
  return view;
}

export function raw(value: number | undefined, notAvailable: number, stepsPerUnit = 1, offset = 0): number {
  return value === undefined ? notAvailable : Math.round(value * stepsPerUnit) - offset;
}

export function setAir(view: DataView, at: number, { temperature, humidity, pressure }: RuuviReading): void {
  view.setInt16(at, raw(temperature, -0x8000, 200));
  view.setUint16(at + 2, raw(humidity, 0xffff, 400));
  view.setUint16(at + 4, raw(pressure, 0xffff, 1, 50_000));
}

/** 11 bits of mV above 1600 and 5 of steps of 2 dBm above -40. */
export function setPower(view: DataView, at: number, { batteryVoltage, txPower }: RuuviReading): void {
  view.setUint16(at, (raw(batteryVoltage, 0x7ff, 1000, 1600) << 5) | raw(txPower, 0x1f, 0.5, -20));
}

/** As many bytes as `mac` has; all six set, or three, when it is not available. */
export function setMac(view: DataView, at: number, mac = 'FF:FF:FF:FF:FF:FF'.slice(0, (view.byteLength - at) * 3 - 1)): void {
  mac.split(':').forEach((byte, n) => view.setUint8(at + n, Number.parseInt(byte, 16)));
}
