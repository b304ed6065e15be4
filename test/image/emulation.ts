import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const BINFMT = '/proc/sys/fs/binfmt_misc';

/** Processors that qemu stands in for, by its names. */
export type Emulated = 'aarch64' | 'arm';

/** As long as it is not disposed, the kernel starts programs of no other processor. */
export function withoutEmulation(): Disposable {
  const mounted = mountBinfmt();
  const active = readdirSync(BINFMT).filter((name) => name.startsWith('qemu-') && isEnabled(name));
  for (const name of active) writeFileSync(join(BINFMT, name), '0');
  return {
    [Symbol.dispose]: () => {
      for (const name of active) writeFileSync(join(BINFMT, name), '1');
      mounted[Symbol.dispose]();
    },
  };
}

/** As long as it is not disposed, the kernel starts programs of this processor through qemu. */
export function withEmulation(cpu: Emulated): Disposable {
  const mounted = mountBinfmt();
  const entry = join(BINFMT, `qemu-${cpu}`);
  const was = existsSync(entry);
  if (!was) writeFileSync(join(BINFMT, 'register'), readFileSync(`/usr/lib/binfmt.d/qemu-${cpu}.conf`, 'latin1'), 'latin1');
  return {
    [Symbol.dispose]: () => {
      if (!was) writeFileSync(entry, '-1');
      mounted[Symbol.dispose]();
    },
  };
}

function isEnabled(name: string): boolean {
  return readFileSync(join(BINFMT, name), 'utf8').startsWith('enabled');
}

function mountBinfmt(): Disposable {
  if (existsSync(join(BINFMT, 'register'))) return { [Symbol.dispose]: () => undefined };
  execFileSync('mount', ['-t', 'binfmt_misc', 'binfmt_misc', BINFMT]);
  return { [Symbol.dispose]: () => void execFileSync('umount', [BINFMT]) };
}
