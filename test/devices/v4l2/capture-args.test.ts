import { describe, it, expect } from '@jest/globals';
import { captureArgs, secretInput } from '../../../src/devices/v4l2/capture-args.js';

describe('captureArgs', () => {
  it('passes the JPEG images of a V4L2 device through', () => {
    const args = captureArgs({ device: '/dev/video0', width: 1280, height: 720, fps: 30 }, 'mjpeg').join(' ');
    expect(args).toContain('-f v4l2 -input_format mjpeg -video_size 1280x720 -framerate 30 -i /dev/video0 -c:v copy');
    expect(args).not.toContain('-re ');
  });

  it('encodes every other format of a V4L2 device', () => {
    expect(captureArgs({ device: '/dev/video0' }, 'yuyv422').join(' ')).toContain(
      '-input_format yuyv422 -i /dev/video0 -c:v mjpeg',
    );
  });

  it('plays a file at its own pace, again and again if asked', () => {
    expect(captureArgs({ source: 'street.mp4' }).join(' ')).toContain('-re -i street.mp4');
    expect(captureArgs({ source: 'street.mp4', loop: true, fps: 5 }).join(' ')).toMatch(
      /-re -stream_loop -1 -i street.mp4 .*-r 5 /,
    );
    expect(captureArgs({ source: 'testsrc2', format: 'lavfi' }).join(' ')).toContain('-re -f lavfi -i testsrc2');
  });

  it('makes no room for more than 32 megapixels, however they are said', () => {
    for (const source of ['street.mp4', 'http://lens/', 'http://me:swordfish@lens/'])
      expect(captureArgs({ source }).join(' ')).toMatch(/-max_pixels 32000000 .*-i /);
  });

  it('reads what is live as fast as it comes', () => {
    expect(captureArgs({ source: 'rtsp://lens/stream' }).join(' ')).toContain('-rtsp_flags prefer_tcp -i rtsp://lens/stream');
    expect(captureArgs({ source: 'rtsp://lens/stream' })).not.toContain('-re');
  });

  it.each([
    ['rtsp://me:swordfish@lens/stream', "file 'rtsp://me:swordfish@lens/stream'\noption rtsp_flags prefer_tcp\n"],
    ["http://lens/mjpeg?pwd=sword'fish", "file 'http://lens/mjpeg?pwd=sword'\\''fish'\n"],
    ['http://me:swordfish@lens/\nfile /etc/passwd', "file 'http://me:swordfish@lens/%0Afile /etc/passwd'\n"],
  ])('keeps the password of %j out of the arguments', (source, listed) => {
    const args = captureArgs({ source, fps: 5 }).join(' ');
    expect(args).not.toMatch(/sword|lens/);
    expect(args).toMatch(/-i pipe:0 .*-r 5 /);
    expect(secretInput({ source })).toBe(`ffconcat version 1.0\n${listed}`);
  });

  it('says an address without a password, or one of a format that was told, as an argument', () => {
    for (const input of [
      { device: '/dev/video0' },
      { source: 'street.mp4' },
      { source: 'rtsp://lens/stream' },
      { source: 'http://me:it@lens/', format: 'mpjpeg' },
    ])
      expect(secretInput(input)).toBeUndefined();
  });

  it('never reads the keyboard, and writes images to stdout as they are made', () => {
    for (const input of [{ device: '/dev/video0' }, { source: 'street.mp4' }]) {
      const args = captureArgs(input);
      expect(args[0]).toBe('-nostdin');
      expect(args.slice(-5).join(' ')).toBe('-f mjpeg -flush_packets 1 pipe:1');
    }
  });
});
