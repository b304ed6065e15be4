import { describe, it, expect } from '@jest/globals';
import { choosePixelFormat } from '../../../src/devices/v4l2/pixel-format.js';

const yuyv = '[video4linux2,v4l2 @ 0x5581] Raw       :     yuyv422 :           YUYV 4:2:2 : 640x480 320x240\n';
const mjpeg = '[video4linux2,v4l2 @ 0x5581] Compressed:       mjpeg :          Motion-JPEG : 1280x720 640x480\n';
const bayer = '[video4linux2,v4l2 @ 0x5581] Raw       : bayer_bggr8 :   8-bit Bayer BGBG/GRGR : {16-16376, 1}x{16-16376, 1}\n';
const packed = '[video4linux2,v4l2 @ 0x5581] Raw       : Unsupported : 10-bit Bayer BGBG Packed : {16-16376, 1}x{16-16376, 1}\n';

describe('choosePixelFormat', () => {
  it('prefers the images that need no encoding', () => {
    expect(choosePixelFormat(yuyv + mjpeg)).toBe('mjpeg');
  });

  it('takes the first that can be encoded otherwise', () => {
    expect(choosePixelFormat(packed + yuyv)).toBe('yuyv422');
  });

  it('knows nothing of a device that lists nothing', () => {
    expect(choosePixelFormat('/dev/video9: No such file or directory')).toBeUndefined();
  });

  it('says what a CSI camera needs', () => {
    expect(() => choosePixelFormat(bayer + packed)).toThrow('a CSI camera needs rpicam-vid');
  });
});
