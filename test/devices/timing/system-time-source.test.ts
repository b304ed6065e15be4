import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';
import { join } from 'node:path';
import { systemClock } from '../../../src/clock.js';
import { type Spawn, spawnChild } from '../../../src/devices/child.js';
import { SystemTimeSource, type SystemTimeOptions } from '../../../src/devices/timing/system-time-source.js';
import { Timing } from '../../../src/registry/timing.js';
import { dbusMockAvailable, dbusMockHint } from '../../dbusmock.js';
import { tempDirectory } from '../../temp-directory.js';
import { TimeBus } from '../../time-bus.js';
import { until } from '../../until.js';
import { systemRoot } from './system-root.js';

const NO_BUS = 'unix:path=/no/such/bus';
const FOLLOWS = 'A29FC87B,192.0.2.1,4,1780315200.1,0.0,0.0,0.0,-12.3,0.0,0.0,0.0,0.0,64.4,Normal';
const FOLLOWS_NOBODY = '00000000,,0,0.0,0.0,0.0,0.0,-12.3,0.0,0.0,1.0,1.0,0.0,Not synchronised';
const SYNCHRONISED = { '/run/systemd/timesync/synchronized': '' };

/** Waits for 300 ms, and would for ever if it waited for anything else. */
const impatient: SystemTimeOptions = {
  timeoutMs: 300,
  clock: { ...systemClock, sleep: (ms, signal) => (ms === 300 ? systemClock.sleep(ms, signal) : new Promise(() => undefined)) },
};

const noChronyc: Spawn = (_command, args) => spawnChild('/no/such/chronyc', args);

describe('without a bus', () => {
  it.each([
    [true, FOLLOWS, {}],
    [false, FOLLOWS_NOBODY, SYNCHRONISED],
  ])('chronyd says %s, and nobody else is asked', async (expected, line, files) => {
    using root = systemRoot(files);
    expect(await sourceWith({ root: root.path, spawn: chronycSays(line) }).synchronised()).toBe(expected);
  });

  it.each([
    ['is there', true, SYNCHRONISED],
    ['is missing', false, { '/run/systemd/timesync/': '' }],
  ])('and without chronyd the file of timesyncd counts: it %s', async (_what, expected, files) => {
    using root = systemRoot(files);
    expect(await sourceWith({ root: root.path }).synchronised()).toBe(expected);
  });

  it('a bus that accepts and says nothing is given up', async () => {
    using folder = tempDirectory();
    const path = join(folder.path, 'bus');
    const server = createServer((socket) => void socket.resume()).listen(path);
    const hungUp = once(server, 'connection').then(([socket]: Socket[]) => socket && once(socket, 'close'));
    await once(server, 'listening');
    using root = systemRoot(SYNCHRONISED);
    expect(await sourceWith({ busAddress: `unix:path=${path}`, root: root.path, ...impatient }).synchronised()).toBe(true);
    await hungUp;
    server.close();
  });

  it('an address that is none is no error either', async () => {
    using root = systemRoot();
    const source = sourceWith({ busAddress: 'tcp:host=localhost', root: root.path });
    expect(await source.synchronised()).toBe(false);
    expect(await source.ntpServers()).toEqual([]);
  });
});

if (dbusMockAvailable) withTimeBus();
else it.todo(`SystemTimeSource asks timedated and timesyncd ${dbusMockHint}`);

