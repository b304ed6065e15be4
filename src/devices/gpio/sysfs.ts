import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { GatewayError } from '../../errors.js';

/** Where the kernel's old interface of pins is. */
export const SYSFS = '/sys/class/gpio';

/** A chip as the old interface shows it. Its lines are numbered from `base`, which differs from kernel to kernel. */
export interface SysfsChip {
  readonly label: string;
  readonly base: number;
  readonly lines: number;
  /** Another one when the chip was away meanwhile, though it is called the same. */
  readonly identity: number;
}

/**
 * @param labels what it may be called; the first of several chips is the one with the lowest numbers
 * @throws GatewayError `unavailable` in words that say what there is instead
 */
export function findSysfsChip(labels: readonly string[], root = SYSFS): SysfsChip {
  const chips = sysfsChips(root);
  const found = chips.find(({ label }) => labels.includes(label));
  if (found) return found;
  const others = chips.map(({ label, base }) => `gpiochip${base} is ${label}`).join('; ');
  throw new GatewayError(
    'unavailable',
    `no chip in ${root} is called ${labels.join(' or ')}${others === '' ? '' : `: ${others}`}`,
  );
}

/** @throws GatewayError `unavailable` where the kernel has no such interface any more */
function sysfsChips(root: string): SysfsChip[] {
  const names = readNames(root).filter((name) => /^gpiochip\d+$/.test(name));
  return names.flatMap((name) => chipIn(join(root, name)) ?? []).sort((a, b) => a.base - b.base);
}

function readNames(root: string): string[] {
  try {
    return readdirSync(root);
  } catch (cause) {
    throw new GatewayError('unavailable', `this kernel has no ${root}: use the driver gpiochip`, { cause });
  }
}

/** Undefined when it has gone meanwhile. */
function chipIn(folder: string): SysfsChip | undefined {
  const read = (name: string) => readFileSync(join(folder, name), 'utf8').trim();
  try {
    return { label: read('label'), base: Number(read('base')), lines: Number(read('ngpio')), identity: statSync(folder).ino };
  } catch {
    return undefined;
  }
}

/** Whether anybody holds this line by the old interface. */
export function isExported(gpio: number, root = SYSFS): boolean {
  return existsSync(join(root, `gpio${gpio}`));
}
