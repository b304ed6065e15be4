import { type ChildProcess, execFile, execFileSync, spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { until } from '../until.js';

/** The scripts are not compiled, so they are not in dist/. */
const HERE = fileURLToPath(new URL('../../../test/package/', import.meta.url));
/** Where the kernel counts what a service has, and holds it to what its unit says: as on boards, or beside older hierarchies. */
const CGROUPS = ['/sys/fs/cgroup', '/sys/fs/cgroup/unified'].find((path) => existsSync(join(path, 'cgroup.controllers')));

/** The folder of a small Debian; or why there can be none, and what to do about it. */
export function buildRoot(): { readonly root: string } | { readonly obstacle: string } {
  if (CGROUPS === undefined) return { obstacle: 'it needs control groups of version 2: mount -t cgroup2 cgroup2 /sys/fs/cgroup' };
  const { status, stdout } = spawnSync(join(HERE, 'build-root.sh'), { stdio: ['ignore', 'pipe', 'inherit'], encoding: 'utf8' });
  if (status === 3) return { obstacle: stdout.trim() };
  if (status !== 0) throw new Error('the root could not be built; what it said is above');
  return { root: stdout.trim() };
}

/** A Debian that runs here under its own systemd, as on a board: only the kernel is this machine's. */
export class Machine implements AsyncDisposable {
  private constructor(
    private readonly outer: ChildProcess,
    private readonly pid: string,
    private readonly group: string,
  ) {}

  /** @param packages the folder that it has as /srv/packages */
  static async boot(root: string, packages: string): Promise<Machine> {
    const group = join(CGROUPS ?? '', `umec-lab-${process.pid}`);
    // 0 is whoever writes it
    const script = `mkdir -p ${group}; echo 0 > ${group}/cgroup.procs; exec unshare --cgroup "$@"`;
    const outer = spawn(
      'unshare',
      ['--mount', '--uts', '--ipc', '--net', '--pid', '--fork', '--kill-child', 'sh', '-ec', script, 'boot'].concat([
        join(HERE, 'machine.sh'),
        ...[root, packages],
      ]),
      { stdio: ['ignore', 'inherit', 'inherit'] },
    );
    await until(async () => children(outer.pid).length > 0 || outer.exitCode !== null, 10);
    const machine = new Machine(outer, children(outer.pid)[0] ?? '', group);
    await machine.until('systemctl is-system-running | grep -qE "running|degraded"');
    return machine;
  }

  /**
   * Runs commands in it, as root.
   *
   * @returns what they say
   * @throws Error with what they say when one of them fails
   */
  async run(commands: string): Promise<string> {
    const inside = ['--target', this.pid, '--mount', '--uts', '--ipc', '--net', '--pid', '--cgroup', '--root', '--wd'];
    const clean = ['env', '-i', 'PATH=/usr/sbin:/usr/bin:/sbin:/bin', 'HOME=/root', 'DEBIAN_FRONTEND=noninteractive'];
    const { stdout } = await promisify(execFile)('nsenter', [...inside, ...clean, 'sh', '-ec', `cd /root\n${commands}`], {
      maxBuffer: 2 ** 24,
    });
    return stdout.trim();
  }

  /** Waits until they succeed. */
  async until(commands: string): Promise<void> {
    await until(async () => {
      if (this.outer.exitCode !== null) throw new Error('the machine has ended');
      return this.run(commands).then(
        () => true,
        () => false,
      );
    }, 100);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const ended = new Promise((resolve) => this.outer.once('exit', resolve));
    execFileSync('kill', ['-KILL', this.pid]);
    await ended;
    execFileSync('find', [this.group, '-depth', '-type', 'd', '-exec', 'rmdir', '{}', ';']);
  }
}

function children(pid = 0): string[] {
  const { stdout } = spawnSync('pgrep', ['-P', String(pid)], { encoding: 'utf8' });
  return stdout.split('\n').filter(Boolean);
}
