import type { NtpServer } from '../../registry/timing.js';
import { ntpServer } from './ntp-server.js';
import { timeSpan } from './time-span.js';

export interface TimesyncdSettings {
  /** Addresses, in the order in which they are tried. */
  readonly ntp: readonly string[];
  /** Used when `ntp` is empty. */
  readonly fallbackNtp: readonly string[];
  /** s */
  readonly pollIntervalMin: number;
  /** s */
  readonly pollIntervalMax: number;
}

const DEFAULTS = { pollIntervalMin: 32, pollIntervalMax: 2048 };
const LEAST_POLL_INTERVAL = 16;

/**
 * What timesyncd makes of its files.
 *
 * @param texts the main file, then the drop-ins in their order: lists grow, of what else is said the last counts, and an empty
 *   value takes back what was said before
 * @see timesyncd.conf(5), systemd.syntax(7)
 */
export function parseTimesyncdConf(texts: readonly string[]): TimesyncdSettings {
  const said = new Map<string, string>();
  for (const [key, value] of texts.flatMap(assignments)) {
    const isList = key === 'NTP' || key === 'FallbackNTP';
    said.set(key, isList && value !== '' ? `${said.get(key) ?? ''} ${value}` : value);
  }
  return {
    ntp: list(said.get('NTP')),
    fallbackNtp: list(said.get('FallbackNTP')),
    ...pollIntervals(said.get('PollIntervalMinSec'), said.get('PollIntervalMaxSec')),
  };
}

/** The servers that timesyncd uses, the one that it tries first with the lowest `localPriority`. */
export function timesyncdServers({
  ntp,
  fallbackNtp,
  pollIntervalMin,
  pollIntervalMax,
}: TimesyncdSettings): readonly NtpServer[] {
  const range = { minPoll: powerOfTwo(pollIntervalMin), maxPoll: powerOfTwo(pollIntervalMax) };
  return (ntp.length > 0 ? ntp : fallbackNtp).map((address, index) => ntpServer(address, { ...range, localPriority: index + 1 }));
}

/** The assignments in the section [Time] of one file. */
function assignments(text: string): [string, string][] {
  let section = '';
  const found: [string, string][] = [];
  for (const line of joined(text)) {
    const [, name, key, value] = /^\[(.*)\]$|^([^=\s]+)\s*=\s*(.*)$/.exec(line) ?? [];
    if (name !== undefined) section = name;
    if (section === 'Time' && key !== undefined && value !== undefined) found.push([key, value]);
  }
  return found;
}

/** Lines without comments; one that ends in a backslash goes on in the next that is no comment. */
function joined(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => !/^[#;]/.test(line))
    .join('\n')
    .replaceAll('\\\n', ' ')
    .split('\n');
}

function list(value = ''): string[] {
  return value.split(/\s+/).filter((address) => address !== '' && address.length <= 255);
}

/** As timesyncd corrects them: too short a minimum is not taken, nor a maximum below the minimum. */
function pollIntervals(minSec = '', maxSec = ''): Pick<TimesyncdSettings, 'pollIntervalMin' | 'pollIntervalMax'> {
  const min = timeSpan(minSec) ?? DEFAULTS.pollIntervalMin;
  const pollIntervalMin = min < LEAST_POLL_INTERVAL ? DEFAULTS.pollIntervalMin : min;
  const max = timeSpan(maxSec) ?? DEFAULTS.pollIntervalMax;
  return {
    pollIntervalMin,
    pollIntervalMax: max < pollIntervalMin ? Math.max(DEFAULTS.pollIntervalMax, 32 * pollIntervalMin) : max,
  };
}

/** ETSI has powers of two only: the nearest. */
function powerOfTwo(seconds: number): number {
  return Math.round(Math.log2(seconds));
}
