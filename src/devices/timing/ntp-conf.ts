import type { NtpServer } from '../../registry/timing.js';
import type { PollRange } from './ntp-server.js';
import { serverFromLine } from './server-line.js';

export interface NtpConf {
  readonly servers: readonly NtpServer[];
  /** Files, or with NTPsec also folders of `*.conf`; a relative path begins at the folder of the main file. */
  readonly includes: readonly string[];
}

/** Not a host: a clock that is plugged in, or the machine's own. */
const REFERENCE_CLOCK = '127.127.';

/**
 * What a file of ntpd's or NTPsec's says of sources; a line that is not understood is passed over.
 *
 * @see ntp.conf(5): a comment goes from `#` to the end of the line
 */
export function parseNtpConf(text: string): NtpConf {
  const servers: NtpServer[] = [];
  const includes: string[] = [];
  for (const line of text.split('\n').map((raw) => raw.replace(/#.*/, '').trim())) {
    const [directive = '', ...words] = line.split(/\s+/).filter((word, index) => index !== 1 || (word !== '-4' && word !== '-6'));
    const server = serverFromLine([directive, ...words], maxPollWins);
    if (server && !server.ntpServerAddr.startsWith(REFERENCE_CLOCK)) servers.push(server);
    if (directive === 'includefile' && words[0]) includes.push(words[0].replace(/^"(.*)"$/, '$1'));
  }
  return { servers, includes };
}

function maxPollWins({ minPoll, maxPoll }: PollRange): PollRange {
  return { minPoll: Math.min(minPoll, maxPoll), maxPoll };
}
