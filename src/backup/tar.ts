/** Tar is cut into blocks of so many bytes. */
export const BLOCK = 512;

/** A file in an archive. */
export interface Entry {
  readonly name: string;
  readonly bytes: number;
}

/** More than eleven octal digits can say is written in binary, as all programs of today read it. */
const MOST_OCTAL = 0o77777777777;

/**
 * The header of a file that only its owner may read.
 *
 * @param name ASCII, up to 100 characters
 * @param modifiedS s since the epoch
 * @see POSIX.1-2017, pax: ustar interchange format
 */
export function tarHeader({ name, bytes }: Entry, modifiedS: number): Buffer {
  const header = Buffer.alloc(BLOCK);
  header.write(name, 0, 100, 'ascii');
  header.write('0000600', 100, 'ascii');
  header.write('0000000', 108, 'ascii');
  header.write('0000000', 116, 'ascii');
  if (bytes <= MOST_OCTAL) header.write(octal(bytes), 124, 'ascii');
  else {
    header.writeUInt8(0x80, 124);
    header.writeBigUInt64BE(BigInt(bytes), 128);
  }
  header.write(octal(modifiedS), 136, 'ascii');
  header.write(' '.repeat(8), 148, 'ascii');
  header.write('0', 156, 'ascii');
  header.write('ustar\u000000', 257, 'ascii');
  return summed(header);
}

/**
 * @param block a header as `tarHeader` makes it, and no other
 * @returns undefined for anything else
 */
export function readTarHeader(block: Buffer): Entry | undefined {
  const name = textAt(block, 0, 100);
  const bytes = block[124] === 0x80 ? Number(block.readBigUInt64BE(128)) : numberAt(block, 124);
  const modifiedS = numberAt(block, 136);
  if (bytes === undefined || modifiedS === undefined || !Number.isSafeInteger(bytes)) return undefined;
  const entry = { name, bytes };
  return tarHeader(entry, modifiedS).equals(block) ? entry : undefined;
}

/** How many zeros follow so many bytes, up to the next block. */
export function paddingOf(bytes: number): number {
  return (BLOCK - (bytes % BLOCK)) % BLOCK;
}

/** How long an archive of these files is: with headers, zeros between and the two empty blocks at the end. */
export function tarBytes(entries: readonly Entry[]): number {
  return entries.reduce((sum, { bytes }) => sum + BLOCK + bytes + paddingOf(bytes), 2 * BLOCK);
}

function summed(header: Buffer): Buffer {
  const sum = header.reduce((total, byte) => total + byte, 0);
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148, 'ascii');
  return header;
}

const octal = (value: number): string => value.toString(8).padStart(11, '0');

function textAt(block: Buffer, at: number, length: number): string {
  const text = block.toString('latin1', at, at + length);
  return text.slice(0, (text + '\0').indexOf('\0'));
}

function numberAt(block: Buffer, at: number): number | undefined {
  const text = block.toString('latin1', at, at + 11);
  return /^[0-7]{11}$/.test(text) ? parseInt(text, 8) : undefined;
}
