import { Socket } from 'node:net';
import { describe, expect, it } from '@jest/globals';
import { clientOf } from '../../../src/http/limits/client-of.js';
import { Connections } from '../../../src/http/limits/connections.js';
import { affordableConnections, descriptorLimit } from '../../../src/http/limits/descriptors.js';
import { Networks } from '../../../src/networks.js';

const client = (key: string) => ({ key, isLimited: true });
/** Opens so many, and gives those that were let in. */
const open = (connections: Connections, key: string, count: number) =>
  Array.from({ length: count }, () => new Socket()).filter((socket) => connections.admit(socket, client(key)));

async function close(sockets: readonly Socket[]): Promise<void> {
  for (const socket of sockets) socket.destroy();
  await new Promise((resolve) => setImmediate(resolve));
}

describe('Connections', () => {
  it('of one client are half of all at the most', () => {
    expect(open(new Connections(100, 1_000), 'greedy', 1_000)).toHaveLength(50);
  });

  it('of one client are no more than it may have, however much is free', () => {
    expect(open(new Connections(100, 7), 'greedy', 1_000)).toHaveLength(7);
  });

  it('are left for whoever comes next, although several are greedy', () => {
    const connections = new Connections(100, 1_000);
    expect(['a', 'b', 'c', 'd'].map((key) => open(connections, key, 1_000).length)).toEqual([50, 25, 13, 6]);
    expect(open(connections, 'honest', 3)).toHaveLength(3);
  });

  it('draw level between those that want everything, as they end', async () => {
    const connections = new Connections(99, 1_000);
    const first = open(connections, 'first', 99);
    const second = open(connections, 'second', 99);
    for (let round = 0; round < 100; round++) {
      await close(first.splice(0, 1));
      second.push(...open(connections, 'second', 1));
      first.push(...open(connections, 'first', 1));
    }
    expect(Math.abs(first.length - second.length)).toBeLessThanOrEqual(1);
  });

  it('are free again when they close, and nothing is kept of them', async () => {
    const connections = new Connections(10, 10);
    for (let round = 0; round < 3; round++) {
      const sockets = open(connections, 'a', 10);
      expect(sockets).toHaveLength(5);
      await close(sockets);
      expect([connections.size, [...connections]]).toEqual([0, []]);
    }
  });

  it('know whose they are', () => {
    const connections = new Connections(10, 10);
    const [socket = new Socket()] = open(connections, 'a', 1);
    expect([connections.clientOf(socket), connections.clientOf(new Socket())]).toEqual([client('a'), undefined]);
  });
});

describe('A client', () => {
  const unlimited = new Networks(['127.0.0.0/8', '::1/128']);

  it.each([
    ['192.0.2.1', '192.0.2.1', true],
    ['::ffff:192.0.2.1', '192.0.2.1', true],
    ['127.0.0.2', '127.0.0.2', false],
    ['::ffff:127.0.0.3', '127.0.0.3', false],
    ['::1', '::/64', false],
    ['2001:db8:0:7:1::1', '2001:db8:0:7::/64', true],
    ['2001:db8:0:7:ffff:ffff:ffff:ffff', '2001:db8:0:7::/64', true],
    ['2001:db8:0:8::1', '2001:db8:0:8::/64', true],
    ['fe80::1%eth0', 'fe80::/64', true],
    [undefined, '', true],
  ])('at %p is %p, and limited: %p', (address, key, isLimited) => {
    expect(clientOf(address, unlimited)).toEqual({ key, isLimited });
  });
});

describe('Descriptors', () => {
  it.each([
    [512, 320],
    [1_024, 832],
    [20_000, 1_000],
    [256, 128],
    [1, 1],
    [undefined, 1_000],
  ])('of which there may be %p are enough for %p connections', (descriptors, connections) => {
    expect(affordableConnections(descriptors, 1_000)).toBe(connections);
  });

  it('are counted by the kernel, and by nobody elsewhere', () => {
    expect(descriptorLimit()).toBeGreaterThan(0);
    expect(descriptorLimit('/nonexistent')).toBeUndefined();
    expect(descriptorLimit('/proc/self/status')).toBeUndefined();
  });
});
