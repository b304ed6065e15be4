import { once } from 'node:events';
import { describe, expect, it } from '@jest/globals';
import { waitOf } from '../../src/back-off.js';
import { BACK_OFF, Destination } from '../../src/destinations/destination.js';
import { configured, Reach } from '../../src/outgoing/reach.js';
import { derive } from '../../src/sensors/derived.js';
import { hasInfluxDb, startInfluxDb } from '../influxdb.js';
import { ManualClock } from '../manual-clock.js';
import { tempDirectory } from '../temp-directory.js';
import { appPoint, appPoints, noon, ruuviPoint } from '../store/points.js';
import {
  allRead,
  counts,
  healthBecomes,
  influxSays,
  isActive,
  isSuspended,
  openWith,
  type Scripted,
  scriptedServer,
  start,
  throughTime,
  unsentRows,
  upTo,
} from './harness.js';

describe('sending the history to InfluxDB', () => {
  it('begins with what is there and goes on with what is committed, in order and in batches', async () => {
    using dir = tempDirectory();
    using server = await scriptedServer(() => undefined);
    await using store = await openWith(dir.path, appPoints(25));
    await using _running = start(store, server.target, { batchSize: 10 });
    await allRead(store);
    await store.history.append(appPoints(5, noon + 25_000), { prompt: true });
    await allRead(store);
    expect(server.requests.map((lines) => lines.length)).toEqual([10, 10, 5, 5]);
    expect(counts(server.stored)).toEqual([...upTo(25), ...upTo(5)]);
  });

  it('goes on where it was after a restart', async () => {
    using dir = tempDirectory();
    using server = await scriptedServer(() => undefined);
    {
      await using store = await openWith(dir.path, appPoints(10));
      await using _running = start(store, server.target);
      await allRead(store);
    }
    await using store = await openWith(dir.path, appPoints(3, noon + 10_000));
    await using _running = start(store, server.target);
    await allRead(store);
    expect(server.requests.map((lines) => lines.length)).toEqual([10, 3]);
  });

  it('sends what is left when it is stopped', async () => {
    using dir = tempDirectory();
    using server = await scriptedServer((_, request) => (request === 1 ? { status: 503 } : undefined));
    await using store = await openWith(dir.path, appPoints(25));
    const { influx, end } = start(store, server.target, { batchSize: 10 });
    await healthBecomes(influx.health, isSuspended);
    await end();
    expect(counts(server.stored)).toEqual(upTo(25));
  });

  it('does not wait for ever for a server that is silent when it is stopped', async () => {
    using dir = tempDirectory();
    using silent = await scriptedServer(() => undefined);
    silent.server.removeAllListeners('request');
    const asked = once(silent.server, 'request');
    await using store = await openWith(dir.path, appPoints(1));
    const { clock, end } = start(store, silent.target, { stopMs: 2000 });
    await asked;
    await throughTime(clock, end());
    expect(await unsentRows(store)).toBe(1);
  });

  it('gives up a request that is not answered in time', async () => {
    using dir = tempDirectory();
    using server = await scriptedServer(() => undefined);
    const [answer] = server.server.listeners('request') as ((...args: unknown[]) => void)[];
    server.server.removeAllListeners('request').once('request', () => {
      server.server.on('request', answer ?? (() => undefined));
    });
    await using store = await openWith(dir.path, appPoints(1));
    await using running = start(store, server.target, { timeoutMs: 10_000 });
    await throughTime(running.clock, healthBecomes(running.influx.health, isSuspended));
    await running.clock.advance(1000);
    await allRead(store);
    expect(counts(server.stored)).toEqual([0]);
  });
});

