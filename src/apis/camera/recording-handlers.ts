import type { components, operations } from '../../../generated/camera.js';
import type { Access } from '../../auth/access.js';
import type { Grant } from '../../auth/grants.js';
import { noRecording } from '../../camera/recordings/catalogue.js';
import type { Keepers } from '../../camera/recordings/keepers.js';
import type { Content, Recording } from '../../camera/recordings/recording.js';
import type { Recordings } from '../../camera/recordings/recordings.js';
import { GatewayError } from '../../errors.js';
import { decodeMarker, encodeMarker, foreignMarker } from '../../http/lists/marker.js';
import { mapOnce } from '../../http/memo.js';
import type { Call, Handlers } from '../../http/operations.js';
import { linkToNext } from '../../http/paging.js';
import { rangeOf } from '../../http/ranges.js';
import { isNoneMatch, requireMatch } from '../../http/conditions.js';
import type { Immutable } from '../../immutable.js';
import type { ViewFor } from './view-for.js';

type Schemas = Immutable<components['schemas']>;
type Operation =
  | 'CameraRecordings_GET'
  | 'CameraRecordings_POST'
  | 'CameraRecording_GET'
  | 'CameraRecording_DELETE'
  | 'CameraRecordingContent_GET';

const RECORDING_ID = /^[0-9a-z]{8}-[0-9a-f]{8}$/;

/** @param viewFor throws when the caller does not see the camera */
export function recordingHandlers(
  recordings: Recordings,
  keepers: Keepers,
  access: Pick<Access, 'isWhole' | 'ownerFor' | 'sees'>,
  viewFor: ViewFor,
): Pick<Handlers<operations>, Operation> {
  const sees = (grant: Grant, { owner }: Recording) => access.sees(grant, owner ? { tenant: owner.tenant } : {});
  const recordingFor = async (grant: Grant, { cameraId, recordingId }: { cameraId: string; recordingId: string }) => {
    const view = viewFor(grant, cameraId);
    await recordings.untilLoaded();
    const recording = recordings.get(view.cameraId, recordingId);
    // another tenant's is not there
    if (!sees(grant, recording)) throw noRecording(cameraId, recordingId);
    return recording;
  };
  const isOwn = (grant: Grant, { owner }: Recording) =>
    access.isWhole(grant) || (owner?.client === grant.client && owner.tenant === grant.tenant);
  const toRecording = (recording: Recording) => (recordings.given.isWithheld(recording) ? withheld(recording) : given(recording));
  return {
    async CameraRecordings_GET({ path, query, grant }) {
      const { cameraId } = viewFor(grant, path.cameraId);
      const { kind, limit = 100, nextpage_opaque_marker: marker } = query;
      const before = marker === undefined ? undefined : idIn(marker);
      await recordings.untilLoaded();
      const wanted = recordings
        .list(cameraId)
        .filter((one) => sees(grant, one))
        .filter((one) => (kind === undefined || one.kind === kind) && (before === undefined || one.recordingId < before));
      const page = wanted.slice(0, limit);
      const next = wanted.length > limit ? page.at(-1)?.recordingId : undefined;
      const headers = linkToNext(pathOf(cameraId), query, next === undefined ? undefined : encodeMarker(next));
      return { status: 200, headers, body: page.map(toRecording) };
    },

    async CameraRecordings_POST({ path, body, grant, signal }) {
      const { recorder } = keepers.get(viewFor(grant, path.cameraId).cameraId);
      const { kind, seconds, count, intervalMs } = body;
      const owner = access.ownerFor(grant);
      const why = { cause: 'REQUEST', ...(owner && { owner: { client: owner.client, tenant: owner.tenant } }) } as const;
      const recording = await {
        STILL: () => recorder.still(why, signal),
        CLIP: () => recorder.clip(why, seconds * 1000, signal),
        BURST: () => recorder.burst(why, { count, intervalMs }, signal),
      }[kind]();
      const made = toRecording(recording);
      return { status: 201, headers: { Location: made._links.self.href }, body: made };
    },

    async CameraRecording_GET({ path, grant }) {
      return { status: 200, body: toRecording(await recordingFor(grant, path)) };
    },

    async CameraRecording_DELETE({ path, grant }) {
      const recording = await recordingFor(grant, path);
      const { cameraId, recordingId } = recording;
      // what the configuration asked for is the operator's
      if (!isOwn(grant, recording))
        throw new GatewayError('forbidden', `recording ${recordingId} is taken away by who asked for it, or by the operator`);
      await recordings.remove(cameraId, recordingId);
      return { status: 204 };
    },

    async CameraRecordingContent_GET({ path, query, header, grant, accepts }) {
      const recording = await recordingFor(grant, path);
      const { frame } = query;
      if (frame === undefined) return toPart(recordings.given.content(recording), header, accepts);
      requireAccepted('image/jpeg', accepts);
      const headers = { 'Cache-Control': 'no-store' } as const;
      return { status: 200, type: 'image/jpeg', headers, body: await recordings.given.image(recording, frame) };
    },
  };
}

type Headers = Call<operations['CameraRecordingContent_GET']>['header'];
type Accepts = Call<operations['CameraRecordingContent_GET']>['accepts'];

/** In the order of RFC 9110, clause 13.2.2: whoever has it already is told so, whatever part is asked for. */
function toPart(content: Content, header: Headers, accepts: Accepts) {
  const { type, bytes, etag } = content;
  requireAccepted(type, accepts);
  requireMatch(header['If-Match'], etag);
  const range = isNoneMatch(header['If-None-Match'], etag) ? undefined : rangeOf(header, etag, bytes);
  const { from, end } = range ?? { from: 0, end: bytes };
  const headers = { 'Accept-Ranges': 'bytes', 'Content-Length': end - from } as const;
  const reply = { type, etag, body: content.read(from, end) };
  return range
    ? ({ ...reply, status: 206, headers: { ...headers, 'Content-Range': `bytes ${from}-${end - 1}/${bytes}` } } as const)
    : ({ ...reply, status: 200, headers } as const);
}

/** @throws GatewayError `notAcceptable` */
function requireAccepted(type: Content['type'], accepts: Accepts): void {
  if (!accepts(type)) throw new GatewayError('notAcceptable', `this is to be had only as ${type}, which Accept excludes`);
}

const given = mapOnce((recording: Recording) => toSchema(recording, false));
const withheld = mapOnce((recording: Recording) => toSchema(recording, true));

function toSchema(recording: Recording, withheld: boolean): Schemas['Recording'] {
  const { begunAt, endedAt, owner: _owner, hidden: _hidden, ...said } = recording;
  const self = `${pathOf(recording.cameraId)}/${recording.recordingId}`;
  const times = { begunAt: new Date(begunAt).toISOString(), endedAt: new Date(endedAt).toISOString() };
  return { ...said, ...times, withheld, _links: { self: { href: self }, content: { href: `${self}/content` } } };
}

function pathOf(cameraId: string): string {
  return `/camera/v1/cameras/${cameraId}/recordings`;
}

function idIn(marker: string): string {
  const id = decodeMarker(marker);
  if (typeof id !== 'string' || !RECORDING_ID.test(id)) throw foreignMarker();
  return id;
}
