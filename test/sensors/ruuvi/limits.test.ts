import { describe, expect, it } from '@jest/globals';
import { encodeFormat8 } from '../../../src/devices/simulated/encode-format-8.js';
import { crc8 } from '../../../src/sensors/ruuvi/crc-8.js';
import { decodeHeard, RUUVI_COMPANY_ID } from '../../../src/sensors/ruuvi/decode.js';
import type { RuuviReading } from '../../../src/sensors/ruuvi/reading.js';
import { createCipheriv } from 'node:crypto';
import { bytes } from '../../ruuvi-vectors.js';

/** A field where it lies: bits, and what the smallest and the largest mean, and the bits of "not available". */
type Field = readonly [
  name: keyof RuuviReading,
  at: number,
  smallest: readonly [hex: string, value: number],
  largest: readonly [hex: string, value: number],
  notAvailable?: string,
];

const air = (at: number): Field[] => [
  ['temperature', at, ['8001', -163.835], ['7FFF', 163.835], '8000'],
  ['humidity', at + 2, ['0000', 0], ['FFFE', 163.835], 'FFFF'],
  ['pressure', at + 4, ['0000', 50_000], ['FFFE', 115_534], 'FFFF'],
];
/** Of a power field in which the other half says 1.6 V, or -40 dBm. */
const power = (at: number): Field[] => [
  ['batteryVoltage', at, ['0000', 1.6], ['FFC0', 3.646], 'FFE0'],
  ['txPower', at, ['0000', -40], ['001E', 20], '001F'],
];
const acceleration = (at: number, notAvailable?: string): Field[] =>
  (['accelerationX', 'accelerationY', 'accelerationZ'] as const).map((axis, n) =>
    notAvailable === undefined
      ? [axis, at + 2 * n, ['8000', -32.768], ['7FFF', 32.767]]
      : [axis, at + 2 * n, ['8001', -32.767], ['7FFF', 32.767], notAvailable],
  );
const dust = (name: keyof RuuviReading, at: number): Field => [name, at, ['0000', 0], ['FFFE', 6553.4], 'FFFF'];
const old: Field[] = [
  ['humidity', 1, ['00', 0], ['FF', 127.5]],
  ['temperature', 2, ['FF63', -127.99], ['7F63', 127.99]],
  ['pressure', 4, ['0000', 50_000], ['FFFF', 115_535]],
];

/** The published tables, as `[bytes, first byte, fields]`. */
const FORMATS: Readonly<Record<string, readonly [number, string, readonly Field[]]>> = {
  '3': [14, '03', [...old, ...acceleration(6), ['batteryVoltage', 12, ['0000', 0], ['FFFF', 65.535]]]],
  '5': [
    24,
    '05',
    [
      ...[...air(1), ...acceleration(7, '8000'), ...power(13)],
      ['movementCounter', 15, ['00', 0], ['FE', 254], 'FF'],
      ['measurementSequenceNumber', 16, ['0000', 0], ['FFFE', 65_534], 'FFFF'],
    ],
  ],
  C5: [
    18,
    'C5',
    [
      ...[...air(1), ...power(7)],
      ['movementCounter', 9, ['00', 0], ['FE', 254], 'FF'],
      ['measurementSequenceNumber', 10, ['0000', 0], ['FFFE', 65_534], 'FFFF'],
    ],
  ],
  '6': [
    20,
    '06',
    [
      ...[...air(1), dust('pm2p5', 7)],
      ['co2', 9, ['0000', 0], ['FFFE', 65_534], 'FFFF'],
      // with the flags, which begin four and five bytes behind; their lowest bits are zero here
      ['voc', 11, ['000000000000', 0], ['FF0000000000', 510], 'FF0000000040'],
      ['nox', 12, ['0000000000', 0], ['FF00000000', 510], 'FF00000080'],
      ['illuminance', 13, ['00', 0], ['FE', 65_535], 'FF'],
      ['measurementSequenceNumber', 15, ['00', 0], ['FF', 255]],
    ],
  ],
  E1: [
    40,
    'E1',
    [
      ...[...air(1), dust('pm1p0', 7), dust('pm2p5', 9), dust('pm4p0', 11), dust('pm10p0', 13)],
      ['co2', 15, ['0000', 0], ['FFFE', 65_534], 'FFFF'],
      ['voc', 17, ['000000000000000000000000', 0], ['FF0000000000000000000000', 510], 'FF0000000000000000000040'],
      ['nox', 18, ['0000000000000000000000', 0], ['FF00000000000000000000', 510], 'FF00000000000000000080'],
      ['illuminance', 19, ['000000', 0], ['FFFFFE', 167_772.14], 'FFFFFF'],
      ['measurementSequenceNumber', 25, ['000000', 0], ['FFFFFE', 16_777_214], 'FFFFFF'],
    ],
  ],
  '8': [
    16,
    '',
    [
      ...[...air(0), ...power(6)],
      ['movementCounter', 8, ['0000', 0], ['FFFE', 65_534], 'FFFF'],
      ['measurementSequenceNumber', 10, ['0000', 0], ['FFFE', 65_534], 'FFFF'],
    ],
  ],
  '2': [6, '02', old],
  '4': [6, '04', old],
};

