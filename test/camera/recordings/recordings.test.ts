import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  appendFileSync,
  closeSync,
  copyFileSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import sharp from 'sharp';
import type { Frame } from '../../../src/camera/camera.js';
import type { Content, Recording, RecordingPlan } from '../../../src/camera/recordings/recording.js';
import { Recordings, type RecordingsOptions } from '../../../src/camera/recordings/recordings.js';
import { ManualClock } from '../../manual-clock.js';
import { tempDirectory } from '../../temp-directory.js';

const CLIP = { cameraId: 'lens-1', kind: 'CLIP', cause: 'REQUEST' } as const satisfies RecordingPlan;
const STILL = { ...CLIP, kind: 'STILL' } as const;

/** Of different lengths, even and odd. */
let pictures: Buffer[];
let dir: ReturnType<typeof tempDirectory>;
let clock: ManualClock;
let reports: string[];
let sequence: number;
/** The ETag that the last had that was being made in a crash. */
let whileMadeTag: string;
/** What is hidden of every camera. */
let hidden: readonly string[];

beforeAll(async () => {
  pictures = await Promise.all([1, 2, 3, 4, 5].map((shade) => picture(shade * 40)));
  expect(new Set(pictures.map(({ length }) => length % 2)).size).toBe(2);
});

beforeEach(() => {
  dir = tempDirectory();
  clock = new ManualClock();
  reports = [];
  sequence = 0;
  hidden = [];
});
afterEach(() => dir[Symbol.dispose]());

