import type { components, operations } from '../../../generated/camera.js';
import type { CameraLinks } from '../../auth/camera-links.js';
import type { Access } from '../../auth/access.js';
import type { Grant } from '../../auth/grants.js';
import type { Immutable } from '../../immutable.js';
import type { AllControls } from '../../camera/all-controls.js';
import { type Frame, isRetracted } from '../../camera/camera.js';
import type { Cameras } from '../../camera/cameras.js';
import type { CameraConfigurations } from '../../camera/configurations.js';
import type { Inferences } from '../../camera/inference/inferences.js';
import { stillOfPosted } from '../../camera/inference/still.js';
import { uprightSize } from '../../camera/inference/upright.js';
import type { LiveView } from '../../camera/live-view.js';
import { asItIs, type PictureRequest } from '../../camera/picture.js';
import type { Pictures } from '../../camera/pictures.js';
import { postedPicture } from '../../camera/posted-picture.js';
import type { Keepers } from '../../camera/recordings/keepers.js';
import type { Recordings } from '../../camera/recordings/recordings.js';
import { lately } from '../../camera/streams/lately.js';
import { BOUNDARY, mjpegOf } from '../../camera/streams/mjpeg.js';
import type { WantedShots } from '../../camera/streams/shots.js';
import { ustreamerState } from '../../camera/streams/ustreamer-state.js';
import { etagOf } from '../../http/encode.js';
import type { Handlers } from '../../http/operations.js';
import { deviceIdOf } from '../../registry/devices.js';
import type { Services } from '../../registry/services.js';
import type { SubscriptionParts } from '../mec011/subscription-api.js';
import { configurationHandlers } from './configuration-handlers.js';
import { controlsHandlers } from './controls-handlers.js';
import { modelService } from './model-service.js';
import { motionSubscriptions } from './motion-subscriptions.js';
import { recordingHandlers } from './recording-handlers.js';
import { requestsIn, snapshotOf, type SnapshotReply } from './snapshot.js';
import type { StreamSockets } from './stream-sockets.js';

type Schemas = Immutable<components['schemas']>;

/** What a stream may ask for. */
type ShotsQuery = Pick<PictureRequest, 'width' | 'height' | 'quality'> & { readonly fps?: number };

export interface CameraParts extends SubscriptionParts {
  readonly cameras: Cameras;
  readonly pictures: Pictures;
  readonly streamSockets: Pick<StreamSockets, 'open'>;
  readonly configurations: CameraConfigurations;
  readonly controls: AllControls;
  readonly recordings: Recordings;
  readonly keepers: Keepers;
  readonly inferences: Inferences;
  readonly access: Access;
  readonly services: Pick<Services, 'find' | 'named'>;
  /** Signs addresses; where nobody needs a token, there are none to sign. */
  readonly links?: Pick<CameraLinks, 'sign'> | undefined;
}

export function cameraHandlers(parts: CameraParts): Handlers<operations> {
  const { cameras, pictures, streamSockets, configurations, controls, recordings, keepers, inferences, access, services, links } =
    parts;
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
    make: isAsItIs(size) ? asTheyCome : (frame) => pictures.render(frame, size, cameraId),
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
      const view = viewFor(grant, path.cameraId);
      const show = snapshotOf(view, pictures, requestsIn(query, accepted), accepted);
      // something in it may have been hidden while it was made
      const answer = (frame: Frame): SnapshotReply | Promise<SnapshotReply> => {
        const reply = show(frame);
        const shown = (made: SnapshotReply) => (isRetracted(frame) ? view.next(call.signal).then(answer) : made);
        return reply instanceof Promise ? reply.then(shown) : reply;
      };
      const recent = view.recent(query.max_age_ms ?? 0);
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
      return { status: 101, accept: await streamSockets.open(wantedShots(path.cameraId, query, grant), signal) };
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

    async CameraInferences_POST({ path: { cameraId }, body, grant, signal }) {
      const view = viewFor(grant, cameraId);
      const { serInstanceId, uri } = modelService(services, access, grant, body.service);
      const { still, kind, results } = await inferences.infer(view, { uri, request: body, client: grant.client, signal });
      const { frame } = still;
      const { bytes } = await pictures.render(frame, {}, cameraId);
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
    ...configurationHandlers(configurations, access, viewFor),
    ...controlsHandlers(controls, access, viewFor),
    ...recordingHandlers(recordings, keepers, access, viewFor),
    ...motionSubscriptions(parts, viewFor),
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
