import { once } from 'node:events';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { systemClock } from '../../../src/clock.js';
import { History } from '../../../src/devices/ruuvi-gateway/history.js';
import { RuuviGatewayRadio } from '../../../src/devices/ruuvi-gateway/radio.js';
import { GatewayError } from '../../../src/errors.js';
import { Outgoing } from '../../../src/outgoing/outgoing.js';
import { configured, Reach } from '../../../src/outgoing/reach.js';
import { Resolver } from '../../../src/outgoing/resolver.js';
import type { Advertisement } from '../../../src/sensors/radio.js';
import { ManualClock } from '../../manual-clock.js';
import { until } from '../../until.js';
import { radioContract } from '../ble/radio-contract.js';

const MAC = 'CB:B8:33:4C:88:4F';
const OTHER = 'AA:AA:AA:AA:AA:AA';
const data = '0201061BFF99040512FC5394C37C0004FFFC040CAC364200CDCBB8334C884F';
const later = `${data.slice(0, 46)}00CE${data.slice(50)}`;

/** One that hears something new whenever it is asked. */
radioContract('RuuviGatewayRadio', async () => {
  let heardAt = 0;
  const polled = http.createServer((_request, response) => {
    const entry = { rssi: -60, timestamp: ++heardAt, data };
    response.end(JSON.stringify({ data: { tags: { [MAC]: entry } } }));
  });
  polled.listen(0, '127.0.0.1');
  await once(polled, 'listening');
  const time = new ManualClock();
  const opened = open(polled, time);
  return {
    radio: opened,
    provoke: async () => {
      const { advertisements } = opened.counters;
      await until(async () => {
        await time.advance(1_000);
        return opened.counters.advertisements > advertisements;
      });
    },
    async [Symbol.asyncDispose]() {
      await opened[Symbol.asyncDispose]();
      polled.closeAllConnections();
      await new Promise((resolve) => polled.close(resolve));
    },
  };
});

let server: http.Server;
let asked: http.IncomingMessage[];
let answer: (response: http.ServerResponse) => void;
let clock: ManualClock;
let radio: RuuviGatewayRadio;
let heard: Advertisement[];
let kept: Promise<void>;
let stop: AbortController;
let listening: Promise<void>;
const tags = (entries: object) => (response: http.ServerResponse) =>
  void response.end(JSON.stringify({ data: { tags: entries } }));

function open(at: http.Server, time: ManualClock, credentials: object = {}): RuuviGatewayRadio {
  const url = `http://127.0.0.1:${(at.address() as AddressInfo).port}/`;
  const reach = new Reach({ resolver: new Resolver(systemClock), mayCall: configured });
  // the exchange itself takes real time, and only the waiting between two is that of the test
  const outgoing = new Outgoing({ clock: systemClock, reach });
  const history = new History({ url, intervalMs: 10_000, clock: time, outgoing, random: () => 1, ...credentials });
  return new RuuviGatewayRadio({ radioId: 'attic', clock: time, history });
}

function listen(credentials: object = {}): void {
  radio = open(server, clock, credentials);
  listening = radio.listen((advertisement) => {
    heard.push(advertisement);
    return kept;
  }, stop.signal);
}

const askedTimes = (times: number) => until(() => Promise.resolve(asked.length >= times));
const health = (state: string) => until(() => Promise.resolve(radio.health.value.state === state));
/** Until it is asked once more, however long it has to wait. */
async function next(): Promise<void> {
  const times = asked.length + 1;
  await until(async () => {
    if (asked.length < times) await clock.advance(1_000);
    return asked.length >= times;
  });
}

