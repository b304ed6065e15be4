import { describe, expect, it, jest } from '@jest/globals';
import { GatewayError } from '../../src/errors.js';
import { EventBus } from '../../src/events/bus.js';
import { type DeviceChange, deviceIdOf, Devices } from '../../src/registry/devices.js';
import { type DeviceConfiguration, DeviceRecords } from '../../src/registry/device-records.js';
import { ClockTrust, sureWitness } from '../../src/sensors/clock-trust.js';
import type { PresenceChange } from '../../src/sensors/presence.js';
import type { Radio } from '../../src/sensors/radio.js';
import { decodeRuuvi, RUUVI_COMPANY_ID } from '../../src/sensors/ruuvi/decode.js';
import { RUUVI_MEASUREMENT, type RuuviReading } from '../../src/sensors/ruuvi/reading.js';
import { keysOf } from '../../src/sensors/ruuvi/tag-key.js';
import type { SensorOptions } from '../../src/sensors/sensor-parts.js';
import { Sensors } from '../../src/sensors/sensors.js';
import { fromPoint, type TagReading, tagNameOf } from '../../src/sensors/tag-reading.js';
import { STANDARD_OPTIONS } from './standard-options.js';
import { MemoryHistory } from '../memory-history.js';
import { SettableClock } from '../settable-clock.js';
import { FakeState } from '../registry/fake-state.js';
import { bytes, ruuviVectors, vectorPayload } from '../ruuvi-vectors.js';

const MAC = 'CB:B8:33:4C:88:4F';
const hci0: Pick<Radio, 'radioId' | 'driver'> = { radioId: 'hci0', driver: 'bluez' };
const hci1 = { ...hci0, radioId: 'hci1' };

/** How far whoever looks after the gateway sees. */
const everything = { devices: 'all' } as const;

/** Sensors and all that they touch. */
async function setUp(options: Partial<SensorOptions> = {}, history = new MemoryHistory(), state = new FakeState()) {
  const clock = new SettableClock();
  const bus = new EventBus();
  const [published, devices, reports] = [[] as TagReading[], [] as DeviceChange[], [] as string[]];
  const presences: PresenceChange[] = [];
  bus.subscribe('reading', (reading) => published.push(reading));
  bus.subscribe('device', (change) => devices.push(change));
  bus.subscribe('presence', (change) => presences.push(change));
  const records = await DeviceRecords.load(state);
  const trust = new ClockTrust(clock, sureWitness);
  const inventory = new Devices(bus, clock, records);
  const sensors = new Sensors(
    { history, bus, devices: inventory, records, clock, trust, report: (message) => reports.push(message) },
    { ...STANDARD_OPTIONS, ...options },
  );
  const hear = (payload: Uint8Array, { radio = hci0, address = MAC, companyId = RUUVI_COMPANY_ID } = {}) =>
    void sensors.hear(radio, { address, companyId, payload, rssi: -60, receivedAt: clock.now() });
  /** What people say of a tag, as soon as it is on disk. */
  const configure = (configuration: DeviceConfiguration, mac = MAC) =>
    records.put(deviceIdOf('TAG', tagNameOf(mac)), configuration, () => undefined);
  return { clock, bus, history, state, configure, inventory, sensors, hear, published, devices, presences, reports };
}

/** Format 5 of a tag with this number in its address, saying that this is its measurement number `sequence`. */
function format5(sequence: number, tag = 0x334c884f): Uint8Array {
  const payload = vectorPayload('df5-valid').slice();
  const view = new DataView(payload.buffer);
  view.setUint16(16, sequence);
  view.setUint32(20, tag);
  return payload;
}
/** Format 6 with the next number. */
function nextOf(six: Uint8Array): Uint8Array {
  return six.with(15, ((six[15] ?? 0) + 1) % 256);
}
const macOf = (tag: number) =>
  `CB:B8:${tag
    .toString(16)
    .toUpperCase()
    .padStart(8, '0')
    .replace(/(..)(?=.)/g, '$1:')}`;

