import { readFileSync } from 'node:fs';

/**
 * Of a Node.js, whatever processor it is for: the binary says where its headers are.
 *
 * @returns major, minor and patch; undefined for Debian's, which has that in a library
 */
export function nodeVersion(binary) {
  const [, version] = /\/v(\d+\.\d+\.\d+)\/node-v\1-headers/.exec(readFileSync(binary, 'latin1')) ?? [];
  return version;
}
