import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { isSensor } from '../csi.js';

/**
 * Why no picture can come from a device now, as far as the kernel shows it in memory: the device is not opened, which would
 * wake up a camera that rests. It takes microseconds.
 *
 * @param sys another root than /sys, for tests
 * @returns for the person who has to mend it; undefined when nothing speaks against pictures
 */
export function obstacleAt(device: string, sys = '/sys'): string | undefined {
  const number = deviceNumber(device);
  if (number === undefined)
    return `no camera at ${device}; plug it in, or correct the device in the configuration: umec detect lists those that there are`;
  const node = join(sys, 'dev/char', number);
  if (isSensor(read(join(node, 'name')) ?? ''))
    return `${device} is a sensor on the CSI connector, of which libcamera alone makes pictures; use the driver rpicam`;
  return isUnfed(node) ? `nothing feeds the virtual camera ${device}; start what does` : undefined;
}

/** As `81:0`: unlike its name, that is the same inside a container. */
function deviceNumber(path: string): string | undefined {
  try {
    const stat = statSync(path);
    if (!stat.isCharacterDevice()) return undefined;
    const major = (stat.rdev >> 8) & 0xfff;
    const minor = (stat.rdev & 0xff) | ((stat.rdev >> 12) & 0xfff00);
    return `${major}:${minor}`;
  } catch {
    return undefined;
  }
}

/**
 * A camera of v4l2loopback stays when the program ends that gives it pictures. It has a format as long as that program, or
 * anybody who reads, has it open.
 *
 * @see v4l2loopback, attr_show_format; no other driver has a file of this name there
 */
function isUnfed(node: string): boolean {
  return read(join(node, 'format')) === '';
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    return undefined;
  }
}