describe('What a radio hears', () => {
  it.each(ruuviVectors.vectors.filter(({ format }) => ['3', '5', 'C5', '6', 'E1'].includes(format)).map((one) => [one.id, one]))(
    '%s is the latest reading, is kept and is published, the same each time',
    async (_id, vector) => {
      const { sensors, hear, history, published, clock } = await setUp();
      const payload = bytes((vector as { payload: string }).payload);
      hear(payload, { address: 'AA:BB:CC:4C:88:4F' });
      const decoded = decodeRuuvi(RUUVI_COMPANY_ID, payload) as RuuviReading;
      const mac = decoded.mac?.length === 17 ? decoded.mac : 'AA:BB:CC:4C:88:4F';
      const expected = { ...decoded, mac, receiver: 'hci0', rssi: -60, time: clock.now() };
      expect(sensors.latest()).toEqual([expected]);
      expect(published).toEqual([expected]);
      expect(history.points.map(fromPoint)).toEqual([expected]);
      expect(sensors.get(mac.toLowerCase()).health).toEqual({ state: 'ACTIVE' });
      expect(sensors.counters).toMatchObject({ readings: 1, duplicates: 0 });
    },
  );

  it('is counted when it is foreign, unknown or malformed, and is no tag', async () => {
    const { sensors, hear, history } = await setUp();
    hear(format5(1), { companyId: 0x004c });
    hear(bytes('077B0312FC5394C37C15D6015E87952A69334C88'));
    hear(bytes('F000'));
    hear(bytes('F001'));
    hear(vectorPayload('df8-docs'));
    hear(format5(1).subarray(0, 23));
    hear(new Uint8Array());
    expect(sensors.counters).toEqual({
      readings: 0,
      duplicates: 0,
      foreign: 1,
      stored: 0,
      ignored: 0,
      ...{ unknownFormat: 3, unknownFormat07: 1, unknownFormatF0: 2 },
      withoutKey: 1,
      malformed: 2,
      refused: 0,
      lost: 0,
    });
    expect([sensors.latest(), sensors.tags(), history.points]).toEqual([[], [], []]);
  });

  it('tells no more than 16 unknown formats apart, however many there are', async () => {
    const { sensors, hear } = await setUp();
    for (let format = 0; format < 256; format++) hear(Uint8Array.of(format));
    const apart = Object.keys(sensors.counters).filter((name) => /^unknownFormat../.test(name));
    expect(apart).toHaveLength(16);
    expect(sensors.counters).toMatchObject({ unknownFormat: 250, malformed: 6 });
  });

  it('is decrypted with the key of the tag, and malformed with another', async () => {
    const secret = { password: '5275757669636F6D5275757669546167', deviceId: '0011223344556677' };
    const heard = async (password: string) => {
      const keyOf = keysOf({ 'AA:BB:CC:DD:EE:FF': { ...secret, password } });
      const { sensors, hear } = await setUp({ keyOf });
      hear(vectorPayload('df8-docs'));
      return sensors;
    };
    expect((await heard(secret.password)).get('AA:BB:CC:DD:EE:FF').latest).toMatchObject({ dataFormat: '8', temperature: 24.58 });
    expect((await heard('0'.repeat(32))).counters).toMatchObject({ malformed: 1, readings: 0 });
  });

  it('in a URL is a reading of whoever sent it', async () => {
    const { sensors, clock } = await setUp();
    const payload = Uint8Array.of(0x10, 0xf9, 0x03, ...Buffer.from('ruu.vi/#AjwYAMFc'));
    void sensors.hear(hci0, { address: MAC, serviceUuid: 0xfeaa, payload, receivedAt: clock.now() });
    expect(sensors.get(MAC).latest).toMatchObject({ dataFormat: '2', temperature: 24, humidity: 30, pressure: 99_500 });
  });

  it('carries the name that people gave the tag', async () => {
    const { sensors, hear, history, inventory } = await setUp({ names: { [MAC]: 'Sauna' } });
    hear(format5(1));
    expect(sensors.get(MAC).latest.name).toBe('Sauna');
    expect(history.points[0]?.tags.name).toBe('Sauna');
    expect(inventory.get('tag-CBB8334C884F')).toMatchObject({ name: 'Sauna', kind: 'TAG', driver: 'bluez' });
  });

  it('is the same list until a reading changes it', async () => {
    const { sensors, hear } = await setUp();
    hear(format5(1, 2));
    hear(format5(1, 1));
    const before = sensors.latest();
    hear(format5(1, 2));
    expect(sensors.latest()).toBe(before);
    expect(before.map(({ mac }) => mac)).toEqual([macOf(1), macOf(2)]);
    hear(format5(2, 2));
    expect(sensors.latest()).not.toBe(before);
  });
});

