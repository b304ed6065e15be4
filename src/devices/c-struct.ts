import { endianness } from 'node:os';

/** What programs and the kernel hand each other: structures of C as bytes, and the numbers of ioctls. */

/** Whether numbers begin with their lowest byte, as on all machines that we run on. */
export const LITTLE = endianness() === 'LE';

export function viewOf({ buffer, byteOffset, byteLength }: Uint8Array): DataView {
  return new DataView(buffer, byteOffset, byteLength);
}

/** @returns what stands in a field of `size` bytes, up to the first that is 0 */
export function readName(bytes: Uint8Array, at: number, size: number): string {
  const field = bytes.subarray(at, at + size);
  const end = field.indexOf(0);
  return Buffer.from(end < 0 ? field : field.subarray(0, end)).toString();
}

const WAY = { write: 1, read: 2, both: 3 } as const;

/**
 * @param type the letter of the subsystem
 * @param size of the structure, bytes
 * @param way what the kernel does with the structure, as seen from the program
 * @see include/uapi/asm-generic/ioctl.h; all architectures that we run on use it
 */
export function ioctlNumber(type: number, command: number, size: number, way: keyof typeof WAY = 'both'): number {
  return WAY[way] * 2 ** 30 + size * 2 ** 16 + type * 2 ** 8 + command;
}
