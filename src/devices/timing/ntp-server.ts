import { isIP } from 'node:net';
import type { NtpServer } from '../../registry/timing.js';

export interface PollRange {
  /** Seconds as powers of two. */
  readonly minPoll: number;
  readonly maxPoll: number;
}

export interface ServerOptions extends PollRange {
  readonly localPriority: number;
  /** The number of a symmetric key. */
  readonly key?: number | undefined;
  /** Autokey of RFC 5906. */
  readonly autoKey?: boolean;
}

/** @param address of any form; what is no IP address is a name. A maximum below the minimum is the minimum. */
export function ntpServer(address: string, { minPoll, maxPoll, localPriority, key, autoKey }: ServerOptions): NtpServer {
  return {
    ntpServerAddrType: isIP(address) ? 'IP_ADDRESS' : 'DNS_NAME',
    ntpServerAddr: address,
    minPollingInterval: inRange(minPoll),
    maxPollingInterval: Math.max(inRange(minPoll), inRange(maxPoll)),
    localPriority,
    ...authentication(key, autoKey),
  };
}

function authentication(
  key: number | undefined,
  autoKey = false,
): Pick<NtpServer, 'authenticationOption' | 'authenticationKeyNum'> {
  if (autoKey) return { authenticationOption: 'AUTO_KEY' };
  return key === undefined
    ? { authenticationOption: 'NONE' }
    : { authenticationOption: 'SYMMETRIC_KEY', authenticationKeyNum: key };
}

/** ETSI GS MEC 011 knows 8 s to 131072 s; some daemons go further both ways. */
function inRange(poll: number): number {
  return Math.min(17, Math.max(3, poll));
}
