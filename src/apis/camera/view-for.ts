import type { Access } from '../../auth/access.js';
import type { Grant } from '../../auth/grants.js';
import type { Cameras } from '../../camera/cameras.js';
import type { LiveView } from '../../camera/live-view.js';
import { deviceIdOf } from '../../registry/devices.js';

/**
 * Finds a camera for whoever asks.
 *
 * @param called its name, or `~` and its place among those that are seen
 * @throws GatewayError `notFound` when there is none, or the caller does not see it
 */
export type ViewFor = (grant: Grant, called: string) => LiveView;

type Sight = Pick<Access, 'seesDevice' | 'requireDevice'>;

export function viewsFor(cameras: Cameras, access: Sight): ViewFor {
  return (grant, called) => {
    const nth = called.startsWith('~') ? seenBy(grant, cameras, access)[Number(called.slice(1))] : undefined;
    if (nth) return nth;
    access.requireDevice(grant, deviceIdOf('CAMERA', called), `camera ${called}`);
    return cameras.get(called);
  };
}

/** In the order of the configuration. */
export function seenBy(grant: Grant, cameras: Cameras, access: Pick<Access, 'seesDevice'>): readonly LiveView[] {
  return cameras.list().filter(({ cameraId }) => access.seesDevice(grant, deviceIdOf('CAMERA', cameraId)));
}
