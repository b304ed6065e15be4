import type { components, operations } from '../../../generated/camera.js';
import type { CameraLinks } from '../../auth/camera-links.js';
import type { Access } from '../../auth/access.js';
import type { Grant } from '../../auth/grants.js';
import type { Immutable } from '../../immutable.js';
import type { Frame } from '../../camera/camera.js';
import { mjpegParts } from '../../camera/mjpeg.js';
import type { Cameras } from '../../camera/cameras.js';
import type { LiveView } from '../../camera/live-view.js';
import type { Inferences } from '../../camera/inference/inferences.js';
import { stillOfPosted } from '../../camera/inference/still.js';
import { uprightSize } from '../../camera/inference/upright.js';
import type { Picture, PictureFormat } from '../../camera/picture.js';
import type { Pictures } from '../../camera/pictures.js';
import { postedPicture } from '../../camera/posted-picture.js';
import { etagOf } from '../../http/encode.js';
import { mapOnce } from '../../http/memo.js';
import type { Handlers } from '../../http/operations.js';
import { deviceIdOf } from '../../registry/devices.js';
import type { Services } from '../../registry/services.js';
import { modelService } from './model-service.js';

type Schemas = Immutable<components['schemas']>;

/** That of µStreamer and mjpg-streamer, for the sake of players that look for it. */
const BOUNDARY = 'boundarydonotcross';
const FORMATS = { 'image/jpeg': 'jpeg', 'image/webp': 'webp', 'image/png': 'png' } as const;

export interface CameraParts {
  readonly cameras: Cameras;
  readonly pictures: Pictures;
  readonly inferences: Inferences;
  readonly access: Access;
  readonly services: Pick<Services, 'find' | 'named'>;
  /** Signs addresses; where nobody needs a token, there are none to sign. */
  readonly links?: Pick<CameraLinks, 'sign'> | undefined;
}

export function cameraHandlers({ cameras, pictures, inferences, access, services, links }: CameraParts): Handlers<operations> {
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

    async CameraInferences_POST({ path: { cameraId }, body, grant, signal }) {
      const view = viewFor(grant, cameraId);
      const { serInstanceId, uri } = modelService(services, access, grant, body.service);
      const { still, kind, results } = await inferences.infer(view, { uri, request: body, client: grant.client, signal });
      const { frame } = still;
      const { bytes } = await pictures.render(frame);
      const about = {
        sequence: frame.sequence,
        capturedAt: new Date(frame.capturedAt).toISOString(),
        etag: etagOf(bytes),
        ...uprightSize(still),
      };
      return {
        status: 200,
        headers: { 'Cache-Control': 'no-store' },
        body: { cameraId, serInstanceId, model: body.model, kind, results, frame: about },
      };
    },

    async Inferences_POST({ body: { request, picture: posted }, grant, signal }) {
      const picture = postedPicture(Buffer.from(posted, 'latin1'));
      const { serInstanceId, uri } = modelService(services, access, grant, request.service);
      const inquiry = { uri, request, client: grant.client, signal };
      const { kind, results } = await inferences.inferOn(stillOfPosted(picture), inquiry);
      const about = { type: picture.type, ...uprightSize(picture) };
      return {
        status: 200,
        headers: { 'Cache-Control': 'no-store' },
        body: { serInstanceId, model: request.model, kind, results, picture: about },
      };
    },
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
