import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { WebSocket } from 'ws';
import { systemClock } from '../../src/clock.js';
import { parseIpAddress } from '../../src/ip-address.js';
import { Networks } from '../../src/networks.js';
import { destinationOf } from '../../src/outgoing/destination.js';
import { isNeverCalledHost } from '../../src/outgoing/never-called.js';
import { Outgoing } from '../../src/outgoing/outgoing.js';
import { pinnedAgents } from '../../src/outgoing/pinned-agents.js';
import { configured, listed, type MayCall, Reach } from '../../src/outgoing/reach.js';
import { Resolver } from '../../src/outgoing/resolver.js';
import { WriteClient } from '../../src/destinations/client.js';
import { LineMaker } from '../../src/destinations/line.js';
import { type Answering, startSubscriber, startTcp, type Subscriber } from '../callbacks/subscriber.js';
import { ManualClock } from '../manual-clock.js';
import { appPoint } from '../store/points.js';

/** Every way of writing where a cloud keeps its secrets, on the port of the trap. */
const METADATA = [
  '169.254.169.254',
  '169.254.169.254.',
  '169.254.169.253',
  '169.254.170.2',
  '169.254.0.23',
  '169.254.255.255',
  '169.16689662',
  '169.254.43518',
  '2852039166',
  '0xa9fea9fe',
  '0xA9.0xFE.0xA9.0xFE',
  '0xa9.254.0251.254',
  '0251.0376.0251.0376',
  '00000251.0376.0251.0376',
  '025177524776',
  '[::ffff:169.254.169.254]',
  '[::ffff:a9fe:a9fe]',
  '[0:0:0:0:0:FFFF:A9FE:A9FE]',
  '[::169.254.169.254]',
  '[::a9fe:a9fe]',
  '[64:ff9b::169.254.169.254]',
  '[64:ff9b::a9fe:a9fe]',
  '[64:ff9b:1::a9fe:a9fe]',
  '[64:ff9b:1:a9fe:a9:fe00::]',
  '[2002:a9fe:a9fe::]',
  '[2002:a9fe:a9fe:1::7]',
  '[fe80::1]',
  '[fe80::a9fe:a9fe]',
  '[febf::1]',
  '[FE80:0:0:0:0:0:0:1]',
  '[fd00:ec2::254]',
  '[fd00:ec2::23]',
  '[FD00:0EC2:0:0:0:0:0:0254]',
  '[fd20:ce::254]',
  '100.100.100.200',
  '1684301000',
  '0x646464c8',
  '[::ffff:100.100.100.200]',
  '[64:ff9b::100.100.100.200]',
  '168.63.129.16',
  '[::ffff:168.63.129.16]',
  '192.0.0.192',
];

/** What an attacker's name server says. */
const NAMES: Readonly<Record<string, readonly string[]>> = {
  'metadata.google.internal': ['169.254.169.254'],
  'metadata.google.internal.': ['169.254.169.254'],
  'instance-data.example': ['169.254.169.254', '169.254.170.2'],
  'mapped.example': ['::ffff:169.254.169.254'],
  'hexadecimal.example': ['::ffff:a9fe:a9fe'],
  'compatible.example': ['::169.254.169.254'],
  'nat64.example': ['64:ff9b::a9fe:a9fe'],
  'six-to-four.example': ['2002:a9fe:a9fe::1'],
  'link.example': ['fe80::1'],
  'zone.example': ['fe80::1%lo'],
  'zoned-loopback.example': ['::1%lo'],
  'aws.example': ['fd00:ec2::254'],
  'alibaba.example': ['100.100.100.200'],
  'many.example': ['fe80::1', '169.254.169.254', '100.100.100.200', 'fd00:ec2::254', '192.0.0.192'],
  'octal.example': ['0177.0.0.1'],
  'short.example': ['127.1'],
  'rubbish.example': ['localhost', '', ' 127.0.0.1', '127.0.0.1 '],
};

