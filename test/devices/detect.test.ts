import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { parseConfig } from '../../src/config/config.js';
import { detect, findHardware } from '../../src/devices/detect.js';
import { tempDirectory } from '../temp-directory.js';

let root: ReturnType<typeof tempDirectory>;
beforeEach(() => {
  root = tempDirectory();
});
afterEach(() => root[Symbol.dispose]());

function sys(files: Record<string, string>): string {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(join(root.path, dirname(name)), { recursive: true });
    writeFileSync(join(root.path, name), text);
  }
  return root.path;
}

const board = () =>
  withChips(
    sys({
      'class/bluetooth/hci0/type': 'x',
      'class/bluetooth/hci0:64/type': 'a connection, no adapter',
      'class/video4linux/video0/index': '0\n',
      'class/video4linux/video0/name': 'HD Webcam\n',
      'class/video4linux/video1/index': '1\n',
      'class/video4linux/video1/name': 'HD Webcam\n',
      'class/video4linux/video10/index': '0\n',
      'class/video4linux/video10/name': 'bcm2835-codec-decode\n',
      'class/video4linux/video2/index': '0\n',
      'class/video4linux/video2/name': 'Document camera\n',
      'class/video4linux/v4l-subdev0/name': 'imx219',
      'class/video4linux/video3/index': '0\n',
      'class/video4linux/video3/name': 'unicam-image\n',
      'class/video4linux/video4/index': '1\n',
      'class/video4linux/video4/name': 'unicam-embedded\n',
      'class/video4linux/video5/index': '0\n',
      'class/video4linux/video5/name': 'rp1-cfe-csi2_ch0\n',
      ...{ [`${PINS}/gpiochip0/dev`]: '254:0\n', [`${PINS}/gpio/gpiochip512/label`]: 'pinctrl-bcm2711\n' },
      // two banks of one device: which is which is not to be seen
      ...{ [`${EXPANDER}/gpiochip1/dev`]: '254:1\n', [`${EXPANDER}/gpiochip2/dev`]: '254:2\n' },
      ...{ [`${EXPANDER}/gpio/gpiochip400/label`]: 'left\n', [`${EXPANDER}/gpio/gpiochip416/label`]: 'right\n' },
      'bus/gpio/devices/.keep': '',
    }),
  );
/** Where the kernel has a chip, and its old interface beside it; /sys/bus has links. */
const PINS = 'devices/platform/soc/fe200000.gpio';
const EXPANDER = 'devices/platform/soc/1-0020';

function withChips(path: string): string {
  const links = [PINS, EXPANDER, EXPANDER].map((folder, at) => [`${folder}/gpiochip${at}`, `gpiochip${at}`] as const);
  for (const [chip, name] of links) symlinkSync(join('../../..', chip), join(path, 'bus/gpio/devices', name));
  return path;
}

describe('The hardware of a machine', () => {
  it('is what the kernel shows', () => {
    expect(findHardware(board())).toEqual({
      adapters: ['hci0'],
      cameras: [
        { device: '/dev/video0', name: 'HD Webcam' },
        { device: '/dev/video2', name: 'Document camera' },
      ],
      sensors: [
        { device: '/dev/video3', name: 'unicam-image' },
        { device: '/dev/video5', name: 'rp1-cfe-csi2_ch0' },
      ],
      chips: [
        { device: '/dev/gpiochip0', label: 'pinctrl-bcm2711' },
        { device: '/dev/gpiochip1', label: '' },
        { device: '/dev/gpiochip2', label: '' },
      ],
    });
  });

  it('may be none', () => {
    let said = '';
    detect({ write: (text: string) => (said += text) }, undefined, findHardware(join(root.path, 'nothing')));
    expect(said).toBe('no Bluetooth adapter, camera or GPIO chip was found\n');
  });

  it('makes a configuration that can be used, and never takes the place of one', () => {
    const file = join(root.path, 'umec.yaml');
    const found = findHardware(board());
    let said = '';
    const out = { write: (text: string) => (said += text) };
    detect(out, file, found);
    expect(said.split('\n')).toEqual([
      'radio   hci0  a Bluetooth adapter',
      'camera  /dev/video0  HD Webcam',
      'camera  /dev/video2  Document camera',
      'camera  /dev/video3  unicam-image, on the CSI connector: use the driver rpicam',
      'camera  /dev/video5  rp1-cfe-csi2_ch0, on the CSI connector: use the driver rpicam',
      ...['pins    /dev/gpiochip0  pinctrl-bcm2711', 'pins    /dev/gpiochip1', 'pins    /dev/gpiochip2'],
      `wrote ${file}; umec start --config ${file} uses it (npx umec in a checkout)`,
      '',
    ]);
    const config = parseConfig(parse(readFileSync(file, 'utf8')), {});
    expect(config.devices).toMatchObject({
      radios: { hci0: { driver: 'bluez' } },
      cameras: {
        ...{ 'lens-1': { device: '/dev/video0' }, 'lens-2': { device: '/dev/video2' } },
        ...{ 'lens-3': { driver: 'rpicam', camera: 0 }, 'lens-4': { driver: 'rpicam', camera: 1 } },
      },
    });
    writeFileSync(file, 'mine');
    expect(() => detect(out, file, found)).toThrow(`${file} exists`);
    expect(() => detect(out, join(root.path, 'none.yaml'), findHardware(join(root.path, 'nothing')))).toThrow(
      'nothing to put in it',
    );
    expect(readFileSync(file, 'utf8')).toBe('mine');
    expect(existsSync(join(root.path, 'umec.yaml.new'))).toBe(false);
  });
});
