import { describe, it } from '@jest/globals';
import { existsSync } from 'node:fs';

/** What a fault needs of the machine, and how to get it. */
const NEEDS = {
  root: [process.getuid?.() === 0, 'run it as root'],
  influxd: [existsSync('/usr/bin/influxd'), 'apt-get install influxdb'],
  loop: [
    existsSync('/dev/loop-control') && existsSync('/usr/sbin/mkfs.ext4'),
    'apt-get install e2fsprogs mount, and a kernel with loop devices',
  ],
  eatmydata: [existsSync('/usr/bin/eatmydata'), 'apt-get install eatmydata'],
  libfiu: [existsSync('/usr/bin/fiu-ctrl'), 'apt-get install fiu-utils'],
  faketime: [existsSync('/usr/bin/faketime'), 'apt-get install faketime'],
  nft: [existsSync('/usr/sbin/nft') && existsSync('/usr/sbin/ip'), 'apt-get install nftables iproute2'],
} as const satisfies Record<string, readonly [boolean, string]>;

/** @returns what is missing and how to get it; undefined when all is there */
export function missing(...needs: readonly (keyof typeof NEEDS)[]): string | undefined {
  const absent = needs.filter((need) => !NEEDS[need][0]);
  return absent.length === 0 ? undefined : absent.map((need) => NEEDS[need][1]).join('; ');
}

/** `describe`, or one test that says what to do about what is missing. */
export function withNeeds(...needs: readonly (keyof typeof NEEDS)[]): (name: string, tests: () => void) => void {
  const cure = missing(...needs);
  if (cure === undefined) return (name, tests) => describe(name, tests);
  return (name) => describe(name, () => it.todo(`is not tried here (${cure})`));
}
