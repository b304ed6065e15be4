import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { decodeRuuvi, RUUVI_COMPANY_ID } from '../../src/sensors/ruuvi/decode.js';
import { fromPoint, type TagReading, toPoint, withColons } from '../../src/sensors/tag-reading.js';
import { bytes, ruuviVectors } from '../ruuvi-vectors.js';

const decoded = ruuviVectors.vectors
  .map(({ payload }) => decodeRuuvi(RUUVI_COMPANY_ID, bytes(payload)))
  .filter((outcome) => typeof outcome !== 'string');

const mac = fc
  .uint8Array({ minLength: 6, maxLength: 6 })
  .map((address) => withColons(Buffer.from(address).toString('hex').toUpperCase()));

describe('A reading', () => {
  it('of every published vector, wherever and whenever it was heard, is the same after it was kept', () => {
    const circumstances = fc.record(
      { mac, receiver: fc.string({ minLength: 1 }), time: fc.integer(), name: fc.string({ minLength: 1 }), rssi: fc.integer() },
      { requiredKeys: ['mac', 'receiver', 'time'] },
    );
    fc.assert(
      fc.property(fc.constantFrom(...decoded), circumstances, (what, where) => {
        const reading: TagReading = { ...what, ...where };
        expect(fromPoint(toPoint(reading))).toStrictEqual(reading);
      }),
      { numRuns: 500 },
    );
  });

  it('has tags in InfluxDB’s order, the address without colons, and no field that is not available', () => {
    const point = toPoint({
      dataFormat: '5',
      mac: 'CB:B8:33:4C:88:4F',
      receiver: 'hci0',
      time: 1,
      temperature: undefined,
      rssi: -60,
    });
    expect(Object.entries(point.tags)).toEqual([
      ['dataFormat', '5'],
      ['mac', 'CBB8334C884F'],
      ['receiver', 'hci0'],
    ]);
    expect(point.fields).toStrictEqual({ rssi: -60 });
  });
});
