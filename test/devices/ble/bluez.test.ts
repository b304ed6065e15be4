import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock, type Clock } from '../../../src/clock.js';
import { BluezRadio } from '../../../src/devices/ble/bluez.js';
import { decodeRuuvi } from '../../../src/sensors/ruuvi/decode.js';
import { DBusMock, dbusMockAvailable, dbusMockHint } from '../../dbusmock.js';
import { ManualClock } from '../../manual-clock.js';
import { ruuviVectors, vectorPayload, bytes } from '../../ruuvi-vectors.js';
import { Ear } from './ear.js';
import { becomes, radioContract } from './radio-contract.js';

const MAC = 'CB:B8:33:4C:88:4F';
const VALID = vectorPayload('df5-valid');

if (dbusMockAvailable) withDBusMock();
else it.todo(`BluezRadio hears what BlueZ hears, and outlives it ${dbusMockHint}`);

function withDBusMock(): void {
  let mock: DBusMock;
  beforeAll(async () => {
    mock = await DBusMock.start();
  });
  afterAll(async () => {
    await mock[Symbol.asyncDispose]();
  });

  radioContract('BluezRadio', () => {
    const radio = new BluezRadio('hci0', { busAddress: mock.address });
    const nextHeard = async (): Promise<void> => {
      const before = radio.counters.advertisements;
      await mock.advertise(MAC, VALID, -60);
      while (radio.counters.advertisements === before) await mock.adapterProperty('Powered');
    };
    return Promise.resolve({ radio, provoke: nextHeard, [Symbol.asyncDispose]: () => radio[Symbol.asyncDispose]() });
  });

  describe('BluezRadio', () => {
    it.each(ruuviVectors.vectors.filter(({ format }) => ['3', '5', 'C5', '6', 'E1'].includes(format)).map(({ id }) => id))(
      'hands over the published payload %s byte for byte',
      async (id) => {
        await using ear = await Ear.at(mock.address);
        await mock.advertise(MAC, vectorPayload(id), -71);
        const heard = await ear.next();
        expect(heard).toMatchObject({ address: MAC, companyId: 0x0499, rssi: -71 });
        expect(heard.payload).toEqual(vectorPayload(id));
      },
    );

    it('hears a device from its first advertisement on, with its address from the path', async () => {
      await using ear = await Ear.at(mock.address);
      await mock.appears('E3:75:CF:37:4E:23', VALID, -55);
      expect(await ear.next()).toMatchObject({ address: 'E3:75:CF:37:4E:23', rssi: -55, payload: VALID });
    });

    it('takes a strength that BlueZ does not repeat for unchanged', async () => {
      await using ear = await Ear.at(mock.address);
      await mock.changed(MAC, { rssi: -42 });
      await mock.advertise(MAC, VALID);
      expect(await ear.next()).toMatchObject({ rssi: -42 });
    });

    it('takes a strength alone for no advertisement', async () => {
      await using ear = await Ear.at(mock.address);
      await mock.changed(MAC, { rssi: -43 });
      await mock.advertise(MAC, bytes('AA'), -44);
      expect(await ear.next()).toMatchObject({ rssi: -44 });
      expect(ear.radio.counters.advertisements).toBe(1);
    });

    it('makes of one change with two companies two advertisements', async () => {
      await using ear = await Ear.at(mock.address);
      await mock.changed(MAC, {
        payloads: [
          [0x004c, bytes('01')],
          [0x0499, bytes('02')],
        ],
      });
      const companies = [await ear.next(), await ear.next()].map(({ companyId }) => companyId);
      expect(new Set(companies)).toEqual(new Set([0x004c, 0x0499]));
    });

    it('loses none of a thousand', async () => {
      await using ear = await Ear.at(mock.address);
      await mock.advertise(MAC, VALID, -60);
      await Promise.all(Array.from({ length: 999 }, (_, n) => mock.advertise(MAC, VALID, -60 - (n % 30))));
      for (let n = 0; n < 1000; n++) expect(decodeRuuvi(0x0499, (await ear.next()).payload)).toMatchObject({ mac: MAC });
      expect(ear.radio.counters).toMatchObject({ advertisements: 1000, malformed: 0, restarts: 0, powerCycles: 0 });
    });

    it('ignores what others than bluetoothd say in its name', async () => {
      await using ear = await Ear.at(mock.address);
      mock.lie('11:22:33:44:55:66', VALID);
      await mock.advertise(MAC, VALID, -60);
      expect(await ear.next()).toMatchObject({ address: MAC });
    });

    it('scans with duplicates, over LE, and stops when nobody listens', async () => {
      await (await Ear.at(mock.address))[Symbol.asyncDispose]();
      const [filter] = (await mock.callsOf('SetDiscoveryFilter')).slice(-1);
      expect(JSON.stringify(filter)).toMatch(/Transport.*le.*DuplicateData.*true/);
      expect(await mock.adapterProperty('Discovering')).toBe(false);
    });

    it('switches the adapter on when it is off', async () => {
      await mock.power(false);
      await using _ear = await Ear.at(mock.address);
      expect(await mock.adapterProperty('Powered')).toBe(true);
    });

    it('is SUSPENDED when the adapter is switched off, and switches it on a second later', async () => {
      const clock = new ManualClock();
      await using ear = await Ear.at(mock.address, { clock });
      await mock.power(false);
      expect(await becomes(ear.radio, suspendedState)).toMatch(/switched off/);
      await ear.hearsAgain(clock, 1_000);
    });

    it('is SUSPENDED while there is no such adapter, and says how to find one', async () => {
      await using ear = Ear.of(new BluezRadio('hci7', { busAddress: mock.address }));
      expect(await becomes(ear.radio, (_state, reason) => reason.includes('adapter hci7'))).toMatch(/bluetoothctl list/);
    });

    it('notices that the adapter is pulled out, and that it is back', async () => {
      const clock = new ManualClock();
      await using ear = await Ear.at(mock.address, { clock });
      await mock.removeAdapter();
      expect(await becomes(ear.radio, suspendedState)).toMatch(/removed/);
      await mock.addAdapter();
      await ear.hearsAgain(clock, 1_000);
    });

    it('does not restart as long as something is heard', async () => {
      const clock = new ManualClock();
      await using ear = await Ear.at(mock.address, { clock });
      for (let n = 0; n < 4; n++) {
        await clock.advance(60_000);
        await mock.advertise(MAC, VALID, -60 - n);
        await ear.next();
      }
      expect(ear.radio.counters.restarts).toBe(0);
    });

    it('outlives bluetoothd', async () => {
      const clock = new ManualClock();
      await using ear = await Ear.at(mock.address, { clock });
      await mock.stopBluetoothd();
      expect(await becomes(ear.radio, suspendedState)).toMatch(/bluetoothd/);
      await clock.advance(1_000);
      expect(await becomes(ear.radio, (_state, reason) => reason.includes('not running'))).toMatch(/systemctl start bluetooth/);
      await mock.startBluetoothd();
      await ear.hearsAgain(clock, 1_000); // not 2 s: that it is not running is another reason than that it stopped
      await mock.advertise(MAC, VALID, -60);
      expect(await ear.next()).toMatchObject({ address: MAC });
      expect(ear.radio.counters.restarts).toBe(1);
      await mock.stopBluetoothd();
      await becomes(ear.radio, suspendedState);
      await mock.startBluetoothd();
      await ear.hearsAgain(clock, 1_000); // not 4 s: it went well meanwhile
    });

    it('does not wait for a bluetoothd that hangs: not 10 s to begin, not 2 s to end', async () => {
      const clock = new ManualClock();
      await using ear = await Ear.at(mock.address, { clock });
      mock.freezeBluetoothd();
      const other = Ear.of(new BluezRadio('hci0', { busAddress: mock.address, clock }));
      while (!other.radio.health.value.reason?.includes('org.bluez did not answer')) await clock.advance(1_000);
      const ended = Promise.all([ear[Symbol.asyncDispose](), other[Symbol.asyncDispose]()]);
      await clock.advance(2_000);
      await ended;
      mock.thawBluetoothd();
    });

    it('outlives the bus', async () => {
      const clock = new ManualClock();
      await using ear = await Ear.at(mock.address, { clock });
      await mock.stopDaemon();
      expect(await becomes(ear.radio, suspendedState)).toMatch(/no D-Bus at unix:path=/);
      await mock.startDaemon();
      await mock.startBluetoothd();
      await ear.hearsAgain(clock, 1_000);
      await mock.advertise(MAC, VALID, -60);
      expect(await ear.next()).toMatchObject({ address: MAC });
    });
  });
}

