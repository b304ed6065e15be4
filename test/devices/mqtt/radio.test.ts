import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { systemClock } from '../../../src/clock.js';
import { MqttRadio } from '../../../src/devices/mqtt/radio.js';
import { openBroker } from '../../../src/mqtt/open-broker.js';
import { configured, Reach } from '../../../src/outgoing/reach.js';
import { Resolver } from '../../../src/outgoing/resolver.js';
import type { Advertisement } from '../../../src/sensors/radio.js';
import { type RadioUnderTest, radioContract } from '../ble/radio-contract.js';
import { ManualClock } from '../../manual-clock.js';
import { type BrokerUser, eventually, hasMosquitto, TestBroker, withBroker } from '../../mosquitto.js';

const GATEWAY = 'AA:BB:CC:DD:EE:FF';
const MAC = 'CB:B8:33:4C:88:4F';
const OTHER = 'AA:AA:AA:AA:AA:AA';
const data = '0201061BFF99040512FC5394C37C0004FFFC040CAC364200CDCBB8334C884F';
const topic = `ruuvi/${GATEWAY}/${MAC}`;
const reach = new Reach({ resolver: new Resolver(systemClock), mayCall: configured });

let clock: ManualClock;
let broker: TestBroker;
let radio: MqttRadio;
let heard: Advertisement[];
let stop: AbortController;
let listening: Promise<void>;
function listen(more: Partial<BrokerUser> & { url?: string } = {}): void {
  const parts = { clock, reach, random: () => 1 };
  radio = new MqttRadio({ radioId: 'house', clock, prefix: 'ruuvi', broker: openBroker({ url: broker.url, ...more }, parts) });
  listening = radio.listen((advertisement) => void heard.push(advertisement), stop.signal);
}
const says = (words: string) => eventually(() => radio.health.value.reason?.includes(words) === true);
const message = (more: object = {}) =>
  JSON.stringify({ gw_mac: GATEWAY, rssi: -60, aoa: [], gwts: '1', data, coords: '', ...more });

/** Where something is published all the time. */
async function openUnderTest(): Promise<RadioUnderTest> {
  const daemon = await TestBroker.start();
  const tag = await daemon.client();
  const advertising = systemClock.every(5, () => void tag.publish(topic, message()));
  const parts = { clock: systemClock, reach };
  const opened = new MqttRadio({
    radioId: 'house',
    clock: systemClock,
    prefix: 'ruuvi',
    broker: openBroker({ url: daemon.url }, parts),
  });
  return {
    radio: opened,
    async provoke() {
      const { advertisements } = opened.counters;
      await eventually(() => opened.counters.advertisements > advertisements);
    },
    async [Symbol.asyncDispose]() {
      advertising[Symbol.dispose]();
      await opened[Symbol.asyncDispose]();
      await daemon[Symbol.asyncDispose]();
    },
  };
}
if (hasMosquitto) radioContract('MqttRadio', openUnderTest);

withBroker('A radio behind a broker', () => {
  beforeEach(() => {
    clock = new ManualClock();
    heard = [];
    stop = new AbortController();
    listening = Promise.resolve();
  });
  afterEach(async () => {
    stop.abort();
    await listening;
    await broker[Symbol.asyncDispose]();
  });

  it('hears what Ruuvi Gateways publish there, with and without their names, of their time and of now', async () => {
    broker = await TestBroker.start();
    listen();
    await says('nothing has come yet below ruuvi/');
    await broker.publish(topic, message({ rssi: '-60', ts: String(clock.now() / 1000 - 10) }));
    await broker.publish(`ruuvi/${OTHER.toLowerCase()}`, message({ cnt: '5' }));
    await eventually(() => heard.length === 2);
    expect(heard).toEqual([
      {
        address: MAC,
        rssi: -60,
        companyId: 0x0499,
        payload: Buffer.from(data.slice(14), 'hex'),
        receivedAt: clock.now() - 10_000,
      },
      expect.objectContaining({ address: OTHER, receivedAt: clock.now() }),
    ]);
    expect(radio.health.value).toEqual({ state: 'ACTIVE' });
    await clock.advance(60_000);
    expect(radio.health.value).toMatchObject({ state: 'SUSPENDED', reason: 'nothing has come below ruuvi/ for 60 s' });
  });

  it('leaves alone what somebody retained without a time that could be, and what is no tag', async () => {
    broker = await TestBroker.start();
    await broker.publish(topic, message(), true);
    for (const [at, ts] of [-86_401, 6, -clock.now() / 1000].entries())
      await broker.publish(`ruuvi/${GATEWAY}/AA:AA:AA:AA:AA:0${at}`, message({ ts: clock.now() / 1000 + ts }), true);
    await broker.publish(`ruuvi/${GATEWAY}/${OTHER}`, message({ ts: clock.now() / 1000 }), true);
    await broker.publish(`ruuvi/${GATEWAY}/gw_status`, '{"state":"online"}', true);
    listen();
    await eventually(() => heard.length === 1);
    await broker.publish(`ruuvi/${GATEWAY}/${OTHER}`, message({ ts: clock.now() / 1000 }));
    await eventually(() => heard.length === 2);
    expect([heard.map(({ address }) => address), radio.counters.malformed]).toEqual([[OTHER, OTHER], 0]);
  });

  it('takes no harm from hostile messages, and counts those that it gets', async () => {
    broker = await TestBroker.start();
    listen();
    await says('nothing has come yet');
    const hostile = [
      ...['', '{', 'null', '[]', '5', '"x"', '{}', '{"data":5}', '{"data":"zz"}', '{"data":"0"}', '['.repeat(5_000)],
      ...[
        `{"__proto__":{"data":"${data}"}}`,
        message({ data: '00'.repeat(4_000) }),
        Buffer.alloc(9_000, 255),
        Buffer.from([0xff, 0xfe]),
      ],
    ];
    for (const payload of hostile) await broker.publish(topic, payload);
    // the broker keeps to itself what is longer than the gateway takes
    await broker.publish(topic, Buffer.alloc(1_000_000, 'x'));
    await broker.publish(topic, message());
    await eventually(() => heard.length > 0);
    expect([heard.length, radio.counters]).toEqual([1, expect.objectContaining({ malformed: hostile.length, restarts: 0 })]);
  });

  it('comes back when the broker does', async () => {
    broker = await TestBroker.start();
    listen();
    await says('nothing has come yet');
    await broker.end();
    await eventually(() => radio.health.value.reason?.includes('nothing has come yet') === false);
    await clock.advance(1_000);
    await says('ECONNREFUSED');
    await broker.begin();
    await eventually(() => (void clock.advance(60_000), radio.counters.restarts === 1));
    await broker.publish(topic, message());
    await eventually(() => heard.length === 1);
    expect(radio.health.value).toEqual({ state: 'ACTIVE' });
  });

  it('says that it is not let in, and is with the right password', async () => {
    const user = { username: 'umec', password: 'right' };
    broker = await TestBroker.start(user);
    listen({ ...user, password: 'wrong' });
    await says('Not authorized');
    stop.abort();
    await listening;
    stop = new AbortController();
    listen(user);
    await says('nothing has come yet');
  });

  it('ends at once when it is told to, also while it has no broker', async () => {
    broker = await TestBroker.start();
    listen({ url: 'mqtt://127.0.0.1:1' });
    await says('ECONNREFUSED');
    stop.abort();
    await listening;
    expect(radio.health.value.reason).toBe('nobody listens to it');
  });

  it('goes nowhere that nobody may call', async () => {
    broker = await TestBroker.start();
    listen({ url: 'mqtt://169.254.169.254' });
    await says('where calls may not go');
  });
});