describe('A Ruuvi Gateway that is asked', () => {
  beforeEach(async () => {
    asked = [];
    heard = [];
    kept = Promise.resolve();
    server = http.createServer((request, response) => {
      asked.push(request);
      answer(response);
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    clock = new ManualClock();
    stop = new AbortController();
  });
  afterEach(async () => {
    stop.abort();
    await listening;
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });

  it('is asked for what it heard, as what it wants to see', async () => {
    answer = tags({ [MAC]: { rssi: -60, timestamp: 0, data } });
    listen({ username: 'admin', password: 'pass:word' });
    await health('ACTIVE');
    expect([asked[0]?.method, asked[0]?.url, asked[0]?.headers.authorization]).toEqual([
      'GET',
      '/history?decode=false',
      `Basic ${Buffer.from('admin:pass:word').toString('base64')}`,
    ]);
    expect(heard).toMatchObject([{ address: MAC, rssi: -60, companyId: 0x0499 }]);
  });

  it('is asked with a bearer token', async () => {
    answer = tags({});
    listen({ bearer: 'abc' });
    await health('ACTIVE');
    expect(asked[0]?.headers.authorization).toBe('Bearer abc');
  });

  it('hands on what is new alone, by time or by what it says', async () => {
    answer = tags({ [MAC]: { timestamp: 100, data }, [OTHER]: { counter: 1, data } });
    listen();
    await health('ACTIVE');
    answer = tags({ [MAC]: { timestamp: 100, data }, [OTHER]: { counter: 2, data } });
    await next();
    answer = tags({ [MAC]: { timestamp: 99, data: later }, [OTHER]: { counter: 3, data: later } });
    await next();
    answer = tags({ [MAC]: { timestamp: 101, data: later } });
    await next();
    await until(() => Promise.resolve(heard.length === 4));
    expect(heard.map(({ address }) => address)).toEqual([MAC, OTHER, OTHER, MAC]);
  });

  it('is handed on again what could not be kept', async () => {
    kept = Promise.reject(new GatewayError('unavailable', 'the disk is full'));
    kept.catch(() => undefined);
    answer = tags({ [MAC]: { timestamp: 100, data } });
    listen();
    await until(() => Promise.resolve(radio.health.value.reason === 'the disk is full'));
    kept = Promise.resolve();
    await next();
    await until(() => Promise.resolve(heard.length === 2));
    await health('ACTIVE');
  });

  it('is not SUSPENDED between two questions that are far apart', async () => {
    answer = tags({});
    listen({ intervalMs: 300_000 });
    await health('ACTIVE');
    await clock.advance(299_000);
    expect(radio.health.value.state).toBe('ACTIVE');
  });

  it('is asked again when what it said is not kept for long, as while the disk is full; and nobody waits for that at the end', async () => {
    kept = new Promise(() => {});
    answer = tags({ [MAC]: { timestamp: 100, data } });
    listen();
    await until(() => Promise.resolve(heard.length === 1));
    await clock.advance(20_000);
    await until(() => Promise.resolve(radio.health.value.reason === 'it was not kept within 20 s'));
    await next();
    await until(() => Promise.resolve(heard.length === 2));
    stop.abort();
    await listening;
  });

  it.each([
    ['refuses', (response: http.ServerResponse) => void response.writeHead(401).end(), 'answers 401: may this'],
    ['fails', (response: http.ServerResponse) => void response.writeHead(500).end(), 'answers 500, expected 200'],
    ['answers no JSON', (response: http.ServerResponse) => void response.end('<html>'), 'no JSON'],
    ['answers something else', (response: http.ServerResponse) => void response.end('{}'), 'expected data.tags'],
    ['breaks off', (response: http.ServerResponse) => void response.socket?.destroy(), '127.0.0.1 port'],
    ['does not end', (response: http.ServerResponse) => void response.end(Buffer.alloc(3_000_000, ' ')), ''],
  ])('is SUSPENDED while it %s, and well again afterwards', async (_name, fails, reason) => {
    answer = fails;
    listen();
    await until(() => Promise.resolve((radio.health.value.reason ?? '').includes(reason) && asked.length > 0));
    answer = tags({ [MAC]: { data } });
    await next();
    await health('ACTIVE');
    expect(heard).toHaveLength(1);
  });

  it('is not asked any more often while it fails', async () => {
    answer = (response) => void response.writeHead(500).end();
    listen();
    await askedTimes(1);
    await until(() => Promise.resolve(radio.health.value.reason?.includes('500') === true));
    await clock.advance(9_999);
    expect(asked).toHaveLength(1);
    await next();
    expect(asked).toHaveLength(2);
  });
});
