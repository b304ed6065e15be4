import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { networkInterfaces } from 'node:os';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { HttpPostman } from '../../src/callbacks/http-postman.js';
import { Networks } from '../../src/networks.js';
import { ownListeners } from '../../src/outgoing/own-listeners.js';
import { Outgoing } from '../../src/outgoing/outgoing.js';
import { listed, Reach } from '../../src/outgoing/reach.js';
import { Resolver } from '../../src/outgoing/resolver.js';
import { ManualClock } from '../manual-clock.js';
import { startSubscriber, type Subscriber } from './subscriber.js';

const message = { contentType: 'application/json', body: new TextEncoder().encode('{}') };
/** Whoever may be called in these tests. */
const ALLOWED = '127.0.0.2';

/** What an attacker's name server, and a cluster's, would say. */
const NAMES: Readonly<Record<string, readonly string[]>> = {
  localhost: ['::1', '127.0.0.1'],
  'localhost.': ['127.0.0.1'],
  'app.localhost': ['127.0.0.1'],
  'loopback.attacker.example': ['127.0.0.1'],
  'mapped.attacker.example': ['::ffff:127.0.0.1'],
  'six.attacker.example': ['::1'],
  'zero.attacker.example': ['0.0.0.0', '::'],
  'zone.attacker.example': ['fe80::1%lo'],
  'rubbish.attacker.example': ['localhost', '', '127.0.0.2 ', '0x7f.0.0.2'],
  'metadata.google.internal': ['169.254.169.254'],
  'kubernetes.default.svc': ['10.43.0.1'],
  '127.0.0.1.nip.example': ['127.0.0.1'],
  'gateway.example': [ALLOWED],
};

const lookup = async (host: string): Promise<readonly string[]> => {
  const addresses = NAMES[host];
  if (!addresses) throw new Error(`getaddrinfo ENOTFOUND ${host}`);
  return addresses;
};

/** Listens at every address of this machine, and is the port of every hostile URI. */
let trap: Subscriber;
/** Requests that were so much as begun. */
let begun = 0;
const onBegin = () => {
  begun++;
};

beforeAll(async () => {
  trap = await startSubscriber((response) => response.writeHead(204).end(), { host: '::' });
});
afterAll(async () => trap[Symbol.asyncDispose]());
beforeEach(() => {
  begun = 0;
  subscribe('http.client.request.start', onBegin);
});
afterEach(() => void unsubscribe('http.client.request.start', onBegin));

const postman = (networks: readonly string[], own: { host: string; port: number }[] = []): HttpPostman => {
  const clock = new ManualClock();
  const mayCall = listed(
    new Networks(networks),
    ownListeners(() => own),
  );
  return new HttpPostman(new Outgoing({ clock, reach: new Reach({ resolver: new Resolver(clock, lookup), mayCall }) }), clock);
};

const machine = Object.values(networkInterfaces())
  .flatMap((addresses) => addresses ?? [])
  .map(({ address, family }) => `http://${family === 'IPv6' ? `[${address}]` : address}:PORT/ (an interface of this machine)`);

const LOOPBACK = [
  'http://127.0.0.1:PORT/',
  'http://127.0.0.1:PORT',
  'HTTP://127.0.0.1:PORT/',
  'https://127.0.0.1:PORT/',
  'http://127.0.0.1.:PORT/',
  'http://127.0.0.3:PORT/',
  'http://127.255.255.254:PORT/',
  'http://127.1:PORT/',
  'http://127.0.1:PORT/',
  'http://2130706433:PORT/',
  'http://0x7f000001:PORT/',
  'http://0x7F.0.0.1:PORT/',
  'http://0x7f.1:PORT/',
  'http://0177.0.0.1:PORT/',
  'http://0177.1:PORT/',
  'http://017700000001:PORT/',
  'http://0000177.0x0.0.01:PORT/',
  'http://0:PORT/',
  'http://0.0.0.0:PORT/',
  'http://0x0:PORT/',
  'http://0.1:PORT/',
  'http://[::1]:PORT/',
  'http://[0:0:0:0:0:0:0:1]:PORT/',
  'http://[::]:PORT/',
  'http://[::ffff:127.0.0.1]:PORT/',
  'http://[::ffff:7f00:1]:PORT/',
  'http://[0:0:0:0:0:FFFF:7F00:0001]:PORT/',
  'http://[::ffff:0.0.0.0]:PORT/',
  'http://[::127.0.0.1]:PORT/',
  'http://[64:ff9b::127.0.0.1]:PORT/',
  'http://[2002:7f00:1::]:PORT/',
  'http://localhost:PORT/',
  'http://LOCALHOST:PORT/',
  'http://localhost.:PORT/',
  'http://app.localhost:PORT/',
  'http://loopback.attacker.example:PORT/',
  'http://mapped.attacker.example:PORT/',
  'http://six.attacker.example:PORT/',
  'http://zero.attacker.example:PORT/',
  'http://zone.attacker.example:PORT/',
  'http://rubbish.attacker.example:PORT/',
  'http://127.0.0.1.nip.example:PORT/',
];

