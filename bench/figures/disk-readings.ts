import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { systemClock } from '../../src/clock.js';
import { encodeRuuvi } from '../../src/devices/simulated/encode-ruuvi.js';
import { readingOf } from '../../src/devices/simulated/tag.js';
import { townTags } from '../../src/devices/simulated/town.js';
import { EventBus } from '../../src/events/bus.js';
import { Devices, noRecords } from '../../src/registry/devices.js';
import type { History } from '../../src/sensors/history.js';
import type { Advertisement } from '../../src/sensors/radio.js';
import { decodeRuuvi, RUUVI_COMPANY_ID } from '../../src/sensors/ruuvi/decode.js';
import type { RuuviReading } from '../../src/sensors/ruuvi/reading.js';
import { Sensors } from '../../src/sensors/sensors.js';
import { toPoint } from '../../src/sensors/tag-reading.js';
import { STEP_COLUMNS, toColumns } from '../../src/store/columns.js';
import { sqliteDrivers, type SqlValue } from '../../src/store/sqlite.js';
import { openStore } from '../../src/store/store.js';
import { tempDirectory } from '../../test/temp-directory.js';
import { EventReaders } from '../event-readers.js';
import { type Benchmark, figure, rounds } from '../benchmark.js';

const TAGS = 50;
const READINGS = 20_000;
const CHUNK = 1000;
/** In one turn of the event loop; who is told more than this at once is told that it is too slow. */
const HEARD_AT_ONCE = 100;
const READERS = 4;
const ROUNDS = 3;

/**
 * From what a radio hears to what survives a power cut, against SQLite that is given the finished rows; and the same while readers are
 * told of each by WebSocket.
 */
export const diskReadings: Benchmark = async (_, effort) => {
  const heard = advertisements(READINGS * effort);
  const rows = heard.map(rowOf);
  let [ours, told, theirs] = [0, 0, 0];
  for (let round = 0; round < rounds(ROUNDS, effort); round++) {
    ours = Math.max(ours, await hearAll(heard, 0));
    told = Math.max(told, await hearAll(heard, READERS));
    theirs = Math.max(theirs, insertAll(rows));
  }
  const reference = { name: `${driver().name} alone`, value: theirs };
  return [
    figure({ name: 'readings from radio to disk', value: ours, unit: '/s', reference }),
    figure({ name: `readings, and to ${READERS} readers`, value: told, unit: '/s', reference, aim: '≥ 20,000 /s' }),
  ];
};

/** Each another measurement, the tags in turn. */
function advertisements(length: number): readonly Advertisement[] {
  const tags = townTags(1, TAGS);
  const start = Date.now();
  return Array.from({ length }, (_, n) => {
    const tag = tags[n % TAGS];
    if (!tag) throw new Error('there is no town');
    const reading = { ...readingOf(tag, '5', start + n), dataFormat: '5', measurementSequenceNumber: n } as const;
    return { address: tag.mac, rssi: -60, companyId: RUUVI_COMPANY_ID, payload: encodeRuuvi(reading), receivedAt: start + n };
  });
}

/** @returns readings per second, until the last is durable */
async function hearAll(heard: readonly Advertisement[], count: number): Promise<number> {
  using dir = tempDirectory();
  await using store = await openStore({ dir: dir.path });
  let appended = 0;
  let last = Promise.resolve();
  const history: History = {
    ...store.history,
    // nothing follows the last, so it must not wait for company
    append: (points) => (last = store.history.append(points, { prompt: ++appended === heard.length })),
  };
  const bus = new EventBus();
  await using readers = await EventReaders.join(bus, count);
  const sensors = new Sensors(
    {
      ...{ history, bus, devices: new Devices(bus, systemClock), records: noRecords, report: () => undefined },
      ...{ clock: systemClock, trust: { isTrusted: true } },
    },
    { names: {}, silentAfterMs: 120_000, maxTags: TAGS, admit: 'all', allow: [], deny: [], minStoreIntervalS: 0 },
  );
  const began = performance.now();
  for (let from = 0; from < heard.length; from += HEARD_AT_ONCE) {
    for (const one of heard.slice(from, from + HEARD_AT_ONCE)) void sensors.hear({ radioId: 'hci0', driver: 'bench' }, one);
    await setImmediate();
  }
  await last;
  const ms = performance.now() - began;
  if (readers.size !== count) throw new Error(`${readers.size} of ${count} readers have kept up`);
  if (store.counters.added !== heard.length) throw new Error(`${store.counters.added} of ${heard.length} readings were kept`);
  return (heard.length / ms) * 1000;
}

/** What `hearAll` writes for an advertisement. */
function rowOf({ payload, address, receivedAt, rssi }: Advertisement, n: number): readonly SqlValue[] {
  const reading = decodeRuuvi(RUUVI_COMPANY_ID, payload) as RuuviReading;
  const point = toPoint({
    ...reading,
    mac: address,
    receiver: 'hci0',
    time: receivedAt,
    ...(rssi === undefined ? {} : { rssi }),
  });
  return [n % TAGS, receivedAt, ...toColumns(point)];
}

/** @returns rows per second, in transactions of `CHUNK` rows with the same durability */
function insertAll(rows: readonly (readonly SqlValue[])[]): number {
  using dir = tempDirectory();
  const database = driver().open(join(dir.path, 'reference.db'));
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL');
  database.exec(`CREATE TABLE readings (seq INTEGER PRIMARY KEY AUTOINCREMENT, series INTEGER NOT NULL, time INTEGER NOT NULL,
    ${STEP_COLUMNS.map((column) => `${column} INTEGER`).join(', ')}, fields TEXT, UNIQUE (series, time))`);
  const names = ['series', 'time', ...STEP_COLUMNS, 'fields'];
  const insert = database.prepare(`INSERT INTO readings (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`);
  const began = performance.now();
  for (let from = 0; from < rows.length; from += CHUNK)
    database.transaction(() => rows.slice(from, from + CHUNK).forEach((row) => insert.run(...row)));
  const ms = performance.now() - began;
  database.close();
  return (rows.length / ms) * 1000;
}

function driver() {
  const first = sqliteDrivers()[0];
  if (!first) throw new Error('there is no SQLite here');
  return first;
}
