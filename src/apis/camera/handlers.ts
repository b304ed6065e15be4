import type { components, operations } from '../../../generated/camera.js';
import type { CameraLinks } from '../../auth/camera-links.js';
import type { Access } from '../../auth/access.js';
import type { Grant } from '../../auth/grants.js';
import type { Immutable } from '../../immutable.js';
import type { Frame } from '../../camera/camera.js';
import type { Cameras } from '../../camera/cameras.js';
import type { LiveView } from '../../camera/live-view.js';
import type { Picture, PictureFormat, PictureRequest } from '../../camera/picture.js';
import type { Pictures } from '../../camera/pictures.js';
import { jpegSize } from '../../camera/jpeg-size.js';
import { lately } from '../../camera/streams/lately.js';
import { BOUNDARY, mjpegOf } from '../../camera/streams/mjpeg.js';
import type { WantedShots } from '../../camera/streams/shots.js';
import { ustreamerState } from '../../camera/streams/ustreamer-state.js';
import { mapOnce } from '../../http/memo.js';
import type { Handlers } from '../../http/operations.js';
import { deviceIdOf } from '../../registry/devices.js';
import type { StreamSockets } from './stream-sockets.js';

type Schemas = Immutable<components['schemas']>;

/** What a stream may ask for. */
type ShotsQuery = Pick<PictureRequest, 'width' | 'height' | 'quality'> & { readonly fps?: number };

const FORMATS = { 'image/jpeg': 'jpeg', 'image/webp': 'webp', 'image/png': 'png' } as const;

/** @param links signs addresses; where nobody needs a token, there are none to sign */
export function cameraHandlers(
  cameras: Cameras,
  pictures: Pictures,
  sockets: Pick<StreamSockets, 'open'>,
  access: Access,
  links?: Pick<CameraLinks, 'sign'>,
): Handlers<operations> {
  const seenBy = (grant: Grant) =>
    cameras.list().filter(({ cameraId }) => access.seesDevice(grant, deviceIdOf('CAMERA', cameraId)));
  /** @param called its name, or `~` and its place among those that are seen */
  const viewFor = (grant: Grant, called: string): LiveView => {
    const nth = called.startsWith('~') ? seenBy(grant)[Number(called.slice(1))] : undefined;
    if (nth) return nth;
    access.requireDevice(grant, deviceIdOf('CAMERA', called), `camera ${called}`);
    return cameras.get(called);
  };
  const wantedShots = (cameraId: string, { fps, ...size }: ShotsQuery, grant: Grant): WantedShots & { view: LiveView } => ({
    view: viewFor(grant, cameraId),
    make: isAsItIs(size) ? asItIs : (frame) => pictures.render(frame, size),
    fps,
  });
  return {
    Cameras_GET({ grant }) {
      return { status: 200, body: seenBy(grant).map(toCamera) };
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

    CameraStream_GET({ path, query, grant, signal }) {
      const body = mjpegOf(wantedShots(path.cameraId, query, grant), signal);
      return {
        status: 200,
        headers: { 'X-Accel-Buffering': 'no' },
        type: `multipart/x-mixed-replace;boundary=${BOUNDARY}`,
        body,
      };
    },

    async CameraStreamWebsocket_GET({ path, query, grant, signal }) {
      return { status: 101, accept: await sockets.open(wantedShots(path.cameraId, query, grant), signal) };
    },

    CameraState_GET({ path, grant }) {
      return { status: 200, body: ustreamerState(viewFor(grant, path.cameraId)) };
    },

    CameraLinks_POST({ path, body, grant }) {
      const self = selfOf(viewFor(grant, path.cameraId));
      const signed = links?.sign(grant, path.cameraId, body.expiresIn);
      const query = signed ? `?signature=${signed.signature}` : '';
      const { expiresIn } = signed ?? body;
      const _links = {
        snapshot: { href: `${self}/snapshot${query}` },
        stream: { href: `${self}/stream${query}` },
        websocket: { href: `${self}/stream/websocket${query}` },
      };
      return { status: 201, headers: { 'Cache-Control': 'no-store' }, body: { expiresIn, _links } };
    },
  };
}

const toSnapshot = mapOnce(({ bytes, type, frame: { capturedAt, sequence } }: Picture) => {
  const about = { 'Umec-Captured-At': new Date(capturedAt).toISOString(), 'Umec-Sequence': sequence };
  return { status: 200, type, headers: { 'Cache-Control': 'no-store', ...about }, body: bytes } as const;
});

/** Whether the pictures are those of the camera. They are passed on without a look at more than their size. */
function isAsItIs({ width, height, quality }: PictureRequest): boolean {
  return width === undefined && height === undefined && quality === undefined;
}

const asItIs = lately((frame: Frame): Picture => ({
  ...{ bytes: frame.jpeg, type: 'image/jpeg', frame },
  ...jpegSize(frame.jpeg),
}));

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
