import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { GatewayError } from '../../../src/errors.js';
import { decodeHeard, decodeRuuvi, RUUVI_COMPANY_ID } from '../../../src/sensors/ruuvi/decode.js';
import { RUUVI_FIELDS, type RuuviReading } from '../../../src/sensors/ruuvi/reading.js';
import { bytes, ruuviVectors, type Vector, vectorPayload } from '../../ruuvi-vectors.js';

const FORMATS = { '3': 14, '5': 24, C5: 18, '6': 20, E1: 40 } as const;
const ours = ruuviVectors.vectors.filter((vector) => vector.format in FORMATS);

describe('A Ruuvi URL', () => {
  const urls = ruuviVectors.vectors.flatMap((vector) => (vector.url === undefined ? [] : [[vector.url, vector] as const]));

  it.each(urls)('%s decodes to what is published', (url, vector) => {
    const { tagId: _tagId, ...expected } = published(vector) as Record<string, unknown>;
    expect(decodeHeard(frame(url))).toStrictEqual(expected);
  });

  it.each(['https://ruu.vi/', 'https://ruu.vx/#AjwYAMFc', 'https://example.com/#AjwYAMFc', ''])('%s is foreign', (url) => {
    expect(decodeHeard(frame(url))).toBe('foreign');
  });

  it.each(['#', '#AjwYAMF', '#AjwYAMFcxx', '#AjwYAM Fc', '#BTwYAMFc', '#AjwYAM=c'])('with %s is refused', (fragment) => {
    expect(() => decodeHeard(frame(`https://ruu.vi/${fragment}`))).toThrow(expect.objectContaining({ code: 'invalid' }));
  });

  it('is foreign in another kind of frame, by plain HTTP, and in the data of another service', () => {
    const { payload } = frame('https://ruu.vi/#AjwYAMFc');
    const changed = (at: number, byte: number) => ({ serviceUuid: 0xfeaa, payload: payload.with(at, byte) });
    expect(decodeHeard(changed(0, 0x20))).toBe('foreign');
    expect(decodeHeard(changed(2, 0x02))).toBe('foreign');
    expect(decodeHeard({ serviceUuid: 0xfd6f, payload })).toBe('foreign');
  });
});

describe('A Ruuvi payload', () => {
  it.each(ours.map((vector) => [vector.id, vector] as const))('%s decodes to what is published', (_id, vector) => {
    expect(decode(bytes(vector.payload))).toStrictEqual(published(vector));
  });

  it('is published often enough that each format has its valid, maximum, minimum and not available', () => {
    for (const format of ['5', 'C5', '6', 'E1']) {
      const cases = ours.filter((vector) => vector.format === format).map((vector) => vector.case);
      expect(cases).toEqual(expect.arrayContaining(['valid', 'max', 'min', 'invalid']));
    }
  });

  it('has no property at all where the tag says "not available"', () => {
    expect(decode(bytes('058000FFFFFFFF800080008000FFFFFFFFFFFFFFFFFFFFFF'))).toStrictEqual({ dataFormat: '5' });
  });

  it('of format 3 may be padded', () => {
    expect(decode(bytes('03291A1ECE1EFC18F94202CA0B5300000000BB'))).toMatchObject({ temperature: 26.3, batteryVoltage: 2.899 });
  });

  it('never means minus zero', () => {
    expect(decode(bytes('0300800000000000000000000000'))).toMatchObject({ temperature: 0 });
  });

  it('is read where it lies, in the middle of a packet', () => {
    const packet = bytes('0201061BFF99040512FC5394C37C0004FFFC040CAC364200CDCBB8334C884F');
    expect(decode(packet.subarray(7))).toMatchObject({ temperature: 24.3, mac: 'CB:B8:33:4C:88:4F' });
  });

  it.each(ruuviVectors.malformedPayloads.map(({ why, payload }) => [why, payload] as const))(
    'is refused when %s',
    (_why, payload) => {
      expect(() => decode(bytes(payload))).toThrow(GatewayError);
    },
  );

  it.each(Object.entries(FORMATS))('of format %s is refused when cut anywhere', (format, length) => {
    for (let cut = 1; cut < length; cut++) {
      const payload = new Uint8Array(cut);
      payload[0] = Number.parseInt(format, 16);
      expect(() => decode(payload)).toThrow(expect.objectContaining({ code: 'invalid' }));
    }
  });

  it('of any format but 3 is refused when too long', () => {
    expect(() => decode(bytes('0512FC5394C37C0004FFFC040CAC364200CDCBB8334C884F00'))).toThrow(/24 bytes/);
  });

  it('is foreign under another company id, whatever its bytes are', () => {
    expect(decodeRuuvi(0x004c, bytes('0512FC5394C37C0004FFFC040CAC364200CDCBB8334C884F'))).toBe('foreign');
  });

  it.each(
    ruuviVectors.vectors
      .filter(({ format }) => ['2', '4', '7'].includes(format))
      .map(({ id, payload }) => [id, payload] as const),
  )('of a format that nobody sends so is unknown: %s', (_id, payload) =>
    expect(decodeRuuvi(RUUVI_COMPANY_ID, bytes(payload))).toBe('unknown'),
  );

  it('that is encrypted cannot be read without its key', () => {
    expect(decodeRuuvi(RUUVI_COMPANY_ID, vectorPayload('df8-docs'))).toBe('withoutKey');
  });

  it('survives being kept as whole numbers, in every format and field', () => {
    for (const [format, length] of Object.entries(FORMATS)) {
      fc.assert(
        fc.property(fc.uint8Array({ minLength: length - 1, maxLength: length - 1 }), (rest) => {
          const reading = decode(Uint8Array.of(Number.parseInt(format, 16), ...rest));
          for (const [field, { stepsPerUnit }] of Object.entries(RUUVI_FIELDS)) {
            const value = reading[field as keyof RuuviReading] as number | undefined;
            if (value !== undefined) expect(Math.round(value * stepsPerUnit) / stepsPerUnit).toBe(value);
          }
        }),
      );
    }
  });

  it('of random bytes is a reading, foreign, unknown or refused as invalid, and nothing else', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 48 }), fc.constantFrom(3, 5, 6, 0xc5, 0xe1, 7), (payload, format) => {
        if (payload.length) payload[0] = format;
        try {
          const outcome = decodeRuuvi(RUUVI_COMPANY_ID, payload);
          if (typeof outcome !== 'string') expect(Object.values(outcome)).not.toContain(undefined);
        } catch (thrown) {
          expect(thrown).toMatchObject({ name: 'GatewayError', code: 'invalid' });
        }
      }),
    );
  });
});

/** As it is in an Eddystone frame, with the scheme as one byte. */
function frame(url: string): { serviceUuid: number; payload: Uint8Array } {
  return { serviceUuid: 0xfeaa, payload: Uint8Array.of(0x10, 0xf9, 0x03, ...Buffer.from(url.replace('https://', ''))) };
}

function decode(payload: Uint8Array): RuuviReading {
  const outcome = decodeRuuvi(RUUVI_COMPANY_ID, payload);
  if (typeof outcome === 'string') throw new Error(outcome);
  return outcome;
}

/** The vectors' names for what Ruuvi Air has, in the gateway's words; fields that are not available left out. */
function published({ decoded }: Vector): object {
  const { calibrationInProgress: calibrating, macSuffix, unofficial: _unofficial, ...rest } = decoded;
  const all = { ...rest, ...(calibrating !== undefined && { calibrating }), ...(macSuffix !== undefined && { mac: macSuffix }) };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== null));
}
