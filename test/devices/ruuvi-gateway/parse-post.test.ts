import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { MOST_TAGS, parsePost } from '../../../src/devices/ruuvi-gateway/parse-post.js';
import { GatewayError } from '../../../src/errors.js';

const MAC = 'CB:B8:33:4C:88:4F';
const data = '0201061BFF99040512FC5394C37C0004FFFC040CAC364200CDCBB8334C884F';
const post = (tags: unknown) => ({ data: { coordinates: '', timestamp: '1', nonce: 7, gw_mac: 'AA:BB:CC:DD:EE:FF', tags } });
const one = (entry: unknown, mac = MAC) => parsePost(post({ [mac]: entry }));
const bytes = Uint8Array.from(Buffer.from(data, 'hex'));

describe('What a Ruuvi Gateway posts', () => {
  it.each([
    ['numbers as text', { rssi: '-60', timestamp: '1653633987', data }],
    ['numbers as numbers', { rssi: -60, timestamp: 1653633987, data }],
    ['small letters', { rssi: -60, timestamp: 1653633987, data: data.toLowerCase() }],
    ['decoded values beside', { rssi: -60, aoa: [], timestamp: 1653633987, data, dataFormat: 5, temperature: 24.3, id: MAC }],
  ])('is understood with %s', (_name, entry) => {
    const { advertisements, malformed } = one(entry);
    expect([malformed, advertisements.map((found) => ({ ...found, data: Uint8Array.from(found.data) }))]).toEqual([
      0,
      [{ address: MAC, rssi: -60, heardAt: 1653633987, data: bytes }],
    ]);
  });

  it('has no time where it has a counter', () => {
    expect(one({ rssi: -60, counter: '12', data }).advertisements[0]).not.toHaveProperty('heardAt');
  });

  it('may have addresses in small letters', () => {
    expect(one({ data }, MAC.toLowerCase()).advertisements).toMatchObject([{ address: MAC }]);
  });

  it.each([127, 128, -129, 1.5, '', 'loud', null, {}])('has no strength when that is %j', (rssi) => {
    expect(one({ rssi, data }).advertisements[0]).not.toHaveProperty('rssi');
  });

  it.each(['yesterday', '', '1e3', null, {}, [1]])('has no time when that is %j', (timestamp) => {
    expect(one({ timestamp, data }).advertisements[0]).not.toHaveProperty('heardAt');
  });

  it.each([
    ['no entry', null],
    ['a list', [data]],
    ['no data', { rssi: -60 }],
    ['data that is no text', { data: 5 }],
    ['no digit', { data: '' }],
    ['half a byte', { data: '020' }],
    ['no hexadecimal', { data: '0x01' }],
    ['more than Bluetooth can', { data: '00'.repeat(1_651) }],
  ])('is counted and left out with %s, and the others are taken', (_name, entry) => {
    const { advertisements, malformed } = parsePost(post({ 'AA:AA:AA:AA:AA:AA': entry, [MAC]: { data } }));
    expect([malformed, advertisements.map(({ address }) => address)]).toEqual([1, [MAC]]);
  });

  it.each(['', 'tag', 'CBB8334C884F', `${MAC}:00`, '__proto__', 'CB:B8:33:4C:88:4G'])('has no tag that is called %j', (mac) => {
    expect(parsePost(JSON.parse(`{"data":{"tags":{"${mac}":{"data":"${data}"}}}}`))).toEqual({
      advertisements: [],
      malformed: 1,
    });
  });

  it.each([undefined, null, 5, 'x', [], {}, { data: [] }, { data: {} }, { data: { tags: [] } }, { tags: {} }])(
    'is not %j',
    (body) => {
      expect(() => parsePost(body)).toThrow('expected data.tags');
    },
  );

  it('is bounded', () => {
    const tags = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, at) => [`tag ${at}`, { data }]));
    expect(parsePost(post(tags(MOST_TAGS))).malformed).toBe(MOST_TAGS);
    expect(() => parsePost(post(tags(MOST_TAGS + 1)))).toThrow(expect.objectContaining({ code: 'tooLarge' }));
  });

  it('may be anything', () => {
    const entry = fc.oneof(fc.anything(), fc.record({ rssi: fc.anything(), timestamp: fc.anything(), data: fc.string() }));
    const key = fc.oneof(fc.string(), fc.constant(MAC));
    fc.assert(
      fc.property(fc.oneof(fc.anything(), fc.dictionary(key, entry).map(post)), (body) => {
        try {
          const { advertisements, malformed } = parsePost(body);
          expect(advertisements.length + malformed).toBeLessThanOrEqual(MOST_TAGS);
        } catch (error) {
          expect(error).toBeInstanceOf(GatewayError);
        }
      }),
    );
  });
});
