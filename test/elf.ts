import { closeSync, openSync, readSync } from 'node:fs';

/** e_machine (ELF specification), by Debian's name of the processor. */
export const MACHINES = { amd64: 62, arm64: 183, armhf: 40 };
export type Architecture = keyof typeof MACHINES;

/** @returns for which processor a file is; undefined for what is none for any */
export function machineOf(file: string): number | undefined {
  const head = Buffer.alloc(20);
  const open = openSync(file, 'r');
  readSync(open, head);
  closeSync(open);
  return head.toString('latin1', 0, 4) === '\x7fELF' ? head.readUInt16LE(18) : undefined;
}
