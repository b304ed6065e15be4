import type { operations } from '../../../generated/camera.js';
import type { Access } from '../../auth/access.js';
import { GatewayError } from '../../errors.js';
import type { CameraConfiguration, CameraConfigurations } from '../../camera/configurations.js';
import { requireMatch } from '../../http/conditions.js';
import { etagOf } from '../../http/encode.js';
import type { Handlers } from '../../http/operations.js';
import type { ViewFor } from './view-for.js';

/** @param viewFor throws when the caller does not see the camera */
export function configurationHandlers(
  configurations: CameraConfigurations,
  access: Pick<Access, 'requireWhole'>,
  viewFor: ViewFor,
): Pick<Handlers<operations>, 'CameraConfiguration_GET' | 'CameraConfiguration_PUT'> {
  return {
    CameraConfiguration_GET({ path, grant }) {
      return { status: 200, body: configurations.of(viewFor(grant, path.cameraId).cameraId).value };
    },

    async CameraConfiguration_PUT({ path, body, header, grant }) {
      const { cameraId } = viewFor(grant, path.cameraId);
      access.requireWhole(grant);
      requireDistinct(body.motion?.zones ?? []);
      if (body.recording && !body.motion)
        throw new GatewayError('invalid', 'recording is of what moves: expected motion beside it');
      const check = (present: CameraConfiguration) => requireMatch(header['If-Match'], etagOf(present));
      return { status: 200, body: await configurations.put(cameraId, body, check) };
    },
  };
}

/** Of two zones of one name nobody could tell which is meant. */
function requireDistinct(zones: readonly { readonly zoneId: string }[]): void {
  const repeated = zones.find(({ zoneId }, index) => zones.findIndex((one) => one.zoneId === zoneId) !== index);
  if (repeated) throw new GatewayError('invalid', `motion.zones: two have the zoneId ${repeated.zoneId}`);
}
