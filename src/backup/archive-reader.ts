import { createHash } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import { GatewayError } from '../errors.js';
import { sumLine } from './archive-writer.js';
import { MOST_BYTES, SUMS } from './manifest.js';
import { BLOCK, type Entry, paddingOf, readTarHeader } from './tar.js';

const CHUNK = 2 ** 20;

/**
 * Reads a backup from its beginning to its end, and takes nothing that `ArchiveWriter` would not have written: another name,
 * another order, a bit that has turned.
 */
export class ArchiveReader {
  private at = 0;
  private sums = '';

  constructor(private readonly handle: FileHandle) {}

  /** @throws GatewayError `invalid` when this file does not follow, or is too long to be read whole */
  async text(name: string): Promise<string> {
    const chunks: Uint8Array[] = [];
    const entry = await this.header(name);
    if (entry.bytes > MOST_BYTES) throw broken(`${name} has ${entry.bytes} bytes, expected at most ${MOST_BYTES}`);
    await this.content(entry, (chunk) => {
      chunks.push(Buffer.from(chunk));
      return Promise.resolve();
    });
    return Buffer.concat(chunks).toString('utf8');
  }

  /**
   * @param take gets the file's content, piece by piece, in a buffer that is used again
   * @throws GatewayError `invalid` when this file does not follow
   */
  async file({ name, bytes }: Entry, take: (chunk: Uint8Array) => Promise<void>): Promise<void> {
    const entry = await this.header(name);
    if (entry.bytes !== bytes) throw broken(`${name} has ${entry.bytes} bytes, expected ${bytes}`);
    await this.content(entry, take);
  }

  /** What ends an archive. @throws GatewayError `invalid` when the sums are not those of what was read */
  async end(): Promise<void> {
    const expected = this.sums;
    if ((await this.text(SUMS)) !== expected) throw broken(`its content is not what ${SUMS} says: it was damaged or changed`);
    await this.zeros(2 * BLOCK);
    const { bytesRead } = await this.handle.read(Buffer.alloc(1), 0, 1, this.at);
    if (bytesRead > 0) throw broken('something follows its end');
  }

  private async header(name: string): Promise<Entry> {
    const entry = readTarHeader(await this.take(Buffer.alloc(BLOCK)));
    if (entry?.name !== name) throw broken(`expected ${name} at byte ${this.at - BLOCK}`);
    return entry;
  }

  private async content({ name, bytes }: Entry, take: (chunk: Uint8Array) => Promise<void>): Promise<void> {
    const hash = createHash('sha256');
    const buffer = Buffer.allocUnsafe(Math.min(CHUNK, bytes));
    for (let left = bytes; left > 0;) {
      const chunk = await this.take(buffer.subarray(0, Math.min(CHUNK, left)));
      hash.update(chunk);
      await take(chunk);
      left -= chunk.length;
    }
    await this.zeros(paddingOf(bytes));
    this.sums += sumLine(hash.digest('hex'), name);
  }

  private async zeros(count: number): Promise<void> {
    const read = await this.take(Buffer.alloc(count));
    if (read.some((byte) => byte !== 0)) throw broken(`expected zeros at byte ${this.at - count}`);
  }

  /** Fills the buffer. */
  private async take(buffer: Buffer): Promise<Buffer> {
    for (let filled = 0; filled < buffer.length;) {
      const { bytesRead } = await this.handle.read(buffer, filled, buffer.length - filled, this.at);
      if (bytesRead === 0) throw broken(`it ends at byte ${this.at}, where more was expected`);
      filled += bytesRead;
      this.at += bytesRead;
    }
    return buffer;
  }
}

function broken(what: string): GatewayError {
  return new GatewayError('invalid', what);
}
