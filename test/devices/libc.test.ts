import { execFileSync } from 'node:child_process';
import { closeSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Libc, loadLibc, systemError } from '../../src/devices/libc.js';
import { IOCTL } from '../../src/devices/gpio/uapi.js';
import { tempDirectory } from '../temp-directory.js';

/** In bytes, how much of a pipe can be read; asm-generic/ioctls.h */
const FIONREAD = 0x541b;

describe('The C library', () => {
  const dir = tempDirectory();
  let libc: Libc;
  let pipe: number;
  beforeAll(async () => {
    libc = await loadLibc('pins');
    const path = join(dir.path, 'pipe');
    execFileSync('mkfifo', [path]);
    pipe = openSync(path, 'r+');
  });
  afterAll(() => {
    closeSync(pipe);
    dir[Symbol.dispose]();
  });

  it('says which device does not know an ioctl, with a number beyond 31 bits', () => {
    const nothing = openSync('/dev/null', 'r');
    expect(() => libc.ioctl(nothing, IOCTL.GET_LINE, new Uint8Array(592))).toThrow(
      expect.objectContaining({ code: 'ENOTTY', syscall: 'ioctl' }),
    );
    closeSync(nothing);
    expect(() => libc.ioctl(-1, IOCTL.GET_LINE, new Uint8Array(592))).toThrow(expect.objectContaining({ code: 'EBADF' }));
  });

  it('has a name for each way in which the kernel says that something is not possible', () => {
    expect([6, 22, 95, 524].map((errno) => systemError('ioctl', errno).code)).toEqual(['ENXIO', 'EINVAL', 'ENOTSUP', 'ENOTSUPP']);
  });

  it('waits until something can be read, which an ioctl writes the size of', () => {
    expect(libc.poll([pipe], 0)).toEqual([]);
    writeSync(pipe, 'seven b');
    expect(libc.poll([pipe], -1)).toEqual([pipe]);
    const size = new Uint8Array(4);
    libc.ioctl(pipe, FIONREAD, size);
    expect(new Int32Array(size.buffer)[0]).toBe(7);
  });

  it('tells of several only those that are ready', () => {
    const always = openSync('/dev/zero', 'r');
    execFileSync('mkfifo', [join(dir.path, 'empty')]);
    const empty = openSync(join(dir.path, 'empty'), 'r+');
    expect(libc.poll([empty, always], 1_000)).toEqual([always]);
    for (const fd of [always, empty]) closeSync(fd);
  });
});
