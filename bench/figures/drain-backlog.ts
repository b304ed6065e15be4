import { once } from 'node:events';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { InfluxDB, Point as LinePoint } from '@influxdata/influxdb-client';
import { Destination } from '../../src/destinations/destination.js';
import type { Point } from '../../src/sensors/history.js';
import { RUUVI_MEASUREMENT } from '../../src/sensors/ruuvi/reading.js';
import { derive } from '../../src/sensors/derived.js';
import { openStore } from '../../src/store/store.js';
import { tempDirectory } from '../../test/temp-directory.js';
import { type Benchmark, figure, rounds } from '../benchmark.js';

const READINGS = 100_000;
const TAGS = 50;
const ROUNDS = 2;

/** A backlog in the history to a server that takes everything, against the client library with the same readings in memory. */
export const drainBacklog: Benchmark = async (_, effort) => {
  const points = backlog(Math.ceil(READINGS * effort));
  await using server = await taker();
  let [ours, theirs] = [0, 0];
  for (let round = 0; round < rounds(ROUNDS, effort); round++) {
    ours = Math.max(ours, await drain(points, server.url));
    theirs = Math.max(theirs, await libraryAlone(points, server.url));
  }
  const reference = { name: 'the client library, from memory', value: theirs };
  return [figure({ name: 'backlog to a destination', value: ours, unit: '/s', reference, aim: '≥ 10,000 /s, ≥ 0.7' })];
};

function backlog(count: number): Point[] {
  const start = Date.now() - count * 1_000;
  return Array.from({ length: count }, (_, n) => ({
    measurement: RUUVI_MEASUREMENT,
    tags: { mac: `CBB8334C${String(n % TAGS).padStart(4, '0')}`, dataFormat: '5', receiver: 'hci0', name: `tag ${n % TAGS}` },
    time: start + n * 1_000,
    fields: {
      ...{ temperature: 20 + (n % 1_000) * 0.005, humidity: 50 + (n % 500) * 0.0025, pressure: 100_000 + (n % 300) },
      ...{ accelerationX: (n % 30) / 1_000, accelerationY: -0.004, accelerationZ: 1.036, batteryVoltage: 2.977, txPower: 4 },
      ...{ movementCounter: n % 256, measurementSequenceNumber: n % 65_536, rssi: -60 - (n % 30) },
    },
  }));
}

/** A server that reads what it is sent and says 204. */
async function taker() {
  const server = http.createServer((request, response) => {
    request.resume().on('end', () => response.writeHead(204).end());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const close = () => {
    server.close();
    server.closeAllConnections();
    return Promise.resolve();
  };
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, [Symbol.asyncDispose]: close };
}

/** @returns readings per second, until the last is known to be taken, on disk */
async function drain(points: readonly Point[], url: string): Promise<number> {
  using dir = tempDirectory();
  await keep(points, dir.path);
  await using store = await openStore({ dir: dir.path });
  const destination = new Destination(store.cursor('cloud'), { url, token: 't', org: '', bucket: 'b' });
  const stop = new AbortController();
  const began = performance.now();
  const running = destination.run(stop.signal);
  while ((await store.cursor('cloud').lag()).readings > 0) await new Promise((resolve) => setTimeout(resolve, 10));
  const ms = performance.now() - began;
  stop.abort();
  await running;
  if (destination.counters.stored !== points.length) throw new Error(`${destination.counters.stored} were taken`);
  return (points.length / ms) * 1_000;
}

/** As the gateway of before the restart has, which it has also rolled up. */
async function keep(points: readonly Point[], dir: string): Promise<void> {
  await using store = await openStore({ dir });
  for (let from = 0; from < points.length; from += 5_000)
    await store.history.append(points.slice(from, from + 5_000), { prompt: true });
}

/** @returns readings per second; what it sends by itself it does not wait for, so it sends nothing by itself */
async function libraryAlone(points: readonly Point[], url: string): Promise<number> {
  const began = performance.now();
  const api = new InfluxDB({ url, token: 't' }).getWriteApi('o', 'b', 'ms', { batchSize: 5_001, flushInterval: 0 });
  for (let from = 0; from < points.length; from += 5_000) {
    for (const point of points.slice(from, from + 5_000)) api.writePoint(lineOf(point));
    await api.flush();
  }
  await api.close();
  return (points.length / (performance.now() - began)) * 1_000;
}

/** With the same fields as we send. */
function lineOf({ measurement, tags, time, fields }: Point): LinePoint {
  const line = new LinePoint(measurement).timestamp(time);
  for (const [name, value] of Object.entries(tags)) line.tag(name, value);
  for (const [name, value] of Object.entries({ ...fields, ...derive(fields) })) line.floatField(name, value);
  return line;
}