const KEY = bytes('0F0E0D0C0B0A09080706050403020100');
const cases = Object.entries(FORMATS).flatMap(([format, [length, first, fields]]) =>
  fields.map((field) => [format, field[0], { format, length, first, field }] as const),
);

describe('Each field by itself', () => {
  it.each(cases)('of format %s: %s has its smallest and its largest value, and nothing else changes', (_format, name, one) => {
    const [, , [smallHex, small], [largeHex, large]] = one.field;
    const rest = without(decodeWith(one, ''), name);
    for (const [hex, value] of [
      [smallHex, small],
      [largeHex, large],
    ] as const) {
      const reading = decodeWith(one, hex);
      expect(reading[name]).toBe(value);
      expect(without(reading, name)).toEqual(rest);
    }
  });

  it.each(cases.filter(([, , { field }]) => field[4] !== undefined))(
    'of format %s: %s is absent when the tag says "not available", and nothing else is',
    (_format, name, one) => {
      const reading = decodeWith(one, one.field[4] ?? '');
      expect(reading).not.toHaveProperty(name);
      expect(reading).toEqual(without(decodeWith(one, ''), name));
    },
  );

  it('stands in every format that the gateway knows', () => {
    expect(cases).toHaveLength(7 + 10 + 7 + 9 + 12 + 7 + 3 + 3);
  });
});

describe('Format 8', () => {
  it('is decrypted as its documents have it', () => {
    expect(
      decodeHeard(manufacturer(bytes('0843825B56324FE019C4BD4D6D3CECAC6EAEAABBCCDDEEFF')), () =>
        bytes('526457452D36091A5275757669546167'),
      ),
    ).toMatchObject({
      ...{ temperature: 24.58, humidity: 40.54, pressure: 100_453, movementCounter: 15, measurementSequenceNumber: 6353 },
      mac: 'AA:BB:CC:DD:EE:FF',
    });
  });

  it('is refused under any other key, and when any bit of it is another', () => {
    const payload = encodeFormat8({ dataFormat: '8', temperature: 20, mac: 'AA:BB:CC:DD:EE:FF' }, KEY);
    expect(() => decodeHeard(manufacturer(payload), () => bytes('FF'.repeat(16)))).toThrow(/another key/);
    for (let bit = 8; bit < 18 * 8; bit++) {
      const damaged = payload.slice();
      damaged[bit >> 3] = (damaged[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      // one in 256 damaged blocks has the checksum it had; none of these is one
      expect(() => decodeHeard(manufacturer(damaged), () => KEY)).toThrow(expect.objectContaining({ code: 'invalid' }));
    }
  });
});

/** The payload that is all zeros, but for what says that field. */
function decodeWith({ format, length, first, field: [, at] }: (typeof cases)[number][2], hex: string): RuuviReading {
  const payload = new Uint8Array(length);
  payload.set(bytes(first));
  payload.set(bytes(hex), at);
  const decoded = decodeHeard(element(format, payload), () => KEY);
  if (typeof decoded === 'string') throw new Error(decoded);
  return decoded;
}

function element(format: string, payload: Uint8Array): Parameters<typeof decodeHeard>[0] {
  if (format === '2' || format === '4') {
    const url = Buffer.from(`ruu.vi/#${Buffer.from(payload).toString('base64url')}`);
    return { serviceUuid: 0xfeaa, payload: Uint8Array.of(0x10, 0, 3, ...url) };
  }
  return manufacturer(format === '8' ? encrypted(payload) : payload);
}

function manufacturer(payload: Uint8Array) {
  return { companyId: RUUVI_COMPANY_ID, payload };
}

function encrypted(plain: Uint8Array): Uint8Array {
  const cipher = createCipheriv('aes-128-ecb', KEY, null).setAutoPadding(false);
  return Uint8Array.of(8, ...cipher.update(plain), crc8(plain), 1, 2, 3, 4, 5, 6);
}

function without(reading: RuuviReading, name: keyof RuuviReading): object {
  return Object.fromEntries(Object.entries(reading).filter(([field]) => field !== name));
}
