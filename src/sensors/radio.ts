import type { Observed } from '../events/observed.js';
import type { Health } from '../registry/health.js';

/** The manufacturer-specific element of an advertisement. */
export interface ManufacturerData {
  /** Bluetooth SIG company identifier; Ruuvi Innovations is 0x0499. */
  readonly companyId: number;
  readonly serviceUuid?: undefined;
  /** What follows the company identifier. */
  readonly payload: Uint8Array;
}

/** The data of a service with a UUID of 16 bits in an advertisement. */
export interface ServiceData {
  /** As the Bluetooth SIG has assigned it; Eddystone is 0xFEAA. */
  readonly serviceUuid: number;
  readonly companyId?: undefined;
  /** What follows the UUID. */
  readonly payload: Uint8Array;
}

/** One element of one advertisement, as a receiver heard it. */
export type Advertisement = (ManufacturerData | ServiceData) & {
  /** The sender's Bluetooth address, upper case with colons: `CB:B8:33:4C:88:4F`. It may be random. */
  readonly address: string;
  /** dBm; absent when the receiver does not tell. */
  readonly rssi?: number;
  /** ms since the epoch. */
  readonly receivedAt: number;
};

/** What a radio counts besides the advertisements it delivers; counts only ever grow. */
export interface RadioCounters {
  readonly advertisements: number;
  /** Packets that are no valid advertisement. */
  readonly malformed: number;
  /** How often scanning was started again after the first time. */
  readonly restarts: number;
  /** How often the receiver was switched off and on, since it heard nothing. */
  readonly powerCycles?: number;
  /** 1 while it only listens, 0 while it asks senders for more, or does not scan. */
  readonly passive?: 0 | 1;
  /** ms since the epoch; absent before the first. */
  readonly lastAdvertisementAt?: number;
  /** The mean of the last 60 s, to 0.01. */
  readonly advertisementsPerSecond?: number;
}

/**
 * Takes what a radio hears, at once.
 *
 * @returns when what it says is on disk, for a radio that has to answer for it; others need not wait. Rejects with GatewayError
 *   `unavailable` when it could not be kept. Undefined when there is nothing to keep.
 */
export type Heard = (advertisement: Advertisement) => Promise<void> | undefined;

/** A receiver of Bluetooth advertisements. A lost packet is nothing; a lost receiver is a `health`. */
export interface Radio extends AsyncDisposable {
  /** The receiver's name, `hci0` for one; it is the `receiver` of every reading that comes through it. */
  readonly radioId: string;
  readonly driver: string;
  readonly health: Observed<Health>;
  readonly counters: RadioCounters;
  /**
   * Hands every advertisement to `heard`, in order, until `signal` aborts. What goes wrong meanwhile shows in `health`
   * and is tried again without end; it never throws.
   */
  listen(heard: Heard, signal: AbortSignal): Promise<void>;
}

/** Which radio it is. */
export type Receiver = Pick<Radio, 'radioId' | 'driver'>;
