import { type Clock, systemClock } from '../clock.js';
import { RecentAnswer } from './recent-answer.js';

/**
 * A server that this machine takes its time from, or may.
 *
 * @see ETSI GS MEC 011, clause 7.1.2.4 (TimingCaps)
 */
export interface NtpServer {
  readonly ntpServerAddrType: 'IP_ADDRESS' | 'DNS_NAME';
  readonly ntpServerAddr: string;
  /** Seconds as a power of two: 6 are 64 s. From 3 to 17. */
  readonly minPollingInterval: number;
  /** Likewise, and never less than `minPollingInterval`. */
  readonly maxPollingInterval: number;
  /** The lower, the sooner it is taken, as with PTP; ETSI does not say which way it counts. */
  readonly localPriority: number;
  readonly authenticationOption: 'NONE' | 'SYMMETRIC_KEY' | 'AUTO_KEY';
  /** Only with SYMMETRIC_KEY. */
  readonly authenticationKeyNum?: number;
}

/** Who knows how this machine gets its time. Both may fail, and be slow; nobody waits for them longer than `TIMING_TIMEOUT_MS`. */
export interface TimeSource {
  /** Whether the machine's clock follows a reference now, rather than running free. */
  synchronised(): Promise<boolean>;
  /** The servers that are configured; none when nothing is known of any. */
  ntpServers(): Promise<readonly NtpServer[]>;
}

/** Unix time, in two whole numbers; the nanoseconds are as fine as the gateway's clock, which counts ms. */
export interface TimeStamp {
  readonly seconds: number;
  readonly nanoSeconds: number;
}

/** @see ETSI GS MEC 011, clause 7.1.2.5 */
export interface CurrentTime extends TimeStamp {
  /** TRACEABLE to UTC; NONTRACEABLE also when nobody can say. */
  readonly timeSourceStatus: 'TRACEABLE' | 'NONTRACEABLE';
}

/** @see ETSI GS MEC 011, clause 7.1.2.4 */
export interface TimingCaps {
  readonly timeStamp: TimeStamp;
  readonly ntpServers: readonly NtpServer[];
}

/** What the time source said holds for as long. */
export const TIMING_KEPT_MS = 10_000;
export const TIMING_TIMEOUT_MS = 5000;

/** The machine's time and where it comes from. What the source cannot say is answered carefully, never with an error. */
export class Timing {
  private readonly synchronised: RecentAnswer<boolean>;
  private readonly ntpServers: RecentAnswer<readonly NtpServer[]>;

  constructor(
    source: TimeSource,
    private readonly clock: Clock = systemClock,
  ) {
    const limits = { keptMs: TIMING_KEPT_MS, timeoutMs: TIMING_TIMEOUT_MS, clock };
    this.synchronised = new RecentAnswer({ ask: () => source.synchronised(), otherwise: false, ...limits });
    this.ntpServers = new RecentAnswer({ ask: () => source.ntpServers(), otherwise: [], ...limits });
  }

  async currentTime(): Promise<CurrentTime> {
    const synchronised = await this.synchronised.get();
    return { ...this.timeStamp(), timeSourceStatus: synchronised ? 'TRACEABLE' : 'NONTRACEABLE' };
  }

  async caps(): Promise<TimingCaps> {
    const ntpServers = await this.ntpServers.get();
    return { timeStamp: this.timeStamp(), ntpServers };
  }

  /** Read last of all, for the source may have taken its time. */
  private timeStamp(): TimeStamp {
    const ms = Math.max(0, Math.floor(this.clock.now())); // both numbers are unsigned
    const seconds = Math.floor(ms / 1000);
    return { seconds, nanoSeconds: (ms - 1000 * seconds) * 1_000_000 };
  }
}
