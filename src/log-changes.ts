import type { EventBus } from './events/bus.js';
import type { Log } from './log.js';
import type { Subsystem } from './registry/subsystem.js';

/** The parts of the gateway that are no devices, when one of them fails or is well again. */
export function logSubsystems(subsystems: readonly Subsystem[], log: Log): Disposable {
  const watching = subsystems.map(({ name, health }) =>
    health.watch(({ state, reason }) =>
      state === 'ACTIVE'
        ? log.info({ subsystem: name }, 'subsystem is ACTIVE')
        : log.warn({ subsystem: name, reason }, 'subsystem is SUSPENDED'),
    ),
  );
  return { [Symbol.dispose]: () => watching.forEach((watch) => watch[Symbol.dispose]()) };
}

/** What a person who reads the log wants to know of the hardware. Tags come and go by themselves, so they are whispered. */
export function logChanges(bus: EventBus, log: Log): Disposable {
  return bus.subscribe('device', ({ changeType, device: { deviceId, kind, health } }) => {
    const quiet = kind === 'TAG';
    if (changeType === 'REMOVED') log[quiet ? 'debug' : 'info']({ deviceId }, 'device is no longer in the inventory');
    else if (health.state === 'ACTIVE') log[quiet ? 'debug' : 'info']({ deviceId }, 'device is ACTIVE');
    else log[quiet ? 'debug' : 'warn']({ deviceId, reason: health.reason }, 'device is SUSPENDED');
  });
}
