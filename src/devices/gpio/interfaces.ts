import { join } from 'node:path';
import type { Clock } from '../../clock.js';
import { messageOf } from '../../errors.js';
import type { GpioChip } from '../../gpio/gpio-chip.js';
import { EdgeReader } from './edge-reader.js';
import { ExportNote } from './export-note.js';
import { findChip, type WhichChip } from './find-chip.js';
import { Gpiochip } from './gpiochip.js';
import { HEADER_LABELS } from './header.js';
import { loadLibc } from '../libc.js';
import { MissingChip } from './missing-chip.js';
import { OnoffChip } from './onoff.js';
import { loadOnoff } from './onoff-package.js';
import { findSysfsChip } from './sysfs.js';

/** One of the kernel's interfaces of pins; where what it needs is not installed, its chips are SUSPENDED and say so. */
export interface KernelInterface extends AsyncDisposable {
  open(chipId: string, which: WhichChip): GpioChip;
  /** Whether it has such a chip now, and can use it. */
  has(which: WhichChip): boolean;
}

/** The character device. */
export async function deviceInterface(clock: Clock): Promise<KernelInterface> {
  try {
    const libc = await loadLibc('pins');
    const reader = new EdgeReader(libc);
    return {
      open: (chipId, which) => new Gpiochip(chipId, which, { libc, reader, clock }),
      has: (which) => succeeds(() => findChip(libc, which)[Symbol.dispose]()),
      [Symbol.asyncDispose]: () => reader[Symbol.asyncDispose](),
    };
  } catch (error) {
    return missing('gpiochip', error);
  }
}

/** The old one. @param dataDir where it is kept which lines are this gateway's, when it is killed */
export async function sysfsInterface(clock: Clock, dataDir: string): Promise<KernelInterface> {
  try {
    const Gpio = await loadOnoff();
    const note = new ExportNote(join(dataDir, 'exported-lines.json'));
    return {
      open: (chipId, { label }) => new OnoffChip(chipId, label, { Gpio, note, clock }),
      has: ({ label }) => succeeds(() => findSysfsChip(label === undefined ? HEADER_LABELS : [label])),
      [Symbol.asyncDispose]: () => Promise.resolve(),
    };
  } catch (error) {
    return missing('onoff', error);
  }
}

function missing(driver: string, error: unknown): KernelInterface {
  return {
    open: (chipId) => new MissingChip(chipId, driver, messageOf(error)),
    has: () => false,
    [Symbol.asyncDispose]: () => Promise.resolve(),
  };
}

function succeeds(task: () => unknown): boolean {
  try {
    task();
    return true;
  } catch {
    return false;
  }
}
