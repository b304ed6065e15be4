import { advertisingData } from '../../../src/devices/simulated/advertising-data.js';
import { encodeRuuvi } from '../../../src/devices/simulated/encode-ruuvi.js';
import type { Point } from '../../../src/sensors/history.js';
import { RUUVI_MEASUREMENT } from '../../../src/sensors/ruuvi/reading.js';
import { RADIO } from './configuration.js';

/** Readings that are told apart by number, on one of the ways into the gateway, and found again at the other end. */
export interface Stream {
  readonly path: string;
  /** How many readings one request takes. */
  readonly most: number;
  body(numbers: readonly number[]): unknown;
  /** Its measurement, and the columns that tell the number. */
  readonly measurement: string;
  readonly columns: readonly string[];
  numberOf(row: Readonly<Record<string, unknown>>): number;
}

/** Of a row in the gateway's own history. */
export function numberOfPoint(stream: Stream, { tags, fields }: Point): number {
  return stream.numberOf({ ...tags, ...fields });
}

const FROM = Date.parse('2026-06-01T12:00:00Z');
/** How many series there are. */
const LANES = 50;

/**
 * What applications add: one reading per millisecond, so that none is taken for another. Answered when it is on disk.
 *
 * @param more fields beside the number
 */
export function pointStream(measurement = 'produced', more: Readonly<Record<string, string>> = {}): Stream {
  const point = (number: number) => ({
    measurement,
    tags: { lane: String(number % LANES) },
    time: new Date(FROM + number).toISOString(),
    fields: { number, ...more },
  });
  return {
    path: '/sensors/v1/readings',
    most: 500,
    body: (numbers) => numbers.map(point),
    measurement,
    columns: ['number'],
    numberOf: ({ number }) => Number(number),
  };
}

/** As many as the sixteen bits of a tag's sequence number count, in a round number. */
const LAP = 65_000;

/**
 * What a radio elsewhere hears of tags, one reading after the other of each. Answered when it is on disk, which others wait for
 * too: up to `data.commitMs`.
 *
 * @param heardAt when each reading was heard, ms since the epoch; undefined where the radio has no clock
 */
export function tagStream(tags = 50, heardAt: (number: number) => number | undefined = () => undefined): Stream {
  const entry = (number: number) => {
    const time = heardAt(number);
    const round = Math.floor(number / tags);
    const payload = encodeRuuvi({
      ...{
        dataFormat: '5',
        temperature: 20 + (round % 200) / 100,
        humidity: 40 + (round % 400) / 40,
        pressure: 100_000 + (round % 99),
      },
      ...{ accelerationX: (round % 8) / 1000, accelerationY: 0, accelerationZ: 1.036, batteryVoltage: 2.977, txPower: 4 },
      ...{ movementCounter: Math.floor(round / LAP), measurementSequenceNumber: round % LAP, mac: macOf(number % tags) },
    });
    const said = { rssi: -60 - (number % 30), data: Buffer.from(advertisingData(payload)).toString('hex') };
    return [macOf(number % tags), { ...said, ...(time === undefined ? { counter: number } : { timestamp: time / 1000 }) }];
  };
  return {
    path: `/sensors/v1/receivers/${RADIO}/advertisements`,
    most: tags,
    body: (numbers) => ({ data: { gw_mac: 'C8:00:00:00:00:01', tags: Object.fromEntries(numbers.map(entry)) as unknown } }),
    measurement: RUUVI_MEASUREMENT,
    columns: ['measurementSequenceNumber', 'movementCounter', 'mac'],
    numberOf: ({ measurementSequenceNumber, movementCounter, mac }) =>
      (Number(movementCounter) * LAP + Number(measurementSequenceNumber)) * tags + Number.parseInt(String(mac).slice(-4), 16),
  };
}

/** @param index below 65 536 */
function macOf(index: number): string {
  const digits = index.toString(16).toUpperCase().padStart(4, '0');
  return `CB:B8:33:4C:${digits.slice(0, 2)}:${digits.slice(2)}`;
}
