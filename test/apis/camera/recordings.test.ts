import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import sharp from 'sharp';
import { tempDirectory } from '../../temp-directory.js';
import { TestGateway } from '../../gateway.js';
import { until } from '../../until.js';

const RECORDINGS = '/camera/v1/cameras/lens-1/recordings';

interface Made {
  readonly recordingId: string;
  readonly state: string;
  readonly frames: number;
  readonly bytes: number;
  readonly _links: { readonly self: { readonly href: string }; readonly content: { readonly href: string } };
}

let gateway: TestGateway;
const scratch = tempDirectory();
beforeAll(async () => {
  const camera = { driver: 'simulated', width: 320, height: 240, fps: 20 };
  // a busy machine is none of its concern
  gateway = await TestGateway.start({ devices: { cameras: { 'lens-1': camera } } });
});
afterAll(async () => {
  await gateway.stop();
  scratch[Symbol.dispose]();
});

describe('recordings over REST', () => {
  it('keep a still, which is the JPEG image', async () => {
    const response = await gateway.send('POST', RECORDINGS, { kind: 'STILL' });
    const still = (await response.json()) as Made;
    expect([response.status, response.headers.get('Location')]).toEqual([201, `${RECORDINGS}/${still.recordingId}`]);
    expect(still).toMatchObject({ cameraId: 'lens-1', kind: 'STILL', cause: 'REQUEST', state: 'COMPLETE', frames: 1 });
    const content = await gateway.get(still._links.content.href);
    expect(content.headers.get('Content-Type')).toBe('image/jpeg');
    const bytes = Buffer.from(await content.arrayBuffer());
    expect(bytes.length).toBe(still.bytes);
    expect(await sharp(bytes).metadata()).toMatchObject({ format: 'jpeg', width: 320, height: 240 });
  });

  it('keep a burst, of which each image can be had', async () => {
    const burst = await finished({ kind: 'BURST', count: 4, intervalMs: 100 });
    expect(burst).toMatchObject({ state: 'COMPLETE', frames: 4 });
    for (let frame = 0; frame < 4; frame++) {
      const image = await gateway.get(`${burst._links.content.href}?frame=${frame}`);
      expect(image.headers.get('Content-Type')).toBe('image/jpeg');
      expect(await sharp(Buffer.from(await image.arrayBuffer())).metadata()).toMatchObject({ width: 320, height: 240 });
    }
    expect((await gateway.get(`${burst._links.content.href}?frame=4`)).status).toBe(404);
  });

  it('keep a clip, which ffprobe finds whole', async () => {
    const clip = await finished({ kind: 'CLIP', seconds: 1 });
    expect(clip.frames).toBeGreaterThan(5);
    const response = await gateway.get(clip._links.content.href);
    expect(response.headers.get('Content-Type')).toBe('video/x-msvideo');
    expect(response.headers.get('Content-Length')).toBe(String(clip.bytes));
    const path = join(scratch.path, 'clip.avi');
    writeFileSync(path, Buffer.from(await response.arrayBuffer()));
    const asked = ['-v', 'warning', '-count_frames', '-show_entries', 'stream=codec_name,nb_read_frames', '-of', 'csv=p=0', path];
    expect(execFileSync('ffprobe', asked).toString().trim()).toBe(`mjpeg,${clip.frames}`);
  });

  it('give parts of the content, and nothing to whoever has it', async () => {
    const clip = await finished({ kind: 'BURST', count: 3 });
    const whole = await gateway.get(clip._links.content.href);
    const etag = whole.headers.get('ETag') ?? '';
    expect(whole.headers.get('Accept-Ranges')).toBe('bytes');
    const bytes = Buffer.from(await whole.arrayBuffer());
    const part = async (headers: Record<string, string>) => {
      const response = await gateway.get(clip._links.content.href, { headers });
      const body = Buffer.from(await response.arrayBuffer());
      return { status: response.status, said: response.headers.get('Content-Range'), body };
    };
    const of = (from: number, end: number) => `bytes ${from}-${end - 1}/${bytes.length}`;
    expect(await part({ Range: 'bytes=0-3' })).toEqual({ status: 206, said: of(0, 4), body: Buffer.from('RIFF') });
    expect(await part({ Range: 'bytes=600-' })).toEqual({ status: 206, said: of(600, bytes.length), body: bytes.subarray(600) });
    expect(await part({ Range: 'bytes=-9' })).toEqual({
      ...{ status: 206, said: of(bytes.length - 9, bytes.length) },
      body: bytes.subarray(-9),
    });
    expect(await part({ Range: 'bytes=0-3', 'If-Range': etag })).toMatchObject({ status: 206 });
    expect(await part({ Range: 'bytes=0-3', 'If-Range': '"another"' })).toEqual({ status: 200, said: null, body: bytes });
    expect(await part({ Range: 'bytes=0-3,6-9' })).toEqual({ status: 200, said: null, body: bytes });
    expect(await part({ Range: `bytes=${bytes.length}-` })).toMatchObject({ status: 416, said: `bytes */${bytes.length}` });
    expect(await part({ 'If-None-Match': etag, Range: 'bytes=0-3' })).toMatchObject({ status: 304, body: Buffer.alloc(0) });
    const head = await gateway.get(clip._links.content.href, { method: 'HEAD' });
    expect([head.status, head.headers.get('Content-Length')]).toEqual([200, String(bytes.length)]);
    for (const Range of ['bytes=0-3', `bytes=${bytes.length}-`]) {
      const { status } = await gateway.get(clip._links.content.href, { method: 'HEAD', headers: { Range } });
      expect(status).toBe(200);
    }
  });

  it('are given on conditions, which come before what part is asked for', async () => {
    const clip = await finished({ kind: 'BURST', count: 3 });
    const { href } = clip._links.content;
    const etag = (await gateway.get(href)).headers.get('ETag') ?? '';
    const ask = async (headers: Record<string, string>, query = '') => {
      const { status, headers: said } = await gateway.get(href + query, { headers });
      return { status, part: said.get('Content-Range'), length: said.get('Content-Length') };
    };
    const behind = { Range: `bytes=${clip.bytes}-` };
    expect(await ask(behind)).toMatchObject({ status: 416, part: `bytes */${clip.bytes}` });
    for (const range of [behind, { Range: 'bytes=0-3' }, {}]) {
      // of the whole, as a 200 would say it, or nothing at all
      expect(await ask({ ...range, 'If-None-Match': etag })).toEqual({ status: 304, part: null, length: String(clip.bytes) });
      expect(await ask({ ...range, 'If-Match': '"another"' })).toMatchObject({ status: 412, part: null });
      expect(await ask({ ...range, 'If-Match': `W/${etag}` })).toMatchObject({ status: 412, part: null });
    }
    expect(await ask({ Range: 'bytes=0-3', 'If-Match': `"another", ${etag}` })).toMatchObject({ status: 206 });
    expect(await ask({ Range: 'bytes=0-3', 'If-None-Match': '"another"' })).toMatchObject({ status: 206 });
    expect(await ask({ 'If-Match': etag }, '?frame=0')).toMatchObject({ status: 412 });
    // nobody knows when it was changed last
    expect(await ask({ 'If-Unmodified-Since': 'Sun, 06 Nov 1994 08:49:37 GMT' })).toMatchObject({ status: 200 });
  });

  it('are of one type, and given to nobody who does not take it', async () => {
    const still = await finished({ kind: 'STILL' });
    const burst = await finished({ kind: 'BURST', count: 2 });
    const ask = async ({ _links }: Made, Accept: string, query = '') =>
      (await gateway.get(_links.content.href + query, { headers: { Accept } })).status;
    const [jpeg, avi] = ['image/jpeg', 'video/x-msvideo'];
    expect([await ask(still, jpeg), await ask(still, avi)]).toEqual([200, 406]);
    expect([await ask(burst, jpeg), await ask(burst, avi)]).toEqual([406, 200]);
    expect([await ask(burst, jpeg, '?frame=1'), await ask(burst, avi, '?frame=1')]).toEqual([200, 406]);
    // whatever is liked best
    expect(await ask(burst, 'image/avif, image/*, */*;q=0.5')).toBe(200);
  });

  it('leave no single image in a cache', async () => {
    const burst = await finished({ kind: 'BURST', count: 2 });
    const image = await gateway.get(`${burst._links.content.href}?frame=1`);
    expect(image.headers.get('Cache-Control')).toBe('no-store');
  });

  it('are looked at by somebody whom the audit log knows', async () => {
    const still = await finished({ kind: 'STILL' });
    for (let time = 0; time < 3; time++) await (await gateway.get(still._links.content.href)).arrayBuffer();
    const log = await gateway.json<{ what: string; target: string }[]>('/access/v1/audit');
    expect(log.filter(({ target }) => target === still._links.content.href)).toMatchObject([
      { what: 'CameraRecordingContent_GET' },
    ]);
  });

  it('are listed newest first, page by page, and gone when they are taken away', async () => {
    const first = await finished({ kind: 'STILL' });
    const second = await finished({ kind: 'STILL' });
    const third = await finished({ kind: 'STILL' });
    const page = await gateway.get(`${RECORDINGS}?kind=STILL&limit=2`);
    expect(((await page.json()) as Made[]).map(({ recordingId }) => recordingId)).toEqual([
      third.recordingId,
      second.recordingId,
    ]);
    const next = /<(.*)>; rel="next"/.exec(page.headers.get('Link') ?? '')?.[1] ?? '';
    expect((await gateway.json<Made[]>(next))[0]?.recordingId).toBe(first.recordingId);
    expect((await gateway.get(second._links.self.href, { method: 'DELETE' })).status).toBe(204);
    expect((await gateway.get(second._links.self.href)).status).toBe(404);
    expect((await gateway.get(second._links.content.href)).status).toBe(404);
    expect((await gateway.json<Made[]>(`${RECORDINGS}?kind=STILL&limit=2`))[1]?.recordingId).toBe(first.recordingId);
  });

  it('are withheld once something is hidden that they show, and given again when it is not', async () => {
    const configuration = '/camera/v1/cameras/lens-1/configuration';
    const put = async (body: object) => {
      const ETag = (await gateway.get(configuration)).headers.get('ETag') ?? '';
      const answer = await gateway.get(configuration, {
        ...{ method: 'PUT', body: JSON.stringify(body) },
        headers: { 'Content-Type': 'application/json', 'If-Match': ETag },
      });
      expect(answer.status).toBe(200);
    };
    const corners = [0, 0.5].flatMap((y) => [
      { x: 0, y },
      { x: 0.5, y },
    ]);
    const masks = [{ polygon: corners }];
    const before = await finished({ kind: 'STILL' });
    await put({ masks });
    const after = await finished({ kind: 'STILL' });
    const seen = async ({ _links }: Made) => [
      (await gateway.json<{ withheld: boolean }>(_links.self.href)).withheld,
      (await gateway.get(_links.content.href)).status,
      (await gateway.get(`${_links.content.href}?frame=0`)).status,
    ];
    expect([await seen(before), await seen(after)]).toEqual([
      [true, 403, 403],
      [false, 200, 200],
    ]);
    const etag = (await gateway.get(after._links.content.href)).headers.get('ETag') ?? '';
    await put({ masks: [{ polygon: corners, fill: 'PIXELATED' }] });
    expect(await seen(after)).toEqual([true, 403, 403]);
    expect((await gateway.get(after._links.content.href, { headers: { 'If-None-Match': etag } })).status).toBe(403);
    await put({});
    expect([await seen(before), await seen(after)]).toEqual([
      [false, 200, 200],
      [false, 200, 200],
    ]);
  });

  it('are not more at once than the camera bears', async () => {
    const asked = await Promise.all(
      Array.from({ length: 6 }, () => gateway.send('POST', RECORDINGS, { kind: 'CLIP', seconds: 60 })),
    );
    expect(asked.map(({ status }) => status).sort()).toEqual([201, 201, 201, 201, 503, 503]);
    for (const response of asked) {
      if (response.status === 503) expect(Number(response.headers.get('Retry-After'))).toBeGreaterThan(0);
      else await gateway.get(response.headers.get('Location') ?? '', { method: 'DELETE' });
    }
    const clip = await gateway.send('POST', RECORDINGS, { kind: 'STILL' });
    expect(clip.status).toBe(201);
  });
});

/** A recording once it is finished. */
async function finished(request: object): Promise<Made> {
  const response = await gateway.send('POST', RECORDINGS, request);
  if (response.status !== 201) throw new Error(await response.text());
  let made = (await response.json()) as Made;
  await until(async () => {
    made = await gateway.json<Made>(made._links.self.href);
    return made.state !== 'RECORDING';
  }, 20);
  return made;
}
