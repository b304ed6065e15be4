import { describe, expect, it } from '@jest/globals';
import { loadLibc } from '../../../src/devices/libc.js';
import { FfmpegCamera } from '../../../src/devices/v4l2/ffmpeg-camera.js';
import { openV4l2, type Reader } from '../../../src/devices/v4l2/open-v4l2.js';
import { V4l2Camera } from '../../../src/devices/v4l2/v4l2-camera.js';
import { GatewayError } from '../../../src/errors.js';
import { ManualClock } from '../../manual-clock.js';

const missing: typeof loadLibc = (what) => Promise.reject(new GatewayError('unavailable', `${what} need the package koffi`));

describe('A V4L2 camera', () => {
  it.each([
    ['auto', loadLibc, V4l2Camera],
    ['kernel', loadLibc, V4l2Camera],
    ['ffmpeg', loadLibc, FfmpegCamera],
    ['auto', missing, FfmpegCamera],
  ] satisfies [Reader, typeof loadLibc, typeof V4l2Camera | typeof FfmpegCamera][])(
    'is read by %s, with what there is',
    async (reader, load, kind) => {
      await using camera = await open(reader, load);
      expect(camera).toBeInstanceOf(kind);
      expect(camera.driver).toBe('v4l2');
    },
  );

  it('is refused where the kernel is to be called and the package for that is not there', async () => {
    await expect(open('kernel', missing)).rejects.toThrow('cameras need the package koffi');
  });

  function open(reader: Reader, load: typeof loadLibc) {
    return openV4l2('lens-1', { reader, device: '/dev/video99' }, new ManualClock(), load);
  }
});
