import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { MONITORS } from '../../../src/devices/ble/advertisement-monitor.js';
import { DBusMock, dbusMockAvailable, dbusMockHint } from '../../dbusmock.js';
import { ManualClock } from '../../manual-clock.js';
import { bytes, vectorPayload } from '../../ruuvi-vectors.js';
import { until } from '../../until.js';
import { Ear } from './ear.js';
import { becomes, healthy } from './radio-contract.js';

const MAC = 'CB:B8:33:4C:88:4F';
const VALID = vectorPayload('df5-valid');
const suspendedState = (state: string) => state === 'SUSPENDED';

if (dbusMockAvailable) withDBusMock();
else it.todo(`BluezRadio never goes silent unnoticed ${dbusMockHint}`);

function withDBusMock(): void {
  let mock: DBusMock;
  beforeAll(async () => {
    mock = await DBusMock.start();
  });
  beforeEach(async () => {
    await mock.restartBluetoothd();
  });
  afterAll(async () => {
    await mock[Symbol.asyncDispose]();
  });

  const count = async (member: string) => (await mock.callsOf(member)).length;
  const hearsIt = async (ear: Ear) => {
    await mock.advertise(MAC, VALID, -60);
    expect(await ear.next()).toMatchObject({ address: MAC });
  };
  /** One look of the watchdog that makes it scan anew. */
  const scansAnew = async (ear: Ear, clock: ManualClock, ms: number) => {
    const { restarts } = ear.radio.counters;
    await clock.advance(ms);
    await until(() => Promise.resolve(ear.radio.counters.restarts > restarts));
  };

  describe('BluezRadio that hears nothing', () => {
    it('scans anew after 90 s, switches the adapter off and on after 90 s more, reports it after 90 s more, once', async () => {
      const clock = new ManualClock();
      await using ear = await Ear.at(mock.address, { clock });
      const told: string[] = [];
      using _watch = ear.radio.health.watch(({ state, reason = '' }) => told.push(`${state} ${reason}`));
      await clock.advance(89_999);
      expect(ear.radio.counters).toMatchObject({ restarts: 0, powerCycles: 0 });
      await scansAnew(ear, clock, 1);
      expect([await count('StartDiscovery'), await count('StopDiscovery')]).toEqual([2, 1]);
      await scansAnew(ear, clock, 90_000);
      expect(ear.radio.counters).toMatchObject({ restarts: 2, powerCycles: 1 });
      expect([await count('StartDiscovery'), await mock.adapterProperty('Powered')]).toEqual([3, true]);
      expect(told).toEqual([]);
      await clock.advance(90_000);
      await scansAnew(ear, clock, 180_000);
      await scansAnew(ear, clock, 360_000);
      expect(ear.radio.counters).toMatchObject({ restarts: 4, powerCycles: 3 });
      expect(told).toEqual([expect.stringMatching(/^SUSPENDED nothing heard for 270 s, .*is a tag in range/)]);
      await hearsIt(ear);
      expect(ear.radio.health.value.state).toBe('ACTIVE');
      await scansAnew(ear, clock, 90_000);
      expect(ear.radio.counters).toMatchObject({ restarts: 5, powerCycles: 3 });
    });

    it('stays reported when bluetoothd was started anew and it still hears nothing', async () => {
      const clock = new ManualClock();
      await using ear = await Ear.at(mock.address, { clock });
      await scansAnew(ear, clock, 90_000);
      await scansAnew(ear, clock, 90_000);
      await clock.advance(90_000);
      await mock.restartBluetoothd();
      await becomes(ear.radio, (_state, reason) => reason.includes('bluetoothd'));
      await clock.advance(1_000);
      expect(await becomes(ear.radio, (_state, reason) => reason.includes('nothing heard'))).toMatch(/270 s/);
      await hearsIt(ear);
      expect(ear.radio.health.value.state).toBe('ACTIVE');
    });

    it('says why when the adapter cannot be switched on again, and goes on trying', async () => {
      const clock = new ManualClock();
      await using ear = await Ear.at(mock.address, { clock });
      await scansAnew(ear, clock, 90_000);
      await mock.refuse('org.bluez.Adapter1', 'StartDiscovery', '');
      await clock.advance(90_000);
      expect(await becomes(ear.radio, suspendedState)).toMatch(/hci0: cannot be switched on, try: rfkill unblock/);
      await mock.restartBluetoothd();
      await clock.advance(1_000);
      await ear.hearsAgain(clock, 2_000);
      await hearsIt(ear);
    });

    it('is not silent as long as strengths change, or something is heard', async () => {
      const clock = new ManualClock();
      await using ear = await Ear.at(mock.address, { clock });
      for (let n = 0; n < 4; n++) {
        await clock.advance(60_000);
        await mock.changed(MAC, { rssi: -40 - n });
        await mock.adapterProperty('Powered');
      }
      await hearsIt(ear);
      expect(ear.radio.counters).toMatchObject({ restarts: 0, advertisements: 1 });
    });
  });

  describe('BluezRadio where BlueZ can listen passively', () => {
    it('registers what it listens for, hears it, asks nobody, and unregisters it', async () => {
      await mock.offerMonitors();
      const ear = await Ear.at(mock.address);
      const monitors = () => mock.adapterProperty('Monitors').catch(() => undefined);
      await until(async () => (await monitors()) !== undefined);
      expect(await mock.adapterProperty('Monitors')).toBe(`${MONITORS}/ruuvi or_patterns [(0, 255, '9904'), (0, 22, 'aafe')]`);
      await mock.sayToMonitor(`${MONITORS}/ruuvi`, 'Activate');
      await hearsIt(ear);
      expect(ear.radio.counters).toMatchObject({ passive: 1, advertisements: 1 });
      expect(await count('StartDiscovery')).toBe(0);
      await ear[Symbol.asyncDispose]();
      expect(ear.radio.counters.passive).toBe(0);
      expect(await count('UnregisterMonitor')).toBe(1);
    });

    it('asks actively when BlueZ refuses, or has no such thing', async () => {
      await mock.offerMonitors();
      await mock.refuse('org.bluez.AdvertisementMonitorManager1', 'RegisterMonitor', 'o');
      await using ear = await Ear.at(mock.address);
      await hearsIt(ear);
      expect(ear.radio.counters.passive).toBe(0);
      expect(await count('StartDiscovery')).toBe(1);
    });

    it('asks actively when BlueZ releases the monitor, which nobody else can say', async () => {
      await mock.offerMonitors();
      await using ear = await Ear.at(mock.address);
      expect(await mock.lieToMonitor(`${MONITORS}/ruuvi`, 'Release')).toBe(1);
      await hearsIt(ear);
      expect([ear.radio.counters.passive, await count('StartDiscovery')]).toEqual([1, 0]);
      await mock.sayToMonitor(`${MONITORS}/ruuvi`, 'Release');
      await until(() => Promise.resolve(ear.radio.counters.passive === 0));
      expect(await count('StartDiscovery')).toBe(1);
      await hearsIt(ear);
    });

    it('asks actively when it hears nothing', async () => {
      const clock = new ManualClock();
      await mock.offerMonitors();
      await using ear = await Ear.at(mock.address, { clock });
      await scansAnew(ear, clock, 90_000);
      expect(ear.radio.counters.passive).toBe(0);
      expect([await count('UnregisterMonitor'), await count('StartDiscovery')]).toEqual([1, 1]);
    });

    it('listens passively again when bluetoothd, the adapter or the bus was gone', async () => {
      const clock = new ManualClock();
      await mock.offerMonitors();
      await using ear = await Ear.at(mock.address, { clock });
      const outages: readonly (() => Promise<void>)[] = [
        () => mock.restartBluetoothd(),
        async () => {
          await mock.removeAdapter();
          await mock.addAdapter();
        },
        async () => {
          await mock.stopDaemon();
          await mock.startDaemon();
          await mock.startBluetoothd();
        },
      ];
      for (const outage of outages) {
        await outage();
        await mock.offerMonitors();
        await becomes(ear.radio, suspendedState);
        await ear.hearsAgain(clock, 1_000);
        expect(ear.radio.counters.passive).toBe(1);
        await hearsIt(ear);
      }
      expect(ear.radio.counters).toMatchObject({ restarts: 3, powerCycles: 0, advertisements: 3 });
    });
  });

  describe('BluezRadio', () => {
    it('hands over the data of services', async () => {
      await using ear = await Ear.at(mock.address);
      const frame = Uint8Array.of(0x10, 0xf9, 0x03, ...Buffer.from('ruu.vi/#AjwYAMFc'));
      await mock.changed(MAC, { services: [['0000feaa-0000-1000-8000-00805f9b34fb', frame]], rssi: -70 });
      expect(await ear.next()).toMatchObject({ address: MAC, serviceUuid: 0xfeaa, payload: frame, rssi: -70 });
    });

    it('counts per second of the last minute, and knows when it heard the last', async () => {
      const clock = new ManualClock();
      await using ear = await Ear.at(mock.address, { clock });
      expect(ear.radio.counters).not.toHaveProperty('lastAdvertisementAt');
      await hearsIt(ear);
      await clock.advance(30_000);
      await hearsIt(ear);
      await hearsIt(ear);
      expect(ear.radio.counters).toMatchObject({ advertisementsPerSecond: 0.05, lastAdvertisementAt: clock.now() });
      await clock.advance(30_000);
      expect(ear.radio.counters).toMatchObject({ advertisementsPerSecond: 0.03, lastAdvertisementAt: clock.now() - 30_000 });
    });

    it('hears through several adapters at once, each its own, and one goes on when the other is pulled out', async () => {
      await mock.addAdapter('hci1');
      await using first = await Ear.at(mock.address);
      await using second = await Ear.at(mock.address, {}, 'hci1');
      await mock.changed(MAC, { payloads: [[0x0499, bytes('05')]], rssi: -50, adapter: 'hci1' });
      await mock.changed(MAC, { payloads: [[0x0499, bytes('06')]], rssi: -90 });
      expect(await first.next()).toMatchObject({ payload: bytes('06'), rssi: -90 });
      expect(await second.next()).toMatchObject({ payload: bytes('05'), rssi: -50 });
      await mock.removeAdapter();
      expect(await becomes(first.radio, suspendedState)).toMatch(/removed/);
      await mock.changed(MAC, { payloads: [[0x0499, bytes('05')]], adapter: 'hci1' });
      await second.next();
      expect(second.radio.health.value.state).toBe('ACTIVE');
      expect([first, second].map(({ radio }) => radio.counters.advertisements)).toEqual([1, 2]);
    });

    it('keeps no more of ten thousand devices than of a thousand, and no rules for any', async () => {
      await using ear = await Ear.at(mock.address);
      const rules = await mock.matchRules();
      const appear = async (from: number, to: number) => {
        for (let at = from; at < to; at += 250) {
          const some = Array.from({ length: 250 }, (_, n) => at + n);
          await Promise.all(
            some.map((n) => mock.appears(randomAddress(n), n % 2 ? VALID : bytes('AA'), -60, n % 2 ? 0x0499 : 0x004c)),
          );
          for (const _ of some) await ear.next();
        }
      };
      await appear(0, 1_500);
      const kept = entriesIn(ear.radio);
      await appear(1_500, 10_000);
      expect(ear.radio.counters.advertisements).toBe(10_000);
      expect(kept).toBeGreaterThan(1_024);
      expect(entriesIn(ear.radio)).toBe(kept);
      expect(await mock.matchRules()).toBe(rules);
      expect(rules).toBe(2);
      await healthy(ear.radio);
    });
  });
}

/** As privacy makes them: new ones all the time. */
function randomAddress(n: number): string {
  const hex = (0x4000_0000_0000 + n * 7_919).toString(16).toUpperCase();
  return hex.replace(/(..)(?=.)/g, '$1:');
}

function valuesIn(one: object): readonly unknown[] {
  if (one instanceof Map) return [...(one as Map<unknown, unknown>).entries()].flat();
  return one instanceof Set ? [...(one as Set<unknown>)] : Object.values(one);
}

/** How much all that can be reached from `root` holds. */
function entriesIn(root: object): number {
  const seen = new Set<object>([root]);
  let entries = 0;
  for (const one of seen) {
    const inside = ArrayBuffer.isView(one) ? [] : valuesIn(one);
    entries += inside.length;
    for (const value of inside) if (typeof value === 'object' && value !== null) seen.add(value);
  }
  return entries;
}
