import { Buffer } from 'node:buffer';
import { closeSync, openSync, readSync } from 'node:fs';

/** e_machine (ELF specification), by npm's name of the processor. */
export const MACHINES = { x64: 62, arm64: 183, arm: 40 };

/** @returns e_machine of a program or library; undefined for any other file */
export function machineOf(file) {
  const head = Buffer.alloc(20);
  const open = openSync(file);
  readSync(open, head);
  closeSync(open);
  return head.toString('latin1', 0, 4) === '\x7fELF' ? head.readUInt16LE(18) : undefined;
}
