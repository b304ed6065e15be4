import { execFileSync } from 'node:child_process';
import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { messageOf } from '../../src/errors.js';
import { repository } from './build-lab.js';

const packages = join(repository, 'node_modules');
/** What to do where it cannot be compiled. */
export const COMPILES_EPOLL = 'apt-get install g++ make python3, and a node that has its headers beside it';

/**
 * What onoff hears edges with, compiled for this node, which is the guest's too. No package's install script runs here, so it is
 * made on its own, once, in the folder where labs are kept.
 *
 * @returns where it is; undefined where it cannot be made (stderr says why)
 */
export function epollBinary(): string | undefined {
  try {
    return made();
  } catch (error) {
    console.error(`lab: epoll cannot be compiled, so onoff is left out (${COMPILES_EPOLL}): ${messageOf(error)}`);
    return undefined;
  }
}

function made(): string {
  const { version } = JSON.parse(readFileSync(join(packages, 'epoll/package.json'), 'utf8')) as { readonly version: string };
  const cache = process.env.LAB_CACHE ?? join(homedir(), '.cache/umec-lab');
  const binary = join(cache, `epoll-${version}-node-${process.version}.node`);
  if (existsSync(binary)) return binary;
  mkdirSync(cache, { recursive: true });
  const work = mkdtempSync(join(cache, 'building.epoll.'));
  try {
    compile(work);
    copyFileSync(join(work, 'node_modules/epoll/build/Release/epoll.node'), join(work, 'whole'));
    renameSync(join(work, 'whole'), binary);
    return binary;
  } finally {
    rmSync(work, { recursive: true });
  }
}

function compile(work: string): void {
  for (const name of ['epoll', 'bindings', 'nan'])
    cpSync(join(packages, name), join(work, 'node_modules', name), { recursive: true, dereference: true });
  writeFileSync(join(work, 'package.json'), '{}');
  // its headers are beside node; otherwise they would be downloaded
  const nodedir = dirname(dirname(process.execPath));
  if (!existsSync(join(nodedir, 'include/node/node.h'))) throw new Error(`there are no headers of node in ${nodedir}/include`);
  execFileSync('npm', ['rebuild', 'epoll', '--ignore-scripts=false'], {
    cwd: work,
    env: { ...process.env, npm_config_nodedir: nodedir },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
}