describe('a clip', () => {
  it('is an AVI file that ffprobe finds whole, with each image as it came', async () => {
    await using recordings = await open();
    const clip = await filmed(recordings, 5);
    expect(clip).toMatchObject({ state: 'COMPLETE', frames: 5, width: 160, height: 120 });
    expect(clip.endedAt - clip.begunAt).toBe(800);
    const bytes = await whole(recordings.given.content(clip));
    expect(bytes.length).toBe(clip.bytes);
    expect(probe(bytes)).toMatchObject({
      streams: [
        { codec_name: 'mjpeg', width: 160, height: 120, nb_read_frames: '5', avg_frame_rate: '5/1', duration: '1.000000' },
      ],
      format: { tags: { creation_time: '2026-06-01 12:00:00' } },
    });
    expect(imagesIn(bytes)).toEqual(pictures.map(hashOf));
    for (const [frame, wanted] of pictures.entries())
      expect(hashOf(await recordings.given.image(clip, frame))).toBe(hashOf(wanted));
    await expect(recordings.given.image(clip, 5)).rejects.toMatchObject({ code: 'notFound' });
  });

  it('can be read while it is made, up to then', async () => {
    await using recordings = await open();
    const take = await recordings.begin(CLIP, frame());
    await take.append(frame());
    const soFar = recordings.given.content(take.recording);
    await take.append(frame());
    const bytes = await whole(soFar);
    expect(bytes.length).toBe(soFar.bytes);
    expect(probe(bytes).streams[0]).toMatchObject({ nb_read_frames: '2' });
    const later = recordings.given.content(take.recording);
    await take.finish();
    expect(probe(await whole(later)).streams[0]).toMatchObject({ nb_read_frames: '3' });
  });

  it('gives any part of its bytes, finished or not', async () => {
    await using recordings = await open();
    const take = await recordings.begin(CLIP, frame());
    await take.append(frame());
    const check = async (content: Content) => {
      const bytes = await whole(content);
      const places = [0, 1, 511, 512, 513, 700, bytes.length - 40, bytes.length - 1, bytes.length];
      for (const from of places)
        for (const end of places.filter((end) => end > from))
          expect(hashOf(await bytesOf(content.read(from, end)))).toBe(hashOf(bytes.subarray(from, end)));
    };
    await check(recordings.given.content(take.recording));
    await check(recordings.given.content(await take.finish()));
  });

  it('has another ETag with each image, also while that is being put on disk', async () => {
    await using recordings = await open();
    const take = await recordings.begin(CLIP, frame());
    const sizes = new Map<string, Set<number>>();
    for (let n = 0; n < 20; n++) {
      const written = new AbortController();
      const appended = take.append(frame(), true).finally(() => written.abort());
      while (!written.signal.aborted) {
        const { etag, bytes } = recordings.given.content(recordings.get('lens-1', take.recording.recordingId));
        sizes.set(etag, (sizes.get(etag) ?? new Set()).add(bytes));
        await setImmediate();
      }
      await appended;
    }
    expect(sizes.size).toBeGreaterThan(10);
    for (const [etag, all] of sizes) expect([etag, all.size]).toEqual([etag, 1]);
  });

  it('whose index is damaged gives no image', async () => {
    await using recordings = await open();
    const clip = await filmed(recordings, 2);
    const path = join(recordingsDir(), `${clip.recordingId}.avi`);
    const bytes = readFileSync(path);
    bytes.fill(0xff, bytes.length - 4);
    writeFileSync(path, bytes);
    expect(hashOf(await recordings.given.image(clip, 0))).toBe(hashOf(pictureAt(0)));
    await expect(recordings.given.image(clip, 1)).rejects.toMatchObject({ code: 'unavailable' });
  });

  it.each([
    ['back', -3_600_000],
    ['forward', 3_600_000],
  ])('lasts as long as it did, also where the clock is set %s meanwhile', async (_where, step) => {
    await using recordings = await open();
    const take = await recordings.begin(CLIP, frame());
    for (let n = 1; n < 11; n++) {
      const next = frame();
      await take.append({ ...next, capturedAt: next.capturedAt + (n > 5 ? step : 0) });
    }
    const clip = await take.finish();
    expect(clip.endedAt).toBeGreaterThanOrEqual(clip.begunAt);
    const [{ duration } = { duration: '' }] = probe(await whole(recordings.given.content(clip))).streams as {
      duration: string;
    }[];
    expect(Math.abs(Number(duration) - 2)).toBeLessThan(0.25);
  });

  it('ends where the camera gives another size', async () => {
    await using recordings = await open();
    const take = await recordings.begin(CLIP, frame());
    const other = { ...frame(), jpeg: await picture(10, 80) };
    await expect(take.append(other)).rejects.toMatchObject({ code: 'conflict', message: 'the camera now gives 80x60' });
    expect(await take.finish('the camera now gives 80x60')).toMatchObject({ state: 'CUT_SHORT', frames: 1 });
  });
});

