import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { systemClock } from '../../../src/clock.js';
import { EdgeReader } from '../../../src/devices/gpio/edge-reader.js';
import { ExportNote } from '../../../src/devices/gpio/export-note.js';
import { Gpiochip } from '../../../src/devices/gpio/gpiochip.js';
import { loadLibc } from '../../../src/devices/libc.js';
import { OnoffChip } from '../../../src/devices/gpio/onoff.js';
import { loadOnoff } from '../../../src/devices/gpio/onoff-package.js';
import { GatewayError, messageOf } from '../../../src/errors.js';
import type { GpioChip, LineEdge, LineRef, LineRequest } from '../../../src/gpio/gpio-chip.js';
import type { ChipUnderTest } from '../../gpio/chip-contract.js';
import type { SimChip } from './sim-chip.js';
import { untilTrue } from './until-true.js';

export const DRIVERS = ['gpiochip', 'onoff'] as const;
export type Driver = (typeof DRIVERS)[number];

const libc = await loadLibc('pins');
/** One for all chips, as in the gateway; it ends with the process. */
const reader = new EdgeReader(libc);

/** A chip of the kernel as the gateway opens it. */
export async function openChip(driver: Driver, label: string, notePath = `/tmp/${label}/exported-lines.json`): Promise<GpioChip> {
  if (driver === 'gpiochip') return new Gpiochip('lab', { label }, { libc, reader, clock: systemClock });
  return new OnoffChip('lab', label, { Gpio: await loadOnoff(), note: new ExportNote(notePath), clock: systemClock });
}

/** Takes lines, all of them. */
export function take(chip: GpioChip, requests: readonly LineRequest[], told: (edge: LineEdge) => void = () => undefined): void {
  for (const error of chip.take(requests, told).values()) throw error;
}

/** The code and the words of what is thrown. */
export function refused(task: () => unknown): string {
  try {
    task();
    return 'nothing was refused';
  } catch (error) {
    return error instanceof GatewayError ? `${error.code}: ${error.message}` : messageOf(error);
  }
}

/** For the contract. */
export async function underTest(driver: Driver, sim: SimChip): Promise<ChipUnderTest> {
  const chip = await openChip(driver, sim.label);
  const common = {
    chip,
    noLine: 8,
    pull: (line: LineRef, level: 0 | 1) => sim.pull(line, level),
    levelOf: (line: LineRef) => sim.levelOf(line),
    [Symbol.asyncDispose]: () => chip[Symbol.asyncDispose](),
  };
  if (driver === 'onoff')
    return {
      ...common,
      ...{ inputs: [3, 4], outputs: [5, 6, 7], cannot: { bias: true, drive: true, timestamps: true } },
      takenByOther: (line) => Promise.resolve(exported(sim.base + Number(line))),
    };
  return {
    ...common,
    ...{ inputs: ['door', 4], outputs: ['lamp', 6, 7], cannot: {} },
    takenByOther: (line) => heldByGpioset(sim, chip, Number(line)),
  };
}

/** As any program of the old interface does it. */
function exported(gpio: number): AsyncDisposable {
  writeFileSync('/sys/class/gpio/export', String(gpio));
  return {
    [Symbol.asyncDispose]() {
      writeFileSync('/sys/class/gpio/unexport', String(gpio));
      return Promise.resolve();
    },
  };
}

/** As gpiod's own tool does it, until it is told to end. */
async function heldByGpioset(sim: SimChip, chip: GpioChip, offset: number): Promise<AsyncDisposable> {
  const holder = spawn('gpioset', ['--mode=signal', sim.device, `${offset}=0`], { stdio: 'inherit' });
  await untilTrue('gpioset holds its line', () => chip.facts(offset).consumer !== '');
  return {
    async [Symbol.asyncDispose]() {
      const ended = once(holder, 'exit');
      holder.kill();
      await ended;
    },
  };
}