describe('an answer that is no success', () => {
  it.each<[string, Scripted | 'hang up', RegExp]>([
    [
      'a refused token',
      influxSays(401, 'unauthorized access'),
      /^misconfigured: .*\(401\); set destinations.influx.token .*unauthorized access/,
    ],
    ['a token without the right', influxSays(403, 'forbidden'), /^misconfigured: .*\(403\).*destinations.influx.token/],
    [
      'a bucket that is not there',
      influxSays(404, 'bucket "b" not found'),
      /^misconfigured: .*\(404\).*destinations.influx.bucket/,
    ],
    [
      'a login page',
      { status: 200, headers: { 'content-type': 'text/html' }, body: '<html>Welcome!' },
      /^misconfigured: .*\(200\)/,
    ],
    ['a success that is none', { status: 200 }, /^misconfigured: .*\(200\).*destinations.influx.url/],
    ['a page created elsewhere', { status: 201, body: '<html>' }, /^misconfigured: .*\(201\)/],
    ['a redirect', { status: 302, headers: { location: '/login' } }, /^misconfigured: .*\(302\)/],
    ["a 400 that is not InfluxDB's", { status: 400, body: '<html>400 Bad Request' }, /^misconfigured: .*\(400\)/],
    ['a server that fails', influxSays(500, 'internal error'), /\(500\): internal error/],
    ['a proxy without a server', { status: 502, body: '<html>' }, /\(502\)/],
    ['a server that starts', { status: 503 }, /\(503\)/],
    ['a server that asks us to wait', { status: 429 }, /\(429\)/],
    ['a connection that breaks', 'hang up', /cannot be reached/],
  ])('%s keeps everything and is tried again', async (_name, answer, reason) => {
    using dir = tempDirectory();
    using server = await scriptedServer((_, request) => (request <= 3 ? answer : undefined));
    await using store = await openWith(dir.path, appPoints(3));
    await using running = start(store, server.target);
    const { influx, clock } = running;
    expect((await healthBecomes(influx.health, isSuspended)).reason).toMatch(reason);
    await throughTime(clock, allRead(store));
    expect(influx.health.value).toEqual({ state: 'ACTIVE' });
    expect(counts(server.stored)).toEqual([0, 1, 2]);
    expect(influx.counters).toMatchObject({ stored: 3, rejected: 0, requests: 4, failures: 3 });
  });

  it('is asked for anew: a server that has moved is found, although something answers where it was', async () => {
    using dir = tempDirectory();
    using before = await scriptedServer(() => ({ status: 503 }));
    before.server.keepAliveTimeout = 0; // it keeps connections for as long as we do
    const { port } = new URL(before.target.url);
    using after = await scriptedServer(() => undefined, { host: '127.0.0.2', port: Number(port) });
    let address = '127.0.0.1';
    const reach = new Reach({ resolver: { addresses: async () => [address] }, mayCall: configured });
    await using store = await openWith(dir.path, appPoints(1));
    await using running = start(store, { ...before.target, url: `http://influx.example:${port}` }, { reach });
    await healthBecomes(running.influx.health, isSuspended);
    address = '127.0.0.2';
    await throughTime(running.clock, allRead(store));
    expect(counts(after.stored)).toEqual([0]);
  });

  it('is waited after before the next try', async () => {
    using dir = tempDirectory();
    using server = await scriptedServer((_, request) => (request === 1 ? { status: 503 } : undefined));
    await using store = await openWith(dir.path, appPoints(1));
    await using running = start(store, server.target);
    await healthBecomes(running.influx.health, isSuspended);
    await running.clock.advance(999);
    expect(running.influx.counters.requests).toBe(1);
    await running.clock.advance(1);
    await allRead(store);
    expect(running.influx.counters.requests).toBe(2);
  });

  it('is waited after for a minute at most, spread by chance', () => {
    const waits = (chance: number) => [1, 2, 6, 7, 8, 2000].map((failures) => waitOf(BACK_OFF, failures, () => chance));
    expect(waits(1)).toEqual([1000, 2000, 32_000, 60_000, 60_000, 60_000]);
    expect(waits(0)).toEqual([500, 1000, 16_000, 30_000, 30_000, 30_000]);
  });

  it.each([
    ['in seconds', '90'],
    ['as a date', new Date(90_000).toUTCString()],
  ])('is waited after for as long as Retry-After says (%s)', async (_how, retryAfter) => {
    using dir = tempDirectory();
    const asksToWait = { status: 429, headers: { 'retry-after': retryAfter } };
    using server = await scriptedServer((_, request) => (request === 1 ? asksToWait : undefined));
    await using store = await openWith(dir.path, appPoints(1));
    await using running = start(store, server.target, { clock: new ManualClock(0) });
    await healthBecomes(running.influx.health, isSuspended);
    await running.clock.advance(89_999);
    expect(running.influx.counters.requests).toBe(1);
    await running.clock.advance(1);
    await allRead(store);
    expect(counts(server.stored)).toEqual([0]);
  });

  it('halves batches that are too large, then and from then on', async () => {
    using dir = tempDirectory();
    using server = await scriptedServer((lines) => (lines.length > 30 ? { status: 413, body: '<html>' } : undefined));
    await using store = await openWith(dir.path, appPoints(300));
    await using _running = start(store, server.target, { batchSize: 100 });
    await allRead(store);
    expect(counts(server.stored)).toEqual(upTo(300));
    expect(Math.max(...server.requests.slice(8).map((lines) => lines.length))).toBeLessThanOrEqual(30);
  });

  it.each<[Scripted, RegExp]>([
    [influxSays(500, 'x'.repeat(1_000_000)), /\(500\): x{300}$/],
    [{ status: 201, body: ' '.repeat(1_000_000) }, /^misconfigured: .*\(201\)/],
    [{ status: 400, body: '<html>'.repeat(100_000) }, /^misconfigured: .*\(400\)/],
  ])('is judged by its beginning when it is without end (%#)', async (endless, reason) => {
    using dir = tempDirectory();
    using server = await scriptedServer((_, request) => (request === 1 ? endless : undefined));
    await using store = await openWith(dir.path, appPoints(1));
    await using running = start(store, server.target);
    expect((await healthBecomes(running.influx.health, isSuspended)).reason).toMatch(reason);
    await throughTime(running.clock, allRead(store));
  });
});