const HOSTILE = [...METADATA, ...Object.keys(NAMES)];
const everything: MayCall = listed(
  new Networks(['0.0.0.0/0', '::/0', '169.254.0.0/16', 'fe80::/10', '127.0.0.0/8']),
  () => false,
);

let trap: Subscriber;
beforeAll(async () => {
  trap = await startSubscriber((response) => response.writeHead(204).end(), { host: '::' });
});
afterAll(async () => trap[Symbol.asyncDispose]());

/** The name server says what a name is; the machine would take an address of this kind to the trap. */
const reachOf = (mayCall: MayCall, names: Readonly<Record<string, readonly string[]>> = NAMES): Reach => {
  const lookup = async (host: string) => names[host] ?? Promise.reject(new Error(`getaddrinfo ENOTFOUND ${host}`));
  return new Reach({ resolver: new Resolver(new ManualClock(), lookup), mayCall });
};
const outgoingOf = (mayCall: MayCall, names = NAMES) => new Outgoing({ clock: systemClock, reach: reachOf(mayCall, names) });
const at = (host: string, port = trap.port, scheme = 'http') => destinationOf(new URL(`${scheme}://${host}:${port}/`));
const get = { method: 'GET' } as const;
const patience = { withinMs: 5_000, maxBytes: 65_536 };

const refusalOf = (promise: Promise<unknown>): Promise<unknown> => promise.catch((error: unknown) => error);

/** Sends one point, as the library that does so would. */
async function write(host: string, reach: Reach, port = trap.port): Promise<unknown> {
  const target = { url: `http://${host}:${port}`, token: 't', org: 'o', bucket: 'b' };
  using client = new WriteClient(target, 1, 5_000, reach);
  return await client.write([new LineMaker().lineOf(appPoint(0)) ?? ''], new AbortController().signal);
}

describe('Where nobody may call', () => {
  it('is told apart from where one may, or the trap would tell', async () => {
    const before = trap.connections;
    expect(await outgoingOf(everything).ask(at('127.0.0.1'), get, patience)).toMatchObject({ status: 204 });
    expect(trap.connections - before).toBe(1);
    expect(await outgoingOf(configured, { 'db.example': ['127.0.0.1'] }).ask(at('db.example'), get, patience)).toMatchObject({
      status: 204,
    });
    expect(await write('db.example', reachOf(configured, { 'db.example': ['127.0.0.1'] }))).toMatchObject({ status: 204 });
    expect(await write('127.0.0.1', reachOf(configured))).toMatchObject({ status: 204 });
    expect(trap.connections - before).toBe(4);
  });

  it.each(HOSTILE)('%s is called by nobody, whatever is listed or configured', async (host) => {
    const before = trap.connections;
    for (const mayCall of [everything, configured])
      for (const scheme of ['http', 'https'])
        expect(await refusalOf(outgoingOf(mayCall).ask(at(host, trap.port, scheme), get, patience))).toMatchObject({
          code: 'forbidden',
        });
    expect(String(await refusalOf(write(host, reachOf(configured))))).toContain('where calls may not go');
    expect(trap.connections - before).toBe(0);
  });

  it.each(METADATA)('%s is known by its address alone', (host) => {
    const { hostname } = new URL(`http://${host}/`);
    expect(isNeverCalledHost(hostname.replace(/^\[|\]$/g, ''))).toBe(true);
  });

  it.each(['10.42.0.7', '192.168.1.20', '127.0.0.1', '169.253.255.255', '169.255.0.0', '100.100.100.201', 'fd00:ec3::254'])(
    '%s is none of it',
    (host) => {
      expect([isNeverCalledHost(host), parseIpAddress(host) !== undefined]).toEqual([false, true]);
    },
  );

  it.each(['fec0::1', '::1', '::', '::10.0.0.1', '64:ff9b::a00:1', '2002:a00:1::'])('%s is none of it', (host) => {
    expect(isNeverCalledHost(host)).toBe(false);
  });
});

