import { readFileSync } from 'node:fs';

/** For what is no client's: the store, ffmpeg and its pipes, notifications on their way, Node itself. */
const RESERVED = 192;

/**
 * How many connections this process can have and still open files of its own.
 *
 * @param descriptors how many files it may have open; undefined when nobody knows
 * @param wanted the most that it should be
 */
export function affordableConnections(descriptors: number | undefined, wanted: number): number {
  if (descriptors === undefined) return wanted;
  return Math.max(1, Math.min(wanted, Math.max(descriptors - RESERVED, Math.floor(descriptors / 2))));
}

/**
 * How many files this process may have open. Node has raised it to what it may be at most before any line of ours runs.
 *
 * @param path what the kernel says of the process's limits
 * @returns undefined where nobody says, or where there is no limit
 * @see proc_pid_limits(5)
 */
export function descriptorLimit(path = '/proc/self/limits'): number | undefined {
  try {
    const [, soft] = /^Max open files\s+(\d+)/m.exec(readFileSync(path, 'latin1')) ?? [];
    return soft === undefined ? undefined : Number(soft);
  } catch {
    return undefined; // another kernel than Linux
  }
}
