import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { FilePass } from '../../src/street/pass.js';
import { tempDirectory } from '../temp-directory.js';

describe('A pass in a file', () => {
  it('is read each time, for somebody renews it', async () => {
    using dir = tempDirectory();
    const path = join(dir.path, 'token');
    const pass = new FilePass(path);
    writeFileSync(path, 'one.two.three\n');
    expect(await pass.authorization()).toBe('Bearer one.two.three');
    writeFileSync(path, 'four');
    pass.forget();
    expect(await pass.authorization()).toBe('Bearer four');
  });

  it.each([
    ['nothing', ''],
    ['what would end the header', 'a\r\nHost: b'],
  ])('is none with %s in it, and that is not said', async (_what, text) => {
    using dir = tempDirectory();
    const path = join(dir.path, 'token');
    writeFileSync(path, text);
    await expect(new FilePass(path).authorization()).rejects.toMatchObject({
      code: 'unavailable',
      message: `${path} holds no token`,
    });
    await expect(new FilePass(dir.path).authorization()).rejects.toMatchObject({ message: `${dir.path} cannot be read` });
  });
});
