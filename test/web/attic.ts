import { expect } from '@jest/globals';
import { advertisingData } from '../../src/devices/simulated/advertising-data.js';
import { encodeRuuvi } from '../../src/devices/simulated/encode-ruuvi.js';
import type { Point } from '../../src/sensors/history.js';
import { RUUVI_MEASUREMENT, type RuuviReading } from '../../src/sensors/ruuvi/reading.js';
import { openStore } from '../../src/store/store.js';
import { tempDirectory } from '../temp-directory.js';

const token = 'what-the-attic-shows';
/** A radio elsewhere, which hears what a test says. */
export const radios = { attic: { driver: 'ruuvi-gateway', token } };
/** A gateway that has them and nothing else. */
export const atticOnly = { auth: { mode: 'tokens' }, devices: { radios, cameras: {}, chips: {} } };
/** A tag. */
export const YARD = 'C0:00:00:00:00:01';

const AIR = { humidity: 40, pressure: 101_325, batteryVoltage: 2.9, txPower: 4, movementCounter: 1 };
let number = 0;

/** Has a gateway that has the radios above hear a tag; answered when it is on disk. */
export async function hear(
  { url }: { readonly url: string },
  mac: string,
  said: Omit<RuuviReading, 'dataFormat'>,
): Promise<void> {
  number += 1;
  const payload = encodeRuuvi({ ...AIR, measurementSequenceNumber: number, ...said, mac, dataFormat: '5' });
  const data = Buffer.from(advertisingData(payload)).toString('hex');
  const answer = await fetch(`${url}/sensors/v1/receivers/attic/advertisements`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${token}` },
    body: JSON.stringify({ data: { tags: { [mac]: { rssi: -60, data } } } }),
  });
  expect(await answer.json()).toEqual({ taken: 1, malformed: 0 });
}

/** What tags said before: temperatures by their times, ms since the epoch. */
export type Said = Readonly<Record<string, readonly (readonly [time: number, temperature: number])[]>>;

/** The data directory of a gateway that heard all of this before it was stopped. */
export async function directoryWith(said: Said): Promise<string> {
  const dir = tempDirectory().path;
  await using store = await openStore({ dir, commitMs: 20 });
  for (const [mac, temperatures] of Object.entries(said))
    await store.history.append(temperatures.map(([time, temperature]) => pointOf(mac, time, temperature)));
  return dir;
}

function pointOf(mac: string, time: number, temperature: number): Point {
  const tags = { mac: mac.replaceAll(':', ''), dataFormat: '5', receiver: 'attic' };
  return { measurement: RUUVI_MEASUREMENT, tags, time, fields: { temperature, ...AIR, rssi: -60 } };
}
