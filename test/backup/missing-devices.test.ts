import { describe, expect, it } from '@jest/globals';
import { missingDevices } from '../../src/backup/missing-devices.js';
import { parseConfig } from '../../src/config/config.js';

const { devices } = parseConfig(
  {
    devices: {
      radios: { hci0: { driver: 'bluez' }, attic: { driver: 'simulated' } },
      cameras: { door: { driver: 'v4l2', device: '/dev/video0' }, yard: { driver: 'ffmpeg', source: 'a.mp4' } },
      chips: {
        header: { driver: 'auto', lines: { 17: { direction: 'INPUT' } } },
        relays: { driver: 'gpiochip', device: '/dev/gpiochip4', lines: { 5: { direction: 'INPUT' } } },
        town: { driver: 'simulated', lines: { 6: { direction: 'INPUT' } } },
      },
    },
  },
  {},
);
const nothing = { adapters: [], cameras: [], chips: [] };
const all = { adapters: ['hci0'], cameras: [], chips: [{ device: '/dev/gpiochip0', label: '' }] };
const known = { deviceIds: [], lineIds: [] };

describe('what a machine has not', () => {
  it('is what the configuration names and the kernel does not show', () => {
    expect(missingDevices(known, devices, all, () => true)).toEqual([]);
    expect(missingDevices(known, devices, nothing, () => false)).toEqual([
      'radio hci0: this machine has no such Bluetooth adapter',
      'camera door: this machine has no /dev/video0',
      'chip header: this machine has no GPIO chip',
      'chip relays: this machine has no /dev/gpiochip4',
    ]);
  });

  it('is what people have described and the configuration does not name', () => {
    const deviceIds = ['camera-door', 'camera-gate', 'chip-header', 'line-17', 'line-22', 'radio-hci0', 'tag-CBB8334C884F'];
    expect(missingDevices({ deviceIds, lineIds: ['17', '23'] }, devices, all, () => true)).toEqual([
      'camera-gate: the configuration does not name it; what was said of it is kept',
      'line-22: the configuration does not name it; what was said of it is kept',
      'line 23: the configuration does not name it; its settings are kept',
    ]);
    const deaf = { ...devices, radios: {} };
    expect(missingDevices(known, deaf, all, () => true)).toEqual([]);
    expect(missingDevices({ ...known, deviceIds: ['tag-CBB8334C884F'] }, deaf, all, () => true)).toEqual([
      '1 tags: the configuration names no radio that could hear them; what was said of them is kept',
    ]);
  });
});
