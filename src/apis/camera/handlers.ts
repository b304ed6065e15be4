import type { operations } from '../../../generated/camera.js';
import type { Access } from '../../auth/access.js';
import type { AllControls } from '../../camera/all-controls.js';
import type { CameraConfigurations } from '../../camera/configurations.js';
import type { Keepers } from '../../camera/recordings/keepers.js';
import type { Recordings } from '../../camera/recordings/recordings.js';
import type { Handlers } from '../../http/operations.js';
import type { SubscriptionParts } from '../mec011/subscription-api.js';
import { configurationHandlers } from './configuration-handlers.js';
import { controlsHandlers } from './controls-handlers.js';
import { type InferenceApiParts, inferenceHandlers } from './inference-handlers.js';
import { motionSubscriptions } from './motion-subscriptions.js';
import { type PictureApiParts, pictureHandlers } from './picture-handlers.js';
import { recordingHandlers } from './recording-handlers.js';
import { viewsFor } from './view-for.js';

export interface CameraParts extends SubscriptionParts, PictureApiParts, InferenceApiParts {
  readonly access: Access;
  readonly configurations: CameraConfigurations;
  readonly controls: AllControls;
  readonly recordings: Recordings;
  readonly keepers: Keepers;
}

export function cameraHandlers(parts: CameraParts): Handlers<operations> {
  const { cameras, configurations, controls, recordings, keepers, access } = parts;
  const viewFor = viewsFor(cameras, access);
  return {
    ...pictureHandlers(parts, viewFor),
    ...inferenceHandlers(parts, viewFor),
    ...configurationHandlers(configurations, access, viewFor),
    ...controlsHandlers(controls, access, viewFor),
    ...recordingHandlers(recordings, keepers, access, viewFor),
    ...motionSubscriptions(parts, viewFor),
  };
}