describe('a line that InfluxDB will not take', () => {
  it.each([400, 422, 201])('is kept as rejected with the words of the server (%i) while the others arrive', async (status) => {
    using dir = tempDirectory();
    const bad = (lines: readonly string[]) => counts(lines).some((count) => count === 13 || count === 77);
    using server = await scriptedServer((lines) => (bad(lines) ? influxSays(status, 'field type conflict') : undefined));
    await using store = await openWith(dir.path, appPoints(100));
    const reports: string[] = [];
    await using running = start(store, server.target, { report: (message) => reports.push(message) });
    await allRead(store);
    expect(counts(server.stored)).toEqual(upTo(100).filter((count) => count !== 13 && count !== 77));
    const reason = 'field type conflict';
    expect(await store.cursor('influx').rejections()).toMatchObject([
      { seq: 14, reason, point: { fields: { count: 13 } } },
      { seq: 78, reason },
    ]);
    expect(running.influx.counters).toMatchObject({ stored: 98, rejected: 2 });
    expect(reports).toEqual(['destination influx will not take 2 of 100 lines, one says: field type conflict']);
  });

  it('is told from the others also when the answer is longer than anybody reads, with what it says of the line', async () => {
    using dir = tempDirectory();
    const ofLine = (line: string) => ({ original_line: line, error_message: 'expected a float'.padEnd(2_000, ' ') });
    const partial = (lines: readonly string[]) => ({ error: 'partial write of line protocol occurred', data: lines.map(ofLine) });
    const isBad = (line: string) => !/count=[05]/.test(line);
    using server = await scriptedServer((lines) =>
      lines.some(isBad) ? { status: 400, body: JSON.stringify(partial(lines.filter(isBad))) } : undefined,
    );
    await using store = await openWith(dir.path, appPoints(100));
    await using running = start(store, server.target);
    await allRead(store);
    expect(running.influx.counters).toMatchObject({ stored: 12, rejected: 88, failures: 0 });
    const [first] = await store.cursor('influx').rejections();
    expect(first?.reason).toMatch(/^partial write of line protocol occurred: expected a float/);
  });

  it('is kept as rejected when it is too large alone', async () => {
    using dir = tempDirectory();
    using server = await scriptedServer((lines) => (counts(lines).includes(2) ? { status: 413 } : undefined));
    await using store = await openWith(dir.path, appPoints(4));
    await using _running = start(store, server.target);
    await allRead(store);
    expect(counts(server.stored)).toEqual([0, 1, 3]);
    expect(await store.cursor('influx').rejections()).toMatchObject([{ seq: 3, reason: 'too large (413)' }]);
  });
});

