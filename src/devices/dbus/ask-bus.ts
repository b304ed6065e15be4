import type { Clock } from '../../clock.js';
import { DBusConnection, type DBusCall } from './dbus.js';

export interface BusQuestion<T> {
  readonly busAddress: string;
  readonly clock: Clock;
  /** For all of it; then the connection is closed, whatever it waits for. */
  readonly timeoutMs: number;
  readonly ask: (bus: DBusConnection) => Promise<T>;
}

/**
 * Opens a connection for a question or two and closes it again.
 *
 * @throws GatewayError `unavailable` when there is no bus, or the time is over; what `ask` throws
 */
export async function askBus<T>({ busAddress, clock, timeoutMs, ask }: BusQuestion<T>): Promise<T> {
  await using bus = await DBusConnection.to(busAddress, clock);
  const answered = new AbortController();
  void clock.sleep(timeoutMs, answered.signal).then(() => bus[Symbol.asyncDispose]());
  try {
    await bus.hello();
    return await ask(bus);
  } finally {
    answered.abort();
  }
}

/**
 * A property of an object on the bus, as the library hands it over: a number, a string, an array.
 *
 * @throws what `DBusConnection.call` throws; DBusError when there is no such property
 */
export async function busProperty(
  bus: DBusConnection,
  { destination, path, interface: iface }: Pick<DBusCall, 'destination' | 'path' | 'interface'>,
  name: string,
): Promise<unknown> {
  const get = { destination, path, interface: 'org.freedesktop.DBus.Properties', member: 'Get' };
  const [variant] = await bus.call({ ...get, signature: 'ss', body: [iface, name] });
  return (variant as [unknown, [unknown]])[1][0];
}
