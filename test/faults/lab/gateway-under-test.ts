import { type Clock, systemClock } from '../../../src/clock.js';
import { parseConfig } from '../../../src/config/config.js';
import { openLog } from '../../../src/log.js';
import { run } from '../../../src/main.js';
import { sureWitness } from '../../../src/sensors/clock-trust.js';
import { make, type Mistake } from './mistake.js';

/** What the process is told by its one argument. */
export interface Orders {
  /** as in umec.yaml */
  readonly configuration: unknown;
  readonly mistake?: Mistake;
  /** How many times faster whatever waits has waited: back-off and time limits, not the time of day. */
  readonly hurry?: number;
}

const { configuration, mistake, hurry = 1 } = JSON.parse(process.argv[2] ?? '') as Orders;
if (mistake) make(mistake);
const clock: Clock = { ...systemClock, sleep: (ms, signal) => systemClock.sleep(ms / hurry, signal) };
const stop = new AbortController();
process.on('SIGTERM', () => stop.abort());
await run(parseConfig(configuration, {}), stop.signal, {
  log: openLog('warn', 'json'),
  clock,
  witness: sureWitness,
  onReady: () => process.stdout.write('ready\n'),
});