describe('A measurement', () => {
  it('that comes again, from whichever radio and in whichever order, is taken once', async () => {
    const { sensors, hear } = await setUp();
    for (const sequence of [10, 10, 11, 10, 11, 12]) hear(format5(sequence));
    for (const sequence of [10, 11, 12]) hear(format5(sequence), { radio: hci1 });
    expect(sensors.counters).toMatchObject({ readings: 3, duplicates: 6 });
    expect(sensors.latest()).toMatchObject([{ measurementSequenceNumber: 12, receiver: 'hci0' }]);
  });

  it('is new when the number has begun again', async () => {
    const { sensors, hear } = await setUp();
    for (const sequence of [65_533, 65_534, 0, 0, 1]) hear(format5(sequence));
    expect(sensors.counters).toMatchObject({ readings: 4, duplicates: 1 });
  });

  it('is new when a number comes back after a whole round', async () => {
    const { sensors, hear } = await setUp();
    for (let sequence = 0; sequence < 40; sequence++) hear(format5(sequence));
    hear(format5(3));
    expect(sensors.counters).toMatchObject({ readings: 41, duplicates: 0 });
  });

  it('without a number is never taken for another', async () => {
    const { sensors, hear } = await setUp();
    hear(format5(7));
    hear(format5(0xffff));
    hear(format5(0xffff));
    hear(format5(7));
    expect(sensors.counters).toMatchObject({ readings: 3, duplicates: 1 });
  });

  it('of a Ruuvi Air counts in format E1, and in format 6 only where E1 is not heard', async () => {
    const { sensors, hear, clock } = await setUp();
    const [six, e1] = [vectorPayload('df6-valid'), vectorPayload('e1-valid')];
    hear(six);
    hear(e1);
    hear(six);
    expect(sensors.counters).toMatchObject({ readings: 2, duplicates: 1 });
    expect(sensors.latest()).toMatchObject([{ dataFormat: 'E1' }]);
    await clock.advance(60_000);
    hear(nextOf(six));
    expect(sensors.latest()).toMatchObject([{ dataFormat: '6' }]);
  });

  it('of a Ruuvi Air counts once, also where one radio hears format 6 alone and another brings format E1 late', async () => {
    const { sensors, hear, clock } = await setUp();
    const [six, e1] = [vectorPayload('df6-valid'), vectorPayload('e1-valid')];
    const receivedAt = clock.now();
    await clock.advance(10_000);
    hear(six, { radio: hci1 });
    await sensors.hear(hci0, { address: MAC, companyId: RUUVI_COMPANY_ID, payload: e1, receivedAt });
    const another = nextOf(six);
    hear(another, { radio: hci1 });
    expect(sensors.tags()).toHaveLength(1);
    expect(sensors.counters).toMatchObject({ readings: 2, duplicates: 1 });
    await clock.advance(50_000);
    hear(another, { radio: hci1 });
    expect(sensors.counters).toMatchObject({ readings: 3 });
  });

  it('never shares its time with another of its tag, nor comes before it when the clock steps back a little', async () => {
    const { sensors, hear, history, clock } = await setUp();
    const began = clock.now();
    hear(format5(1));
    hear(format5(2));
    clock.set = -4_000;
    hear(format5(3));
    clock.set = 5_000;
    hear(format5(4));
    expect(history.points.map(({ time }) => time - began)).toEqual([0, 1, 2, 5000]);
    expect(sensors.counters.readings).toBe(4);
  });

  it('taken while the clock was far ahead does not keep those after it in its future', async () => {
    const { hear, history, clock } = await setUp();
    const began = clock.now();
    clock.set = 365 * 86_400_000;
    hear(format5(1));
    clock.set = 0;
    hear(format5(2));
    hear(format5(3));
    expect(history.points.slice(1).map(({ time }) => time - began)).toEqual([0, 1]);
  });
});

describe('A tag', () => {
  it('that is silent for too long is SUSPENDED, and ACTIVE when it is heard again', async () => {
    const { sensors, hear, clock, devices } = await setUp();
    hear(format5(1));
    await clock.advance(59_999);
    sensors.sweep();
    expect(sensors.get(MAC).health.state).toBe('ACTIVE');
    await clock.advance(1);
    sensors.sweep();
    sensors.sweep();
    expect(sensors.get(MAC).health).toMatchObject({ state: 'SUSPENDED', reason: expect.stringContaining('60 s') });
    hear(format5(1));
    expect(sensors.get(MAC)).toMatchObject({ health: { state: 'ACTIVE' }, lastSeen: clock.now() });
    expect(devices.map(({ changeType, device: { health } }) => `${changeType} ${health.state}`)).toEqual([
      'ADDED ACTIVE',
      'STATE_CHANGED SUSPENDED',
      'STATE_CHANGED ACTIVE',
    ]);
  });

  it('that repeats one measurement is not silent', async () => {
    const { sensors, hear, clock } = await setUp();
    for (let minute = 0; minute < 5; minute++) {
      hear(format5(1));
      await clock.advance(50_000);
      sensors.sweep();
    }
    expect(sensors.get(MAC).health.state).toBe('ACTIVE');
  });

  it.each([3_600_000, -3_600_000])('is as silent as it is, also when the clock is set by %d ms', async (jump) => {
    const { sensors, hear, clock } = await setUp();
    hear(format5(1));
    clock.set = jump;
    sensors.sweep();
    expect(sensors.get(MAC).health.state).toBe('ACTIVE');
    await clock.advance(60_000);
    sensors.sweep();
    expect(sensors.get(MAC).health.state).toBe('SUSPENDED');
  });

  it('that was never heard is not there', async () => {
    const { sensors } = await setUp();
    expect(() => sensors.get(MAC)).toThrow(expect.objectContaining({ code: 'notFound' }));
  });
});

