import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const BINFMT = '/proc/sys/fs/binfmt_misc';

/** Processors that qemu stands in for, by its names. */
export type Emulated = 'aarch64' | 'arm';

/** As long as it is not disposed, the kernel starts programs of no other processor. */
export function withoutEmulation(): AsyncDisposable {
  const mounted = mountBinfmt();
  const active = readdirSync(BINFMT).filter((name) => name.startsWith('qemu-') && isEnabled(name));
  const undo = afterwards([...active.map((name) => `echo 1 > ${BINFMT}/${name}`), ...mounted]);
  for (const name of active) writeFileSync(join(BINFMT, name), '0');
  return undo;
}

/** As long as it is not disposed, the kernel starts programs of this processor through qemu. */
export function withEmulation(cpu: Emulated): AsyncDisposable {
  const mounted = mountBinfmt();
  const entry = join(BINFMT, `qemu-${cpu}`);
  const was = existsSync(entry);
  const undo = afterwards([...(was ? [] : [`echo -1 > ${entry}`]), ...mounted]);
  if (!was) writeFileSync(join(BINFMT, 'register'), readFileSync(`/usr/lib/binfmt.d/qemu-${cpu}.conf`, 'latin1'), 'latin1');
  return undo;
}

function isEnabled(name: string): boolean {
  return readFileSync(join(BINFMT, name), 'utf8').startsWith('enabled');
}

/** @returns what takes it away again */
function mountBinfmt(): string[] {
  if (existsSync(join(BINFMT, 'register'))) return [];
  execFileSync('mount', ['-t', 'binfmt_misc', 'binfmt_misc', BINFMT]);
  return [`umount ${BINFMT}`];
}

/**
 * What is changed here holds for the whole machine: a shell of its own session undoes it, when it is told to, and also when this process is
 * killed.
 */
function afterwards(commands: readonly string[]): AsyncDisposable {
  const shell = spawn('sh', ['-c', ['read line', ...commands].join('\n')], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  return {
    [Symbol.asyncDispose]: async () => {
      const ended = once(shell, 'exit');
      shell.stdin.end();
      await ended;
    },
  };
}
