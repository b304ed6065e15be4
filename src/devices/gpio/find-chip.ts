import { readdirSync } from 'node:fs';
import { GatewayError, messageOf } from '../../errors.js';
import { CharacterDevice } from './character-device.js';
import { HEADER_LABELS } from './header.js';
import type { Libc } from '../libc.js';

/** Which chip is meant: by its device, or by what it is called, which stays the same when it becomes another device. */
export interface WhichChip {
  readonly device?: string;
  /** That of a Raspberry Pi's header unless given. */
  readonly label?: string;
}

/** @throws GatewayError `unavailable` in words that say what there is instead; @param dev where devices are, for tests */
export function findChip(libc: Libc, { device, label }: WhichChip, dev = '/dev'): CharacterDevice {
  const wanted = label === undefined ? HEADER_LABELS : [label];
  if (device !== undefined) return requireLabel(CharacterDevice.open(libc, device), label === undefined ? undefined : wanted);
  const paths = readdirSync(dev).filter((name) => /^gpiochip\d+$/.test(name));
  if (paths.length === 0)
    throw new GatewayError('unavailable', `there is no GPIO chip in ${dev}: umec detect lists those that there are`);
  const refused: string[] = [];
  for (const path of paths.map((name) => `${dev}/${name}`)) {
    try {
      return requireLabel(CharacterDevice.open(libc, path), wanted);
    } catch (error) {
      refused.push(messageOf(error));
    }
  }
  throw new GatewayError('unavailable', `no chip is called ${wanted.join(' or ')}: ${refused.join('; ')}`);
}

function requireLabel(chip: CharacterDevice, wanted: readonly string[] | undefined): CharacterDevice {
  if (!wanted || wanted.includes(chip.info.label)) return chip;
  chip[Symbol.dispose]();
  throw new GatewayError('unavailable', `${chip.info.name} is ${chip.info.label}`);
}