if (!hasInfluxDb) it.todo('a real InfluxDB takes what we send (apt-get install influxdb)');
else
  describe('a real InfluxDB', () => {
    it('has every field as it was, with its type', async () => {
      using dir = tempDirectory();
      await using influxdb = await startInfluxDb();
      await using store = await openWith(dir.path, [ruuviPoint(), appPoint()]);
      await using _running = start(store, influxdb);
      await allRead(store);
      const [reading] = await influxdb.query('SELECT * FROM ruuvi_measurements');
      expect(reading).toEqual({ time: noon, ...ruuviPoint().tags, ...ruuviPoint().fields, ...derive(ruuviPoint().fields) });
      expect(reading).toMatchObject({ dewPoint: 14.26209, accelerationTotal: 1.036015 });
      const [people] = await influxdb.query('SELECT * FROM people');
      expect(people).toEqual({ time: noon, ...appPoint().tags, ...appPoint().fields });
      const types = await influxdb.query('SHOW FIELD KEYS FROM ruuvi_measurements');
      const integers = types.filter(({ fieldType }) => fieldType === 'integer').map(({ fieldKey }) => fieldKey);
      expect(integers).toEqual(['measurementSequenceNumber', 'movementCounter', 'rssi', 'txPower']);
      expect(types.filter(({ fieldType }) => fieldType === 'float')).toHaveLength(types.length - 4);
      expect(await influxdb.query('SHOW FIELD KEYS FROM people')).toEqual([
        { fieldKey: 'confidence', fieldType: 'float' },
        { fieldKey: 'count', fieldType: 'float' },
        { fieldKey: 'open', fieldType: 'boolean' },
        { fieldKey: 'plate', fieldType: 'string' },
        { fieldKey: 'rssi', fieldType: 'float' },
      ]);
    });

    it('misses nothing and has nothing twice after an outage', async () => {
      using dir = tempDirectory();
      await using influxdb = await startInfluxDb();
      await using store = await openWith(dir.path, appPoints(500));
      await using running = start(store, influxdb, { batchSize: 100 });
      const { influx, clock } = running;
      await allRead(store);
      await influxdb.beginOutage();
      await store.history.append(appPoints(1000, noon + 500_000), { prompt: true });
      await healthBecomes(influx.health, isSuspended);
      await store.history.append(appPoints(500, noon + 1_500_000), { prompt: true });
      await influxdb.endOutage();
      await throughTime(clock, healthBecomes(influx.health, isActive));
      await throughTime(clock, allRead(store));
      expect(await influxdb.query('SELECT count("count") FROM people')).toMatchObject([{ count: 2000 }]);
      expect(await influxdb.query('SELECT sum("count") FROM people')).toMatchObject([{ sum: 124750 + 499500 + 124750 }]);
    });

    it('has what was sent under a token that it refused at first', async () => {
      using dir = tempDirectory();
      await using influxdb = await startInfluxDb();
      const { url, org, bucket, token } = influxdb;
      influxdb.setToken('another');
      await using store = await openWith(dir.path, appPoints(10));
      await using running = start(store, { url, org, bucket, token });
      expect((await healthBecomes(running.influx.health, isSuspended)).reason).toMatch(/401/);
      influxdb.setToken(token);
      await throughTime(running.clock, allRead(store));
      expect(await influxdb.query('SELECT count("count") FROM people')).toMatchObject([{ count: 10 }]);
    });

    it('does not take a field of another type, which is kept as rejected', async () => {
      using dir = tempDirectory();
      await using influxdb = await startInfluxDb();
      const points = appPoints(50).map((point, at) => (at === 20 ? { ...point, fields: { count: 'many' } } : point));
      await using store = await openWith(dir.path, points);
      await using _running = start(store, influxdb);
      await allRead(store);
      expect(await influxdb.query('SELECT count("count") FROM people')).toMatchObject([{ count: 49 }]);
      expect(await store.cursor('influx').rejections()).toMatchObject([
        { seq: 21, reason: expect.stringMatching(/type conflict/) },
      ]);
    });

    it('has one line of a row that is sent twice', async () => {
      using dir = tempDirectory();
      await using influxdb = await startInfluxDb();
      await using store = await openWith(dir.path, appPoints(100));
      for (const destination of ['influx', 'again']) {
        const stop = new AbortController();
        stop.abort();
        await new Destination(store.cursor(destination), influxdb).run(stop.signal);
      }
      expect(influxdb.answered).toEqual([204, 204]);
      expect(await influxdb.query('SELECT count("count") FROM people')).toMatchObject([{ count: 100 }]);
    });
  });
