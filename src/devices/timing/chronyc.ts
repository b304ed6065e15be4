import type { Clock } from '../../clock.js';
import { GatewayError } from '../../errors.js';
import type { Spawn } from '../child.js';

const MOST_OUTPUT = 4096;
/** The reference of a chronyd that passes on its own clock (`local`), which is nobody's time. */
const LOCAL_CLOCK = '7F7F0101';

/**
 * What `chronyc -c -n tracking` says: whether chronyd follows a source.
 *
 * @param csv one line: reference id (hexadecimal), its name, stratum, … and the leap status as the last of 14 fields
 * @throws GatewayError `unavailable` when it is no such line
 */
export function isTracking(csv: string): boolean {
  const [reference = '', , stratum = '', ...others] = csv.trim().split(',');
  const leap = others.at(-1) ?? '';
  if (!/^[0-9A-F]{8}$/i.test(reference) || !/^\d+$/.test(stratum) || leap === '')
    throw new GatewayError('unavailable', 'chronyc does not say whether the clock is synchronised');
  return leap !== 'Not synchronised' && Number(stratum) > 0 && reference.toUpperCase() !== LOCAL_CLOCK;
}

/**
 * Asks chronyd whether it follows a source. The child is killed when its time is over.
 *
 * @throws GatewayError `unavailable` when there is no chronyc, or it cannot reach chronyd, `timeout`
 */
export async function askChronyc(spawn: Spawn, clock: Clock, timeoutMs: number): Promise<boolean> {
  const child = spawn('chronyc', ['-c', '-n', 'tracking']);
  const ended = new AbortController();
  let output = '';
  let failure: string | undefined;
  // before anything that may throw: an error that nobody hears ends the gateway
  child.on('error', (error) => {
    failure = error.message;
    ended.abort();
  });
  child.on('close', (code) => {
    if (code !== 0) failure ??= `it ended with ${code}`;
    ended.abort();
  });
  child.stderr?.resume();
  child.stdout?.setEncoding('utf8').on('data', (text: string) => (output = (output + text).slice(0, MOST_OUTPUT)));
  await clock.sleep(timeoutMs, ended.signal);
  if (!ended.signal.aborted) {
    child.kill('SIGKILL');
    throw new GatewayError('timeout', `chronyc did not answer within ${timeoutMs / 1000} s`);
  }
  if (failure !== undefined) throw new GatewayError('unavailable', `chronyc: ${failure}`);
  return isTracking(output);
}