describe('recordings', () => {
  it('are there again after a restart, newest first', async () => {
    const made: Recording[] = [];
    {
      await using recordings = await open();
      made.push(await filmed(recordings, 2), await recordings.keepStill(STILL, frame()));
      made.push(await recordings.keepStill({ ...STILL, cameraId: 'lens-2' }, frame()));
    }
    await using recordings = await open();
    expect(recordings.list('lens-1')).toEqual([made[1], made[0]]);
    expect(recordings.list('lens-2')).toEqual([made[2]]);
    const still = recordings.given.content(recordings.get('lens-1', made[1]?.recordingId ?? ''));
    expect([still.type, hashOf(await whole(still))]).toEqual(['image/jpeg', hashOf(pictureAt(2))]);
    expect(() => recordings.get('lens-2', made[0]?.recordingId ?? '')).toThrow('camera lens-2 has no recording');
    const next = await recordings.keepStill(STILL, frame());
    expect(next.recordingId > (made[2]?.recordingId ?? '')).toBe(true);
    expect(reports).toEqual([]);
  });

  it('that were being made when the gateway stopped are whole', async () => {
    {
      await using recordings = await open();
      const take = await recordings.begin(CLIP, frame());
      await take.append(frame());
    }
    await using recordings = await open();
    const [clip] = recordings.list('lens-1');
    expect(clip).toMatchObject({ state: 'CUT_SHORT', reason: 'the gateway stopped', frames: 2 });
    expect(files()).toEqual([`${clip?.recordingId}.avi`, `${clip?.recordingId}.json`]);
  });

  it.each([
    ['in the middle of an image', 4, (path: string) => truncateSync(path, 512 + 3 * 800)],
    ['and zeros after it', 5, (path: string) => appendFileSync(path, Buffer.alloc(5000))],
    ['and garbage after it', 5, (path: string) => appendFileSync(path, `00dc\xff\xff\xff\xff`, 'latin1')],
  ])('cut by a power loss %s are repaired', async (_where, _most, cut) => {
    const crashed = await crash(5);
    cut(join(crashed, files(crashed).find((name) => name.endsWith('.part')) ?? ''));
    await using recordings = await open({}, crashed);
    const [clip] = recordings.list('lens-1');
    if (!clip) throw new Error(`nothing was repaired: ${reports.join()}`);
    expect(clip).toMatchObject({ state: 'CUT_SHORT', reason: 'the gateway ended while it was recorded' });
    const bytes = await whole(recordings.given.content(clip));
    expect(imagesIn(bytes)).toEqual(pictures.slice(0, clip.frames).map(hashOf));
    expect(probe(bytes).streams[0]).toMatchObject({ nb_read_frames: String(clip.frames) });
    expect(clip.frames).toBeGreaterThan(0);
    expect(files(crashed)).toEqual([`${clip.recordingId}.avi`, `${clip.recordingId}.json`]);
  });

  it.each(['CLIP', 'BURST', 'TIME_LAPSE'] as const)(
    'that were a %s when the gateway died are shown as fast as ever',
    async (kind) => {
      const crashed = await crash(5, kind);
      const part = join(crashed, files(crashed).find((name) => name.endsWith('.part')) ?? '');
      const begunAt = clock.now() / 1000;
      utimesSync(part, begunAt, begunAt + 2);
      await using recordings = await open({}, crashed);
      const [made] = recordings.list('lens-1');
      if (!made) throw new Error(`nothing was repaired: ${reports.join()}`);
      expect(made).toMatchObject({ kind, frames: 5, endedAt: made.begunAt + 2000 });
      const rate = kind === 'CLIP' ? '2/1' : '25/1';
      expect(probe(await whole(recordings.given.content(made))).streams[0]).toMatchObject({ avg_frame_rate: rate });
    },
  );

  it('have one ETag for one content, whenever they are made whole', async () => {
    const crashed = await crash(3);
    const [part = '', note = ''] = files(crashed).map((name) => join(crashed, name));
    utimesSync(part, clock.now() / 1000, clock.now() / 1000 + 1);
    const before = readFileSync(note);
    const seen = async () => {
      await using recordings = await open({}, crashed);
      const [clip] = recordings.list('lens-1');
      if (!clip) throw new Error(`nothing was repaired: ${reports.join()}`);
      const content = recordings.given.content(clip);
      return { clip, etag: content.etag, hash: hashOf(await whole(content)) };
    };
    const first = await seen();
    // the power has gone before that was noted
    writeFileSync(note, before);
    expect(await seen()).toEqual(first);
    expect(whileMadeTag).not.toBe(first.etag);
  });

  it('of which a power loss has left no image, no note or no content are taken away, and nothing else is', async () => {
    const crashed = await crash(1);
    truncateSync(join(crashed, files(crashed).find((name) => name.endsWith('.part')) ?? ''), 600);
    writeFileSync(join(crashed, '00000009-00000000.avi'), 'no note');
    writeFileSync(join(crashed, '00000008-00000000.json'), '{"recordingId":');
    writeFileSync(join(crashed, 'holiday.jpg'), 'not ours');
    await using recordings = await open({}, crashed);
    expect(recordings.list('lens-1')).toEqual([]);
    expect(files(crashed)).toEqual(['holiday.jpg']);
    expect(reports).toHaveLength(2);
  });

  it('give way when the budget is full, the oldest first, but not one that is read', async () => {
    const bytes = pictureAt(0).length;
    await using recordings = await open({ maxBytes: 3 * bytes });
    const still = () => recordings.keepStill(STILL, { ...frame(), jpeg: pictureAt(0) });
    const [first, second, third] = [await still(), await still(), await still()];
    const reading = recordings.given.content(first).read(0, bytes)[Symbol.asyncIterator]();
    const begun = await reading.next();
    const fourth = await still();
    expect(recordings.list('lens-1')).toEqual([fourth, third, first]);
    expect(hashOf((begun as IteratorYieldResult<Uint8Array>).value)).toBe(hashOf(pictureAt(0)));
    await reading.return?.();
    const fifth = await still();
    expect(recordings.list('lens-1')).toEqual([fifth, fourth, third]);
    expect(recordings.counters).toMatchObject({ gaveWay: 2, recordings: 3, bytes: 3 * bytes });
    expect(files().filter((name) => name.startsWith(second.recordingId))).toEqual([]);
  });

  it('give way also while all of them are read, which ends then', async () => {
    // read in pieces
    const jpeg = Buffer.concat([pictureAt(0), Buffer.alloc(200_000)]);
    await using recordings = await open({ maxBytes: 2 * jpeg.length });
    const still = () => recordings.keepStill(STILL, { ...frame(), jpeg });
    const [first, second] = [await still(), await still()];
    const readings = [first, second].map((one) => slowly(recordings.given.content(one)));
    for (const reading of readings) await reading.next();
    const third = await still();
    expect(recordings.list('lens-1')).toEqual([third, second]);
    await expect(readings[0]?.next()).rejects.toMatchObject({ code: 'notFound' });
    expect(await readings[1]?.next()).toMatchObject({ done: false });
    await readings[1]?.return();
  });

  it('are not more than may be', async () => {
    await using recordings = await open({ maxCount: 2 });
    for (let n = 0; n < 4; n++) await recordings.keepStill(STILL, frame());
    expect(recordings.list('lens-1')).toHaveLength(2);
    expect(files()).toHaveLength(4);
  });

  it('larger than the budget end, and what was there stays', async () => {
    await using recordings = await open({ maxBytes: 4000 });
    const take = await recordings.begin(CLIP, frame());
    const append = async () => {
      for (;;) await take.append(frame());
    };
    await expect(append()).rejects.toMatchObject({ code: 'unavailable' });
    expect(recordings.health.value.state).toBe('SUSPENDED');
    const clip = await take.finish('there is no room');
    expect(clip.bytes).toBeLessThanOrEqual(4000);
    expect(probe(await whole(recordings.given.content(clip))).streams[0]).toMatchObject({ nb_read_frames: String(clip.frames) });
  });

  it('that are taken away while they are made leave nothing', async () => {
    await using recordings = await open();
    const take = await recordings.begin(CLIP, frame());
    await recordings.remove('lens-1', take.recording.recordingId);
    await take.append(frame());
    expect([take.hasEnded, recordings.list('lens-1'), files()]).toEqual([true, [], []]);
    expect(recordings.counters).toMatchObject({ bytes: 0 });
  });

  it('that are taken away by several at once are so once', async () => {
    await using recordings = await open({ maxCount: 2 });
    const [first, second] = [await recordings.keepStill(STILL, frame()), await recordings.keepStill(STILL, frame())];
    const removed = Array.from({ length: 3 }, () => recordings.remove('lens-1', first.recordingId));
    await Promise.all([...removed, recordings.keepStill(STILL, frame())]);
    expect(recordings.list('lens-1')).toMatchObject([{}, { recordingId: second.recordingId }]);
    expect(recordings.counters).toMatchObject({ gaveWay: 0, recordings: 2, failures: 0 });
    expect(files()).toHaveLength(4);
  });

  it('that several want to take away, and the disk does not, are one failure', async () => {
    await using recordings = await open();
    const still = await recordings.keepStill(STILL, frame());
    const content = join(recordingsDir(), `${still.recordingId}.jpg`);
    rmSync(content);
    mkdirSync(join(content, 'not'), { recursive: true });
    const both = [1, 2].map(() => recordings.remove('lens-1', still.recordingId));
    for (const one of both) await expect(one).rejects.toMatchObject({ code: 'unavailable' });
    expect(recordings.counters).toMatchObject({ failures: 1 });
    expect(reports).toHaveLength(1);
  });

  it('that the disk does not take away are there, and whoever wants that is told', async () => {
    await using recordings = await open({ maxCount: 1 });
    const still = await recordings.keepStill(STILL, frame());
    const content = join(recordingsDir(), `${still.recordingId}.jpg`);
    rmSync(content);
    mkdirSync(join(content, 'not'), { recursive: true });
    await expect(recordings.remove('lens-1', still.recordingId)).rejects.toMatchObject({ code: 'unavailable' });
    await expect(recordings.keepStill(STILL, frame())).rejects.toMatchObject({ code: 'unavailable' });
    expect(recordings.list('lens-1')).toEqual([still]);
    expect(recordings.counters).toMatchObject({ gaveWay: 0, recordings: 1, bytes: still.bytes });
    rmSync(content, { recursive: true });
    await recordings.remove('lens-1', still.recordingId);
    expect(recordings.list('lens-1')).toEqual([]);
  });

  it('of which the end cannot be noted are whole all the same, and leave nothing else', async () => {
    await using recordings = await open();
    const take = await recordings.begin(CLIP, frame());
    const { recordingId } = take.recording;
    const note = join(recordingsDir(), `${recordingId}.json`);
    rmSync(note);
    mkdirSync(join(note, 'not'), { recursive: true });
    expect(await take.finish()).toMatchObject({ state: 'COMPLETE' });
    expect(files()).toEqual([`${recordingId}.avi`, `${recordingId}.json`]);
    expect(reports).toHaveLength(1);
  });

  it('that the disk does not take away while they are made take no more', async () => {
    await using recordings = await open();
    const take = await recordings.begin(CLIP, frame());
    const { recordingId } = take.recording;
    mkdirSync(join(recordingsDir(), `${recordingId}.avi`, 'not'), { recursive: true });
    await expect(recordings.remove('lens-1', recordingId)).rejects.toMatchObject({ code: 'unavailable' });
    await take.append(frame());
    expect(recordings.list('lens-1')).toMatchObject([{ recordingId, state: 'CUT_SHORT', frames: 1 }]);
    rmSync(join(recordingsDir(), `${recordingId}.avi`), { recursive: true });
    await recordings.remove('lens-1', recordingId);
    expect([recordings.list('lens-1'), files()]).toEqual([[], []]);
  });

  it('are files, and lead nowhere else', async () => {
    const bytes = pictureAt(0).length;
    const secret = join(dir.path, 'secret');
    writeFileSync(secret, Buffer.alloc(bytes));
    await using recordings = await open();
    const still = await recordings.keepStill(STILL, { ...frame(), jpeg: pictureAt(0) });
    const content = join(recordingsDir(), `${still.recordingId}.jpg`);
    rmSync(content);
    symlinkSync(secret, content);
    await expect(whole(recordings.given.content(still))).rejects.toMatchObject({ code: 'notFound' });
    // as long as the secret is, and as its own name is
    const note = join(recordingsDir(), `${still.recordingId}.json`);
    for (const bytes of [secret.length, still.bytes]) {
      writeFileSync(note, JSON.stringify({ ...still, bytes }));
      await using after = await open();
      expect(after.list('lens-1')).toEqual([]);
    }
  });

  it('are known although there is something beside them that has no end', async () => {
    mkdirSync(recordingsDir());
    const endless = join(recordingsDir(), '00000000-00000000.json');
    execFileSync('mkfifo', [endless]);
    const end = openSync(endless, 'r+');
    try {
      await using recordings = await open();
      const still = await recordings.keepStill(STILL, frame());
      expect(recordings.list('lens-1')).toEqual([still]);
    } finally {
      closeSync(end);
    }
  });

  it('give way first of the tenant that has the most', async () => {
    await using recordings = await open({ maxCount: 3 });
    const still = (tenant?: string) =>
      recordings.keepStill({ ...STILL, ...(tenant !== undefined && { owner: { client: 'any', tenant } }) }, frame());
    const kept = await still();
    const theirs = [await still('rail'), await still('rail')];
    const newest = await still('rail');
    expect(recordings.list('lens-1')).toEqual([newest, theirs[1], kept]);
    const other = await still('town');
    expect(recordings.list('lens-1')).toEqual([other, newest, kept]);
  });

  it('are withheld while something is hidden that they show, also from whoever reads already', async () => {
    await using recordings = await open();
    const [door, window] = ['door', 'window'];
    const bare = await recordings.keepStill(STILL, frame());
    hidden = [door, window];
    const closed = await recordings.keepStill(STILL, frame());
    const clip = await filmed(recordings, 5);
    const isWithheld = () => [bare, closed, clip].map((one) => recordings.given.isWithheld(one));
    expect(isWithheld()).toEqual([true, false, false]);
    expect(() => recordings.given.content(bare)).toThrow('shows something that is hidden now');
    hidden = [window];
    expect(isWithheld()).toEqual([true, false, false]);
    const take = await recordings.begin(CLIP, frame());
    const reading = recordings.given.content(take.recording).read(0, take.recording.bytes)[Symbol.asyncIterator]();
    await reading.next();
    hidden = [window, 'garden'];
    await expect(reading.next()).rejects.toMatchObject({ code: 'forbidden' });
    await expect(recordings.given.image(clip, 0)).rejects.toMatchObject({ code: 'forbidden' });
    expect(isWithheld()).toEqual([true, true, true]);
    hidden = [];
    expect(isWithheld()).toEqual([false, false, false]);
    expect(hashOf(await whole(recordings.given.content(bare)))).toBe(hashOf(pictureAt(0)));
  });

  it('know after a restart what they show', async () => {
    hidden = ['door'];
    const made = await (async () => {
      await using recordings = await open();
      return await recordings.keepStill(STILL, frame());
    })();
    await using recordings = await open();
    const again = recordings.get('lens-1', made.recordingId);
    expect([again, recordings.given.isWithheld(again)]).toEqual([made, false]);
    hidden = ['window'];
    expect(recordings.given.isWithheld(again)).toBe(true);
  });

  it('end where other parts are hidden, and take no image that nobody may see', async () => {
    await using recordings = await open();
    const retracted = AbortSignal.abort();
    await expect(recordings.keepStill(STILL, { ...frame(), retracted })).rejects.toMatchObject({ code: 'unavailable' });
    const take = await recordings.begin(CLIP, frame());
    await take.append({ ...frame(), retracted });
    hidden = ['door'];
    await expect(take.append(frame())).rejects.toMatchObject({ code: 'conflict' });
    expect(await take.finish('something else')).toMatchObject({ state: 'CUT_SHORT', frames: 1, hidden: [] });
  });

  it('tell of a disk that does not take them, and go on when it does', async () => {
    await using recordings = await open();
    writeFileSync(recordingsDir(), 'where the directory should be');
    await expect(recordings.keepStill(STILL, frame())).rejects.toMatchObject({ code: 'unavailable', retryAfterMs: 5000 });
    await expect(recordings.begin(CLIP, frame())).rejects.toMatchObject({ code: 'unavailable' });
    expect(recordings.health.value.state).toBe('SUSPENDED');
    expect(recordings.list('lens-1')).toEqual([]);
    expect(recordings.counters).toMatchObject({ kept: 0, bytes: 0 });
    rmSync(recordingsDir());
    const clip = await filmed(recordings, 2);
    expect(recordings.list('lens-1')).toEqual([clip]);
    expect(recordings.health.value.state).toBe('ACTIVE');
  });
});

