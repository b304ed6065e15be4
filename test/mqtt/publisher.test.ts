import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { systemClock } from '../../src/clock.js';
import { EventBus } from '../../src/events/bus.js';
import { openBroker } from '../../src/mqtt/open-broker.js';
import { MqttPublisher, type PublisherOptions } from '../../src/mqtt/publisher.js';
import { Session } from '../../src/mqtt/session.js';
import { pinnedSocket } from '../../src/outgoing/pinned-socket.js';
import { configured, Reach } from '../../src/outgoing/reach.js';
import { Resolver } from '../../src/outgoing/resolver.js';
import { active } from '../../src/registry/health.js';
import type { TagReading } from '../../src/sensors/tag-reading.js';
import { ManualClock } from '../manual-clock.js';
import { type BrokerUser, eventually, type Seen, TestBroker, withBroker } from '../mosquitto.js';

const MAC = 'CB:B8:33:4C:88:4F';
const TOPIC = 'umec/home/CBB8334C884F';
const reach = new Reach({ resolver: new Resolver(systemClock), mayCall: configured });
const options: PublisherOptions = {
  ...{ prefix: 'umec', gateway: 'home', minIntervalMs: 10_000, silentAfterMs: 120_000, maxTags: 1_000 },
};

let clock: ManualClock;
let bus: EventBus;
let broker: TestBroker;
let publisher: MqttPublisher;
let stop: AbortController;
let publishing: Promise<void>;
beforeEach(() => {
  clock = new ManualClock();
  bus = new EventBus();
  stop = new AbortController();
  publishing = Promise.resolve();
});
afterEach(async () => {
  stop.abort();
  await publishing;
  await broker[Symbol.asyncDispose]();
});

async function publish(more: Partial<PublisherOptions> = {}, user?: BrokerUser): Promise<void> {
  const opened = openBroker({ url: broker.url, ...user }, { clock, reach, random: () => 1 });
  publisher = new MqttPublisher({ bus, clock, broker: opened, options: { ...options, ...more } });
  publishing = publisher.run(stop.signal);
  if (!user) await eventually(() => publisher.health.value.state === 'ACTIVE');
}
const reading = (more: Partial<TagReading> = {}): void =>
  bus.publish('reading', {
    ...{ mac: MAC, receiver: 'hci0', dataFormat: '5', time: clock.now(), rssi: -60, temperature: 24.3, humidity: 53.49 },
    ...{ pressure: 100_044, measurementSequenceNumber: 205 },
    ...more,
  });
const inventory = (changeType: 'ADDED' | 'REMOVED', deviceId: string, adoption: 'ADOPTED' | 'IGNORED' = 'ADOPTED'): void =>
  bus.publish('device', { changeType, device: { deviceId, kind: 'TAG', adoption, driver: 'x', health: active, since: 0 } });
const of = (seen: readonly Seen[], topic: string) => seen.filter((one) => one.topic === topic);
const state = ({ text }: Pick<Seen, 'text'>) => JSON.parse(text) as Record<string, unknown>;

