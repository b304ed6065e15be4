import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { codedFor, gzipTag, isText, plainTag } from '../../src/http/coding.js';

const text = (bytes: number) => Buffer.from('umec '.repeat(bytes / 5));
const asked = (header?: string) => ({ headers: header === undefined ? {} : { 'accept-encoding': header } });

describe('A client that accepts', () => {
  it.each([
    [undefined, false],
    ['', false],
    ['gzip', true],
    ['GZIP', true],
    ['gzip, deflate, br, zstd', true],
    ['identity, gzip', true],
    ['*', true],
    ['gzip;q=0', false],
    ['gzip;q=0, *', false],
    ['*;q=0', false],
    ['br', false],
    ['gzip;q=0.5, identity', false],
    ['gzip;q=0.5, identity;q=0.4', true],
    ['identity;q=0', false],
    ['nonsense;;;q=x,,', false],
  ])('%p: is answered in gzip? %p', async (header, isGzip) => {
    const bytes = text(5_000);
    const coded = await codedFor(asked(header), bytes);
    expect(coded.isGzip).toBe(isGzip);
    expect(Buffer.from(coded.isGzip ? gunzipSync(coded.bytes) : coded.bytes)).toEqual(bytes);
  });

  it('anything gets few bytes as they are, and what only grows', async () => {
    expect((await codedFor(asked('gzip'), text(1_000))).isGzip).toBe(false);
    const incompressible = Buffer.from(gzipOf(text(5_000)));
    expect(
      (await codedFor(asked('gzip'), Buffer.concat([incompressible, crypto.getRandomValues(new Uint8Array(2_000))]))).isGzip,
    ).toBe(false);
  });

  it('nothing but gzip gets that, however few', async () => {
    expect((await codedFor(asked('gzip, identity;q=0'), text(10))).isGzip).toBe(true);
  });
});

function gzipOf(bytes: Buffer): Uint8Array {
  const coded = codedFor(asked('gzip'), bytes);
  if (coded instanceof Promise) throw new Error('so few bytes are compressed at once');
  return coded.bytes;
}

it.each([5_000, 100_000])('%d bytes are compressed once', async (length) => {
  const bytes = text(length);
  const [one, other] = await Promise.all([codedFor(asked('gzip'), bytes), codedFor(asked('gzip'), bytes)]);
  expect(other.bytes).toBe(one.bytes);
  const later = codedFor(asked('gzip'), bytes);
  expect(later).toEqual(one);
  expect(later).not.toBeInstanceOf(Promise);
});

it('A compressed representation has a tag of its own, from which that of the other is known', () => {
  expect(gzipTag('"a-b"')).toBe('"a-b-gzip"');
  expect([plainTag('"a-b-gzip"'), plainTag('"a-b"')]).toEqual(['"a-b"', '"a-b"']);
});

it('Texts are worth compressing, and pictures are not', () => {
  const types = [
    'application/json',
    'application/td+json',
    'application/x-ndjson',
    'text/csv;header=present',
    'application/yaml',
  ];
  expect(types.filter((type) => !isText(type))).toEqual([]);
  expect(['image/jpeg', 'multipart/x-mixed-replace; boundary=x', 'application/octet-stream', ''].filter(isText)).toEqual([]);
});
