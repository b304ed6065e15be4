import { describe, it, expect } from '@jest/globals';
import { adviceFrom } from '../../../src/devices/v4l2/advice.js';

describe('adviceFrom', () => {
  it('says what to do about what is known', () => {
    const busy =
      '[video4linux2,v4l2 @ 0x55d0c0] ioctl(VIDIOC_STREAMON): Device or resource busy\n/dev/video0: Device or resource busy\n';
    expect(adviceFrom(busy, '/dev/video0')).toBe(
      '/dev/video0: another program is using it, or another camera of the configuration; stop that one first',
    );
    expect(adviceFrom('/dev/video0: Permission denied', '/dev/video0')).toContain('add its user to the group video');
  });

  it.each([
    ['/dev/video0: Input/output error', 'the camera reports a fault'],
    ['[v4l2 @ 0x1] Not a video capture device.\n/dev/video0: No such device', 'this is no capture device'],
    ["[v4l2 @ 0x1] Cannot find a proper format for codec 'mjpeg' (id 7)\n/dev/video0: Invalid argument", 'the inputFormat of'],
    ['[v4l2 @ 0x1] No such input format: bayer.\n/dev/video0: Invalid argument', 'the inputFormat of'],
    ['[v4l2 @ 0x1] ioctl(VIDIOC_STREAMON): Invalid argument\n/dev/video0: Invalid argument', 'leave out inputFormat, width'],
    ['/dev/video0: Immediate exit requested', 'it offers no format'],
    ['/dev/video0: Invalid data found when processing input', 'ffmpeg can read no pictures from it'],
    ['[http @ 0x1] HTTP error 404 Not Found\n/dev/video0: Server returned 404 Not Found', 'there is nothing at that address'],
  ])('knows what a V4L2 device means by: %s', (words, meaning) => {
    expect(adviceFrom(words, '/dev/video0')).toContain(`/dev/video0: `);
    expect(adviceFrom(words, '/dev/video0')).toContain(meaning);
  });

  it('repeats the last line of what is not known, and names the source once', () => {
    expect(adviceFrom('first\n[mjpeg @ 0x1] [error] strange\n\n', 'street.mp4')).toBe('street.mp4: strange');
    expect(adviceFrom('street.mp4: strange', 'street.mp4')).toBe('street.mp4: strange');
    expect(adviceFrom('', 'street.mp4')).toBe('street.mp4: it ended');
  });

  it('never shows a password', () => {
    const words = 'rtsp://user:sec@ret@lens/stream: Protocol not found';
    expect(adviceFrom(words, 'rtsp://user:sec@ret@lens/stream')).toBe('rtsp://***@lens/stream: Protocol not found');
    expect(adviceFrom(`on ${words}`, 'rtsp://user:sec@ret@lens/stream')).toBe(
      'rtsp://***@lens/stream: on rtsp://***@lens/stream: Protocol not found',
    );
    const address = 'http://lens/video?user=admin&pwd=s3cret';
    expect(adviceFrom(`${address}: Connection refused`, address)).toBe(
      'http://lens/video?user=***&pwd=***: it cannot be reached over the network',
    );
  });
});