describe('BluezRadio without a bus', () => {
  it('asks for it after 1, 2, 4 … and at most 30 s', async () => {
    const clock = new HurriedClock(7);
    const radio = new BluezRadio('hci0', { busAddress: 'unix:path=/nowhere/bus', clock });
    await radio.listen(() => undefined, clock.stop.signal);
    expect(clock.waits).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000]);
  });

  it('says where it looked', async () => {
    await using ear = Ear.of(new BluezRadio('hci0', { busAddress: 'unix:path=/nowhere/bus' }));
    expect(await becomes(ear.radio, (_state, reason) => reason.includes('no D-Bus at'))).toMatch(/nowhere.bus: .*ENOENT/);
  });

  it('says what an address looks like when it got none', async () => {
    await using ear = Ear.of(new BluezRadio('hci0', { busAddress: 'system' }));
    expect(await becomes(ear.radio, (_state, reason) => reason.includes('unix:path'))).toMatch(/names no socket/);
  });

  it.each([
    ['refuses us', { AUTH: 'REJECTED EXTERNAL\r\n' }],
    ['hangs up', { AUTH: '' }],
    ['talks nonsense', { AUTH: 'OK 1234\r\n', BEGIN: bytes('6C040001000000000100000008000000FF01FF00FFFFFFFF') }],
  ])('is SUSPENDED, and nothing worse, when something else %s there', async (_what, answers) => {
    await using server = await StrangeBus.answering(answers);
    await using ear = Ear.of(new BluezRadio('hci0', { busAddress: server.address }));
    expect(await becomes(ear.radio, (_state, reason) => reason.includes('no D-Bus at'))).toContain(server.address);
  });

  it('gives up on a bus that never answers', async () => {
    await using server = await StrangeBus.answering({});
    const clock = new ManualClock();
    await using ear = Ear.of(new BluezRadio('hci0', { busAddress: server.address, clock }));
    await server.connected;
    await clock.advance(10_000);
    expect(await becomes(ear.radio, (_state, reason) => reason.includes('Hello'))).toMatch(/did not answer Hello within 10 s/);
  });
});

