import { describe, expect, it } from '@jest/globals';
import { Measurements } from '../../../../src/apis/platform/metrics/measurements.js';
import { Metrics } from '../../../../src/apis/platform/metrics/metrics.js';
import { Access } from '../../../../src/auth/access.js';
import { type Grant, OpenGrants } from '../../../../src/auth/grants.js';
import { EventBus } from '../../../../src/events/bus.js';
import { deviceIdOf, Devices } from '../../../../src/registry/devices.js';
import { active, observedHealth, suspended } from '../../../../src/registry/health.js';
import type { Subsystem } from '../../../../src/registry/subsystem.js';
import { type TagReading, tagNameOf } from '../../../../src/sensors/tag-reading.js';
import { parseExposition } from '../../../exposition.js';
import { ManualClock } from '../../../manual-clock.js';

const MAC = 'CB:B8:33:4C:88:4F';
const OTHER = 'CB:B8:33:4C:88:50';
const everybody = new OpenGrants().find();
const whole = {
  ...{
    mac: MAC,
    receiver: 'hci0',
    time: 1,
    rssi: -70,
    temperature: 20,
    humidity: 50,
    pressure: 100_000,
    batteryVoltage: 3,
    txPower: 4,
  },
  ...{ accelerationX: 0, accelerationY: 0, accelerationZ: 1, movementCounter: 1, measurementSequenceNumber: 2 },
  ...{ pm1p0: 1, pm2p5: 2, pm4p0: 4, pm10p0: 10, co2: 420, voc: 1, nox: 1, illuminance: 5, calibrating: false },
};

class Bench {
  readonly bus = new EventBus();
  readonly clock = new ManualClock();
  readonly devices = new Devices(this.bus, this.clock);
  readonly measurements = new Measurements(this.bus);
  readonly subsystems: Subsystem[] = [];
  readings: readonly TagReading[] = [];
  readonly metrics = new Metrics({
    ...{ sensors: { latest: () => this.readings }, devices: this.devices, subsystems: this.subsystems, clock: this.clock },
    ...{ measurements: this.measurements, access: new Access(), destinations: { statuses: async () => [] } },
  });

  tag(mac: string, name?: string) {
    const health = observedHealth(active);
    const named = name === undefined ? {} : { name };
    const device = { deviceId: deviceIdOf('TAG', tagNameOf(mac)), kind: 'TAG', driver: 'simulated', ...named } as const;
    return { health, listed: this.devices.add({ ...device, health }) };
  }

  hear(reading: Partial<TagReading>): void {
    const taken = { mac: MAC, receiver: 'hci0', time: 1, dataFormat: '5', ...reading } as TagReading;
    this.readings = [...this.readings.filter(({ mac }) => mac !== taken.mac), taken];
    this.bus.publish('reading', taken);
  }

  async parsed(grant: Grant = everybody) {
    return parseExposition(Buffer.from(await this.metrics.write(grant)).toString());
  }

  /** What stands there of tags, without their labels. */
  async values(grant?: Grant): Promise<Record<string, number>> {
    const { samples } = await this.parsed(grant);
    return Object.fromEntries(samples.filter(({ name }) => name.startsWith('ruuvi_')).map(({ name, value }) => [name, value]));
  }
}

/** As RuuviBridge calls them, without those of sound and of the first start, which no decoder of ours gives. */
const OF_RUUVI_BRIDGE = [
  ...['measurements', 'temperature', 'humidity', 'pressure', 'acceleration_x', 'acceleration_y', 'acceleration_z'],
  ...['battery_voltage', 'tx_power', 'rssi', 'movement_counter', 'measurement_sequence_number', 'acceleration_total'],
  ...['absolute_humidity', 'dew_point', 'equilibrium_vapor_pressure', 'air_density'],
  ...['acceleration_angle_from_x', 'acceleration_angle_from_y', 'acceleration_angle_from_z'],
  ...['pm10', 'pm25', 'pm40', 'pm100', 'co2', 'voc', 'nox', 'luminosity', 'calibration_in_progress'],
].map((name) => `ruuvi_${name}`);

