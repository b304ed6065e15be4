/**
 * A process of its own that hears a simulated town twenty times as fast, keeps what it hears in the directory that it is given, and says
 * what each reading was; told `wall`, it takes readings by the machine's clock. It ends with its input.
 */
import { once } from 'node:events';
import { type Clock, systemClock } from '../../src/clock.js';
import { SimulatedRadio } from '../../src/devices/simulated/radio.js';
import { EventBus } from '../../src/events/bus.js';
import { DeviceRecords } from '../../src/registry/device-records.js';
import { Devices } from '../../src/registry/devices.js';
import { ClockTrust, sureWitness } from '../../src/sensors/clock-trust.js';
import { ReadingClock } from '../../src/sensors/reading-clock.js';
import { Sensors } from '../../src/sensors/sensors.js';
import { TimelyHistory } from '../../src/sensors/timely-history.js';
import { openStore } from '../../src/store/store.js';
import { producedOf } from './produced.js';
import { STANDARD_OPTIONS } from './standard-options.js';

const FASTER = 20;
const [, , dir = '', by] = process.argv;
/** Tags know nothing of the gateway's clock. */
const town: Clock = { ...systemClock, now: () => Date.UTC(2026, 5, 1) + Math.floor(FASTER * systemClock.monotonic()) };

const clock = by === 'wall' ? systemClock : new ReadingClock(systemClock);
await using store = await openStore({ dir, commitMs: 20 });
const bus = new EventBus();
const records = await DeviceRecords.load(store.state);
using trust = new ClockTrust(systemClock, sureWitness);
await using history = new TimelyHistory({ history: store.history, room: store.room, clock, trust, boot: 'this' });
const report = (message: string) => console.error(message);
const sensors = new Sensors(
  { history, bus, devices: new Devices(bus, systemClock, records), records, clock, trust, report },
  STANDARD_OPTIONS,
);
bus.subscribe('reading', (reading) => process.stdout.write(`${producedOf(reading)}\n`));
await using radio = new SimulatedRadio({ clock: town, periodMs: 1285 / FASTER, lossRate: 0, gapRate: 0 });
const ended = new AbortController();
process.stdin.resume();
void once(process.stdin, 'end').then(() => ended.abort());
await radio.listen((heard) => sensors.hear(radio, { ...heard, receivedAt: clock.now() }), ended.signal);