function withTimeBus(): void {
  let bus: TimeBus;
  beforeEach(async () => {
    bus = await TimeBus.start();
  });
  afterEach(async () => {
    await bus[Symbol.asyncDispose]();
  });

  describe('with timedated', () => {
    it('its word is taken, and that of nobody else', async () => {
      await bus.startTimedated();
      await bus.synchronised(true);
      using root = systemRoot();
      const free = sourceWith({ busAddress: bus.address, root: root.path, spawn: chronycSays(FOLLOWS_NOBODY) });
      expect(await free.synchronised()).toBe(true);
      await bus.synchronised(false);
      using misleading = systemRoot(SYNCHRONISED);
      const source = sourceWith({ busAddress: bus.address, root: misleading.path, spawn: chronycSays(FOLLOWS) });
      expect(await source.synchronised()).toBe(false);
    });

    it('a client is told what the kernel says', async () => {
      await bus.startTimedated();
      await bus.synchronised(true);
      using root = systemRoot();
      const source = { busAddress: bus.address, root: root.path };
      expect(await new Timing(sourceWith(source)).currentTime()).toMatchObject({ timeSourceStatus: 'TRACEABLE' });
      await bus.synchronised(false);
      expect(await new Timing(sourceWith(source)).currentTime()).toMatchObject({ timeSourceStatus: 'NONTRACEABLE' });
    });

    it('no connection stays open', async () => {
      await bus.startTimedated();
      using root = systemRoot();
      const before = await bus.connections();
      const source = sourceWith({ busAddress: bus.address, root: root.path });
      await Promise.all([source.synchronised(), source.synchronised(), source.ntpServers()]);
      await until(async () => (await bus.connections()) === before);
    });

    it('one that is missing leaves the question to the others', async () => {
      using root = systemRoot();
      const source = { busAddress: bus.address, root: root.path };
      expect(await sourceWith(source).synchronised()).toBe(false);
      expect(await sourceWith({ ...source, spawn: chronycSays(FOLLOWS) }).synchronised()).toBe(true);
    });

    it('one that hangs leaves it to them as well, is let go, and is asked again when it lives', async () => {
      await bus.startTimedated();
      await bus.synchronised(true);
      const before = await bus.connections();
      bus.freezeTimedated();
      using root = systemRoot();
      const source = sourceWith({ busAddress: bus.address, root: root.path, ...impatient });
      expect(await source.synchronised()).toBe(false);
      await until(async () => (await bus.connections()) === before);
      bus.thawTimedated();
      expect(await sourceWith({ busAddress: bus.address, root: root.path }).synchronised()).toBe(true);
    });

    it('one that dies is missed at the next question', async () => {
      await bus.startTimedated();
      await bus.synchronised(true);
      using root = systemRoot();
      const source = sourceWith({ busAddress: bus.address, root: root.path });
      expect(await source.synchronised()).toBe(true);
      await bus.stopTimedated();
      expect(await source.synchronised()).toBe(false);
    });
  });

  describe('with timesyncd', () => {
    const says = (system: string[], link: string[]) =>
      [
        ['SystemNTPServers', ['as', system]],
        ['LinkNTPServers', ['as', link]],
        ['FallbackNTPServers', ['as', ['0.debian.pool.ntp.org']]],
        ['PollIntervalMinUSec', ['t', 64_000_000]],
        ['PollIntervalMaxUSec', ['t', 1_024_000_000]],
      ] as const;

    it('its own word counts more than its files', async () => {
      await bus.startTimesyncd();
      await bus.timesyncdSays(says(['ntp.example'], ['192.0.2.1']));
      using root = systemRoot({ '/etc/systemd/timesyncd.conf': '[Time]\nNTP=file.example\n', ...SYNCHRONISED });
      expect(await sourceWith({ busAddress: bus.address, root: root.path }).ntpServers()).toEqual([
        {
          ntpServerAddrType: 'DNS_NAME',
          ntpServerAddr: 'ntp.example',
          minPollingInterval: 6,
          maxPollingInterval: 10,
          localPriority: 1,
          authenticationOption: 'NONE',
        },
        expect.objectContaining({ ntpServerAddrType: 'IP_ADDRESS', ntpServerAddr: '192.0.2.1', localPriority: 2 }),
      ]);
    });

    it('it tells the servers that it was compiled with, when it has no others', async () => {
      await bus.startTimesyncd();
      await bus.timesyncdSays(says([], []));
      using root = systemRoot();
      expect(await sourceWith({ busAddress: bus.address, root: root.path }).ntpServers()).toEqual([
        expect.objectContaining({ ntpServerAddr: '0.debian.pool.ntp.org' }),
      ]);
    });

    it('its files count when it does not say', async () => {
      await bus.startTimesyncd(); // and has none of the properties
      using root = systemRoot({ '/etc/systemd/timesyncd.conf': '[Time]\nNTP=file.example\n' });
      expect(await sourceWith({ busAddress: bus.address, root: root.path }).ntpServers()).toEqual([
        expect.objectContaining({ ntpServerAddr: 'file.example' }),
      ]);
    });

    it('it is not started for the question', async () => {
      using root = systemRoot({ '/etc/systemd/timesyncd.conf': '[Time]\nNTP=file.example\n' });
      expect(await sourceWith({ busAddress: bus.address, root: root.path }).ntpServers()).toEqual([
        expect.objectContaining({ ntpServerAddr: 'file.example' }),
      ]);
      expect(bus.hasStartedTimesyncd).toBe(false);
    });

    it('it is not asked where chronyd runs', async () => {
      await bus.startTimesyncd();
      await bus.timesyncdSays(says(['ntp.example'], []));
      using root = systemRoot({ '/run/chrony/chronyd.pid': '7\n', '/etc/chrony/chrony.conf': 'server chrony.example\n' });
      expect(await sourceWith({ busAddress: bus.address, root: root.path }).ntpServers()).toEqual([
        expect.objectContaining({ ntpServerAddr: 'chrony.example' }),
      ]);
    });
  });
}

/** Patient enough for a busy machine. */
function sourceWith(options: SystemTimeOptions): SystemTimeSource {
  return new SystemTimeSource({ busAddress: NO_BUS, spawn: noChronyc, timeoutMs: 30_000, ...options });
}

function chronycSays(line: string): Spawn {
  return () => spawnChild('echo', [line]);
}
