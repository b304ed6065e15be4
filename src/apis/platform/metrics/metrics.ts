import { setImmediate } from 'node:timers/promises';
import type { Access } from '../../../auth/access.js';
import type { Grant } from '../../../auth/grants.js';
import type { Clock } from '../../../clock.js';
import { mapOnce } from '../../../http/memo.js';
import { type Device, deviceIdOf, type Devices } from '../../../registry/devices.js';
import { VERSION } from '../../../registry/own-services.js';
import type { Destinations } from '../../../destinations/destinations.js';
import type { Subsystem } from '../../../registry/subsystem.js';
import type { Sensors } from '../../../sensors/sensors.js';
import { type TagReading, tagNameOf } from '../../../sensors/tag-reading.js';
import { destinationFamilies } from './destination-families.js';
import { exposition, type Family } from './exposition.js';
import { deviceFamily, processFamilies, subsystemFamilies } from './gateway-families.js';
import type { Measurements } from './measurements.js';
import { type MeteredTag, tagFamilies } from './tag-families.js';

export interface MetricsParts {
  readonly sensors: Pick<Sensors, 'latest'>;
  readonly devices: Pick<Devices, 'list'>;
  readonly subsystems: readonly Subsystem[];
  readonly destinations: Pick<Destinations, 'statuses'>;
  readonly measurements: Pick<Measurements, 'of'>;
  readonly access: Pick<Access, 'readings' | 'devices' | 'seesSubsystem'>;
  readonly clock: Clock;
}

/** All that there is to be measured, as far as somebody sees. */
export class Metrics {
  private readonly startedAt: number;
  /** As long as no tag says anything and no device changes these are the same bytes. */
  private readonly seen = mapOnce((readings: readonly TagReading[]) =>
    mapOnce((devices: readonly Device[]) => gathered(exposition(this.familiesOf(readings, devices)))),
  );

  constructor(private readonly parts: MetricsParts) {
    this.startedAt = parts.clock.monotonic();
  }

  /** @returns text of the exposition format, in UTF-8 */
  async write(grant: Grant): Promise<Uint8Array> {
    const { sensors, devices, subsystems, access, clock } = this.parts;
    const seen = await this.seen(access.readings(grant, sensors.latest()))(access.devices(grant, devices.list()));
    const parts = subsystems.filter((subsystem) => access.seesSubsystem(grant, subsystem));
    // what is no device's is nobody's business but the host's, and so is the process
    const own = access.seesSubsystem(grant, {})
      ? [...processFamilies(clock.monotonic() - this.startedAt, VERSION), ...(await this.destinationFamilies())]
      : [];
    return Buffer.concat([seen, ...exposition([...subsystemFamilies(parts), ...own])]);
  }

  /** A store that does not answer is no reason to say nothing at all. */
  private async destinationFamilies(): Promise<Family[]> {
    return destinationFamilies(await this.parts.destinations.statuses().catch(() => []));
  }

  private *familiesOf(readings: readonly TagReading[], devices: readonly Device[]): Generator<Family> {
    yield* tagFamilies(this.tagsAmong(readings, devices));
    yield deviceFamily(devices);
  }

  private tagsAmong(readings: readonly TagReading[], devices: readonly Device[]): MeteredTag[] {
    const byId = new Map(devices.map((device) => [device.deviceId, device]));
    return readings.flatMap((latest) => {
      const device = byId.get(deviceIdOf('TAG', tagNameOf(latest.mac)));
      return device ? [{ device, latest, measurements: this.parts.measurements.of(device.deviceId) }] : [];
    });
  }
}

/** Of ten thousand tags that is most of a second, in which others want their turn: each piece leaves them one. */
async function gathered(pieces: Iterable<Uint8Array>): Promise<Uint8Array> {
  const all: Uint8Array[] = [];
  for (const piece of pieces) {
    all.push(piece);
    await setImmediate();
  }
  return Buffer.concat(all);
}
