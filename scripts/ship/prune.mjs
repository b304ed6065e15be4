import { readdirSync, rmdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { MACHINES, machineOf } from './elf.mjs';
import { isUnread } from './unread.mjs';

/**
 * Takes out of a folder node_modules what nothing reads where the gateway runs; licences stay.
 *
 * @param cpu npm's name of the processor
 * @throws Error where something would be left that this processor cannot run
 */
export function prune(modules, cpu) {
  const foreign = pruned(modules, '').filter((path) => ![undefined, MACHINES[cpu]].includes(machineOf(join(modules, path))));
  if (foreign.length > 0) throw new Error(`not for ${cpu}: ${foreign.join(', ')}`);
}

/** @returns the files that are left below `at` */
function pruned(modules, at) {
  const left = readdirSync(join(modules, at), { withFileTypes: true }).flatMap((entry) => {
    const path = `${at}/${entry.name}`;
    if (entry.isDirectory()) return pruned(modules, path);
    if (!isUnread(path)) return [path];
    rmSync(join(modules, path));
    return [];
  });
  if (left.length === 0) rmdirSync(join(modules, at));
  return left;
}