describe('When there are as many tags as may be', () => {
  it('one more is refused as long as all are heard', async () => {
    const { sensors, hear } = await setUp({ maxTags: 2 });
    for (const tag of [1, 2, 3]) hear(format5(1, tag));
    expect(sensors.tags()).toHaveLength(2);
    expect(sensors.counters).toMatchObject({ readings: 2, refused: 1 });
    expect(() => sensors.get(macOf(3))).toThrow('no tag');
  });

  it('one more takes the place of the one that has been silent longest, and everybody is told', async () => {
    const { sensors, hear, clock, devices, inventory } = await setUp({ maxTags: 3 });
    for (const tag of [2, 1, 3]) {
      hear(format5(1, tag));
      await clock.advance(1_000);
    }
    hear(format5(1, 2));
    await clock.advance(60_000);
    sensors.sweep();
    hear(format5(1, 4));
    expect(sensors.tags().map(({ latest }) => latest.mac)).toEqual([macOf(2), macOf(3), macOf(4)]);
    expect(inventory.list()).toHaveLength(3);
    expect(devices.filter(({ changeType }) => changeType === 'REMOVED').map(({ device }) => device.deviceId)).toEqual([
      'tag-CBB800000001',
    ]);
    hear(format5(1, 3));
    hear(format5(1, 5));
    hear(format5(1, 6));
    expect(sensors.tags().map(({ latest }) => latest.mac)).toEqual([macOf(3), macOf(4), macOf(5)]);
    expect(sensors.counters.refused).toBe(1);
  });

  it('a flood of new addresses costs next to nothing', async () => {
    const { sensors, hear } = await setUp({ maxTags: 10_000 });
    for (let tag = 0; tag < 10_000; tag++) hear(format5(1, tag));
    const began = performance.now();
    for (let tag = 10_000; tag < 60_000; tag++) hear(format5(1, tag));
    expect(sensors.counters).toMatchObject({ readings: 10_000, refused: 50_000 });
    expect(performance.now() - began).toBeLessThan(1_500);
  });
});

describe('After a restart', () => {
  it('the tags are there again, SUSPENDED until they are heard, with the driver that then hears them', async () => {
    const before = await setUp();
    before.hear(format5(41));
    before.hear(format5(1, 7));
    const { sensors, hear, inventory, clock, devices } = await setUp({ names: { [MAC]: 'Sauna' } }, before.history);
    await sensors.recall();
    expect(sensors.tags()).toHaveLength(2);
    expect(inventory.get('tag-CBB8334C884F')).toMatchObject({ driver: 'history', name: 'Sauna', health: { state: 'SUSPENDED' } });
    await clock.advance(5_000);
    hear(format5(42));
    expect(inventory.get('tag-CBB8334C884F')).toMatchObject({
      driver: 'bluez',
      name: 'Sauna',
      health: { state: 'ACTIVE' },
      since: clock.now(),
    });
    expect(sensors.get(MAC)).toMatchObject({ latest: { measurementSequenceNumber: 42, name: 'Sauna' }, lastSeen: clock.now() });
    expect(devices.at(-1)).toMatchObject({
      changeType: 'STATE_CHANGED',
      device: { deviceId: 'tag-CBB8334C884F', driver: 'bluez' },
    });
  });

  it('a measurement of before is not taken again, and time goes on from where it was', async () => {
    const before = await setUp();
    before.hear(format5(41));
    const { sensors, hear, history, clock } = await setUp({}, before.history);
    clock.set = -2_000;
    await sensors.recall();
    hear(format5(41));
    hear(format5(42));
    expect(sensors.counters).toMatchObject({ readings: 1, duplicates: 1 });
    expect((history.points[1]?.time ?? 0) - (history.points[0]?.time ?? 0)).toBe(1);
  });

  it('what was taken while the clock was far ahead is not the latest, unless there is nothing else', async () => {
    const before = await setUp();
    before.hear(format5(1));
    before.hear(format5(1, 7));
    before.clock.set = 365 * 86_400_000;
    before.hear(format5(2), { radio: hci1 });
    before.hear(format5(1, 8));
    before.clock.set = 0;
    await before.clock.advance(10_000);
    before.hear(format5(3));
    const { sensors, hear } = await setUp({}, before.history);
    await sensors.recall();
    expect(sensors.latest()).toMatchObject([{ mac: macOf(7) }, { mac: macOf(8) }, { mac: MAC, measurementSequenceNumber: 3 }]);
    hear(format5(3));
    expect(sensors.counters).toMatchObject({ readings: 0, duplicates: 1 });
  });

  it('all that is kept is of the future of a clock that is not set, and the newest of it is the latest', async () => {
    const before = await setUp();
    before.hear(format5(1));
    await before.clock.advance(1_000);
    before.hear(format5(2), { radio: hci1 });
    const { sensors, clock } = await setUp({}, before.history);
    clock.set = -clock.now();
    await sensors.recall();
    expect(sensors.latest()).toMatchObject([{ measurementSequenceNumber: 2 }]);
  });

  it('the newest of what several radios and formats left is the latest', async () => {
    const before = await setUp();
    before.hear(format5(1), { radio: hci1 });
    await before.clock.advance(1_000);
    before.hear(format5(2));
    before.history.points.reverse();
    const { sensors } = await setUp({}, before.history);
    await sensors.recall();
    expect(sensors.latest()).toMatchObject([{ measurementSequenceNumber: 2, receiver: 'hci0' }]);
  });

  it('no more tags come back than there may be, and those that were heard last', async () => {
    const before = await setUp();
    for (const tag of [1, 2, 3]) {
      before.hear(format5(1, tag));
      await before.clock.advance(1_000);
    }
    const { sensors, hear } = await setUp({ maxTags: 2 }, before.history);
    await sensors.recall();
    expect(sensors.tags().map(({ latest }) => latest.mac)).toEqual([macOf(2), macOf(3)]);
    hear(format5(1, 9));
    expect(sensors.tags().map(({ latest }) => latest.mac)).toEqual([macOf(3), macOf(9)]);
  });

  it('a Ruuvi Air that is now heard in format 6 alone is not held to be silent', async () => {
    const before = await setUp();
    before.hear(vectorPayload('e1-valid'));
    const { sensors, hear } = await setUp({}, before.history);
    await sensors.recall();
    hear(vectorPayload('df6-valid'));
    expect(sensors.latest()).toMatchObject([{ dataFormat: '6' }]);
  });
});

