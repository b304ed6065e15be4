import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { StreamSockets } from './apis/camera/stream-sockets.js';
import { AtMost } from './at-most.js';
import { HttpModelServers } from './callbacks/http-model-servers.js';
import { AllControls } from './camera/all-controls.js';
import type { Camera } from './camera/camera.js';
import { Cameras } from './camera/cameras.js';
import { CameraConfigurations } from './camera/configurations.js';
import { Inferences } from './camera/inference/inferences.js';
import { MaskedCamera } from './camera/masks/masked-camera.js';
import { watchAll } from './camera/motion/watch-all.js';
import { Pictures } from './camera/pictures.js';
import { Keepers } from './camera/recordings/keepers.js';
import { Recordings } from './camera/recordings/recordings.js';
import { whatIsHidden } from './camera/recordings/what-is-hidden.js';
import type { Clock } from './clock.js';
import type { Config } from './config/schema.js';
import { GatewayError } from './errors.js';
import type { EventBus } from './events/bus.js';
import type { Outgoing } from './outgoing/outgoing.js';
import type { State } from './registry/state.js';
import { subsystemOf } from './registry/subsystem.js';

const PAINTED_AT_ONCE = 2;

export interface CameraServiceParts {
  readonly devices: readonly Camera[];
  readonly state: State;
  readonly bus: EventBus;
  readonly clock: Clock;
  readonly report: (message: string) => void;
  /** To where models may be called. */
  readonly outgoing: Outgoing;
}

/** Cameras behind their masks, and all that looks through them. */
export type CameraService = Awaited<ReturnType<typeof openCameraService>>;

/**
 * Opens what works with pictures. From a camera they go through its masks to the view that all share, and nobody behind knows another
 * picture.
 *
 * @returns everything that the API is made of; disposing it ends captures and what is being recorded
 */
export async function openCameraService(config: Config, { devices, state, bus, clock, report, outgoing }: CameraServiceParts) {
  const configurations = await CameraConfigurations.load(state);
  const controls = await AllControls.load(devices, { state, clock, report });
  const tooMany = () => new GatewayError('unavailable', 'too many cameras to hide parts of');
  const painting = new AtMost(PAINTED_AT_ONCE, devices.length, tooMany);
  const masked = devices.map((camera) => new MaskedCamera(camera, configurations.of(camera.cameraId), painting));
  const cameras = new Cameras(masked, { clock, ...config.camera, warm: warmOf(config.devices.cameras) });
  const recordings = new Recordings(join(config.data.dir, 'recordings'), {
    ...{ clock, report, newSuffix: () => randomBytes(4).toString('hex') },
    hiddenNow: (cameraId) => asMounted(whatIsHidden(configurations.of(cameraId).value), config.devices.cameras[cameraId]),
    ...config.camera.recordings,
  });
  const keepers = new Keepers(cameras.list(), (cameraId) => configurations.of(cameraId), {
    ...{ recordings, clock, report },
    ...config.camera.recordings,
  });
  const kept = bus.subscribe('motion', ({ cameraId, zoneId = '', change }) =>
    keepers.get(cameraId).moved(zoneId, change === 'BEGUN'),
  );
  const motion = watchAll(cameras.list(), configurations, clock, (one) => bus.publish('motion', one));
  const pictures = new Pictures();
  const servers = new HttpModelServers(outgoing);
  const inferences = new Inferences({ servers, pictures, clock, ...config.camera.inferences });
  const streamSockets = new StreamSockets(clock);
  return {
    ...{ cameras, masked, pictures, configurations, controls, recordings, keepers, inferences, streamSockets },
    subsystem: subsystemOf('recordings', recordings),
    async [Symbol.asyncDispose]() {
      streamSockets[Symbol.dispose]();
      kept[Symbol.dispose]();
      // in the order of the pictures, from behind
      for (const part of [motion, keepers, recordings, cameras, controls]) await part[Symbol.asyncDispose]();
    },
  };
}

/** The same place of an upright picture is another place of what a camera sees when it is mounted in another way. */
function asMounted(hidden: readonly string[], camera: Config['devices']['cameras'][string] | undefined): readonly string[] {
  const rotate = camera && 'rotate' in camera ? camera.rotate : 0;
  return hidden.map((name) => `${name} ${rotate}`);
}

/** By cameraId: those that are kept warm. */
function warmOf(cameras: Config['devices']['cameras']): string[] {
  return Object.entries(cameras).flatMap(([cameraId, camera]) => ('keepWarm' in camera && camera.keepWarm ? [cameraId] : []));
}
