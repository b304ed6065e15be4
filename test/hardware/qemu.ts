import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';

export type Machine = {
  /** The folder that build-lab.sh made. */
  readonly lab: string;
  /** Shared with the guest for both to write: scripts go in, their output comes out. */
  readonly shared: string;
  /** The image that has the gateway on it. */
  readonly gateway: string;
  /** Port of 127.0.0.1 that leads to the guest's 8080. */
  readonly port: number;
};

/**
 * Nothing of the host's own hardware is used, KVM neither: what is proved must be provable on any machine.
 * Tests of the crypto drivers are left out, because one of them fails under emulation when Bluetooth is loaded.
 */
const KERNEL = 'console=ttyS0 quiet panic=-1 cryptomgr.notests mitigations=off';

/** Starts the guest. Its console is on stdout; it ends when the guest powers off. */
export function startQemu({ lab, shared, gateway, port }: Machine): ChildProcess {
  const args = [
    // sharp needs what came with this processor, and each thing more costs time to emulate
    ['-accel', 'tcg,thread=multi', '-cpu', 'Nehalem', '-smp', '2', '-m', '1024'],
    ['-nodefaults', '-no-reboot', '-display', 'none', '-serial', 'stdio'],
    ['-kernel', join(lab, 'vmlinux'), '-initrd', join(lab, 'initramfs'), '-append', KERNEL],
    // what the guest writes is forgotten, so that every start is the first
    ['-drive', `file=${join(lab, 'root.img')},if=virtio,format=raw,snapshot=on`],
    ['-drive', `file=${gateway},if=virtio,format=raw,readonly=on`],
    ['-virtfs', `local,path=${shared},mount_tag=lab,security_model=none`],
    ['-nic', `user,model=virtio-net-pci,hostfwd=tcp:127.0.0.1:${port}-:8080`, '-device', 'virtio-rng-pci'],
  ];
  // an emulator that outlives a test that was killed would slow down all that come after
  return spawn('setpriv', ['--pdeathsig', 'KILL', 'qemu-system-x86_64', ...args.flat()], { stdio: ['ignore', 'pipe', 'pipe'] });
}
