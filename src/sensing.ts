import type { Clock } from './clock.js';
import type { Config } from './config/schema.js';
import type { OpenDevices } from './devices/open.js';
import { Disposables } from './disposables.js';
import { GatewayError } from './errors.js';
import type { EventBus } from './events/bus.js';
import type { DeviceRecords } from './registry/device-records.js';
import type { Devices } from './registry/devices.js';
import type { Subsystem } from './registry/subsystem.js';
import { running } from './running.js';
import { ClockTrust, type ClockWitness, sureWitness } from './sensors/clock-trust.js';
import type { ReadingClock } from './sensors/reading-clock.js';
import { keysOf } from './sensors/ruuvi/tag-key.js';
import { Sensors } from './sensors/sensors.js';
import { TimelyHistory } from './sensors/timely-history.js';
import type { Store } from './store/store.js';

const SWEEP_MS = 1_000;

export interface SensingParts {
  readonly opened: Pick<OpenDevices, 'radios' | 'names'>;
  readonly store: Pick<Store, 'history' | 'room'>;
  readonly bus: EventBus;
  /** Where tags are listed. */
  readonly devices: Devices;
  readonly records: DeviceRecords;
  /** The machine's, and the one by which readings are taken. */
  readonly clock: Clock;
  readonly readingClock: ReadingClock;
  /** What can be known of the machine's. */
  readonly witness: ClockWitness;
  readonly report: (message: string) => void;
  /** Is told when radios are no longer listened to. */
  readonly failed: (error: unknown) => void;
}

/** Tags, what they say, and whether the clock by which they say it can be believed. */
export type Sensing = Awaited<ReturnType<typeof openSensing>>;

/**
 * Restores what the tags have said, and listens to the radios from now on.
 *
 * @returns everything that the API is made of; disposing it ends listening, and releases what need not wait any more for the clock
 */
export async function openSensing(config: Config, parts: SensingParts) {
  const { opened, store, bus, devices, records, clock, readingClock, witness, report, failed } = parts;
  await using opening = new Disposables();
  const trust = opening.use(new ClockTrust(clock, isMadeUp(config.devices) ? sureWitness : witness, report));
  const history = opening.use(
    new TimelyHistory({ history: store.history, room: store.room, clock: readingClock, trust, boot: witness.boot }),
  );
  const sensors = new Sensors(
    { history, bus, devices, records, clock: readingClock, trust, report },
    { ...config.sensors, names: { ...opened.names, ...config.sensors.names }, keyOf: keysOf(config.sensors.keys) },
  );
  await recall(sensors, history, report);
  for (const { time } of sensors.latest()) readingClock.goOnFrom(time);
  const listen = (signal: AbortSignal) =>
    Promise.all(opened.radios.map((radio) => radio.listen((heard) => sensors.hear(radio, heard), signal)));
  opening.use(running(listen, failed));
  opening.use(clock.every(SWEEP_MS, () => sensors.sweep()));
  const clockSubsystem: Subsystem = {
    ...{ name: 'clock', health: trust.health },
    counters: () => ({ steps: readingClock.steps, ...history.counters }),
  };
  return { sensors, trust, clockSubsystem, [Symbol.asyncDispose]: opening.move() };
}

/** A disk that does not give what the sensors said before is no reason not to say what they say now. */
async function recall(sensors: Sensors, history: TimelyHistory, report: (message: string) => void): Promise<void> {
  try {
    await sensors.recall(await history.waiting());
  } catch (error) {
    if (!(error instanceof GatewayError)) throw error;
    report(`what the sensors said before the start is not known: ${error.message}`);
  }
}

/** Whether all that is heard is simulated: that was at no time, and nobody waits for a clock to be right. */
function isMadeUp({ radios }: Config['devices']): boolean {
  const drivers = Object.values(radios).map(({ driver }) => driver);
  return drivers.length > 0 && drivers.every((driver) => driver === 'simulated');
}
