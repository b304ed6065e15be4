import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { walkAdStructures } from '../../../src/devices/ble/ad-structures.js';
import { advertisingData } from '../../../src/devices/simulated/advertising-data.js';
import { encodeFormat8 } from '../../../src/devices/simulated/encode-format-8.js';
import { encodeRuuvi, type PlainFormat } from '../../../src/devices/simulated/encode-ruuvi.js';
import { decodeHeard } from '../../../src/sensors/ruuvi/decode.js';
import type { RuuviReading } from '../../../src/sensors/ruuvi/reading.js';
import { bytes, ruuviVectors } from '../../ruuvi-vectors.js';

const KEY = bytes('00112233445566778899AABBCCDDEEFF');

/** The first byte of each format, and how many follow it. */
const FORMATS = {
  ...{ '2': [2, 5], '3': [3, 13], '4': [4, 5], '5': [5, 23] },
  ...{ C5: [0xc5, 17], '6': [6, 19], E1: [0xe1, 39] },
} as const satisfies Record<PlainFormat, readonly [number, number]>;

describe('A reading that a simulated tag sends', () => {
  it.each(
    ruuviVectors.vectors
      .filter(({ id, format }) => format in FORMATS && id !== 'df2-c') // whose temperature has no second spelling
      .map(({ id, payload }) => [id, payload] as const),
  )('arrives as it was published: %s', (_id, payload) => {
    const reading = throughTheAir(bytes(payload));
    expect(throughTheAir(encodeRuuvi(plain(reading)))).toEqual(reading);
  });

  it.each(Object.entries(FORMATS))('of format %s arrives as it was sent, whatever it says', (format, [first, length]) => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: length, maxLength: length }), (rest) => {
        const payload = Uint8Array.of(first, ...rest);
        // no tag says 100 hundredths
        if (['2', '3', '4'].includes(format)) payload[3] = (payload[3] ?? 0) % 100;
        const reading = throughTheAir(payload);
        expect(throughTheAir(encodeRuuvi(plain(reading)))).toEqual(reading);
      }),
    );
  });

  it('of format 8 arrives decrypted as it was sent, whatever it says', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 17, maxLength: 17 }), (rest) => {
        // C5 has the fields of format 8
        const reading = { ...throughTheAir(Uint8Array.of(0xc5, ...rest)), dataFormat: '8' as const };
        expect(throughTheAir(encodeFormat8(reading, KEY))).toEqual(reading);
      }),
    );
  });

  it('says nothing where it lacks a value, or zero where its format cannot say nothing', () => {
    for (const dataFormat of ['5', 'C5'] as const) expect(throughTheAir(encodeRuuvi({ dataFormat }))).toEqual({ dataFormat });
    for (const dataFormat of ['2', '4'] as const)
      expect(throughTheAir(encodeRuuvi({ dataFormat }))).toEqual({ dataFormat, temperature: 0, humidity: 0, pressure: 50_000 });
  });
});

/** From the payload to the advertisement, through the walk, to the reading. */
function throughTheAir(payload: Uint8Array): RuuviReading {
  const { manufacturerData, serviceData, malformed } = walkAdStructures(advertisingData(payload));
  const [element, ...others] = [...manufacturerData, ...serviceData];
  if (!element || others.length > 0 || malformed) throw new Error('no single element');
  const decoded = decodeHeard(element, () => KEY);
  if (typeof decoded === 'string') throw new Error(decoded);
  return decoded;
}

function plain(reading: RuuviReading): RuuviReading & { readonly dataFormat: PlainFormat } {
  const { dataFormat } = reading;
  if (dataFormat === '8') throw new Error('not plain');
  return { ...reading, dataFormat };
}