withBroker('What tags say now, at a broker', () => {
  beforeEach(async () => {
    broker = await TestBroker.start();
  });

  it('is retained there for each tag, in RuuviBridge’s names and with what follows from it', async () => {
    await publish();
    reading({ name: 'attic', calibrating: false });
    await eventually(() => publisher.counters.published === 1);
    const [late] = await lateComer();
    expect([late?.topic, late?.isRetained, late && state(late)]).toEqual([
      TOPIC,
      true,
      expect.objectContaining({
        ...{ mac: MAC, name: 'attic', dataFormat: '5', receiver: 'hci0', timestamp: clock.now() / 1000, rssi: -60 },
        ...{ temperature: 24.3, humidity: 53.49, pressure: 100_044, measurementSequenceNumber: 205 },
        ...{ dewPoint: expect.any(Number), absoluteHumidity: expect.any(Number), calibrationInProgress: false },
      }),
    ]);
  });

  /** What somebody sees who comes late. */
  async function lateComer(): Promise<Seen[]> {
    const seen = await broker.follow(TOPIC);
    await eventually(() => seen.length > 0);
    return seen;
  }

  it('is said of each tag not more often than is asked for, and then the newest', async () => {
    await publish();
    const seen = await broker.follow(TOPIC);
    reading();
    await eventually(() => seen.length === 1);
    for (const temperature of [1, 2, 3]) reading({ temperature });
    await clock.advance(9_999);
    reading({ mac: 'AA:AA:AA:AA:AA:AA' });
    await eventually(() => publisher.counters.published === 2);
    expect(seen).toHaveLength(1);
    await clock.advance(1);
    await eventually(() => seen.length === 2);
    expect([seen.map((one) => state(one).temperature), publisher.counters.replaced]).toEqual([[24.3, 3], 2]);
  });

  it('comes with whether the gateway is there: until it says goodbye, or dies', async () => {
    const seen = await broker.follow('umec/home/availability');
    await publish();
    await eventually(() => seen.length === 1);
    stop.abort();
    await publishing;
    await eventually(() => seen.length === 2);
    expect(seen.map(({ text }) => text)).toEqual(['online', 'offline']);
    const again = await broker.follow('umec/home/availability');
    await eventually(() => again.length === 1);
    expect(again).toEqual([{ topic: 'umec/home/availability', text: 'offline', isRetained: true }]);
  });

  it('is marked as gone by the broker when the gateway dies', async () => {
    const target = { url: broker.url, clientId: 'one' };
    const will = { topic: 'umec/home/availability', payload: 'offline' };
    const seen = await broker.follow(will.topic);
    let socket: ReturnType<typeof pinnedSocket> | undefined;
    const connect = () => (socket = pinnedSocket(reach, { host: '127.0.0.1', port: broker.port, isSecure: false }));
    const session = await Session.open(connect, target, will);
    await session.publish(will.topic, 'online');
    socket?.destroy();
    await eventually(() => seen.length === 2);
    expect(seen.map(({ text }) => text)).toEqual(['online', 'offline']);
    expect(session.signal.aborted).toBe(true);
    await expect(session.publish(will.topic, 'online')).rejects.toMatchObject({ code: 'unavailable' });
  });

  it('waits while there is no broker, of each tag the newest alone, and is said when there is one', async () => {
    await publish();
    reading();
    await eventually(() => publisher.counters.published === 1);
    await broker.end('SIGKILL');
    await eventually(() => publisher.health.value.state === 'SUSPENDED');
    for (let temperature = 0; temperature < 100; temperature++) reading({ temperature });
    await broker.begin();
    await eventually(() => (void clock.advance(1_000), publisher.counters.connections === 2));
    const seen = await broker.follow('umec/#');
    await eventually(() => of(seen, TOPIC).length === 1);
    expect(of(seen, TOPIC).map((one) => state(one).temperature)).toEqual([99]);
    // it has forgotten what was retained, and was told again
    expect(of(seen, 'umec/home/availability')).toMatchObject([{ text: 'online' }]);
    expect(publisher.health.value).toEqual(active);
  });

  it('says that it is not let in', async () => {
    await broker[Symbol.asyncDispose]();
    broker = await TestBroker.start({ username: 'umec', password: 'right' });
    await publish({}, { username: 'umec', password: 'wrong' });
    await eventually(() => publisher.counters.failures > 0);
    expect(publisher.health.value).toMatchObject({ state: 'SUSPENDED', reason: expect.stringContaining('Not authorized') });
  });

  it('keeps no more tags than it may, and none that is gone', async () => {
    await broker.end();
    const opened = openBroker({ url: broker.url }, { clock, reach });
    publisher = new MqttPublisher({ bus, clock, broker: opened, options: { ...options, maxTags: 10 } });
    publishing = publisher.run(stop.signal);
    for (let at = 10; at < 99; at++) reading({ mac: `AA:AA:AA:AA:AA:${at}` });
    inventory('REMOVED', 'tag-AAAAAAAAAA98');
    await broker.begin();
    await eventually(() => (void clock.advance(1_000), publisher.health.value.state === 'ACTIVE'));
    await eventually(() => publisher.counters.published === 9);
    reading();
    await eventually(() => publisher.counters.published === 10);
  });
});

withBroker('A tag that is gone', () => {
  beforeEach(async () => {
    broker = await TestBroker.start();
  });
  /** What is retained at the broker, when all that was said has come. */
  async function retained(): Promise<string[]> {
    const seen = await broker.follow('#');
    await broker.publish('end', 'of it');
    await eventually(() => of(seen, 'end').length === 1);
    return seen
      .filter(({ isRetained }) => isRetained)
      .map(({ topic }) => topic)
      .sort();
  }

  it('leaves nothing at the broker, neither what it said nor what Home Assistant was told', async () => {
    await publish({ discoveryPrefix: 'homeassistant' });
    reading();
    reading({ mac: 'AA:AA:AA:AA:AA:AA', temperature: 1 });
    await eventually(() => publisher.counters.published === 2);
    const before = await retained();
    const seen = await broker.follow(TOPIC);
    inventory('REMOVED', 'tag-CBB8334C884F');
    await eventually(() => seen.some(({ text }) => text === ''));
    const left = await retained();
    expect(left).toEqual(before.filter((topic) => !topic.includes('CBB8334C884F')));
    expect(left).toHaveLength(before.length / 2 + 0.5);
  });

  it('is forgotten when there is a broker again', async () => {
    await publish();
    reading();
    await eventually(() => publisher.counters.published === 1);
    await broker.end();
    await eventually(() => publisher.health.value.state === 'SUSPENDED');
    inventory('REMOVED', 'tag-CBB8334C884F');
    await broker.begin();
    await broker.publish(TOPIC, 'from before', true);
    const seen = await broker.follow(TOPIC);
    await eventually(() => (void clock.advance(1_000), publisher.counters.connections === 2));
    await eventually(() => seen.some(({ text }) => text === ''));
    expect(await retained()).toEqual(['umec/home/availability']);
  });

  it('is forgotten also when it was ignored before the gateway started, and is said again when it is adopted', async () => {
    await broker.publish(TOPIC, 'from before', true);
    await publish();
    const seen = await broker.follow(TOPIC);
    inventory('ADDED', 'tag-CBB8334C884F', 'IGNORED');
    await eventually(() => seen.some(({ text }) => text === ''));
    expect(await retained()).toEqual(['umec/home/availability']);
    inventory('REMOVED', 'tag-CBB8334C884F', 'ADOPTED');
    reading();
    await eventually(() => publisher.counters.published === 1);
    expect(await retained()).toEqual([TOPIC, 'umec/home/availability']);
  });

  it('that was never said is not taken back: whoever invents addresses makes no noise there', async () => {
    await publish();
    const seen = await broker.follow('#');
    inventory('REMOVED', 'tag-AAAAAAAAAAAA');
    reading();
    await eventually(() => of(seen, TOPIC).length === 1);
    expect(of(seen, 'umec/home/AAAAAAAAAAAA')).toEqual([]);
  });
});

