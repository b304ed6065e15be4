import { createHash } from 'node:crypto';
import type { operations } from '../../../generated/camera.js';
import type { Frame } from '../../camera/camera.js';
import type { LiveView } from '../../camera/live-view.js';
import { jpegSize } from '../../camera/jpeg-size.js';
import { requireFewTogether } from '../../camera/picture-plan.js';
import type { Fit, Picture, PictureFormat, PictureRequest } from '../../camera/picture.js';
import type { Pictures } from '../../camera/pictures.js';
import type { Flip } from '../../camera/turn.js';
import { mapOnce } from '../../http/memo.js';
import type { Call, Reply, TypesOf } from '../../http/operations.js';

type Snapshot = operations['CameraSnapshot_GET'];
type Query = Call<Snapshot>['query'];
type Accepted = TypesOf<Snapshot>;
export type SnapshotReply = Extract<Reply<Snapshot>, { status: 200 }>;
/** A picture of several, and the region that was asked for. */
interface Part {
  readonly picture: Picture;
  readonly region: string | undefined;
}

const SEVERAL = 'multipart/mixed';
const FORMATS = { 'image/jpeg': 'jpeg', 'image/webp': 'webp', 'image/avif': 'avif', 'image/png': 'png' } as const;

/** What is asked of each picture of the answer: as many as there are regions. */
export function requestsIn(query: Query, accepted: Accepted): readonly PictureRequest[] {
  const { region, flip, rotate, width, height, fit, grey, quality, format } = query;
  const common: PictureRequest = {
    ...{ rotate, width, height, grey, quality },
    flip: flip && (flip.toLowerCase() as Flip),
    fit: fit && (fit.toLowerCase() as Fit),
    format: format ? (format.toLowerCase() as PictureFormat) : accepted === SEVERAL ? 'jpeg' : FORMATS[accepted],
  };
  return region ? region.map((one) => ({ ...common, region: one })) : [common];
}

/** @returns what is to be answered when there is a frame; at once, where its pictures were made before */
export function snapshotOf(
  view: LiveView,
  pictures: Pictures,
  requests: readonly PictureRequest[],
  accepted: Accepted,
): (frame: Frame) => SnapshotReply | Promise<SnapshotReply> {
  const render = (frame: Frame, request: PictureRequest) => pictures.render(frame, request, view.cameraId);
  const [only] = requests;
  if (only && requests.length === 1 && accepted !== SEVERAL)
    return (frame) => {
      const answer = (picture: Picture) => aged(toReply(picture), view.ageOf(frame));
      const picture = render(frame, only);
      return picture instanceof Promise ? picture.then(answer) : answer(picture);
    };
  return async (frame) => {
    if (requests.length > 1) requireFewTogether(jpegSize(frame.jpeg), frame.orientation ?? 1, requests);
    const made = await Promise.all(requests.map(async (request) => render(frame, request)));
    const parts = made.map((picture, index) => ({ picture, region: requests[index]?.region }));
    return aged(several(frame, parts), view.ageOf(frame));
  };
}

type Ageless = Omit<SnapshotReply, 'headers'> & { readonly headers: Omit<SnapshotReply['headers'], 'Umec-Age-Ms'> };

const toReply = mapOnce((picture: Picture): Ageless => {
  const { bytes, type, width, height, orientation, frame } = picture;
  const headers = { ...aboutFrame(frame, orientation), 'Umec-Width': width, 'Umec-Height': height };
  return { status: 200, type, headers, body: bytes };
});

function aged(reply: Ageless, ageMs: number): SnapshotReply {
  return { ...reply, headers: { ...reply.headers, 'Umec-Age-Ms': Math.round(ageMs) } };
}

function aboutFrame({ capturedAt, sequence }: Frame, orientation: Picture['orientation']) {
  const time = new Date(capturedAt);
  return {
    'Cache-Control': 'no-store',
    'Umec-Captured-At': time.toISOString(),
    'Umec-Sequence': sequence,
    'Umec-Orientation': orientation,
    'Last-Modified': time.toUTCString(),
  } as const;
}

/** One part for each; no picture can hold the boundary, which is made of them all. */
function several(frame: Frame, parts: readonly Part[]): Ageless {
  const digest = createHash('sha256');
  for (const { picture } of parts) digest.update(picture.bytes);
  const boundary = digest.digest('hex').slice(0, 32);
  const chunks = parts.flatMap((part) => [Buffer.from(`--${boundary}\r\n${headOf(part)}\r\n`), part.picture.bytes, CRLF]);
  return {
    status: 200,
    type: `${SEVERAL};boundary=${boundary}`,
    headers: aboutFrame(frame, parts[0]?.picture.orientation ?? 1),
    body: Buffer.concat([...chunks, Buffer.from(`--${boundary}--\r\n`)]),
  };
}

const CRLF = Buffer.from('\r\n');

function headOf({ picture: { bytes, type, width, height, orientation }, region }: Part): string {
  const headers = {
    'Content-Type': type,
    'Content-Length': bytes.length,
    ...(region === undefined ? {} : { 'Umec-Region': region }),
    'Umec-Width': width,
    'Umec-Height': height,
    'Umec-Orientation': orientation,
  };
  return Object.entries(headers)
    .map(([name, value]) => `${name}: ${value}\r\n`)
    .join('');
}
