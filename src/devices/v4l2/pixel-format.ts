import { GatewayError } from '../../errors.js';

/** `Compressed: mjpeg : Motion-JPEG : 640x480 …`, or `Raw : yuyv422 : YUYV 4:2:2 : 640x480 …`. */
const LISTED = /\b(?:Compressed|Raw)\s*:\s*(\S+)\s*:/g;

/**
 * Chooses the format to ask a V4L2 device for: its own JPEG, which costs nothing, else the first that ffmpeg can encode.
 *
 * @param listing what `ffmpeg -f v4l2 -list_formats all` wrote
 * @returns ffmpeg's name of the format; `undefined` when nothing is listed
 * @throws GatewayError `unavailable` for a camera sensor on the CSI connector: only libcamera can make pictures of its data
 */
export function choosePixelFormat(listing: string): string | undefined {
  const listed = [...listing.matchAll(LISTED)].map((match) => match[1] ?? '');
  if (listed.includes('mjpeg')) return 'mjpeg';
  const usable = listed.find((name) => name !== 'Unsupported' && !name.startsWith('bayer'));
  if (usable ?? listed.length === 0) return usable;
  throw new GatewayError(
    'unavailable',
    `the device delivers raw sensor data only (${listed.join(', ')}): a CSI camera needs rpicam-vid`,
  );
}