describe('A name that is somewhere else the second time', () => {
  const rebinding = (...answers: readonly (readonly string[])[]) => {
    const left = [...answers];
    return { asked: () => answers.length - left.length, addresses: async () => left.shift() ?? [] };
  };

  it('is called where it was judged to be', async () => {
    await using app = await startSubscriber((response) => response.writeHead(204).end(), { host: '127.0.0.2' });
    await using other = await startSubscriber((response) => response.writeHead(204).end(), { host: '127.0.0.9', port: app.port });
    const mayCall = listed(new Networks(['127.0.0.2/32']), () => false);
    const resolver = rebinding(['127.0.0.2'], ['127.0.0.9'], ['127.0.0.9']);
    const outgoing = new Outgoing({ clock: systemClock, reach: new Reach({ resolver, mayCall }) });
    expect(await outgoing.ask(at('rebind.example', app.port), get, patience)).toMatchObject({ status: 204 });
    expect([resolver.asked(), app.connections, other.connections]).toEqual([1, 1, 0]);
    expect(await refusalOf(outgoing.ask(at('rebind.example', app.port), get, patience))).toMatchObject({ code: 'forbidden' });
    expect([resolver.asked(), app.connections, other.connections]).toEqual([2, 1, 0]);
  });

  it('is judged anew for each connection of a library', async () => {
    await using app = await startSubscriber((response) => response.writeHead(204, { Connection: 'close' }).end());
    const resolver = rebinding(['127.0.0.2'], ['169.254.169.254', 'fe80::1']);
    const reach = new Reach({ resolver, mayCall: configured });
    expect(await write('rebind.example', reach, app.port)).toMatchObject({ status: 204 });
    expect(String(await refusalOf(write('rebind.example', reach, app.port)))).toContain('where calls may not go');
    expect([resolver.asked(), app.connections]).toEqual([2, 1]);
  });

  it('is connected to only where it was judged to be, by a library that tries one address after another', async () => {
    await using app = await startSubscriber((response) => response.writeHead(204).end(), { host: '127.0.0.2' });
    await using other = await startSubscriber((response) => response.writeHead(204).end(), { host: '127.0.0.9', port: app.port });
    const mayCall = listed(new Networks(['127.0.0.2/32']), () => false);
    const reach = new Reach({ resolver: { addresses: async () => ['127.0.0.9', '127.0.0.2'] }, mayCall });
    expect(await write('mixed.example', reach, app.port)).toMatchObject({ status: 204 });
    expect([app.connections, other.connections]).toEqual([1, 0]);
  });
});