withBroker('Home Assistant', () => {
  beforeEach(async () => {
    broker = await TestBroker.start();
  });
  const configOf = (seen: readonly Seen[], field: string) =>
    of(seen, `homeassistant/sensor/umec_home_CBB8334C884F_${field}/config`).map((one) => state(one));

  it('is told of each field that a tag has, before its first value', async () => {
    const seen = await broker.follow('#');
    await publish({ discoveryPrefix: 'homeassistant' });
    reading({ name: 'attic' });
    await eventually(() => of(seen, TOPIC).length === 1);
    expect(configOf(seen, 'temperature')).toEqual([
      {
        unique_id: 'umec_home_CBB8334C884F_temperature',
        name: 'Temperature',
        state_topic: TOPIC,
        availability_topic: 'umec/home/availability',
        value_template: '{{ value_json.temperature | default(none) }}',
        state_class: 'measurement',
        expire_after: 130,
        unit_of_measurement: '°C',
        device_class: 'temperature',
        device: {
          identifiers: ['ruuvi_CBB8334C884F'],
          connections: [['bluetooth', MAC]],
          name: 'attic',
          manufacturer: 'Ruuvi Innovations',
          model: 'RuuviTag',
        },
        origin: { name: 'µMEC gateway' },
      },
    ]);
    expect(configOf(seen, 'pressure')).toMatchObject([
      {
        unit_of_measurement: 'hPa',
        value_template: '{{ (value_json.pressure / 100) | round(2) if value_json.pressure is defined else none }}',
      },
    ]);
    expect([configOf(seen, 'co2'), configOf(seen, 'dewPoint').length]).toEqual([[], 1]);
    const late = await broker.follow('homeassistant/#');
    await eventually(() => late.length === publisher.counters.announced);
    expect(late.every(({ isRetained }) => isRetained)).toBe(true);
  });

  it('is told once, and again when there is another name or a field more', async () => {
    const seen = await broker.follow('#');
    await publish({ discoveryPrefix: 'homeassistant', minIntervalMs: 0 });
    for (const more of [{}, {}, { name: 'attic' }, { name: 'attic', co2: 500 }, { name: 'attic' }]) {
      const { published } = publisher.counters;
      reading(more);
      await eventually(() => publisher.counters.published === published + 1);
    }
    await eventually(() => of(seen, TOPIC).length === 5);
    const names = configOf(seen, 'temperature').map(({ device }) => (device as { name: string }).name);
    expect([names, configOf(seen, 'co2').length]).toEqual([['RuuviTag 884F', 'attic', 'attic'], 1]);
  });

  it('is told at once what people call a tag now, and what its calibration makes of its values', async () => {
    const seen = await broker.follow('#');
    await publish({ discoveryPrefix: 'homeassistant', minIntervalMs: 0 });
    reading();
    await eventually(() => publisher.counters.published === 1);
    const said = { mac: MAC, receiver: 'hci0', dataFormat: '5', time: clock.now(), temperature: 23.3, name: 'Sauna' } as const;
    bus.publish('configured', said);
    await eventually(() => of(seen, TOPIC).length === 2);
    expect(of(seen, TOPIC).map((one) => [state(one).name, state(one).temperature])).toEqual([
      [undefined, 24.3],
      ['Sauna', 23.3],
    ]);
    expect(configOf(seen, 'temperature').at(-1)).toMatchObject({ device: { name: 'Sauna' } });
  });

  it('is told everything again when it has started anew', async () => {
    await publish({ discoveryPrefix: 'homeassistant' });
    reading();
    await eventually(() => publisher.counters.published === 1);
    const { announced } = publisher.counters;
    await broker.publish('homeassistant/status', 'offline');
    await broker.publish('homeassistant/status', 'online');
    await eventually(() => publisher.counters.published === 2);
    expect(publisher.counters.announced).toBe(2 * announced);
  });

  it('is told nothing unless that is asked for', async () => {
    const seen = await broker.follow('#');
    await publish();
    reading();
    await eventually(() => of(seen, TOPIC).length === 1);
    expect(publisher.counters.announced).toBe(0);
  });
});
