import { statfsSync } from 'node:fs';
import { GatewayError, messageOf } from '../errors.js';

const MIB = 2 ** 20;
/** What is left to the gateway, which goes on writing. */
const RESERVE = 32 * MIB;

/**
 * @param dir on the disk that is asked
 * @param bytes what is to be written there
 * @throws GatewayError `unavailable` when the disk would not have room enough
 */
export function requireRoom(dir: string, bytes: number): void {
  const free = freeIn(dir);
  if (free >= bytes + RESERVE) return;
  const needed = `${mib(bytes)} MiB, and ${mib(RESERVE)} MiB that stay free`;
  throw new GatewayError('unavailable', `there is no room in ${dir}: ${mib(free)} MiB are free, expected ${needed}`);
}

function freeIn(dir: string): number {
  try {
    const { bavail, bsize } = statfsSync(dir);
    return bavail * bsize;
  } catch (cause) {
    throw new GatewayError('unavailable', `${dir} cannot be used: ${messageOf(cause)}`, { cause });
  }
}

/** Of the size of a file, for people. */
export function mib(bytes: number): string {
  return (bytes / MIB).toFixed(bytes < 10 * MIB ? 1 : 0);
}
