import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { walkAdStructures } from '../../../src/devices/ble/ad-structures.js';
import { bytes, ruuviVectors } from '../../ruuvi-vectors.js';

describe('Walking the structures of an advertisement', () => {
  it.each(ruuviVectors.advertisements.map(({ advertisement, payload }) => [advertisement, payload] as const))(
    'finds the payload of %s',
    (advertisement, payload) => expect(walk(advertisement)).toEqual({ elements: [[0x0499, payload]], malformed: false }),
  );

  it('finds format 6 in the third structure', () => {
    const payload = '06170C5668C79E007000C90501D9FFCD004C884F';
    expect(walk(`020106030398FC17FF9904${payload}`)).toEqual({ elements: [[0x0499, payload]], malformed: false });
  });

  it('finds format E1 in the first, and ignores what follows', () => {
    const payload = 'E1170C5668C79E0065007004BD11CA00C90A0213E0ACFFFFFFDECDEE01FFFFFFFFFFCBB8334C884F';
    expect(walk(`2BFF9904${payload}030398FC`)).toEqual({ elements: [[0x0499, payload]], malformed: false });
  });

  it('keeps several companies in their order', () => {
    expect(walk('04FF4C00AA03FF9904')).toEqual({
      elements: [
        [0x004c, 'AA'],
        [0x0499, ''],
      ],
      malformed: false,
    });
  });

  it('keeps the data of services with a short UUID, beside it', () => {
    const data = bytes('0303AAFE0516AAFE1000' + '04FF9904AA' + '0621AABBCCDDEE');
    expect(walkAdStructures(data)).toEqual({
      manufacturerData: [{ companyId: 0x0499, payload: bytes('AA') }],
      serviceData: [{ serviceUuid: 0xfeaa, payload: bytes('1000') }],
      malformed: false,
    });
  });

  it('ends at a length of zero, for the rest is padding', () => {
    expect(walk('04FF9904AA0004FF9904BB')).toEqual({ elements: [[0x0499, 'AA']], malformed: false });
  });

  it('of nothing finds nothing', () => {
    expect(walk('')).toEqual({ elements: [], malformed: false });
  });

  it.each([
    ['runs over the end', '04FF9904AA1BFF9904'],
    ['has no type', '04FF9904AA01'],
    ['has no whole company id', '04FF9904AA02FF99'],
    ['has no whole UUID', '04FF9904AA0216AA'],
  ])('tells when a structure %s, and keeps what came before', (_why, advertisement) => {
    expect(walk(advertisement)).toEqual({ elements: [[0x0499, 'AA']], malformed: true });
  });

  it("takes another company's beacon for what it is", () => {
    const [beacon] = ruuviVectors.malformedAdvertisements;
    expect(walkAdStructures(bytes(beacon?.advertisement ?? '')).manufacturerData.map(({ companyId }) => companyId)).not.toContain(
      0x0499,
    );
  });

  it('ends on any bytes whatever, with every element inside them', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 255 }), (data) => {
        const { manufacturerData, serviceData } = walkAdStructures(data);
        const used = [...manufacturerData, ...serviceData].reduce((sum, { payload }) => sum + payload.length + 4, 0);
        expect(used).toBeLessThanOrEqual(data.length);
      }),
    );
  });

  it('gives back what was put in', () => {
    const element = fc.record({ companyId: fc.nat(0xffff), payload: fc.uint8Array({ maxLength: 40 }) });
    fc.assert(
      fc.property(fc.array(element, { maxLength: 5 }), (elements) => {
        const data = elements.flatMap(({ companyId, payload }) => [
          3 + payload.length,
          0xff,
          companyId & 0xff,
          companyId >> 8,
          ...payload,
        ]);
        expect(walkAdStructures(Uint8Array.from(data))).toEqual({
          manufacturerData: elements,
          serviceData: [],
          malformed: false,
        });
      }),
    );
  });
});

function walk(advertisement: string): object {
  const { manufacturerData, malformed } = walkAdStructures(bytes(advertisement));
  const hex = (payload: Uint8Array) => Buffer.from(payload).toString('hex').toUpperCase();
  return { elements: manufacturerData.map(({ companyId, payload }) => [companyId, hex(payload)]), malformed };
}