describe('Readings that cannot be kept', () => {
  it('are counted each, and reported at once and then at most once a minute', async () => {
    const { sensors, hear, history, clock, reports, published } = await setUp();
    history.broken = new GatewayError('unavailable', 'the disk is full');
    for (let second = 0; second < 180; second++) {
      hear(format5(second));
      await clock.advance(1_000);
      sensors.sweep();
    }
    expect(sensors.counters).toMatchObject({ readings: 180, lost: 180 });
    expect(published).toHaveLength(180);
    expect(reports).toEqual([
      '1 reading could not be kept: the disk is full',
      '59 readings could not be kept: the disk is full',
      '60 readings could not be kept: the disk is full',
      '60 readings could not be kept: the disk is full',
    ]);
    history.broken = undefined;
    await clock.advance(120_000);
    sensors.sweep();
    expect(reports).toHaveLength(4);
  });
});

describe('What people say of a tag', () => {
  const offset = (value: number) => ({ method: 'OFFSET' as const, offset: value });

  it('is seen at once: its name and its calibration, of what it has said last', async () => {
    const { sensors, hear, configure, inventory, devices } = await setUp({ names: { [MAC]: 'Tag 7' } });
    hear(format5(1));
    const before = sensors.latest();
    await configure({ name: 'Sauna', room: 'Cellar', place: { latitude: 60.17 }, calibration: { temperature: offset(-1) } });
    expect(sensors.latest()).not.toBe(before);
    expect(sensors.latest()).toMatchObject([{ name: 'Sauna', temperature: 23.3, measured: { temperature: 24.3 } }]);
    expect(sensors.get(MAC)).toMatchObject({ room: 'Cellar', place: { latitude: 60.17 } });
    expect(inventory.get('tag-CBB8334C884F')).toMatchObject({ name: 'Sauna', room: 'Cellar', place: { latitude: 60.17 } });
    expect(devices.at(-1)).toMatchObject({ changeType: 'ATTRIBUTES_CHANGED', device: { name: 'Sauna' } });
    await configure({});
    expect(sensors.latest()).toEqual(before);
    expect(inventory.get('tag-CBB8334C884F')).not.toHaveProperty('room');
  });

  it('is told to whoever follows, once for each change, and is no reading', async () => {
    const { hear, configure, bus, published } = await setUp();
    const told: TagReading[] = [];
    bus.subscribe('configured', (reading) => told.push(reading));
    hear(format5(1));
    await configure({ name: 'Sauna', calibration: { temperature: offset(-1) } });
    await configure({ name: 'Sauna' }, macOf(2));
    await configure({ adoption: 'IGNORED' });
    expect(told).toMatchObject([{ mac: MAC, name: 'Sauna', temperature: 23.3, measurementSequenceNumber: 1 }]);
    expect(published).toHaveLength(1);
  });

  it('changes nothing of what was taken before; what the tag itself said is kept', async () => {
    const { sensors, hear, configure, history } = await setUp();
    hear(format5(1));
    await configure({ name: 'Sauna', calibration: { temperature: offset(-1) } });
    hear(format5(2));
    expect(
      history.points.map(({ fields, tags, adjustment }) => [fields.temperature, tags.name, adjustment !== undefined]),
    ).toEqual([
      [24.3, undefined, false],
      [24.3, 'Sauna', true],
    ]);
    const { readings } = await sensors.kept.ofTag(MAC, { limit: 10 });
    expect(readings.map(({ temperature, measured }) => [temperature, measured])).toEqual([
      [24.3, undefined],
      [23.3, { temperature: 24.3 }],
    ]);
    const { points } = await sensors.kept.points({ measurement: RUUVI_MEASUREMENT, limit: 10 }, everything);
    expect(points.map(({ fields }) => fields.temperature)).toEqual([24.3, 23.3]);
  });

  it('is so after a restart', async () => {
    const before = await setUp();
    before.hear(format5(1));
    await before.configure({ name: 'Sauna', calibration: { temperature: offset(-1) } });
    const { sensors } = await setUp({}, before.history, before.state);
    await sensors.recall();
    expect(sensors.latest()).toMatchObject([{ name: 'Sauna', temperature: 23.3 }]);
  });

  it('lets a tag be ignored: it is not read, nor shown, but can be found and adopted again', async () => {
    const { sensors, hear, configure, inventory, published } = await setUp();
    hear(format5(1));
    await configure({ adoption: 'IGNORED' });
    expect(sensors.latest()).toEqual([]);
    expect(inventory.get('tag-CBB8334C884F')).toMatchObject({ adoption: 'IGNORED', health: { state: 'SUSPENDED' } });
    hear(format5(2));
    expect(sensors.counters).toMatchObject({ readings: 1, ignored: 1 });
    await configure({});
    hear(format5(3));
    expect(published.map(({ measurementSequenceNumber }) => measurementSequenceNumber)).toEqual([1, 3]);
    expect(inventory.list()).toHaveLength(1);
    expect(inventory.get('tag-CBB8334C884F')).toMatchObject({ adoption: 'NEW', health: { state: 'ACTIVE' } });
    await configure({ adoption: 'IGNORED' });
    expect(inventory.get('tag-CBB8334C884F')).toMatchObject({ adoption: 'IGNORED', health: { state: 'SUSPENDED' } });
  });

  it('lets a gateway read only what was adopted, by its owner or over the registry', async () => {
    const { sensors, hear, configure, inventory } = await setUp({ admit: 'adopted', allow: [macOf(1)], deny: [macOf(3)] });
    for (const tag of [1, 2, 3]) hear(format5(1, tag));
    expect(sensors.latest().map(({ mac }) => mac)).toEqual([macOf(1)]);
    const adoptions = () => inventory.list().map(({ adoption, health: { state } }) => `${adoption} ${state}`);
    expect(adoptions()).toEqual(['ADOPTED ACTIVE', 'NEW SUSPENDED', 'IGNORED SUSPENDED']);
    await configure({ adoption: 'ADOPTED' }, macOf(2));
    hear(format5(2, 2));
    expect(sensors.latest().map(({ mac }) => mac)).toEqual([macOf(1), macOf(2)]);
    expect(adoptions()).toEqual(['ADOPTED ACTIVE', 'ADOPTED ACTIVE', 'IGNORED SUSPENDED']);
  });

  it('shows at once of a tag that is not read: why it is not, and what hears it', async () => {
    const { hear, configure, inventory } = await setUp();
    hear(format5(1));
    const reasons: unknown[] = [];
    for (const adoption of ['IGNORED', 'ADOPTED', 'IGNORED', undefined] as const) {
      await configure(adoption ? { adoption } : {});
      const { health, driver } = inventory.get('tag-CBB8334C884F');
      reasons.push([driver, health.reason]);
    }
    expect(reasons).toEqual([
      [hci0.driver, expect.stringContaining('it is ignored')],
      [hci0.driver, 'not heard since it was adopted'],
      [hci0.driver, expect.stringContaining('it is ignored')],
      [hci0.driver, 'not heard since it was ignored no more'],
    ]);
  });

  it('bounds the tags that wait to be adopted: whoever invents addresses drives nobody out', async () => {
    const { hear, inventory, clock } = await setUp({ admit: 'adopted', maxTags: 3 });
    for (let tag = 1; tag <= 1_000; tag++) hear(format5(1, tag));
    expect(inventory.list().map(({ deviceId }) => deviceId)).toEqual([
      'tag-CBB800000001',
      'tag-CBB800000002',
      'tag-CBB800000003',
    ]);
    await clock.advance(60_000);
    hear(format5(1, 9));
    expect(inventory.list()).toHaveLength(3);
    expect(inventory.get('tag-CBB800000009')).toBeDefined();
  });
});

