import type { components, operations } from '../../../generated/camera.js';
import type { CameraLinks } from '../../auth/camera-links.js';
import type { Access } from '../../auth/access.js';
import type { Grant } from '../../auth/grants.js';
import type { Immutable } from '../../immutable.js';
import type { AllControls } from '../../camera/all-controls.js';
import type { Frame } from '../../camera/camera.js';
import { mjpegParts } from '../../camera/mjpeg.js';
import type { Cameras } from '../../camera/cameras.js';
import type { LiveView } from '../../camera/live-view.js';
import type { Picture, PictureFormat } from '../../camera/picture.js';
import type { Pictures } from '../../camera/pictures.js';
import { mapOnce } from '../../http/memo.js';
import type { Handlers } from '../../http/operations.js';
import { deviceIdOf } from '../../registry/devices.js';
import { controlsHandlers } from './controls-handlers.js';

type Schemas = Immutable<components['schemas']>;

/** That of µStreamer and mjpg-streamer, for the sake of players that look for it. */
const BOUNDARY = 'boundarydonotcross';
const FORMATS = { 'image/jpeg': 'jpeg', 'image/webp': 'webp', 'image/png': 'png' } as const;

/** @param links signs addresses; where nobody needs a token, there are none to sign */
export function cameraHandlers(
  cameras: Cameras,
  pictures: Pictures,
  controls: AllControls,
  access: Access,
  links?: Pick<CameraLinks, 'sign'>,
): Handlers<operations> {
  const viewFor = (grant: Grant, cameraId: string): LiveView => {
    access.requireDevice(grant, deviceIdOf('CAMERA', cameraId), `camera ${cameraId}`);
    return cameras.get(cameraId);
  };
  return {
    Cameras_GET({ grant }) {
      const seen = cameras.list().filter(({ camera }) => access.seesDevice(grant, deviceIdOf('CAMERA', camera.cameraId)));
      return { status: 200, body: seen.map(toCamera) };
    },

    CamerasCameraId_GET({ path, grant }) {
      return { status: 200, body: toCamera(viewFor(grant, path.cameraId)) };
    },

    CameraSnapshot_GET(call) {
      const { path, query, accepted, grant } = call;
      const { width, height, quality, max_age_ms: maxAgeMs = 0 } = query;
      const format = query.format ? (query.format.toLowerCase() as PictureFormat) : FORMATS[accepted];
      const view = viewFor(grant, path.cameraId);
      const answer = (frame: Frame) => {
        const picture = pictures.render(frame, { width, height, quality, format });
        return picture instanceof Promise ? picture.then(toSnapshot) : toSnapshot(picture);
      };
      const recent = view.recent(maxAgeMs);
      // the call's signal is dear: it is asked for only where something is waited for
      return recent ? answer(recent) : view.next(call.signal).then(answer);
    },

    CameraStream_GET({ path, grant, signal }) {
      const frames = viewFor(grant, path.cameraId).frames(signal);
      return { status: 200, type: `multipart/x-mixed-replace;boundary=${BOUNDARY}`, body: mjpegParts(frames, BOUNDARY) };
    },

    CameraLinks_POST({ path, body, grant }) {
      const self = selfOf(viewFor(grant, path.cameraId));
      const signed = links?.sign(grant, path.cameraId, body.expiresIn);
      const query = signed ? `?signature=${signed.signature}` : '';
      const { expiresIn } = signed ?? body;
      const _links = { snapshot: { href: `${self}/snapshot${query}` }, stream: { href: `${self}/stream${query}` } };
      return { status: 201, headers: { 'Cache-Control': 'no-store' }, body: { expiresIn, _links } };
    },

    ...controlsHandlers(controls, access, viewFor),
  };
}

const toSnapshot = mapOnce(({ bytes, type, frame: { capturedAt, sequence } }: Picture) => {
  const about = { 'Umec-Captured-At': new Date(capturedAt).toISOString(), 'Umec-Sequence': sequence };
  return { status: 200, type, headers: { 'Cache-Control': 'no-store', ...about }, body: bytes } as const;
});

function selfOf({ camera: { cameraId } }: LiveView): string {
  return `/camera/v1/cameras/${cameraId}`;
}

function toCamera(view: LiveView): Schemas['Camera'] {
  const { cameraId, driver, health } = view.camera;
  const self = selfOf(view);
  return {
    cameraId,
    driver,
    ...health.value,
    _links: { self: { href: self }, snapshot: { href: `${self}/snapshot` }, stream: { href: `${self}/stream` } },
  };
}
