import type { NtpServer } from '../../registry/timing.js';
import { ntpServer, type PollRange } from './ntp-server.js';

const DIRECTIVES = ['server', 'pool', 'peer'];
const DEFAULT_POLL = { minPoll: 6, maxPoll: 10 };
const MOST_CHARACTERS = 255; // of a name in the DNS

/**
 * A line that names a source, in the form that chrony and ntpd share: `server 192.0.2.1 iburst minpoll 4 key 7 prefer`.
 *
 * NTS (`nts`) has no word in ETSI's list. Autokey it is not, and such servers answer without it, too: NONE.
 *
 * @param words of the line
 * @param settle what the daemon makes of a maximum below the minimum, unless the minimum wins
 * @returns undefined for another line, and for a source that is only watched (`noselect`)
 */
export function serverFromLine(words: readonly string[], settle = (range: PollRange) => range): NtpServer | undefined {
  const [directive = '', address = '', ...rest] = words;
  const options = rest.map((word) => word.toLowerCase());
  if (!DIRECTIVES.includes(directive.toLowerCase()) || address === '' || address.length > MOST_CHARACTERS) return undefined;
  if (options.includes('noselect')) return undefined;
  return ntpServer(address, {
    ...settle({
      minPoll: numberAfter('minpoll', options) ?? DEFAULT_POLL.minPoll,
      maxPoll: numberAfter('maxpoll', options) ?? DEFAULT_POLL.maxPoll,
    }),
    localPriority: options.includes('prefer') ? 1 : 2,
    key: keyOf(options),
    autoKey: options.includes('autokey'),
  });
}

/** Key 0 is none. */
function keyOf(options: readonly string[]): number | undefined {
  const key = numberAfter('key', options);
  return key !== undefined && key > 0 && key < 2 ** 32 ? key : undefined;
}

function numberAfter(option: string, options: readonly string[]): number | undefined {
  const value = options.includes(option) ? options[options.indexOf(option) + 1] : undefined;
  return value !== undefined && /^[+-]?\d{1,10}$/.test(value) ? Number(value) : undefined;
}
