import { GatewayError } from '../../errors.js';
import type { RuuviReading } from './reading.js';

/**
 * Looks at a payload as the big endian numbers that every Ruuvi format is made of.
 *
 * @param length bytes that the format has
 * @throws GatewayError `invalid` when the payload is of another format or another length
 */
export function payloadView(payload: Uint8Array, format: number, length: number): DataView {
  if (payload.length !== length || payload[0] !== format) throw notOfFormat(payload, format, length);
  return new DataView(payload.buffer, payload.byteOffset, length);
}

export function notOfFormat(payload: Uint8Array, format: number, length: number): GatewayError {
  const name = format.toString(16).toUpperCase();
  const found =
    payload[0] === undefined ? 'nothing' : `${payload.length} bytes beginning ${payload[0].toString(16).toUpperCase()}`;
  return new GatewayError('invalid', `Ruuvi data format ${name} is ${length} bytes beginning ${name}, found ${found}`);
}

/** Dividing by steps per unit, rather than multiplying by 0.005, gives 20.08 and never 20.080000000000002. */
export function physical(raw: number, notAvailable: number, stepsPerUnit: number, offset = 0): number | undefined {
  return raw === notAvailable ? undefined : (raw + offset) / stepsPerUnit;
}

/** °C from a sign bit and seven bits of whole degrees, not two's complement; `0 - x` so that a negative nothing is no -0. */
export function signAndMagnitude(signAndDegrees: number, hundredths: number): number {
  const magnitude = (signAndDegrees & 0x7f) * 100 + hundredths;
  return (signAndDegrees & 0x80 ? 0 - magnitude : magnitude) / 100;
}

/** V, from the upper 11 bits of the power field: mV above 1600. */
export function batteryVoltage(power: number): number | undefined {
  return physical(power >>> 5, 0x7ff, 1000, 1600);
}

/** dBm, from the lower 5 bits of the power field: steps of 2 dBm above -40. */
export function txPower(power: number): number | undefined {
  const steps = power & 0x1f;
  return steps === 0x1f ? undefined : steps * 2 - 40;
}

/** Ruuvi Air's gas indices: 9 bits, of which the lowest travels apart, in the flags. */
export function gasIndex(upper: number, lowest: number): number | undefined {
  return physical((upper << 1) | lowest, 0x1ff, 1);
}

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).toUpperCase().padStart(2, '0'));

/** The six bytes of an address, upper case with colons; six times FF says "not available". */
export function mac(view: DataView, at: number): string | undefined {
  const upper = macSuffix(view, at);
  const lower = macSuffix(view, at + 3);
  return upper === undefined && lower === undefined ? undefined : `${upper ?? ALL_SET}:${lower ?? ALL_SET}`;
}

const ALL_SET = 'FF:FF:FF';

/** Three bytes of an address, as far as format 6 has room for. */
export function macSuffix(view: DataView, at: number): string | undefined {
  const text = `${hex(view.getUint8(at))}:${hex(view.getUint8(at + 1))}:${hex(view.getUint8(at + 2))}`;
  return text === ALL_SET ? undefined : text;
}

function hex(byte: number): string {
  return HEX[byte] ?? '';
}

/**
 * Leaves out what is not available.
 *
 * Hardly any packet lacks a field, and those that lack none keep the shape of the literal they were written in, which is
 * several times faster than adding field after field.
 */
export function present(reading: RuuviReading): RuuviReading {
  for (const field in reading) {
    if (reading[field as keyof RuuviReading] === undefined) return withoutAbsent(reading);
  }
  return reading;
}

function withoutAbsent(reading: RuuviReading): RuuviReading {
  return Object.fromEntries(
    Object.entries<unknown>(reading).filter(([, value]) => value !== undefined),
  ) as unknown as RuuviReading;
}
