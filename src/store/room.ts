import { randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, openSync, renameSync, rmSync, statfsSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { messageOf } from '../errors.js';
import { placeOf } from './place.js';
import type { LogBounds } from './steady-database.js';

const RESERVE = 4 * 1024 * 1024;
/** A small disk keeps so much of itself back, and no more. */
const ONE_IN = 16;
const PIECE = 64 * 1024;
const PAGE = 4096;
const LARGEST_LOG = 1000;

/**
 * How much of the disk readings may use: they leave as much as the reserve is, and never the last.
 *
 * The reserve is a file that holds nothing, so that state and audit log can be written on a disk that readings, or others, have
 * filled: it is given up for them, and made again when there is room for it twice.
 */
export class Room {
  /** How large the reserve is, bytes. */
  readonly bytes: number;
  private readonly path: string;
  private isWhole: boolean;

  constructor(
    private readonly dir: string,
    private readonly report: (message: string) => void,
  ) {
    const { blocks, bsize } = statfsSync(dir);
    this.bytes = Math.min(RESERVE, Math.floor((blocks * bsize) / ONE_IN));
    this.path = join(dir, 'reserve');
    this.isWhole = (placeOf(this.path)?.size ?? 0) >= this.bytes;
  }

  /** What readings leave free is enough to put their log into their file, as large as it may be. */
  get log(): LogBounds {
    return { pages: Math.max(1, Math.min(LARGEST_LOG, Math.floor(this.bytes / PAGE))) };
  }

  /**
   * Whether readings may take more of the disk than they have.
   *
   * @param promised bytes that what they have in the write-ahead log will take yet
   */
  isForReadings(promised: number): boolean {
    return this.free - promised >= (this.isWhole ? this.bytes : 2 * this.bytes);
  }

  /** Gives the reserve up. */
  release(): void {
    if (!placeOf(this.path)) return;
    rmSync(this.path, { force: true });
    this.isWhole = false;
    this.report(`the disk of ${this.dir} is full: the reserve is given up for state and audit log, and readings wait`);
  }

  /** Makes the reserve when it is not there and there is room for it. */
  restore(): void {
    if (this.isWhole || this.free < 2 * this.bytes) return;
    const fresh = `${this.path}.new`;
    try {
      allocate(fresh, this.bytes);
      renameSync(fresh, this.path);
      this.isWhole = true;
    } catch (error) {
      rmSync(fresh, { force: true });
      this.report(`no reserve in ${this.dir}: ${messageOf(error)}`);
    }
  }

  /** bytes */
  private get free(): number {
    const { bavail, bsize } = statfsSync(this.dir);
    return bavail * bsize;
  }
}

/** Of random bytes: some file systems keep what is alike only once, or not at all. */
function allocate(path: string, bytes: number): void {
  const handle = openSync(path, 'w', 0o600);
  try {
    for (let left = bytes; left > 0;) left -= writeSync(handle, randomBytes(Math.min(PIECE, left)));
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
