import { GatewayError } from '../../errors.js';
import { askBus, busProperty, type BusQuestion } from '../dbus/ask-bus.js';

const TIMEDATE = {
  destination: 'org.freedesktop.timedate1',
  path: '/org/freedesktop/timedate1',
  interface: 'org.freedesktop.timedate1',
};

/**
 * Whether the kernel holds its clock for synchronised (adjtimex), whichever daemon disciplines it. systemd starts timedated
 * for the question if need be.
 *
 * @throws GatewayError `unavailable` or `timeout` when there is no bus, or no timedated on it
 * @see org.freedesktop.timedate1(5), NTPSynchronized
 */
export function askTimedated(bus: Omit<BusQuestion<unknown>, 'ask'>): Promise<boolean> {
  return askBus({
    ...bus,
    ask: async (connection) => {
      const synchronised = await busProperty(connection, TIMEDATE, 'NTPSynchronized');
      if (typeof synchronised === 'boolean') return synchronised;
      throw new GatewayError('unavailable', 'timedated does not say whether the clock is synchronised');
    },
  });
}