function recordingsDir(): string {
  return join(dir.path, 'recordings');
}

async function open(options: Partial<RecordingsOptions> = {}, at = recordingsDir()): Promise<Recordings> {
  let count = 0;
  const recordings = new Recordings(at, {
    clock,
    report: (message) => reports.push(message),
    newSuffix: () => (count++).toString(16).padStart(8, '0'),
    maxBytes: 1e9,
    maxCount: 1000,
    hiddenNow: () => hidden,
    ...options,
  });
  await recordings.loaded;
  return recordings;
}

/** The next picture, 200 ms after the last. */
function frame(): Frame {
  const jpeg = pictureAt(sequence % pictures.length);
  return { jpeg, capturedAt: clock.now() + 200 * sequence, sequence: sequence++ };
}

function pictureAt(index: number): Buffer {
  const found = pictures[index];
  if (!found) throw new Error(`there is no picture ${index}`);
  return found;
}

async function filmed(recordings: Recordings, frames: number) {
  const take = await recordings.begin(CLIP, frame());
  for (let n = 1; n < frames; n++) await take.append(frame());
  return take.finish();
}

/** @returns a directory as it is while a clip of so many images is made */
async function crash(frames: number, kind: RecordingPlan['kind'] = 'CLIP'): Promise<string> {
  await using recordings = await open();
  const take = await recordings.begin({ ...CLIP, kind }, frame());
  for (let n = 1; n < frames; n++) await take.append(frame());
  whileMadeTag = recordings.given.content(take.recording).etag;
  const crashed = join(dir.path, 'crashed');
  mkdirSync(crashed);
  for (const name of files()) copyFileSync(join(recordingsDir(), name), join(crashed, name));
  return crashed;
}