const CALL_TIMEOUT_MS = 10_000;
const suspendedState = (state: string) => state === 'SUSPENDED';

/** A clock on which the waits between two attempts take no time, until there were enough of them; calls never time out. */
class HurriedClock implements Clock {
  readonly waits: number[] = [];
  readonly stop = new AbortController();

  constructor(private readonly enough: number) {}

  now = () => systemClock.now();
  monotonic = () => systemClock.monotonic();
  every = (ms: number, task: () => void) => systemClock.every(ms, task);

  sleep(ms: number, signal?: AbortSignal): Promise<void> {
    if (ms === CALL_TIMEOUT_MS) return systemClock.sleep(ms, signal);
    this.waits.push(ms);
    if (this.waits.length === this.enough) this.stop.abort();
    return Promise.resolve();
  }
}

/** Something at the bus's address that is no bus. */
class StrangeBus implements AsyncDisposable {
  private readonly directory = mkdtempSync(join(tmpdir(), 'umec-strange-'));
  private readonly server = createServer();
  readonly address = `unix:path=${join(this.directory, 'bus')}`;
  readonly connected = once(this.server, 'connection');

  /** Answers a client that says AUTH or BEGIN; an empty answer is hanging up, none is silence. */
  static async answering(answers: Readonly<Record<string, string | Uint8Array>>): Promise<StrangeBus> {
    const bus = new StrangeBus();
    bus.server.on('connection', (socket) => {
      bus.sockets.add(socket);
      socket.on('error', () => undefined);
      socket.on('data', (said) => {
        const answer = Object.entries(answers).find(([word]) => said.includes(word))?.[1];
        if (answer?.length === 0) socket.end();
        else if (answer) socket.write(answer);
      });
    });
    bus.server.listen(join(bus.directory, 'bus'));
    await once(bus.server, 'listening');
    return bus;
  }

  private readonly sockets = new Set<Socket>();

  async [Symbol.asyncDispose](): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    this.server.close();
    await once(this.server, 'close');
    rmSync(this.directory, { recursive: true, force: true });
  }
}
