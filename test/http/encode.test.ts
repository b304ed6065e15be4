import { expect, it } from '@jest/globals';
import { encode, etagOf } from '../../src/http/encode.js';
import { mapOnce } from '../../src/http/memo.js';

it('A value is written once, and equal values have equal tags', () => {
  const value = { a: 1 };
  expect(encode(value)).toBe(encode(value));
  expect(encode(value)).toEqual({ bytes: Buffer.from('{"a":1}'), etag: expect.stringMatching(/^"[\w-]{27}"$/) });
  expect(etagOf({ a: 1 })).toBe(etagOf(value));
  expect(etagOf({ a: 2 })).not.toBe(etagOf(value));
});

it('Bytes are sent as they are', () => {
  const bytes = Uint8Array.of(1, 2, 3);
  expect(encode(bytes).bytes).toBe(bytes);
});

it('A mapping is made once per value, also when it gives nothing', () => {
  let times = 0;
  const map = mapOnce((value: { empty: boolean }) => (++times, value.empty ? undefined : { value }));
  const [one, empty] = [{ empty: false }, { empty: true }];
  expect(map(one)).toBe(map(one));
  expect([map(empty), map(empty), times]).toEqual([undefined, undefined, 2]);
});
