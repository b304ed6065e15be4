import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { uptime } from 'node:os';
import { join } from 'node:path';
import { type Clock, systemClock } from '../../clock.js';
import type { TimeSource } from '../../registry/timing.js';
import type { ClockWitness } from '../../sensors/clock-trust.js';
import { ConfigFiles } from './config-files.js';
import { SystemTimeSource } from './system-time-source.js';

/** A hardware clock counts seconds, and drifts a little while the machine is up. */
const NEAR_MS = 5_000;
const CLOCKS = '/sys/class/rtc';

export interface SystemWitnessOptions {
  /** The folder that stands for `/`. */
  readonly root?: string;
  readonly clock?: Clock;
  readonly source?: Pick<TimeSource, 'synchronised'>;
}

/** What the kernel, the daemons and a hardware clock of this machine say of its clock. */
export class SystemClockWitness implements ClockWitness {
  readonly boot: string;
  private readonly root: string;
  private readonly clock: Clock;
  private readonly source: Pick<TimeSource, 'synchronised'>;

  constructor({ root = '/', clock = systemClock, source = new SystemTimeSource({ root, clock }) }: SystemWitnessOptions = {}) {
    this.root = root;
    this.clock = clock;
    this.source = source;
    this.boot = bootOf(root);
  }

  uptimeMs(): number {
    return uptime() * 1000;
  }

  async vouches(): Promise<boolean> {
    return (await this.isOfHardware()) || this.source.synchronised();
  }

  /**
   * Whether the kernel has set its clock by a hardware clock, and both still say the same: that of a Raspberry Pi 5 is in 1970 where
   * it has no battery, and something else has set the machine's since.
   *
   * @see Documentation/ABI/testing/sysfs-class-rtc in the Linux kernel: hctosys, since_epoch
   */
  private async isOfHardware(): Promise<boolean> {
    const files = new ConfigFiles(this.root);
    for (const name of await files.list(CLOCKS, /^rtc\d+$/)) {
      const [hasSet, seconds] = [
        await files.read(`${CLOCKS}/${name}/hctosys`),
        await files.read(`${CLOCKS}/${name}/since_epoch`),
      ];
      if (hasSet.trim() === '1' && Math.abs(1000 * Number(seconds) - this.clock.now()) < NEAR_MS) return true;
    }
    return false;
  }
}

/** Where the kernel does not say, this process is the only one of its boot. */
function bootOf(root: string): string {
  try {
    return readFileSync(join(root, '/proc/sys/kernel/random/boot_id'), 'utf8').trim();
  } catch {
    return randomUUID();
  }
}
