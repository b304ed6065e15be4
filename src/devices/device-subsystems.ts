import { deviceIdOf } from '../registry/devices.js';
import { type Subsystem, subsystemOf } from '../registry/subsystem.js';
import type { OpenDevices } from './open.js';

/** Each device counts, and is a subsystem too. */
export function deviceSubsystems({ radios, cameras, chips }: Pick<OpenDevices, 'radios' | 'cameras' | 'chips'>): Subsystem[] {
  return [
    ...radios.map((radio) => ({ deviceId: deviceIdOf('RADIO', radio.radioId), device: radio })),
    ...cameras.map((camera) => ({ deviceId: deviceIdOf('CAMERA', camera.cameraId), device: camera })),
    ...chips.map(({ chip }) => ({ deviceId: deviceIdOf('CHIP', chip.chipId), device: chip })),
  ].map(({ deviceId, device }) => ({ ...subsystemOf(deviceId, device), deviceId }));
}
