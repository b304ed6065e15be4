import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import type { Machine } from './machine.js';

export type Guest = {
  readonly machine: Machine;
  /** The folder that build-lab.sh made. */
  readonly lab: string;
  /** Shared with the guest for both to write: scripts go in, their output comes out. */
  readonly shared: string;
  /** The image that has the gateway on it. */
  readonly gateway: string;
  /** Ports of 127.0.0.1 that lead to the guest's 8080 and 8081. */
  readonly ports: readonly [number, number];
  /** Where the emulator makes the sockets that it is asked at, see `OuterLines`. */
  readonly sockets: string;
};

/**
 * Nothing of the host's own hardware is used, KVM neither: what is proved must be provable on any machine.
 * Tests of the crypto drivers are left out, because one of them fails under emulation when Bluetooth is loaded.
 */
const KERNEL = 'quiet panic=-1 cryptomgr.notests mitigations=off';

/** Starts the guest. Its console is on stdout; it ends when the guest powers off. */
export function startQemu({ machine, lab, shared, gateway, ports, sockets }: Guest): ChildProcess {
  const args = [
    [...machine.qemu, '-accel', 'tcg,thread=multi', '-smp', '2', '-m', '1024'],
    ['-nodefaults', '-no-reboot', '-display', 'none', '-serial', 'stdio'],
    ['-kernel', join(lab, 'kernel'), '-initrd', join(lab, 'initramfs'), '-append', `console=${machine.console} ${KERNEL}`],
    // what the guest writes is forgotten, so that every start is the first
    ['-drive', `file=${join(lab, 'root.img')},if=virtio,format=raw,snapshot=on`],
    ['-drive', `file=${gateway},if=virtio,format=raw,readonly=on`],
    ['-virtfs', `local,path=${shared},mount_tag=lab,security_model=none`],
    // nothing is started from the network, so the card needs no firmware for it
    ['-netdev', `user,id=net,${ports.map(forward).join()}`, '-device', 'virtio-net-pci,netdev=net,romfile='],
    ['-device', 'virtio-rng-pci'],
    ['-qmp', `unix:${join(sockets, 'qmp')},server=on,wait=off`],
    ['-qtest', `unix:${join(sockets, 'qtest')},server=on,wait=off`, '-qtest-log', 'none'],
  ];
  // an emulator that outlives a test that was killed would slow down all that come after
  return spawn('setpriv', ['--pdeathsig', 'KILL', ...args.flat()], { stdio: ['ignore', 'pipe', 'pipe'] });
}

function forward(port: number, index: number): string {
  return `hostfwd=tcp:127.0.0.1:${port}-:${8080 + index}`;
}