describe('Of readings that come faster than they are to be kept', () => {
  it('each is the latest and is published, and some are kept', async () => {
    const { sensors, hear, history, clock, published } = await setUp({ minStoreIntervalS: 10 });
    for (let n = 1; n <= 20; n++) {
      hear(format5(n));
      await clock.advance(1_000);
    }
    expect(published).toHaveLength(20);
    expect(history.points.map(({ fields }) => fields.measurementSequenceNumber)).toEqual([1, 11]);
    expect(sensors.counters).toMatchObject({ readings: 20, stored: 2 });
    expect(sensors.latest()).toMatchObject([{ measurementSequenceNumber: 20 }]);
  });

  it('one that is notable is kept too', async () => {
    const { sensors, hear, history, clock } = await setUp({ minStoreIntervalS: 10 });
    sensors.keepAlso(({ measurementSequenceNumber }) => measurementSequenceNumber === 4);
    for (let n = 1; n <= 8; n++) {
      hear(format5(n));
      await clock.advance(1_000);
    }
    expect(history.points.map(({ fields }) => fields.measurementSequenceNumber)).toEqual([1, 4]);
  });

  it('a tag of which somebody says so is kept as often as that', async () => {
    const { hear, history, clock, configure } = await setUp({ minStoreIntervalS: 10 });
    await configure({ minStoreIntervalS: 0 });
    for (let n = 1; n <= 5; n++) {
      hear(format5(n));
      await clock.advance(1_000);
    }
    expect(history.points).toHaveLength(5);
  });
});

