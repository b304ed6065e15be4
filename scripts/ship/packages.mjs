import { join } from 'node:path';
import { install } from './install.mjs';
import { prune } from './prune.mjs';

/** sysfs, which onoff speaks, is read-only for a service and in a container. Its epoll would have to be compiled, too. */
const NEVER = ['onoff'];
/** For a Node that has no SQLite of its own, as before 22.13. */
const WITHOUT_SQLITE = ['libsql'];

/**
 * Installs the packages that the gateway needs, and of each what is read.
 *
 * @param root where package.json and package-lock.json are
 * @param cpu npm's name of the processor
 * @param version of the Node.js that will run them, where that is known
 * @param folder that has them afterwards, as node_modules
 */
export function installPackages(root, { cpu, version }, folder) {
  const left = hasSqlite(version) ? [...NEVER, ...WITHOUT_SQLITE] : NEVER;
  install(root, folder, (manifest) => without(left, manifest), '--omit=dev', `--cpu=${cpu}`, '--os=linux', '--libc=glibc');
  prune(join(folder, 'node_modules'), cpu);
}

function hasSqlite(version = '0.0.0') {
  const [major, minor] = version.split('.').map(Number);
  return major > 22 || (major === 22 && minor >= 13);
}

function without(names, manifest) {
  const wanted = Object.entries(manifest.optionalDependencies).filter(([name]) => !names.includes(name));
  return { ...manifest, optionalDependencies: Object.fromEntries(wanted) };
}
