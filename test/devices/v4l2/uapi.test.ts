import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { CONTROL_IOCTL, CONTROL_OFFSETS } from '../../../src/devices/v4l2/controls-uapi.js';
import {
  type Bits,
  bufferQuestion,
  formatWish,
  fourccOf,
  ioctls,
  numberOfFourcc,
  offsets,
  readBuffer,
  readFormat,
} from '../../../src/devices/v4l2/uapi.js';
import { ROOT } from '../../docs/blocks.js';
import { tempDirectory } from '../../temp-directory.js';

/** Compilers by the width of what they compile for; the second one is for the boards that have 32 bits. */
const COMPILERS: readonly (readonly [bits: Bits, prefix: string, packages: string])[] = [
  [64, '', 'gcc linux-libc-dev'],
  [32, 'arm-linux-gnueabihf-', 'gcc-arm-linux-gnueabihf libc6-dev-armhf-cross'],
];

describe('Video4Linux, by the kernel’s own header,', () => {
  for (const [bits, prefix, packages] of COMPILERS) {
    const hasHeader = spawnSync(`${prefix}gcc`, ['-E', '-include', 'linux/videodev2.h', '-x', 'c', '/dev/null']).status === 0;
    if (hasHeader) it(`has structures and ioctls of these numbers on ${bits} bits`, () => compare(bits, prefix));
    else it.todo(`is compared on ${bits} bits: apt-get install ${packages}`);
  }
});

function compare(bits: Bits, prefix: string): void {
  using dir = tempDirectory();
  const [object, numbers] = ['uapi.o', 'numbers'].map((name) => join(dir.path, name));
  const source = join(ROOT, 'test/devices/v4l2/uapi.c');
  execFileSync(`${prefix}gcc`, ['-Wall', '-Werror', '-c', '-o', String(object), source]);
  execFileSync(`${prefix}objcopy`, ['-O', 'binary', '-j', 'umec', String(object), String(numbers)]);
  const bytes = readFileSync(String(numbers));
  const said = Array.from({ length: bytes.length / 4 }, (_, at) => bytes.readUInt32LE(4 * at));
  const { QUERYCAP, ENUM_FMT, G_FMT, S_FMT, REQBUFS, QUERYBUF, QBUF, DQBUF, ...others } = ioctls(bits);
  const { STREAMON, STREAMOFF, S_PARM, ENUM_FRAMESIZES, ENUM_FRAMEINTERVALS } = others;
  const own = bits === 64 ? [bufferQuestion(0, 64).length, QUERYBUF, QBUF, DQBUF] : [];
  expect([
    ...[QUERYCAP, ENUM_FMT, G_FMT, S_FMT, REQBUFS, QUERYBUF, QBUF, DQBUF, STREAMON, STREAMOFF, S_PARM],
    ...[ENUM_FRAMESIZES, ENUM_FRAMEINTERVALS, ...Object.values(offsets(bits))],
    ...[...Object.values(CONTROL_IOCTL), ...CONTROL_OFFSETS, ...own],
  ]).toEqual(said);
}

describe('What is asked of a camera and what it answers', () => {
  it.each([32, 64] as const)('says the format in its place on %i bits', (bits) => {
    const wish = formatWish({ pixelFormat: 'MJPG', width: 1280, height: 720 }, bits);
    expect(readFormat(wish, bits)).toEqual({ pixelFormat: 'MJPG', width: 1280, height: 720, bytesPerLine: 0, sizeImage: 0 });
  });

  it.each([32, 64] as const)('tells the time of exposure in ms, and none where it is of another clock, on %i bits', (bits) => {
    const bytes = bufferQuestion(3, bits);
    const view = new DataView(bytes.buffer);
    view.setBigInt64(24, 12_345n, true);
    view.setBigInt64(32, 678_900n, true);
    expect(readBuffer(bytes, bits)).toMatchObject({ index: 3, timestampMs: undefined, isDamaged: false });
    view.setUint32(12, 0x2040, true);
    expect(readBuffer(bytes, bits)).toMatchObject({ timestampMs: 12_345_678.9, isDamaged: true });
  });

  it('names formats with their letters, without what marks the order of bytes and without spaces', () => {
    for (const name of ['MJPG', 'YUYV', 'Y16', 'NV12']) expect(fourccOf(numberOfFourcc(name))).toBe(name);
    expect(fourccOf(numberOfFourcc('Y16') + 0x8000_0000)).toBe('Y16');
  });
});
