import { type Clock, systemClock } from '../../../src/clock.js';
import { SystemClockWitness } from '../../../src/devices/timing/system-clock-witness.js';
import { parseConfig } from '../../../src/config/config.js';
import { openLog } from '../../../src/log.js';
import { run } from '../../../src/main.js';
import { type ClockWitness, sureWitness } from '../../../src/sensors/clock-trust.js';
import { make, type Mistake } from './mistake.js';

/** What the process is told by its one argument. */
export interface Orders {
  /** as in umec.yaml */
  readonly configuration: unknown;
  readonly mistake?: Mistake;
  /** How many times faster whatever waits has waited: back-off and time limits, not the time of day. */
  readonly hurry?: number;
  /** The machine was started just now, and nobody has set its clock yet; absent: its clock is believed. */
  readonly hasJustBooted?: boolean;
}

const { configuration, mistake, hurry = 1, hasJustBooted = false } = JSON.parse(process.argv[2] ?? '') as Orders;
if (mistake) make(mistake);
const clock: Clock = { ...systemClock, sleep: (ms, signal) => systemClock.sleep(ms / hurry, signal) };
const { boot } = new SystemClockWitness();
const justBooted: ClockWitness = { boot, uptimeMs: () => 0, vouches: () => Promise.resolve(false) };
const stop = new AbortController();
process.on('SIGTERM', () => stop.abort());
await run(parseConfig(configuration, {}), stop.signal, {
  log: openLog('warn', 'json'),
  clock,
  witness: hasJustBooted ? justBooted : sureWitness,
  onReady: () => process.stdout.write('ready\n'),
});
