import { withoutSecrets } from '../../without-secrets.js';

/** A camera behind a V4L2 device node. What is absent is left to the driver. */
export interface V4l2Input {
  /** `/dev/video0`, or a link to one that stays the same when others are plugged in, such as those in `/dev/v4l/by-id/`. */
  readonly device: string;
  /** In ffmpeg's words: `mjpeg`, `yuyv422`. Absent: the device is asked, and `mjpeg` preferred. */
  readonly inputFormat?: string;
  readonly width?: number;
  readonly height?: number;
  readonly fps?: number;
}

/** Anything else that ffmpeg can read. */
export interface OtherInput {
  /** A file, `rtsp://…`, or with `format: 'lavfi'` a filter graph such as `testsrc2=size=640x480:rate=10`. */
  readonly source: string;
  /** ffmpeg's name of the input format, where it cannot be told from the source. */
  readonly format?: string;
  /** Play a file again and again. */
  readonly loop?: boolean;
  /** Frames per second to make of it; absent: its own. */
  readonly fps?: number;
}

export type CaptureInput = V4l2Input | OtherInput;

/** Without a keyboard, and silent but for what went wrong: stderr becomes the words of an error. */
const QUIET = ['-nostdin', '-hide_banner', '-loglevel', 'error'];
/** Each image leaves ffmpeg when it is made, not when a buffer is full. */
const TO_STDOUT = ['-an', '-sn', '-dn', '-f', 'mjpeg', '-flush_packets', '1', 'pipe:1'];
/** 2 is best and 31 smallest; full-range colour is what JPEG means and what decoders expect. */
const ENCODE = ['-c:v', 'mjpeg', '-q:v', '4', '-pix_fmt', 'yuvj420p'];
/** These deliver at their own pace; everything else is read as fast as it can be unless held back. */
const LIVE = /^(rtsps?|rtmps?|rtp|srtp?|udp|tcp|https?):/i;

/** What the decoder makes room for, before it has seen more than the size that a picture says it has. */
const MAX_PIXELS = ['-max_pixels', '32000000'];

const RTSP = /^rtsps?:/i;
/** A list on standard input may name only what is nearer than that, unless told otherwise. */
const PROTOCOLS = 'pipe,http,https,httpproxy,tls,tcp,udp,rtp,srtp,rtmp,rtmps,crypto';
const FROM_STDIN = ['-f', 'concat', '-safe', '0', '-protocol_whitelist', PROTOCOLS, '-i', 'pipe:0'];

/**
 * The arguments with which ffmpeg writes JPEG images to its standard output, one behind the other.
 *
 * @param pixelFormat of the V4L2 device; its own JPEG images are passed through untouched, anything else is encoded
 * @see ffmpeg-devices(1), video4linux2; ffmpeg(1), -re and -stream_loop
 */
export function captureArgs(input: CaptureInput, pixelFormat?: string): string[] {
  if (!isV4l2(input)) return [...QUIET, ...sourceArgs(input), ...TO_STDOUT];
  const codec = pixelFormat === 'mjpeg' ? ['-c:v', 'copy'] : ENCODE;
  return [...QUIET, ...deviceArgs(input, pixelFormat), ...codec, ...TO_STDOUT];
}

/** The arguments with which ffmpeg writes to stderr what a device can deliver, and then fails, as it always does here. */
export function listFormatsArgs(device: string): string[] {
  return ['-nostdin', '-hide_banner', '-f', 'v4l2', '-list_formats', 'all', '-i', device];
}

export function isV4l2(input: CaptureInput): input is V4l2Input {
  return 'device' in input;
}

/**
 * What ffmpeg reads from its standard input: an address with a password in it, which would be for everybody to see among the
 * arguments of the process.
 *
 * @returns a list with the one address; undefined where all is said in the arguments
 * @see ffmpeg-formats(1), concat; the directive `option` is there from ffmpeg 5 on
 */
export function secretInput(input: CaptureInput): string | undefined {
  if (isV4l2(input) || !hasSecret(input)) return undefined;
  const quoted = input.source.replace(/[\r\n]/g, encodeURIComponent).replaceAll("'", "'\\''");
  const transport = RTSP.test(input.source) ? ['option rtsp_flags prefer_tcp'] : [];
  return ['ffconcat version 1.0', `file '${quoted}'`, ...transport, ''].join('\n');
}

/** Of an input in such a list ffmpeg has to tell the format by itself: where it was told, the address stays an argument. */
function hasSecret({ source, format }: OtherInput): boolean {
  return format === undefined && LIVE.test(source) && withoutSecrets(source) !== source;
}

function deviceArgs({ device, width, height, fps }: V4l2Input, pixelFormat?: string): string[] {
  return [
    ...['-f', 'v4l2', ...option('-input_format', pixelFormat)],
    ...option('-video_size', width && height ? `${width}x${height}` : undefined),
    ...[...option('-framerate', fps), '-i', device],
  ];
}

function sourceArgs(input: OtherInput): string[] {
  const { source, format, loop, fps } = input;
  if (hasSecret(input)) return [...MAX_PIXELS, ...FROM_STDIN, ...ENCODE, ...option('-r', fps)];
  const pace = LIVE.test(source) ? [] : ['-re'];
  const transport = RTSP.test(source) ? ['-rtsp_flags', 'prefer_tcp'] : []; // a lost UDP packet tears the picture, but some cameras have nothing else
  const repeat = loop ? ['-stream_loop', '-1'] : [];
  return [
    ...MAX_PIXELS,
    ...pace,
    ...transport,
    ...repeat,
    ...option('-f', format),
    '-i',
    source,
    ...ENCODE,
    ...option('-r', fps),
  ];
}

function option(name: string, value: string | number | undefined): string[] {
  return value === undefined ? [] : [name, String(value)];
}
