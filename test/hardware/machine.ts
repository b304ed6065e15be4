/** A computer that qemu emulates. */
export interface Machine {
  /** As build-lab.sh knows it. */
  readonly name: 'x86-64' | 'arm64' | 'armv7';
  /** The emulator, and what it is told of the machine alone. */
  readonly qemu: readonly [program: string, ...args: string[]];
  /** The kernel's name for the serial line. */
  readonly console: string;
  /** npm's name for the processor. */
  readonly cpu: 'x64' | 'arm64' | 'arm';
}

export const x86: Machine = {
  name: 'x86-64',
  // sharp needs what came with this processor, and each thing more costs time to emulate
  qemu: ['qemu-system-x86_64', '-cpu', 'Nehalem'],
  console: 'ttyS0',
  cpu: 'x64',
};

/** With the cores of a Raspberry Pi 4, and a PL061 with eight lines as its GPIO chip. */
export const arm64: Machine = {
  name: 'arm64',
  qemu: ['qemu-system-aarch64', '-M', 'virt', '-cpu', 'cortex-a72'],
  console: 'ttyAMA0',
  cpu: 'arm64',
};

/** Like arm64; of the processors before, qemu's board takes this one. Its kernel reaches no more than 4 GiB, the bus must be there. */
export const armv7: Machine = {
  name: 'armv7',
  qemu: ['qemu-system-arm', '-M', 'virt,highmem=off', '-cpu', 'cortex-a15'],
  console: 'ttyAMA0',
  cpu: 'arm',
};
