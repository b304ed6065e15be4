import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { obstacleAt } from '../../../src/devices/v4l2/obstacle.js';
import { tempDirectory } from '../../temp-directory.js';

const sys = tempDirectory();
const NULL = join(sys.path, 'dev/char/1:3');

beforeAll(() => void mkdirSync(NULL, { recursive: true }));
afterAll(() => sys[Symbol.dispose]());

describe('obstacleAt', () => {
  it('finds none where the node is a device', () => {
    expect(obstacleAt('/dev/null', sys.path)).toBeUndefined();
    expect(obstacleAt('/dev/null')).toBeUndefined();
  });

  it('says where to look when there is no such node, or it is no device', () => {
    for (const path of ['/dev/video99', '/etc/passwd/video0', sys.path])
      expect(obstacleAt(path)).toMatch(new RegExp(`^no camera at ${path}; .*umec detect`));
  });

  it('says of a virtual camera that nothing feeds it, as long as that is so', () => {
    writeFileSync(join(NULL, 'format'), '');
    expect(obstacleAt('/dev/null', sys.path)).toBe('nothing feeds the virtual camera /dev/null; start what does');
    writeFileSync(join(NULL, 'format'), 'MJPG:640x360@30\n');
    expect(obstacleAt('/dev/null', sys.path)).toBeUndefined();
  });

  it.each(['unicam-image', 'rp1-cfe-csi2_ch0'])('says of a sensor on the CSI connector, as %s, what reads it', (name) => {
    using other = tempDirectory();
    mkdirSync(join(other.path, 'dev/char/1:3'), { recursive: true });
    writeFileSync(join(other.path, 'dev/char/1:3/name'), `${name}\n`);
    expect(obstacleAt('/dev/null', other.path)).toMatch(
      /^\/dev\/null is a sensor on the CSI connector.*; use the driver rpicam$/,
    );
  });
});
