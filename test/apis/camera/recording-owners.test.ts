import { setImmediate } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import sharp from 'sharp';
import { recordingHandlers } from '../../../src/apis/camera/recording-handlers.js';
import { Access } from '../../../src/auth/access.js';
import type { Grant } from '../../../src/auth/grants.js';
import { LiveView } from '../../../src/camera/live-view.js';
import { Keepers } from '../../../src/camera/recordings/keepers.js';
import type { Recording } from '../../../src/camera/recordings/recording.js';
import { Recordings } from '../../../src/camera/recordings/recordings.js';
import { Observed } from '../../../src/events/observed.js';
import { HandCamera } from '../../camera/hand-camera.js';
import { ManualClock } from '../../manual-clock.js';
import { tempDirectory } from '../../temp-directory.js';
import { until } from '../../until.js';

const cameraId = 'lens-1';
const grantOf = (client: string, tenant?: string): Grant => ({
  ...{ client, scopes: 'all', expires: Infinity, appInstanceIds: new Set<string>(), devices: 'all' },
  ...(tenant === undefined ? {} : { tenant }),
});
const rail = grantOf('trains', 'rail');
const colleague = grantOf('platforms', 'rail');
const town = grantOf('trains', 'town');
const operator = grantOf('operator');
const jpeg = await sharp({ create: { width: 64, height: 48, channels: 3, background: 'teal' } })
  .jpeg()
  .toBuffer();

let open: readonly (Disposable | AsyncDisposable)[];
let camera: HandCamera;
let recordings: Recordings;
let handlers: ReturnType<typeof recordingHandlers>;
beforeEach(() => {
  const clock = new ManualClock();
  const dir = tempDirectory();
  camera = new HandCamera(clock, jpeg);
  const view = new LiveView(camera, { clock });
  const report = () => undefined;
  const budget = { maxBytes: 1e8, maxCount: 100, hiddenNow: () => [] };
  recordings = new Recordings(dir.path, { clock, report, newSuffix: () => '00000000', ...budget });
  const keepers = new Keepers([view], () => new Observed({}), { recordings, clock, report, preRollMaxBytes: 1e6 });
  open = [keepers, recordings, view, dir];
  handlers = recordingHandlers(recordings, keepers, new Access(), () => view);
});
afterEach(async () => {
  for (const one of open) {
    if (Symbol.asyncDispose in one) await one[Symbol.asyncDispose]();
    else one[Symbol.dispose]();
  }
});

it('what a tenant asked for is its own, and taken away by the client that asked for it, or by the operator', async () => {
  const theirs = [await still(rail), await still(rail)] as const;
  expect(await listed(rail)).toEqual(await listed(operator));
  expect([(await listed(colleague)).length, (await listed(town)).length]).toEqual([2, 0]);
  const [first, second] = theirs;
  const { recordingId } = first;
  await expect(remove(town, recordingId)).rejects.toMatchObject({ code: 'notFound', message: words(recordingId) });
  await expect(look(town, recordingId)).rejects.toMatchObject({ code: 'notFound', message: words(recordingId) });
  await expect(content(town, recordingId)).rejects.toMatchObject({ code: 'notFound', message: words(recordingId) });
  expect(await look(colleague, recordingId)).toEqual(first);
  await expect(remove(colleague, recordingId)).rejects.toMatchObject({ code: 'forbidden' });
  await remove(rail, recordingId);
  await remove(operator, second.recordingId);
  expect(await listed(operator)).toEqual([]);
});

it('what the configuration asked for is seen by all, and taken away by the operator', async () => {
  const frame = { jpeg, capturedAt: 0, sequence: 0 };
  const { recordingId } = await recordings.keepStill({ cameraId, kind: 'STILL', cause: 'MOTION' }, frame);
  for (const grant of [rail, town, operator]) expect(await listed(grant)).toMatchObject([{ recordingId }]);
  for (const grant of [rail, town]) await expect(remove(grant, recordingId)).rejects.toMatchObject({ code: 'forbidden' });
  await remove(operator, recordingId);
  expect(await listed(town)).toEqual([]);
});

it('others make clips, however many one tenant makes, and who looks after the gateway as many as there are places', async () => {
  const body = { kind: 'CLIP', seconds: 600 };
  const clip = async (grant: Grant) => (await exposed(call('CameraRecordings_POST', { grant, body }))) as Recording;
  const [first] = [await clip(rail), await clip(colleague)];
  await expect(clip(rail)).rejects.toMatchObject({
    ...{ code: 'unavailable', retryAfterMs: 1000 },
    message: 'camera lens-1: 2 recordings of yours are made of it already; try again later',
  });
  await clip(town);
  await clip(operator);
  await expect(clip(operator)).rejects.toThrow('4 recordings are made of it already');
  await remove(rail, first.recordingId);
  // it sees at the next image that it is over
  camera.expose();
  await until(async () => (await clip(rail).catch(() => undefined)) !== undefined);
});

it('of the host each client has places of its own', async () => {
  const body = { kind: 'BURST', count: 1000, intervalMs: 0 };
  const burst = (client: string) => exposed(call('CameraRecordings_POST', { grant: grantOf(client, 'host'), body }));
  for (const client of ['lights', 'lights']) await burst(client);
  await expect(burst('lights')).rejects.toMatchObject({ code: 'unavailable' });
  for (const client of ['doors', 'doors']) await burst(client);
});

it('stills of one client wait for their own, and not for those of others', async () => {
  const body = { kind: 'STILL' };
  const ask = (grant: Grant) => call('CameraRecordings_POST', { grant, body });
  const settled = Promise.allSettled(Array.from({ length: 30 }, () => ask(rail)));
  const other = ask(town);
  const asked = [...(await exposed(settled))].map(({ status }) => status);
  expect([asked.filter((one) => one === 'fulfilled').length, asked.length]).toEqual([18, 30]);
  await exposed(other);
});

it('says nothing of whose it is', async () => {
  const made = await still(rail);
  expect(JSON.stringify(made)).not.toContain('rail');
  expect(Object.keys(made)).not.toContain('hidden');
});

const words = (recordingId: string) => `camera ${cameraId} has no recording ${recordingId}`;

interface Called {
  readonly grant: Grant;
  readonly recordingId?: string;
  readonly body?: object;
}

/** As the server calls it. */
async function call(name: keyof typeof handlers, { grant, recordingId = '', body }: Called): Promise<unknown> {
  const { signal } = new AbortController();
  const handler = handlers[name] as (call: object) => unknown;
  const reply = await handler({ path: { cameraId, recordingId }, query: {}, header: {}, body, grant, signal });
  return (reply as { readonly body: unknown }).body;
}

async function still(grant: Grant): Promise<Recording> {
  return (await exposed(call('CameraRecordings_POST', { grant, body: { kind: 'STILL' } }))) as Recording;
}

/** Pictures come until it is answered. */
async function exposed<T>(answer: Promise<T>): Promise<T> {
  const answered = new AbortController();
  const done = answer.finally(() => answered.abort());
  done.catch(() => undefined);
  while (!answered.signal.aborted) {
    if (camera.running === 1) camera.expose();
    await setImmediate();
  }
  return done;
}

const listed = (grant: Grant) => call('CameraRecordings_GET', { grant }) as Promise<Recording[]>;
const look = (grant: Grant, recordingId: string) => call('CameraRecording_GET', { grant, recordingId });
const content = (grant: Grant, recordingId: string) => call('CameraRecordingContent_GET', { grant, recordingId });
const remove = (grant: Grant, recordingId: string) => call('CameraRecording_DELETE', { grant, recordingId });