describe('A measurement that a radio elsewhere brings late', () => {
  it('has its place in history, and is not what is so now', async () => {
    const { sensors, hear, clock, history, published } = await setUp();
    const began = clock.now();
    await clock.advance(60_000);
    hear(format5(5));
    const late = { companyId: RUUVI_COMPANY_ID, address: MAC, payload: format5(2), receivedAt: began };
    await sensors.hear(hci1, late);
    expect(history.points.map(({ time }) => time - began)).toEqual([60_000, 0]);
    expect(sensors.get(MAC)).toMatchObject({ latest: { measurementSequenceNumber: 5 }, lastSeen: began + 60_000 });
    expect(published).toHaveLength(1);
    await sensors.hear(hci1, late);
    expect(sensors.counters).toMatchObject({ readings: 2, duplicates: 1 });
  });
});

describe('A measurement that a radio elsewhere heard some seconds ago, when the clock was far ahead before', () => {
  it('is what is so now', async () => {
    const { sensors, hear, clock } = await setUp();
    clock.set = 365 * 86_400_000;
    hear(format5(1));
    clock.set = 0;
    const receivedAt = clock.now() - 8_000;
    await sensors.hear(hci1, { companyId: RUUVI_COMPANY_ID, address: MAC, payload: format5(2), receivedAt });
    expect(sensors.get(MAC).latest).toMatchObject({ measurementSequenceNumber: 2, time: receivedAt });
  });
});

describe('Of measurements that come late', () => {
  const late = (sequence: number, receivedAt: number, movement = 66) => {
    const payload = format5(sequence);
    payload[15] = movement;
    return { companyId: RUUVI_COMPANY_ID, address: MAC, payload, receivedAt };
  };

  it('no more are kept than of those that come in time, but always those in which the tag was moved', async () => {
    const { sensors, hear, clock, history } = await setUp({ minStoreIntervalS: 10 });
    const began = clock.now();
    for (let n = 0; n < 60; n += 2) {
      hear(format5(n));
      await clock.advance(2_000);
    }
    for (let n = 1; n < 55; n += 2) void sensors.hear(hci1, late(n, began + n * 1_000));
    expect(history.points.map(({ time }) => (time - began) / 1_000)).toEqual([0, 10, 20, 30, 40, 50]);
    void sensors.hear(hci1, late(100, began + 5_500, 67));
    void sensors.hear(hci1, late(101, began + 5_600, 67));
    expect(history.points.slice(6).map(({ time }) => (time - began) / 1_000)).toEqual([5.5]);
    for (let n = 1; n <= 30; n++) void sensors.hear(hci1, late(200 + n, began - n * 1_000));
    expect(history.points.slice(7).map(({ time }) => (time - began) / 1_000)).toEqual([-10, -20, -30]);
  });

  it('each is answered when it is on disk, also when it comes again and something else was not to be kept', async () => {
    const { sensors, hear, clock, history } = await setUp({ minStoreIntervalS: 10 });
    let keep = () => {};
    const append = jest.spyOn(history, 'append');
    const began = clock.now();
    await clock.advance(20_000);
    hear(format5(5));
    append.mockReturnValueOnce(new Promise((resolve) => (keep = resolve)));
    const first = sensors.hear(hci1, late(2, began));
    hear(format5(6));
    expect(first).toBeDefined();
    expect(sensors.hear(hci1, late(2, began))).toBe(first);
    keep();
    await first;
  });
});

describe('A tag that several radios hear', () => {
  it('is one, and says how each of them hears it', async () => {
    const { sensors, hear, clock } = await setUp();
    const began = clock.now();
    hear(format5(1));
    await clock.advance(1_000);
    hear(format5(1), { radio: hci1 });
    hear(format5(2), { radio: hci1 });
    expect(sensors.get(MAC).receptions).toEqual([
      { receiver: 'hci0', rssi: -60, lastSeen: began },
      { receiver: 'hci1', rssi: -60, lastSeen: began + 1_000 },
    ]);
    for (let n = 0; n < 20; n++) hear(format5(1), { radio: { ...hci0, radioId: `radio-${n}` } });
    expect(sensors.get(MAC).receptions).toHaveLength(8);
  });

  it('is LATE before it is given up', async () => {
    const { sensors, hear, clock } = await setUp();
    hear(format5(1));
    await clock.advance(15_000);
    sensors.sweep();
    expect(sensors.get(MAC)).toMatchObject({ presence: 'LATE', reason: 'nothing heard for 15 s', health: { state: 'ACTIVE' } });
    await clock.advance(45_000);
    sensors.sweep();
    expect(sensors.get(MAC)).toMatchObject({ presence: 'OFFLINE', health: { state: 'SUSPENDED' } });
  });
});

