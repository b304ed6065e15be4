import { expect, it } from '@jest/globals';
import { TestGateway } from '../gateway.js';
import { eventually, TestBroker, withBroker } from '../mosquitto.js';

const MAC = 'CB:B8:33:4C:88:4F';
const data = '0201061BFF99040512FC5394C37C0004FFFC040CAC364200CDCBB8334C884F';

withBroker('A gateway with a broker', () => {
  it('hears there, and says there what it heard', async () => {
    await using broker = await TestBroker.start();
    const seen = await broker.follow('umec/#');
    await using gateway = await TestGateway.start({
      devices: { radios: { house: { driver: 'mqtt', url: broker.url } } },
      mqtt: { url: broker.url, name: 'home' },
    });
    const subsystem = async (name: string) =>
      (await gateway.json<{ name: string; state: string; counters: Record<string, number> }[]>('/registry/v1/subsystems')).find(
        (one) => one.name === name,
      );
    await eventually(() => seen.some(({ text }) => text === 'online'));
    // whether the radio has subscribed nobody but its reason tells
    while (seen.length < 2) await broker.publish(`ruuvi/AA:BB:CC:DD:EE:FF/${MAC}`, JSON.stringify({ rssi: -60, data }));
    expect(seen.map(({ topic }) => topic)).toEqual(['umec/home/availability', 'umec/home/CBB8334C884F']);
    expect(JSON.parse(seen[1]?.text ?? '')).toMatchObject({ mac: MAC, receiver: 'house', temperature: 24.3, rssi: -60 });
    expect(await gateway.json(`/sensors/v1/tags/${MAC}`)).toMatchObject({ receiver: 'house', state: 'ACTIVE' });
    expect(await subsystem('mqtt')).toMatchObject({ state: 'ACTIVE', counters: { published: 1, connections: 1 } });
    expect(await subsystem('radio-house')).toMatchObject({ state: 'ACTIVE' });
    await gateway.stop();
    await eventually(() => seen.at(-1)?.text === 'offline');
  });
});
