import type { EventBus } from './events/bus.js';
import type { Log } from './log.js';
import type { DeviceKind } from './registry/devices.js';

/** What a person who reads the log wants to know of the hardware. Tags come and go by themselves, so they are whispered. */
export function logChanges(bus: EventBus, log: Log): Disposable {
  const levels: Record<DeviceKind, 'info' | 'debug'> = { RADIO: 'info', CAMERA: 'info', TAG: 'debug' };
  return bus.subscribe('device', ({ deviceId, kind, health }) => {
    if (health.state === 'ACTIVE') log[levels[kind]]({ deviceId }, 'device is ACTIVE');
    else log[kind === 'TAG' ? 'debug' : 'warn']({ deviceId, reason: health.reason }, 'device is SUSPENDED');
  });
}
