import type { components, operations } from '../../../generated/camera.js';
import type { Access } from '../../auth/access.js';
import type { CameraLinks } from '../../auth/camera-links.js';
import type { Grant } from '../../auth/grants.js';
import { type Frame, isRetracted } from '../../camera/camera.js';
import type { Cameras } from '../../camera/cameras.js';
import type { LiveView } from '../../camera/live-view.js';
import { asItIs, type PictureRequest } from '../../camera/picture.js';
import type { Pictures } from '../../camera/pictures.js';
import { lately } from '../../camera/streams/lately.js';
import { BOUNDARY, mjpegOf } from '../../camera/streams/mjpeg.js';
import type { WantedShots } from '../../camera/streams/shots.js';
import { ustreamerState } from '../../camera/streams/ustreamer-state.js';
import type { Handlers } from '../../http/operations.js';
import type { Immutable } from '../../immutable.js';
import { requestsIn, snapshotOf, type SnapshotReply } from './snapshot.js';
import type { StreamSockets } from './stream-sockets.js';
import { seenBy, type ViewFor } from './view-for.js';

type Schemas = Immutable<components['schemas']>;

type Operation =
  | 'Cameras_GET'
  | 'CamerasCameraId_GET'
  | 'CameraSnapshot_GET'
  | 'CameraStream_GET'
  | 'CameraStreamWebsocket_GET'
  | 'CameraState_GET'
  | 'CameraLinks_POST';

/** What a stream may ask for. */
type ShotsQuery = Pick<PictureRequest, 'width' | 'height' | 'quality'> & { readonly fps?: number };

export interface PictureApiParts {
  readonly cameras: Cameras;
  readonly pictures: Pictures;
  readonly streamSockets: Pick<StreamSockets, 'open'>;
  readonly access: Pick<Access, 'seesDevice'>;
  /** Signs addresses; where nobody needs a token, there are none to sign. */
  readonly links?: Pick<CameraLinks, 'sign'> | undefined;
}

/** Cameras, and pictures as they come. */
export function pictureHandlers(
  { cameras, pictures, streamSockets, access, links }: PictureApiParts,
  viewFor: ViewFor,
): Pick<Handlers<operations>, Operation> {
  const wantedShots = (called: string, { fps, ...size }: ShotsQuery, grant: Grant): WantedShots & { readonly view: LiveView } => {
    const view = viewFor(grant, called);
    const make = isAsItIs(size) ? asTheyCome : (frame: Frame) => pictures.render(frame, size, view.cameraId);
    return { view, make, fps };
  };
  return {
    Cameras_GET({ grant }) {
      return { status: 200, body: seenBy(grant, cameras, access).map(toCamera) };
    },

    CamerasCameraId_GET({ path, grant }) {
      return { status: 200, body: toCamera(viewFor(grant, path.cameraId)) };
    },

    CameraSnapshot_GET(call) {
      const { path, query, accepted, grant } = call;
      const view = viewFor(grant, path.cameraId);
      const show = snapshotOf(view, pictures, requestsIn(query, accepted), accepted);
      // something in it may have been hidden while it was made
      const answer = (frame: Frame): SnapshotReply | Promise<SnapshotReply> => {
        const reply = show(frame);
        const shown = (made: SnapshotReply) => (isRetracted(frame) ? view.next(call.signal).then(answer) : made);
        return reply instanceof Promise ? reply.then(shown) : shown(reply);
      };
      const recent = view.recent(query.max_age_ms ?? 0);
      // the call's signal is dear: it is asked for only where something is waited for
      return recent ? answer(recent) : view.next(call.signal).then(answer);
    },

    CameraStream_GET({ path, query, grant, signal }) {
      return {
        status: 200,
        headers: { 'X-Accel-Buffering': 'no' },
        type: `multipart/x-mixed-replace;boundary=${BOUNDARY}`,
        body: mjpegOf(wantedShots(path.cameraId, query, grant), signal),
      };
    },

    async CameraStreamWebsocket_GET({ path, query, grant, signal }) {
      return { status: 101, accept: await streamSockets.open(wantedShots(path.cameraId, query, grant), signal) };
    },

    CameraState_GET({ path, grant }) {
      return { status: 200, body: ustreamerState(viewFor(grant, path.cameraId)) };
    },

    CameraLinks_POST({ path, body, grant }) {
      const view = viewFor(grant, path.cameraId);
      const self = selfOf(view);
      const signed = links?.sign(grant, view.cameraId, body.expiresIn);
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

/** Whether the pictures are those of the camera. They are passed on without a look at more than their size. */
function isAsItIs({ width, height, quality }: ShotsQuery): boolean {
  return width === undefined && height === undefined && quality === undefined;
}

const asTheyCome = lately(asItIs);

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
