import type { operations } from '../../../generated/camera.js';
import type { Access } from '../../auth/access.js';
import type { Grant } from '../../auth/grants.js';
import type { AllControls } from '../../camera/all-controls.js';
import type { CameraControl } from '../../camera/controls.js';
import { requireMatch } from '../../http/conditions.js';
import { etagOf } from '../../http/encode.js';
import type { Handlers } from '../../http/operations.js';
import type { ViewFor } from './view-for.js';

/** @param viewFor throws when the caller does not see the camera */
export function controlsHandlers(
  controls: AllControls,
  access: Pick<Access, 'requireWhole'>,
  viewFor: ViewFor,
): Pick<Handlers<operations>, 'CameraControls_GET' | 'CameraControls_PUT' | 'CameraFormats_GET'> {
  const controlsFor = (grant: Grant, cameraId: string) => controls.of(viewFor(grant, cameraId).cameraId);
  return {
    async CameraControls_GET({ path, grant }) {
      return { status: 200, body: await controlsFor(grant, path.cameraId).list() };
    },

    async CameraControls_PUT({ path, body, header, grant }) {
      const camera = controlsFor(grant, path.cameraId);
      access.requireWhole(grant);
      const check = (present: readonly CameraControl[]) => requireMatch(header['If-Match'], etagOf(present));
      return { status: 200, body: await camera.set(new Map(Object.entries(body)), check) };
    },

    async CameraFormats_GET({ path, grant }) {
      return { status: 200, body: (await controlsFor(grant, path.cameraId).camera.formats?.()) ?? [] };
    },
  };
}
