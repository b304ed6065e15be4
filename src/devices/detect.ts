import { readdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { GatewayError, messageOf } from '../errors.js';
import { isSensor } from './csi.js';

export interface Hardware {
  /** `hci0` */
  readonly adapters: readonly string[];
  readonly cameras: readonly { readonly device: string; readonly name: string }[];
  /** On CSI connectors: `device` is where the kernel shows their raw data. */
  readonly sensors: readonly { readonly device: string; readonly name: string }[];
  readonly chips: readonly { readonly device: string; readonly label: string }[];
}

/** The codecs and image processors of a Raspberry Pi, which are video nodes like cameras. */
const PROCESSOR = /^(bcm2835-(codec|isp)|pispbe|rpivid|rpi-hevc)/;

/**
 * What the kernel shows under /sys; nothing is opened.
 *
 * @param sys another root than /sys, for tests
 */
export function findHardware(sys = '/sys'): Hardware {
  const entries = (folder: string, pattern: RegExp) => list(join(sys, folder)).filter((name) => pattern.test(name));
  const video = entries('class/video4linux', /^video\d+$/)
    // one camera can have several nodes; pictures come from the first
    .filter((name) => read(join(sys, 'class/video4linux', name, 'index')) === '0')
    .map((name) => ({ device: `/dev/${name}`, name: read(join(sys, 'class/video4linux', name, 'name')) }))
    .filter(({ name }) => !PROCESSOR.test(name));
  return {
    adapters: entries('class/bluetooth', /^hci\d+$/),
    cameras: video.filter(({ name }) => !isSensor(name)),
    sensors: video.filter(({ name }) => isSensor(name)),
    chips: entries('bus/gpio/devices', /^gpiochip\d+$/).map((name) => ({
      device: `/dev/${name}`,
      label: labelOf(join(sys, 'bus/gpio/devices', name)),
    })),
  };
}

/**
 * Only the chip of the old interface, which is a neighbour of the new one's, says what it is called.
 *
 * @returns empty where the kernel has no old interface, or the neighbours are several
 */
function labelOf(chip: string): string {
  const neighbours = join(realPathOf(chip), '../gpio');
  const [only, ...others] = list(neighbours).filter((name) => /^gpiochip\d+$/.test(name));
  return only === undefined || others.length > 0 ? '' : read(join(neighbours, only, 'label'));
}

function realPathOf(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path; // it has gone meanwhile
  }
}

/** A configuration that uses its adapters and cameras: which pins, only a person knows. */
export function configurationFor({ adapters, cameras, sensors }: Hardware): object {
  const lenses = [
    ...cameras.map(({ device }) => ({ driver: 'v4l2', device })),
    ...sensors.map((_, camera) => ({ driver: 'rpicam', camera })),
  ];
  return {
    devices: {
      radios: Object.fromEntries(adapters.map((adapter) => [adapter, { driver: 'bluez' }])),
      cameras: Object.fromEntries(lenses.map((lens, index) => [`lens-${index + 1}`, lens])),
    },
  };
}

/** @param write where to write a configuration that uses what was found; an existing file is never replaced */
export function detect(out: { write(text: string): unknown }, write: string | undefined, hardware = findHardware()): void {
  const lines = [
    ...hardware.adapters.map((adapter) => `radio   ${adapter}  a Bluetooth adapter`),
    ...hardware.cameras.map(({ device, name }) => `camera  ${device}  ${name}`),
    ...hardware.sensors.map(({ device, name }) => `camera  ${device}  ${name}, on the CSI connector: use the driver rpicam`),
    ...hardware.chips.map(({ device, label }) => `pins    ${device}  ${label}`.trimEnd()),
  ];
  out.write(lines.length > 0 ? `${lines.join('\n')}\n` : 'no Bluetooth adapter, camera or GPIO chip was found\n');
  if (write === undefined) return;
  if (hardware.adapters.length + hardware.cameras.length + hardware.sensors.length === 0)
    throw new GatewayError('notFound', `${write} is not written: there is nothing to put in it`);
  writeNew(write, stringify(configurationFor(hardware)));
  out.write(`wrote ${write}; umec start --config ${write} uses it (npx umec in a checkout)\n`);
}

function writeNew(file: string, text: string): void {
  try {
    writeFileSync(file, text, { flag: 'wx' });
  } catch (error) {
    const exists = (error as NodeJS.ErrnoException).code === 'EEXIST';
    throw new Error(exists ? `${file} exists and is left as it is; choose another name` : messageOf(error), { cause: error });
  }
}

function list(folder: string): string[] {
  try {
    return readdirSync(folder).sort();
  } catch {
    return [];
  }
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    return '';
  }
}