describe('A hostile answer', () => {
  const free = () => outgoingOf(configured);

  it.each([300, 301, 302, 303, 305, 307, 308])('%i leads nowhere', async (status) => {
    const before = trap.connections;
    const redirect: Answering = (response) => response.writeHead(status, { location: `http://127.0.0.1:${trap.port}/` }).end();
    await using app = await startSubscriber(redirect);
    expect(await free().ask(at('127.0.0.2', app.port), get, patience)).toMatchObject({ status });
    expect(await write('127.0.0.2', reachOf(configured), app.port)).toMatchObject({ status });
    expect(trap.connections - before).toBe(0);
  });

  /** Writes for as long as somebody reads, up to 10 GB. */
  const pouring = (head: string) => {
    const poured = { bytes: 0 };
    const chunk = Buffer.alloc(65_536, 'x');
    const server = startTcp((socket) => {
      const pour = () => {
        while (!socket.destroyed && poured.bytes < 10_000_000_000) {
          poured.bytes += chunk.length;
          if (!socket.write(chunk)) return void socket.once('drain', pour);
        }
      };
      socket.once('data', () => {
        socket.write(head);
        pour();
      });
    });
    return { server, poured };
  };

  it.each([
    ['says that it has 10 GB', 'HTTP/1.1 200 OK\r\nContent-Length: 10000000000\r\n\r\n', 'gives an answer that does not end'],
    ['says nothing of its length', 'HTTP/1.1 200 OK\r\n\r\n', 'gives an answer that does not end'],
    ['has one header without end', 'HTTP/1.1 200 OK\r\nX: ', 'answers with too many headers'],
  ])('that %s is left', async (_what, head, words) => {
    const { server, poured } = pouring(head);
    await using app = await server;
    const before = process.memoryUsage().rss;
    expect(await refusalOf(free().ask(at('127.0.0.2', app.port), get, patience))).toMatchObject({
      code: 'unavailable',
      message: expect.stringContaining(words),
    });
    expect(poured.bytes).toBeLessThan(64 * 1024 * 1024); // what the kernel takes before it notices
    expect(process.memoryUsage().rss - before).toBeLessThan(64 * 1024 * 1024);
  });

  it.each([
    ['never begins', ''],
    ['stops within its headers', 'HTTP/1.1 200 OK\r\nX: '],
    ['stops within its body', 'HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n.'],
  ])('that %s is waited for as long as was said', async (_what, head) => {
    const clock = new ManualClock();
    let heard = () => {};
    const asked = new Promise<void>((resolve) => (heard = resolve));
    await using app = await startTcp((socket) =>
      socket.once('data', () => {
        socket.write(head);
        heard();
      }),
    );
    const outgoing = new Outgoing({ clock, reach: reachOf(configured) });
    const refusal = refusalOf(outgoing.ask(at('127.0.0.2', app.port), get, patience));
    await asked;
    await clock.advance(4_999);
    expect(await Promise.race([refusal, Promise.resolve('waiting')])).toBe('waiting');
    await clock.advance(1);
    expect(await refusal).toMatchObject({ code: 'timeout', message: 'no answer within 5 s' });
  });

  it('that breaks off is none', async () => {
    const half = 'HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n.';
    await using app = await startTcp((socket) => socket.once('data', () => socket.end(half)));
    expect(await refusalOf(free().ask(at('127.0.0.2', app.port), get, patience))).toMatchObject({ code: 'unavailable' });
    expect(await free().tell(at('127.0.0.2', app.port), get, patience)).toMatchObject({ status: 200 });
  });
});

describe('Agents for the libraries of others', () => {
  it('keep a connection for the next request', async () => {
    await using app = await startSubscriber((response) => response.writeHead(204).end());
    const target = { url: `http://db.example:${app.port}`, token: 't', org: 'o', bucket: 'b' };
    using client = new WriteClient(target, 1, 5_000, reachOf(configured, { 'db.example': ['127.0.0.2'] }));
    for (let at = 0; at < 3; at++) await client.write([new LineMaker().lineOf(appPoint(at)) ?? ''], new AbortController().signal);
    expect([app.received.length, app.connections]).toEqual([3, 1]);
  });

  it('take a WebSocket only where it may go', async () => {
    const before = trap.connections;
    const { http: agent } = pinnedAgents(reachOf(configured, { ...NAMES, 'broker.example': ['127.0.0.1'] }));
    const opened = async (host: string) => {
      const [error] = (await once(new WebSocket(`ws://${host}:${trap.port}/`, { agent }), 'error')) as [Error];
      return error.message;
    };
    expect(await opened('broker.example')).toBe('Unexpected server response: 204');
    expect(trap.connections - before).toBe(1);
    for (const host of ['metadata.google.internal', 'mapped.example', '169.254.169.254', '0xa9fea9fe', '[fe80::1]'])
      expect(await opened(host)).toContain('where calls may not go');
    expect(trap.connections - before).toBe(1);
  });

  it('want the certificate of the name', () => {
    expect(pinnedAgents(reachOf(configured)).https.options).toMatchObject({ minVersion: 'TLSv1.2', rejectUnauthorized: true });
  });
});
