import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { WebSocket, WebSocketServer } from 'ws';
import { type CloudEvent, CloudEvents } from '../../../src/apis/platform/cloud-events.js';
import { EventSockets } from '../../../src/apis/platform/event-sockets.js';
import { topicFilter } from '../../../src/apis/platform/topics.js';
import { EventBus } from '../../../src/events/bus.js';
import type { TagReading } from '../../../src/sensors/tag-reading.js';
import { ManualClock } from '../../manual-clock.js';

const reading: TagReading = { mac: 'CB:B8:33:4C:88:4F', dataFormat: '5', receiver: 'hci0', time: 0, temperature: 24.3 };
const upgrade =
  'GET / HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n';

/** Counts what is written: an event is to be one Buffer, whatever the number of readers. */
class CountingEvents extends CloudEvents {
  made = 0;
  override of(...args: Parameters<CloudEvents['of']>): CloudEvent {
    this.made++;
    return super.of(...args);
  }
}

let server: Server;
let port: number;
let sockets: EventSockets;
const bus = new EventBus();
let clock: ManualClock;
let events: CountingEvents;
const clients: (WebSocket | Socket)[] = [];

beforeEach(async () => {
  clock = new ManualClock();
  events = new CountingEvents('gateway', 'run');
  sockets = new EventSockets(bus, events, clock, 3, () => ({}));
  const accepting = new WebSocketServer({ noServer: true, perMessageDeflate: false });
  server = createServer();
  server.on('upgrade', (req, socket, head) => {
    const topic = new URL(req.url ?? '', 'http://x').searchParams.getAll('topic');
    accepting.handleUpgrade(req, socket, head, (ws) => sockets.add(ws, topicFilter(topic)));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  port = (server.address() as AddressInfo).port;
});

afterEach(() => {
  sockets[Symbol.dispose]();
  for (const client of clients.splice(0)) {
    if (client instanceof WebSocket) client.terminate();
    else client.destroy();
  }
  server.close();
});

async function follow(topic = '') {
  const socket = new WebSocket(`ws://127.0.0.1:${port}/${topic ? `?topic=${topic}` : ''}`, { autoPong: true });
  clients.push(socket);
  const got: CloudEvent[] = [];
  let woken = () => {};
  socket.on('message', (data: Buffer) => {
    got.push(JSON.parse(data.toString()) as CloudEvent);
    woken();
  });
  await once(socket, 'open');
  const received = async (count: number) => {
    while (got.length < count) await new Promise<void>((resolve) => (woken = resolve));
    return got;
  };
  return { socket, got, received };
}

/** Shakes hands and then reads nothing. */
async function deaf(): Promise<Socket> {
  const socket = connect(port, '127.0.0.1');
  clients.push(socket);
  socket.on('error', () => {});
  socket.write(upgrade);
  await once(socket, 'data');
  socket.pause();
  return socket;
}

/** Until what is true of the gateway's side has become true. */
async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setImmediate(resolve));
}

describe('Readers of events', () => {
  it('each get what they asked for, written once', async () => {
    const [all, services, others] = [await follow(), await follow('services/**'), await follow('sensors/*/reading')];
    bus.publish('reading', reading);
    bus.publish('device', {
      changeType: 'REMOVED',
      device: { deviceId: 'tag-1', kind: 'TAG', driver: 'bluez', health: { state: 'SUSPENDED', reason: 'silent' }, since: 0 },
    });
    const got = await all.received(2);
    expect(await others.received(1)).toEqual([got[0]]);
    expect(services.got).toEqual([]);
    expect(events.made).toBe(2);
    expect(got).toEqual([
      {
        specversion: '1.0',
        id: 'run-1',
        source: 'urn:uuid:gateway',
        type: 'org.umec.sensors.reading.v1',
        subject: 'sensors/CB:B8:33:4C:88:4F/reading',
        time: '2026-06-01T12:00:00.000Z',
        datacontenttype: 'application/json',
        data: { ...reading, time: '1970-01-01T00:00:00.000Z', equilibriumVaporPressure: 3037.496 },
      },
      expect.objectContaining({
        id: 'run-2',
        type: 'org.umec.devices.state.v1',
        subject: 'devices/tag-1/state',
        data: {
          changeType: 'REMOVED',
          deviceId: 'tag-1',
          kind: 'TAG',
          driver: 'bluez',
          state: 'SUSPENDED',
          reason: 'silent',
        },
      }),
    ]);
  });

  it('cost nothing when there are none', () => {
    bus.publish('reading', reading);
    expect(events.made).toBe(0);
  });

  it('who read nothing are cut off with 1013, and delay nobody', async () => {
    const slow = await deaf();
    const { received } = await follow();
    await until(() => sockets.size === 2);
    const large = { ...reading, name: 'x'.repeat(60_000) };
    let published = 0;
    for (; sockets.size === 2 && published < 1_000; published++) {
      bus.publish('reading', large);
      await received(published + 1);
    }
    expect(sockets.size).toBe(1);
    expect(published).toBeLessThan(500);
    // the rest of what was sent is read now: it ends with a close frame that says why
    let tail = Buffer.alloc(0);
    slow.on('data', (data) => (tail = Buffer.concat([tail, data]).subarray(-64)));
    slow.resume();
    await once(slow, 'close');
    expect(tail.includes(Buffer.from([0x03, 0xf5]))).toBe(true);
    expect(tail.toString()).toContain('too slow');
  });

  it('who do not answer a ping are cut off at the next', async () => {
    const dead = await deaf();
    const alive = await follow();
    await until(() => sockets.size === 2);
    const pinged = once(alive.socket, 'ping');
    await clock.advance(30_000);
    await pinged;
    // the pong was sent before this, so it is heard before what this asks for
    bus.publish('reading', reading);
    await alive.received(1);
    alive.socket.ping();
    await once(alive.socket, 'pong');
    expect(sockets.size).toBe(2);
    await clock.advance(30_000);
    dead.resume();
    await once(dead, 'close');
    await until(() => sockets.size === 1);
    expect(alive.socket.readyState).toBe(WebSocket.OPEN);
  });

  it('are no more than there may be; one that leaves makes room', async () => {
    const readers = [await follow(), await follow(), await follow()];
    await until(() => sockets.size === 3);
    expect(() => sockets.requireRoom()).toThrow(expect.objectContaining({ code: 'unavailable' }));
    readers[0]?.socket.close();
    await until(() => sockets.size === 2);
    expect(() => sockets.requireRoom()).not.toThrow();
  });

  it('who send rubbish lose their own connection only', async () => {
    const rude = await deaf();
    const { received } = await follow();
    await until(() => sockets.size === 2);
    rude.write(Buffer.from([0xff, 0xff, 0xff, 0xff]));
    await until(() => sockets.size === 1);
    bus.publish('reading', reading);
    expect(await received(1)).toHaveLength(1);
  });

  it('are told nothing once the gateway has let go of the bus', async () => {
    const { got } = await follow();
    await until(() => sockets.size === 1);
    sockets[Symbol.dispose]();
    bus.publish('reading', reading);
    expect([events.made, got]).toEqual([0, []]);
  });
});