describe('The metrics of tags', () => {
  it("have RuuviBridge's names and labels", async () => {
    const bench = new Bench();
    bench.tag(MAC, 'yard');
    bench.hear({ ...whole, dataFormat: 'E1' });
    const { types, samples } = await bench.parsed();
    expect([...types.keys()]).toEqual(expect.arrayContaining(OF_RUUVI_BRIDGE));
    for (const name of OF_RUUVI_BRIDGE) {
      expect([name, types.get(name)]).toEqual([name, name === 'ruuvi_measurements' ? 'counter' : 'gauge']);
      expect(samples.find((sample) => sample.name === name)?.labels).toEqual({ name: 'yard', mac: MAC, data_format: 'E1' });
    }
    expect(await bench.values()).toMatchObject({
      ruuvi_pm10: 1,
      ruuvi_pm25: 2,
      ruuvi_pm40: 4,
      ruuvi_pm100: 10,
      ruuvi_luminosity: 5,
    });
    expect(await bench.values()).toMatchObject({
      ruuvi_pressure: 100_000,
      ruuvi_calibration_in_progress: 0,
      ruuvi_dew_point: expect.closeTo(9.27, 2),
    });
  });

  it('leave out what is not available, and what would follow from it', async () => {
    const bench = new Bench();
    bench.tag(MAC);
    bench.hear({ humidity: 50 });
    expect(await bench.values()).toEqual({ ruuvi_measurements: 1, ruuvi_humidity: 50 });
  });

  it('are none of a tag that fell silent, but for the count, and come back with it', async () => {
    const bench = new Bench();
    const { health } = bench.tag(MAC);
    bench.hear({ temperature: 20 });
    expect(await bench.values()).toHaveProperty('ruuvi_temperature', 20);
    health.set(suspended('nothing heard'));
    expect(await bench.values()).toEqual({ ruuvi_measurements: 1 });
    expect((await bench.parsed()).samples).toContainEqual(expect.objectContaining({ name: 'umec_device_up', value: 0 }));
    health.set(active);
    expect(await bench.values()).toHaveProperty('ruuvi_temperature', 20);
  });

  it('count by data format, and forget with the tag', async () => {
    const bench = new Bench();
    const { listed } = bench.tag(MAC);
    for (const dataFormat of ['6', 'E1', 'E1'] as const) bench.hear({ dataFormat });
    const counts = async () => (await bench.parsed()).samples.filter(({ name }) => name === 'ruuvi_measurements');
    expect((await counts()).map(({ labels, value }) => [labels.data_format, value])).toEqual([['6', 1], ['E1', 2]]); // prettier-ignore
    listed[Symbol.dispose]();
    bench.tag(MAC);
    expect(await counts()).toEqual([]);
  });

  it('are those of the devices that the caller may see, and of nothing else', async () => {
    const bench = new Bench();
    for (const mac of [MAC, OTHER]) {
      bench.tag(mac);
      bench.hear({ mac, temperature: 1 });
    }
    const deviceId = deviceIdOf('TAG', tagNameOf(OTHER));
    const health = observedHealth(active);
    bench.subsystems.push({ name: 'store', health, counters: () => ({ added: 1 }) });
    const { samples } = await bench.parsed({ ...everybody, tenant: 'town', devices: new Set([deviceId]) });
    const named = samples.map(({ labels }) => labels.mac ?? labels.device);
    expect(new Set(named)).toEqual(new Set([OTHER, deviceId]));
  });

  it('are the same text until something changes', async () => {
    const bench = new Bench();
    bench.tag(MAC);
    bench.hear({ temperature: 20 });
    const before = Buffer.from(await bench.metrics.write(everybody)).toString();
    expect(Buffer.from(await bench.metrics.write(everybody)).toString()).toBe(before);
    bench.hear({ temperature: 21 });
    expect(await bench.values()).toMatchObject({ ruuvi_temperature: 21, ruuvi_measurements: 2 });
  });
});

describe('The metrics of very many tags', () => {
  it('leave others their turn while they are written', async () => {
    const bench = new Bench();
    const macs = Array.from({ length: 1000 }, (_, at) => `CB:B8:33:4C:${(at >> 8).toString(16).padStart(2, '0')}:${(at & 255).toString(16).padStart(2, '0')}`.toUpperCase()); // prettier-ignore
    for (const mac of macs) {
      bench.tag(mac);
      bench.hear({ ...whole, mac });
    }
    let [turns, isWritten] = [0, false];
    const others = (): void => {
      turns++;
      if (!isWritten) setImmediate(others);
    };
    setImmediate(others);
    const { samples } = parseExposition(Buffer.from(await bench.metrics.write(everybody)).toString());
    isWritten = true;
    expect(samples.filter(({ name }) => name.startsWith('ruuvi_')).length).toBeGreaterThan(25_000);
    expect(turns).toBeGreaterThanOrEqual(samples.length / 500 - 1);
  });
});

describe('The metrics of the gateway', () => {
  it('are the counters of its parts, one metric for one name', async () => {
    const bench = new Bench();
    const [well, ill] = [observedHealth(active), observedHealth(suspended('full'))];
    bench.subsystems.push({ name: 'store', health: ill, counters: () => ({ lost: 3, droppedUnsent: 1 }) });
    bench.subsystems.push({ name: 'notifications', health: well, counters: () => ({ lost: 1, waiting: 7 }) });
    await bench.clock.advance(61_500);
    const { types, samples } = await bench.parsed();
    const of = (wanted: string) =>
      samples.filter(({ name }) => name === wanted).map(({ labels, value }) => [labels.subsystem, value]);
    expect(of('umec_lost_total')).toEqual([['store', 3], ['notifications', 1]]); // prettier-ignore
    expect(of('umec_dropped_unsent_total')).toEqual([['store', 1]]);
    expect(of('umec_subsystem_up')).toEqual([['store', 0], ['notifications', 1]]); // prettier-ignore
    expect([types.get('umec_lost_total'), types.get('umec_waiting')]).toEqual(['counter', 'gauge']);
    expect(of('umec_uptime_seconds')).toEqual([[undefined, 61.5]]);
    expect(samples.find(({ name }) => name === 'umec_build_info')).toMatchObject({ labels: { version: '0.1.0' }, value: 1 });
  });
});