describe('How a tag does', () => {
  const told = (presences: readonly PresenceChange[]) => presences.map(({ mac, presence, reason }) => [mac, presence, reason]);
  const givenUp = 'nothing heard for 60 s: is the tag in range, is its battery good?';

  it('is told when it is otherwise, and only then', async () => {
    const { sensors, hear, clock, presences } = await setUp({ names: { [MAC]: 'Sauna' } });
    const began = clock.now();
    const pass = async (seconds: number) => {
      for (let second = 0; second < seconds; second++) {
        await clock.advance(1_000);
        sensors.sweep();
      }
    };
    hear(format5(1));
    hear(format5(1), { radio: hci1 });
    await pass(14);
    expect(told(presences)).toEqual([[MAC, 'ONLINE', undefined]]);
    await pass(10);
    const late = { mac: MAC, name: 'Sauna', presence: 'LATE', reason: 'nothing heard for 15 s', lastSeen: began };
    expect(presences.slice(1)).toEqual([late]);
    // a measurement that is known says that it is there too
    hear(format5(1));
    expect(presences.slice(2)).toEqual([{ mac: MAC, name: 'Sauna', presence: 'ONLINE', lastSeen: began + 24_000 }]);
    await pass(70);
    expect(told(presences.slice(3))).toEqual([
      [MAC, 'LATE', 'nothing heard for 15 s'],
      [MAC, 'OFFLINE', givenUp],
    ]);
    hear(format5(2));
    expect(told(presences.slice(5))).toEqual([[MAC, 'ONLINE', undefined]]);
  });

  it('is as it was told, whenever it is asked for', async () => {
    const { sensors, hear, clock, presences } = await setUp();
    hear(format5(1));
    for (let second = 0; second < 90; second++) {
      await clock.advance(900);
      if (second % 3 === 0) sensors.sweep();
      expect(sensors.get(MAC)).toMatchObject({ presence: presences.at(-1)?.presence });
    }
    expect(presences.map(({ presence }) => presence)).toEqual(['ONLINE', 'LATE', 'OFFLINE']);
  });

  it('is told of each, those first that have been silent longest', async () => {
    const { sensors, hear, clock, presences } = await setUp();
    for (const tag of [3, 1, 2]) {
      hear(format5(1, tag));
      await clock.advance(100);
    }
    presences.length = 0;
    await clock.advance(60_000);
    sensors.sweep();
    expect(told(presences)).toEqual([3, 1, 2].map((tag) => [macOf(tag), 'OFFLINE', givenUp]));
  });

  it('is OFFLINE after a start, which nobody needs to be told, until it is heard', async () => {
    const history = new MemoryHistory();
    const before = await setUp({}, history);
    before.hear(format5(1));
    const { sensors, hear, presences } = await setUp({}, history);
    await sensors.recall();
    sensors.sweep();
    expect(sensors.get(MAC)).toMatchObject({ presence: 'OFFLINE', health: { reason: 'not heard since the gateway started' } });
    expect(presences).toEqual([]);
    hear(format5(2));
    expect(told(presences)).toEqual([[MAC, 'ONLINE', undefined]]);
  });
});

describe('Readings that applications add', () => {
  const people = { measurement: 'people', tags: { gate: 'north' }, time: 1, fields: { count: 3 } };

  it('are kept', async () => {
    const { sensors, history } = await setUp();
    await sensors.kept.add([people]);
    expect(history.points).toEqual([people]);
    expect(await sensors.kept.points({ measurement: 'people', limit: 10 }, everything)).toEqual({ points: [people] });
  });

  it('are those of a tenant, who alone sees them, as it added them', async () => {
    const { sensors, history } = await setUp();
    const [asked, devices] = [{ measurement: 'people', limit: 10 }, 'all'] as const;
    const theirs = { ...people, fields: { count: 4 } };
    await sensors.kept.add([people]);
    await sensors.kept.add([theirs], 'police');
    expect(history.points).toEqual([people, { ...theirs, tags: { gate: 'north', tenant: 'police' } }]);
    const seenBy = async (tenant: string) => (await sensors.kept.points(asked, { tenant, devices })).points;
    expect([await seenBy('host'), await seenBy('police'), await seenBy('rail')]).toEqual([[people], [theirs], []]);
    expect((await sensors.kept.points(asked, everything)).points).toHaveLength(2);
  });

  it('say for nobody whose they are: then none is kept', async () => {
    const { sensors, history } = await setUp();
    const forged = { ...people, tags: { tenant: 'police' } };
    for (const tenant of [undefined, 'host', 'police'])
      await expect(sensors.kept.add([people, forged], tenant)).rejects.toMatchObject({ code: 'invalid' });
    expect(history.points).toEqual([]);
  });

  it('are not those of the tags: then none is kept', async () => {
    const { sensors, history } = await setUp();
    await expect(sensors.kept.add([people, { ...people, measurement: RUUVI_MEASUREMENT }])).rejects.toMatchObject({
      code: 'forbidden',
    });
    expect(history.points).toEqual([]);
  });

  it('are an error to who adds them when they cannot be kept', async () => {
    const { sensors, history, reports } = await setUp();
    history.broken = new GatewayError('unavailable', 'the disk is full');
    await expect(sensors.kept.add([people])).rejects.toMatchObject({ code: 'unavailable' });
    expect(reports).toEqual([]);
  });
});
