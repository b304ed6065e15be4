import type { Access } from '../../auth/access.js';
import type { Grant } from '../../auth/grants.js';
import { deviceIdOf } from '../../registry/devices.js';

/** Up to the camera, its place, and what is asked of it. */
const BY_PLACE = /^(\/camera\/v1\/cameras\/)~(\d{1,2})(\/.*)$/;

/**
 * The path of a camera that a client calls by its place (`~0`) has its name then: the place says nothing to anybody else.
 *
 * @param cameras in the order of the configuration
 * @returns `path` itself when it has no place, or one at which the client sees no camera
 */
export function cameraOfPlace(
  path: string,
  grant: Grant,
  cameras: readonly { readonly cameraId: string }[],
  access: Pick<Access, 'seesDevice'>,
): string {
  const [, before = '', place, after = ''] = BY_PLACE.exec(path) ?? [];
  if (place === undefined) return path;
  const seen = cameras.filter(({ cameraId }) => access.seesDevice(grant, deviceIdOf('CAMERA', cameraId)));
  const camera = seen[Number(place)];
  return camera ? before + camera.cameraId + after : path;
}
