#!/usr/bin/env node
// Takes out of node_modules what a gateway on Linux with glibc never reads: packages for other processors or for musl, types, source
// maps and texts (licences stay). Fails where a binary would be left that the processor cannot run.
//   node scripts/image/prune-packages.mjs NODE_MODULES x64|arm64|arm
import { Buffer } from 'node:buffer';
import { closeSync, openSync, readdirSync, readSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** e_machine of the ELF header, by npm's name for the processor. */
const MACHINES = { x64: 62, arm64: 183, arm: 40 };
const UNREAD = /\.(d\.[cm]?ts|[cm]?ts|map|md|markdown)$/;
const LICENCE = /licen[cs]e|notice|copying/i;

const [root, cpu] = process.argv.slice(2);
if (root === undefined || !(cpu in MACHINES)) throw new Error('usage: prune-packages.mjs NODE_MODULES x64|arm64|arm');

// npm takes those for musl along, where their package.json does not say that they are
for (const file of binaries()) {
  const owner = packageOf(file);
  if (/musl/.test(file)) rmSync(/musl/.test(owner) ? owner : dirname(file), { recursive: true, force: true });
}
for (const file of files()) if (UNREAD.test(file) && !LICENCE.test(file)) rmSync(file);
for (const name of ['.package-lock.json', '.umec-installed', '.bin']) rmSync(join(root, name), { recursive: true, force: true });

const foreign = binaries().filter((file) => machineOf(file) !== MACHINES[cpu]);
if (foreign.length > 0) throw new Error(`not for ${cpu}: ${foreign.join(', ')}`);

function files() {
  const all = readdirSync(root, { recursive: true, withFileTypes: true });
  return all.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath ?? entry.path, entry.name));
}

function binaries() {
  return files().filter((file) => machineOf(file) !== undefined);
}

/** The folder of the package that has the file. */
function packageOf(file) {
  return /^.*node_modules\/(@[^/]+\/)?[^/]+/.exec(file)[0];
}

/** @returns undefined for what is no ELF file */
function machineOf(file) {
  const head = Buffer.alloc(20);
  const open = openSync(file);
  readSync(open, head);
  closeSync(open);
  return head.toString('latin1', 0, 4) === '\x7fELF' ? head.readUInt16LE(18) : undefined;
}