function files(at = recordingsDir()): string[] {
  return readdirSync(at).sort();
}

function picture(shade: number, width = 160): Promise<Buffer> {
  const create = { width, height: (width * 3) / 4, channels: 3, background: { r: shade, g: 255 - shade, b: shade / 2 } } as const;
  return sharp({ create })
    .jpeg({ quality: 50 + Math.floor(shade / 10) })
    .toBuffer();
}

/** One piece, and the rest when it is asked for. */
async function* slowly(content: Content): AsyncGenerator<Uint8Array, void> {
  for await (const piece of content.read(0, content.bytes)) yield piece;
}

function whole(content: Content): Promise<Buffer> {
  return bytesOf(content.read(0, content.bytes));
}

async function bytesOf(parts: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const all: Uint8Array[] = [];
  for await (const part of parts) all.push(part);
  return Buffer.concat(all);
}

interface Probed {
  readonly streams: readonly object[];
  readonly format: object;
}

/** What ffprobe says, which has nothing to complain of. */
function probe(bytes: Buffer): Probed {
  const path = join(dir.path, 'probed.avi');
  writeFileSync(path, bytes);
  const asked = ['-v', 'warning', '-count_frames', '-show_streams', '-show_format', '-of', 'json', path];
  const said = execFileSync('ffprobe', asked, { stdio: ['ignore', 'pipe', 'pipe'] });
  return JSON.parse(said.toString()) as Probed;
}

/** The hashes of the images that ffmpeg takes out of an AVI file as they are. */
function imagesIn(bytes: Buffer): string[] {
  const path = join(dir.path, 'images.avi');
  writeFileSync(path, bytes);
  const out = mkdirIn('images');
  execFileSync('ffmpeg', ['-v', 'error', '-xerror', '-i', path, '-c', 'copy', '-f', 'image2', join(out, '%03d.jpg')]);
  return files(out).map((name) => hashOf(readFileSync(join(out, name))));
}

function mkdirIn(name: string): string {
  const path = join(dir.path, name);
  mkdirSync(path, { recursive: true });
  return path;
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha1').update(bytes).digest('hex');
}
