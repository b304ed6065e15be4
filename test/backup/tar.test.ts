import { describe, expect, it } from '@jest/globals';
import { BLOCK, paddingOf, readTarHeader, tarBytes, tarHeader } from '../../src/backup/tar.js';

const NOW_S = 1_790_000_000;

describe('a header of a tar', () => {
  it.each([0, 1, 511, 512, 2 ** 33 - 1, 2 ** 33, 2 ** 40 + 7])('is read as it was written (%i bytes)', (bytes) => {
    const entry = { name: 'history.db', bytes };
    expect(readTarHeader(tarHeader(entry, NOW_S))).toEqual(entry);
  });

  it.each([
    [0o77777777777, '77777777777\0'],
    [0o77777777777 + 1, '\x80\0\0\0\0\0\0\x02\0\0\0\0'],
  ])('says where POSIX has it that it is a file of its owner alone (%i bytes)', (bytes, size) => {
    const header = tarHeader({ name: 'history.db', bytes }, NOW_S);
    const at = (from: number, length: number) => header.toString('latin1', from, from + length);
    expect([at(0, 11), at(100, 8), at(124, 12)]).toEqual(['history.db\0', '0000600\0', size]);
    expect([at(136, 12), at(156, 1), at(257, 8)]).toEqual([`${NOW_S.toString(8)}\0`, '0', 'ustar\x0000']);
  });

  it('is none when it says more than a number can', () => {
    expect(readTarHeader(tarHeader({ name: 'history.db', bytes: 2 ** 53 }, NOW_S))).toBeUndefined();
  });

  it('is none when a bit of it has turned', () => {
    const header = tarHeader({ name: 'tls/server.pem', bytes: 1234 }, NOW_S);
    for (let at = 0; at < BLOCK * 8; at++) {
      const turned = Buffer.from(header);
      turned[at >> 3] = (turned[at >> 3] ?? 0) ^ (1 << (at & 7));
      expect(readTarHeader(turned)).toBeUndefined();
    }
  });
});

describe('the length of an archive', () => {
  it('counts headers, zeros and the end', () => {
    expect([paddingOf(0), paddingOf(1), paddingOf(512)]).toEqual([0, 511, 0]);
    expect(tarBytes([])).toBe(1024);
    expect(tarBytes([{ name: 'a', bytes: 513 }])).toBe(1024 + 512 + 1024);
  });
});
