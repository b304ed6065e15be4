import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { buffer, text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { hasProgram } from '../has-program.js';

export const repository = fileURLToPath(new URL('../../../', import.meta.url));
/** Where bases and layers are kept from run to run. */
export const cache = process.env.IMAGE_CACHE ?? join(homedir(), '.cache/umec-image');

const PACKAGES = ['buildah', 'podman', 'runc', 'mmdebstrap', 'qemu-user-static', 'netavark', 'uidmap', 'catatonit'];
const PROGRAMS = ['buildah', 'podman', 'runc', 'mmdebstrap', 'qemu-aarch64-static'];

/** Why no image can be built here, and what to do about it. */
export function obstacle(): string | undefined {
  if (process.platform !== 'linux' || process.arch !== 'x64' || process.getuid?.() !== 0)
    return 'images are built as root on Linux on x86-64';
  if (PROGRAMS.every((program) => hasProgram(program, '--version'))) return undefined;
  return `run apt-get install --no-install-recommends ${PACKAGES.join(' ')}`;
}

/** runc, for crun does not take every arrangement of cgroups; and no limits above those that a container of ours may have itself. */
const CONTAINERS = `[containers]
default_ulimits = ["nofile=4096:4096", "nproc=4096:4096"]
[engine]
runtime = "runc"
cgroup_manager = "cgroupfs"
events_logger = "file"
[network]
network_backend = "netavark"
`;

/** A store of its own, so that nothing of the machine's is seen or touched. */
const STORAGE = `[storage]
driver = "overlay"
graphroot = "${cache}/store"
runroot = "/run/umec-image"
`;

function environment(): NodeJS.ProcessEnv {
  const files = { CONTAINERS_CONF: CONTAINERS, CONTAINERS_STORAGE_CONF: STORAGE };
  mkdirSync(cache, { recursive: true });
  for (const [name, content] of Object.entries(files)) writeFileSync(join(cache, name), content);
  const paths = Object.fromEntries(Object.keys(files).map((name) => [name, join(cache, name)]));
  // without systemd nobody would call health checks by themselves: the tests do
  return { ...process.env, ...paths, BUILDAH_ISOLATION: 'chroot', DISABLE_HC_SYSTEMD: 'true' };
}

export interface Ran {
  readonly code: number | null;
  readonly stdout: Buffer;
  readonly stderr: string;
}

/** Runs a program to its end, whatever that is. What podman starts leaves a file where it stands when memory runs out, and not here. */
export async function tryRun(program: string, args: readonly string[], cwd = standOf(program)): Promise<Ran> {
  const child = spawn(program, args, { cwd, env: environment(), stdio: ['ignore', 'pipe', 'pipe'] });
  const [stdout, stderr, [code]] = await Promise.all([
    buffer(child.stdout),
    text(child.stderr),
    once(child, 'close') as Promise<[number | null]>,
  ]);
  return { code, stdout, stderr };
}

const standOf = (program: string): string => (program === 'podman' ? cache : repository);

/**
 * @returns what it said, without the last line break
 * @throws Error with all that it said, when it fails
 */
export async function run(program: string, args: readonly string[], cwd?: string): Promise<string> {
  const { code, stdout, stderr } = await tryRun(program, args, cwd);
  if (code !== 0) throw new Error(`${program} ${args.join(' ')} ended with ${code}:\n${String(stdout)}${stderr}`);
  return String(stdout).trimEnd();
}
