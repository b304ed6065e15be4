import { expect, it } from '@jest/globals';
import { encodeRuuvi } from '../../src/devices/simulated/encode-ruuvi.js';
import { ruuviVectors } from '../ruuvi-vectors.js';
import { ask, counters, type RunningLab, serviceState } from './running-lab.js';
import type { OnAir } from './virtual-bluetooth.js';
import { untilSeen } from './until-seen.js';

const RESTLESS = 'C6:A5:B9:E0:AD:06';
/** What is in the air when nothing happens. */
export const TAGS_IN_THE_AIR = [RESTLESS, 'E3:75:CF:37:4E:23', 'F4:1F:0C:28:CB:D6'].map((address) => onAir(address));

/** The gateway's radio, when all is well and when it is not. */
export function bluetooth(running: () => RunningLab): void {
  it('hears every tag that is in the air', async () => {
    for (const { address, temperature } of TAGS_IN_THE_AIR) await reads(address, temperature);
  });

  it('passes over what is malformed or not meant for it, and goes on hearing the others', async () => {
    const { gateway, bluetooth } = running();
    const tags = (await ask<unknown[]>(gateway, '/sensors/v1/tags')).length;
    await bluetooth.air(...malformed(), onAir(RESTLESS, 1));
    await reads(RESTLESS, onAir(RESTLESS, 1).temperature);
    await untilSeen(async () => {
      const { malformed = 0, foreign = 0 } = await counters(gateway, 'sensors');
      return malformed > 0 && foreign > 0;
    });
    expect(await ask<unknown[]>(gateway, '/sensors/v1/tags')).toHaveLength(tags);
  });

  it('outlives bluetoothd', async () => {
    const { bluetooth } = running();
    await outlives({
      ...{ what: 'bluetoothd was killed', reason: /bluetoothd/, changed: onAir(RESTLESS, 2) },
      ...{ end: () => bluetooth.killBluetoothd(), begin: () => bluetooth.startBluetoothd() },
    });
  });

  it('outlives the bus', async () => {
    const { bluetooth } = running();
    const begin = async (): Promise<void> => {
      await bluetooth.startBus();
      await bluetooth.startBluetoothd();
    };
    const changed = onAir('F4:1F:0C:28:CB:D6', 1);
    await outlives({ what: 'the bus was killed', reason: /no D-Bus/, changed, end: () => bluetooth.killBus(), begin });
  });

  it('outlives its adapter', async () => {
    const { bluetooth } = running();
    await outlives({
      ...{ what: 'the adapter was pulled out', reason: /adapter/, changed: onAir('CB:B8:33:4C:88:4F') },
      ...{ end: () => bluetooth.pullOutController(), begin: () => bluetooth.startController() },
    });
  });

  it('has left nothing behind at the bus', async () => {
    const { gateway, bluetooth } = running();
    expect(await bluetooth.matchRules()).toHaveLength(2);
    expect(await counters(gateway, 'radio-hci0')).toMatchObject({ restarts: 3 });
  });

  it('listens without asking tags to answer where bluetoothd can, and hears them so', async () => {
    const { gateway, bluetooth } = running();
    expect(await counters(gateway, 'radio-hci0')).toMatchObject({ passive: 0 });
    await outlives({
      ...{ what: 'bluetoothd was killed, to come with its experiments,', reason: /bluetoothd/, changed: saying(21.5, 40_000) },
      ...{ end: () => bluetooth.killBluetoothd(), begin: () => bluetooth.startBluetoothd('--experimental') },
    });
    expect(await counters(gateway, 'radio-hci0')).toMatchObject({ passive: 1 });
    const next = saying(21.6, 40_001);
    await bluetooth.air(next);
    await reads(next.address, next.temperature);
  });

  /** A tag says something new while the radio hears nothing, and it is read once that hears again. */
  async function outlives({ what, reason, changed, end, begin }: Outage): Promise<void> {
    const { gateway, bluetooth, events, report } = running();
    const from = events.told.length;
    const suspended = events.next('radio-hci0', 'SUSPENDED');
    await end();
    expect((await suspended).reason).toMatch(reason);
    await untilSeen(async () => (await serviceState(gateway, 'umec-sensors')) === 'SUSPENDED');
    await bluetooth.air(changed);
    const active = events.next('radio-hci0', 'ACTIVE');
    await begin();
    await report.time(`${what} and is back: until the radio is ACTIVE`, () => active);
    await reads(changed.address, changed.temperature);
    await untilSeen(async () => (await serviceState(gateway, 'umec-sensors')) === 'ACTIVE');
    expect(events.statesOf('radio-hci0', from)).toEqual(['SUSPENDED', 'ACTIVE']);
  }

  async function reads(address: string, temperature: unknown): Promise<void> {
    const { gateway } = running();
    await untilSeen(async () => {
      const response = await gateway.get(`/sensors/v1/tags/${address}/readings/latest`);
      return response.ok && ((await response.json()) as { temperature: unknown }).temperature === temperature;
    });
  }
}

interface Outage {
  readonly what: string;
  readonly reason: RegExp;
  /** What is in the air when it is over. */
  readonly changed: Said;
  readonly end: () => Promise<void>;
  readonly begin: () => Promise<void>;
}

type Said = OnAir & { readonly temperature: unknown };

/** One of the published advertisements of the tag, by its number. */
function onAir(address: string, number = 0): Said {
  const published = [...ruuviVectors.advertisements, ...valid()].filter(({ decoded }) => decoded.mac === address);
  const chosen = published[number];
  if (!chosen) throw new Error(`${address} has said only ${published.length} things`);
  return { address, data: chosen.advertisement, temperature: chosen.decoded.temperature };
}

/** What the restless tag has not said yet: what it has is known again. */
function saying(temperature: number, measurementSequenceNumber: number): Said {
  const reading = { dataFormat: '5', mac: RESTLESS, temperature, measurementSequenceNumber } as const;
  return { address: RESTLESS, data: `0201061BFF9904${Buffer.from(encodeRuuvi(reading)).toString('hex')}`, temperature };
}

function valid(): (typeof ruuviVectors)['advertisements'][number][] {
  const vectors = ruuviVectors.vectors.filter(({ id }) => id === 'df5-valid');
  return vectors.map(({ format, payload, decoded }) => ({ format, payload, decoded, advertisement: `0201061BFF9904${payload}` }));
}

/** Payloads that are cut short, advertising data that is, and that of something else than a tag. */
function malformed(): OnAir[] {
  const short = ruuviVectors.malformedPayloads.map(({ payload }) => `${hex(payload.length / 2 + 3)}FF9904${payload}`);
  const cut = valid().map(({ advertisement }) => advertisement.slice(0, 20));
  const foreign = '06FF4C00100200';
  return [...short, ...cut, foreign].map((data, index) => ({ address: `C0:FF:EE:00:00:${hex(index)}`, data }));
}

function hex(byte: number): string {
  return byte.toString(16).padStart(2, '0').toUpperCase();
}
