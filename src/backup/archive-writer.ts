import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { GatewayError } from '../errors.js';
import { SUMS } from './manifest.js';
import { BLOCK, type Entry, paddingOf, tarHeader } from './tar.js';

/** Where the bytes go; resolves when it takes more. */
export type Sink = (bytes: Uint8Array) => Promise<void>;

const CHUNK = 2 ** 20;

/** Writes a backup, one file after the other: a tar, and at its end the SHA-256 of each file. */
export class ArchiveWriter {
  private sums = '';

  /** @param modifiedS s since the epoch, of all the files */
  constructor(
    private readonly sink: Sink,
    private readonly modifiedS: number,
  ) {}

  text(name: string, text: string): Promise<void> {
    return this.whole(name, Buffer.from(text));
  }

  async whole(name: string, bytes: Uint8Array): Promise<void> {
    await this.entry({ name, bytes: bytes.length }, [bytes]);
  }

  /**
   * The first bytes of a file that does not change.
   *
   * @param between is called after each MiB, and may throw
   * @throws GatewayError `unavailable` when there are fewer
   */
  async file(entry: Entry, path: string, between: () => void): Promise<void> {
    await this.entry(entry, chunksOf(path, entry.bytes, between));
  }

  /** The sums, and what ends an archive. */
  async end(): Promise<void> {
    await this.text(SUMS, this.sums);
    await this.sink(Buffer.alloc(2 * BLOCK));
  }

  private async entry(entry: Entry, chunks: Iterable<Uint8Array> | AsyncIterable<Uint8Array>): Promise<void> {
    await this.sink(tarHeader(entry, this.modifiedS));
    const hash = createHash('sha256');
    for await (const chunk of chunks) {
      hash.update(chunk);
      await this.sink(chunk);
    }
    await this.sink(Buffer.alloc(paddingOf(entry.bytes)));
    this.sums += sumLine(hash.digest('hex'), entry.name);
  }
}

/** As `sha256sum` writes it. */
export function sumLine(sum: string, name: string): string {
  return `${sum}  ${name}\n`;
}

async function* chunksOf(path: string, bytes: number, between: () => void): AsyncIterable<Uint8Array> {
  await using handle = await open(path, 'r');
  for (let at = 0; at < bytes;) {
    between();
    const { bytesRead, buffer } = await handle.read(Buffer.allocUnsafe(CHUNK), 0, Math.min(CHUNK, bytes - at), at);
    if (bytesRead === 0) throw new GatewayError('unavailable', `${path} ends after ${at} bytes, expected ${bytes}`);
    yield buffer.subarray(0, bytesRead);
    at += bytesRead;
  }
}
