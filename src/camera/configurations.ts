import type { components } from '../../generated/camera.js';
import { Observed } from '../events/observed.js';
import type { Immutable } from '../immutable.js';
import type { Json } from '../json.js';
import { requireSize } from '../registry/require-size.js';
import { Serial } from '../registry/serial.js';
import type { State } from '../registry/state.js';

/** What a camera shows and does. Never changed: another configuration is a new value. */
export type CameraConfiguration = Immutable<components['schemas']['CameraConfiguration']>;

const COLLECTION = 'cameras';
/** All the corners that the specification allows are 1536, and one has 60 characters at the most. */
const MOST_CHARACTERS = 98_304;
const nothing: CameraConfiguration = Object.freeze({});

/** What each camera shows and does, kept over restarts, also of cameras that are not there now. */
export class CameraConfigurations {
  private readonly changes = new Serial();

  private constructor(
    private readonly state: State,
    private readonly all: Map<string, Observed<CameraConfiguration>>,
  ) {}

  static async load(state: State): Promise<CameraConfigurations> {
    const kept = (await state.load(COLLECTION)) as unknown as ReadonlyMap<string, CameraConfiguration>;
    return new CameraConfigurations(
      state,
      new Map([...kept].map(([cameraId, one]) => [cameraId, new Observed(Object.freeze(one))])),
    );
  }

  /** @returns what it is now and becomes; an empty one of a camera of which nobody has said anything */
  of(cameraId: string): Observed<CameraConfiguration> {
    let one = this.all.get(cameraId);
    if (!one) this.all.set(cameraId, (one = new Observed(nothing)));
    return one;
  }

  /**
   * @param cameraId of a camera that there is: so there are no more configurations than cameras
   * @param check throws when the present configuration is not what the caller thinks it is
   * @returns when it is on disk, and whoever watches it goes by it
   * @throws GatewayError `tooLarge`, `unavailable` when it cannot be kept, and what `check` throws; it is then as it was
   */
  put(
    cameraId: string,
    configuration: CameraConfiguration,
    check: (present: CameraConfiguration) => void,
  ): Promise<CameraConfiguration> {
    return this.changes.run(async () => {
      const one = this.of(cameraId);
      check(one.value);
      requireSize('the configuration', configuration, MOST_CHARACTERS);
      const body = configuration as unknown as Json;
      const isEmpty = Object.keys(configuration).length === 0;
      await this.state.commit([{ collection: COLLECTION, id: cameraId, ...(isEmpty ? {} : { body }) }]);
      one.set(isEmpty ? nothing : Object.freeze(configuration));
      return one.value;
    });
  }
}
