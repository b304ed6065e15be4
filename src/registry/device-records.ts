import type { components } from '../../generated/registry.js';
import { GatewayError } from '../errors.js';
import { Observed } from '../events/observed.js';
import type { Immutable } from '../immutable.js';
import type { Json } from '../json.js';
import { requireSize } from './require-size.js';
import { Serial } from './serial.js';
import type { State } from './state.js';

/** What people say of a device. Never changed: another configuration is a new value. */
export type DeviceConfiguration = Immutable<components['schemas']['DeviceConfiguration']>;

const COLLECTION = 'devices';
/** Twice as many as there may be tags: also of those that are gone. */
const MOST = 20_000;
const nothing: DeviceConfiguration = Object.freeze({});

/** What people say of devices, also of those that are not there, kept over restarts. */
export class DeviceRecords {
  /** The device that was configured last; set anew with each change. */
  readonly changed = new Observed<{ readonly deviceId: string } | undefined>(undefined);
  private readonly changes = new Serial();

  private constructor(
    private readonly state: State,
    private readonly records: Map<string, DeviceConfiguration>,
  ) {}

  static async load(state: State): Promise<DeviceRecords> {
    const kept = (await state.load(COLLECTION)) as unknown as ReadonlyMap<string, DeviceConfiguration>;
    return new DeviceRecords(state, new Map([...kept].map(([deviceId, record]) => [deviceId, Object.freeze(record)])));
  }

  /** @returns an empty one of a device of which nobody has said anything */
  find(deviceId: string): DeviceConfiguration {
    return this.records.get(deviceId) ?? nothing;
  }

  has(deviceId: string): boolean {
    return this.records.has(deviceId);
  }

  /**
   * @param check throws when the present configuration is not what the caller thinks it is
   * @returns when it is on disk, and everybody reads by it
   * @throws GatewayError `forbidden` when there are too many, `tooLarge`, `unavailable` when it cannot be kept, and what `check` throws
   */
  put(
    deviceId: string,
    configuration: DeviceConfiguration,
    check: (present: DeviceConfiguration) => void,
  ): Promise<DeviceConfiguration> {
    return this.changes.run(async () => {
      check(this.find(deviceId));
      requireSize('the configuration', configuration);
      const isEmpty = Object.keys(configuration).length === 0;
      if (!isEmpty && !this.has(deviceId) && this.records.size >= MOST)
        throw new GatewayError('forbidden', `${MOST} devices are configured already, and that is the bound`);
      const body = configuration as unknown as Json;
      await this.state.commit([{ collection: COLLECTION, id: deviceId, ...(isEmpty ? {} : { body }) }]);
      if (isEmpty) this.records.delete(deviceId);
      else this.records.set(deviceId, Object.freeze(configuration));
      this.changed.set({ deviceId });
      return this.find(deviceId);
    });
  }
}
