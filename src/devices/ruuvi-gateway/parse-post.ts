import { GatewayError } from '../../errors.js';
import { isObject } from '../../config/is-object.js';

/** What a remote radio says of one tag. */
export interface RemoteAdvertisement {
  /** upper case with colons */
  readonly address: string;
  /** dBm */
  readonly rssi?: number;
  /** When it was heard, s since the epoch, by the clock of whoever heard it; absent where that has no clock. */
  readonly heardAt?: number;
  /** Advertising data, legacy or extended. */
  readonly data: Uint8Array;
}

export interface ParsedPost {
  readonly advertisements: readonly RemoteAdvertisement[];
  /** Entries that are none. */
  readonly malformed: number;
}

/** More than one radio can tell apart between two posts. */
export const MOST_TAGS = 1_000;
/** Extended advertising data, as hexadecimal digits (Bluetooth Core Specification, volume 4, part E, clause 7.7.65.13). */
const MOST_DIGITS = 2 * 1_650;
const HEX = /^(?:[0-9A-Fa-f]{2})+$/;
const MAC = /^(?:[0-9A-F]{2}:){5}[0-9A-F]{2}$/;

/**
 * What a Ruuvi Gateway posts, and answers at `/history`: `{data: {gw_mac, tags: {<MAC>: {rssi, timestamp, data}}}}`, and without a clock
 * `counter` in the place of `timestamp`. Numbers come as numbers or as text, as the documentation has both.
 *
 * @param body parsed JSON
 * @returns what can be taken; entries that are none are counted, for anybody in the air may have caused them
 * @throws GatewayError `invalid` when it is not of this shape at all
 * @see Ruuvi docs, http-time-stamped-data-from-bluetooth-sensors.md, http-data-from-bluetooth-sensors-without-timestamps.md
 */
export function parsePost(body: unknown): ParsedPost {
  const tags = isObject(body) && isObject(body.data) ? body.data.tags : undefined;
  if (!isObject(tags)) throw new GatewayError('invalid', 'expected data.tags, as a Ruuvi Gateway posts it');
  const entries = Object.entries(tags);
  if (entries.length > MOST_TAGS)
    throw new GatewayError('tooLarge', `there are ${entries.length} tags in it, expected at most ${MOST_TAGS}`);
  const advertisements = entries.flatMap(([mac, entry]) => {
    const parsed = isObject(entry) ? parseAdvertisement(mac, entry, entry.timestamp) : undefined;
    return parsed ? [parsed] : [];
  });
  return { advertisements, malformed: entries.length - advertisements.length };
}

/**
 * One tag of a post, or one MQTT message.
 *
 * @param heardAt s since the epoch
 * @returns nothing when it is none
 */
export function parseAdvertisement(
  mac: string,
  { rssi, data }: Readonly<Record<string, unknown>>,
  heardAt: unknown,
): RemoteAdvertisement | undefined {
  const address = mac.toUpperCase();
  if (!MAC.test(address) || typeof data !== 'string' || data.length > MOST_DIGITS || !HEX.test(data)) return undefined;
  const strength = numberOf(rssi);
  const time = numberOf(heardAt);
  return {
    address,
    // 127 is how Bluetooth says that it does not know (volume 4, part E, clause 7.7.65.2)
    ...(strength !== undefined && Number.isInteger(strength) && strength >= -128 && strength < 127 ? { rssi: strength } : {}),
    ...(time === undefined ? {} : { heardAt: time }),
    data: Buffer.from(data, 'hex'),
  };
}

function numberOf(value: unknown): number | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined;
  return typeof value === 'string' && /^-?\d{1,15}(\.\d{1,9})?$/.test(value) ? Number(value) : undefined;
}
