import { encodeRuuvi } from '../src/devices/simulated/encode-ruuvi.js';
import { readingOf, type SimulatedTag } from '../src/devices/simulated/tag.js';
import type { Point } from '../src/sensors/history.js';
import { decodeRuuvi, RUUVI_COMPANY_ID } from '../src/sensors/ruuvi/decode.js';
import type { RuuviReading } from '../src/sensors/ruuvi/reading.js';
import { toPoint } from '../src/sensors/tag-reading.js';

/**
 * What a radio heard of a simulated tag once: whole steps of the tag, as arithmetic alone would not give them.
 *
 * @param time ms since the epoch
 * @param n how many it had heard of all tags before
 */
export function pastPoint(tag: SimulatedTag, receiver: string, time: number, n: number): Point {
  const said = { ...readingOf(tag, '5', time), dataFormat: '5', measurementSequenceNumber: n % 65_535 } as const;
  const heard = decodeRuuvi(RUUVI_COMPANY_ID, encodeRuuvi(said)) as RuuviReading;
  return toPoint({ ...heard, mac: tag.mac, receiver, time, rssi: -60 - (n % 7) });
}