const ELSEWHERE = [
  'http://169.254.169.254/latest/meta-data/',
  'http://0xa9fea9fe/',
  'http://2852039166/',
  'http://0251.0376.0251.0376/',
  'http://[::ffff:169.254.169.254]/',
  'http://metadata.google.internal/computeMetadata/v1/',
  'http://[fd00::1]:PORT/',
  'http://[fd00:ec2::254]/latest/meta-data/',
  'http://[fc00::1]:PORT/',
  'http://[fe80::1]:PORT/',
  'http://[ff02::1]:PORT/',
  'http://10.43.0.1:443/',
  'https://kubernetes.default.svc/api',
  'http://192.168.0.1/',
  'http://224.0.0.251:5353/',
  'http://255.255.255.255:PORT/',
];

const MALFORMED = [
  'http://user@127.0.0.2:PORT/',
  'http://user:password@127.0.0.1:PORT/',
  'http://@127.0.0.1:PORT/',
  'http://127.0.0.2:80@127.0.0.1:PORT/',
  'http://127.0.0.2#@127.0.0.1:PORT/',
  'http://127.0.0.2?@127.0.0.1:PORT/',
  'http://127.0.0.1:PORT\\@127.0.0.2/',
  'http:\\\\127.0.0.1:PORT\\',
  'http:127.0.0.1:PORT/',
  'http:/127.0.0.1:PORT/',
  'http:///127.0.0.1:PORT/',
  '//127.0.0.1:PORT/',
  '/127.0.0.1:PORT/',
  '127.0.0.1:PORT',
  'http://１２７.０.０.１:PORT/',
  'http://127。0。0。1:PORT/',
  'http://ⓛⓞⓒⓐⓛⓗⓞⓢⓣ:PORT/',
  'http://loc\u00adalhost:PORT/',
  'http://127.0.0.1\t:PORT/',
  'http://127.0.\n0.1:PORT/',
  'http://127.0.0.1:PORT/\r\nX-Injected: 1',
  'http://127.0.0.1%00:PORT/',
  'http://%31%32%37.0.0.1:PORT/',
  'http://%6c%6f%63%61lhost:PORT/',
  'http://[fe80::1%25lo]:PORT/',
  'http://[::1%lo]:PORT/',
  ' http://127.0.0.1:PORT/',
  'http://127.0.0.2:PORT/?',
  'http://127.0.0.2:PORT/#',
  'http://127.0.0.2:0/',
  'file:///etc/passwd',
  'file://127.0.0.1/etc/passwd',
  'gopher://127.0.0.1:PORT/_POST',
  'unix:/var/run/docker.sock',
  'http+unix://%2Fvar%2Frun%2Fdocker.sock/info',
  'http://unix:/var/run/docker.sock:/info',
  'ftp://127.0.0.1:PORT/',
  'ws://127.0.0.1:PORT/',
  'dict://127.0.0.1:PORT/',
  'ldap://127.0.0.1:PORT/',
  'javascript:fetch("http://127.0.0.1:PORT/")',
  'data:application/json,{}',
  'blob:http://127.0.0.1:PORT/1',
  'url:http://127.0.0.1:PORT/',
  '',
];

const atTrap = (text: string): string => text.replaceAll('PORT', String(trap.port)).replace(/ \(.*\)$/, '');

describe('A callback', () => {
  it('reaches the trap where it is allowed to, so the trap would tell', async () => {
    const free = postman(['127.0.0.0/8', '::1/128']);
    for (const uri of ['http://127.0.0.1:PORT/', 'http://[::1]:PORT/', 'http://0x7f.2:PORT/', 'http://[::ffff:127.0.0.1]:PORT/'])
      expect(await free.post(atTrap(uri), message)).toEqual({ kind: 'delivered' });
    expect([trap.connections, begun]).toEqual([4, 4]);
  });

  it.each([...LOOPBACK, ...machine, ...ELSEWHERE, ...MALFORMED])('goes nowhere: %j', async (text) => {
    const before = trap.connections;
    const strict = postman([`${ALLOWED}/32`, '10.42.0.0/16', 'fd12:3456::/48']);
    await expect(strict.check(atTrap(text))).rejects.toMatchObject({ code: 'invalid' });
    expect(await strict.post(atTrap(text), message)).toMatchObject({ kind: 'failed' });
    expect([trap.connections - before, begun]).toEqual([0, 0]);
  });

  it.each(LOOPBACK)('goes nowhere where the whole internet is allowed: %j', async (text) => {
    const before = trap.connections;
    const lax = postman(['0.0.0.0/0', '::/0']);
    await expect(lax.check(atTrap(text))).rejects.toMatchObject({ code: 'invalid' });
    expect(await lax.post(atTrap(text), message)).toMatchObject({ kind: 'failed' });
    expect([trap.connections - before, begun]).toEqual([0, 0]);
  });

  it.each([...LOOPBACK, 'http://gateway.example:PORT/', 'http://127.0.0.2:PORT/', ...machine])(
    'does not come back to the gateway, whatever is allowed: %j',
    async (text) => {
      const before = trap.connections;
      const open = postman(
        ['0.0.0.0/0', '0.0.0.0/32', '127.0.0.0/8', '::/0', '::/127', 'fe80::/10'],
        [{ host: '::', port: trap.port }],
      );
      await expect(open.check(atTrap(text))).rejects.toMatchObject({ code: 'invalid' });
      expect(await open.post(atTrap(text), message)).toMatchObject({ kind: 'failed' });
      expect([trap.connections - before, begun]).toEqual([0, 0]);
    },
  );

  it('is refused without a word about what a name resolves to', async () => {
    const refusal = postman([`${ALLOWED}/32`]).check('http://kubernetes.default.svc/');
    await expect(refusal).rejects.toThrow(/^((?!10\.43).)*$/);
  });
});
