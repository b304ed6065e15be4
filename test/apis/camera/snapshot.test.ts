import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import sharp from 'sharp';
import { TestGateway } from '../../gateway.js';

const KEPT = 'max_age_ms=3600000';
const cameras = {
  'lens-1': { driver: 'simulated', fps: 30 },
  'lens-2': { driver: 'simulated', rotate: 90 },
};

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await TestGateway.start({ devices: { cameras } });
});
afterAll(() => gateway.stop());

async function snapshot(query: string, headers: Record<string, string> = {}, cameraId = 'lens-1') {
  const response = await gateway.get(`/camera/v1/cameras/${cameraId}/snapshot?${query}`, { headers });
  return { status: response.status, headers: response.headers, body: Buffer.from(await response.arrayBuffer()) };
}
const about = (headers: Headers, name: string) => headers.get(`umec-${name}`) ?? '';

describe('A snapshot', () => {
  it('says when it was exposed, how old it is, which one it is, and how it is to be shown', async () => {
    const asked = Date.now();
    const { headers, body } = await snapshot('');
    const capturedAt = Date.parse(about(headers, 'captured-at'));
    expect(capturedAt).toBeGreaterThanOrEqual(asked);
    expect(Number(about(headers, 'age-ms'))).toBeLessThanOrEqual(Date.now() - asked);
    expect(Number(about(headers, 'sequence'))).toBeGreaterThan(0);
    expect([about(headers, 'width'), about(headers, 'height'), about(headers, 'orientation')]).toEqual(['640', '480', '1']);
    expect(headers.get('last-modified')).toBe(new Date(capturedAt).toUTCString());
    expect(headers.get('cache-control')).toBe('no-store');
    const { exif } = await sharp(body).metadata();
    expect(exif?.includes(new Date(capturedAt).toISOString().slice(11, 19))).toBe(true);
  });

  it('of a kept frame grows older, and is the same', async () => {
    let first = await snapshot(KEPT, {}, 'lens-2');
    let again = await snapshot(KEPT, {}, 'lens-2');
    // while the camera is open there is another every now and then
    while (about(again.headers, 'sequence') !== about(first.headers, 'sequence'))
      [first, again] = [again, await snapshot(KEPT, {}, 'lens-2')];
    expect(again.body.equals(first.body)).toBe(true);
    expect(Number(about(again.headers, 'age-ms'))).toBeGreaterThanOrEqual(Number(about(first.headers, 'age-ms')));
  });

  it('tells of a camera that is mounted askew, and is upright when it is drawn anew', async () => {
    const asIs = await snapshot('', {}, 'lens-2');
    expect([about(asIs.headers, 'width'), about(asIs.headers, 'orientation')]).toEqual(['640', '6']);
    expect(await sharp(asIs.body).metadata()).toMatchObject({ width: 640, orientation: 6 });
    const upright = await snapshot('rotate=0', {}, 'lens-2');
    expect([about(upright.headers, 'width'), about(upright.headers, 'orientation')]).toEqual(['480', '1']);
    expect(await sharp(upright.body).metadata()).toMatchObject({ width: 480, height: 640, orientation: 1 });
  });

  it('has the format that is asked for, by parameter or by Accept', async () => {
    for (const [format, name] of Object.entries({ JPEG: 'jpeg', WEBP: 'webp', AVIF: 'heif', PNG: 'png' })) {
      const type = `image/${format.toLowerCase()}`;
      for (const { headers, body } of [
        await snapshot(`${KEPT}&width=64&format=${format}`, { accept: 'image/*' }),
        await snapshot(`${KEPT}&width=64`, { accept: type }),
      ]) {
        expect(headers.get('content-type')).toBe(type);
        expect(await sharp(body).metadata()).toMatchObject({ format: name, width: 64, height: 48 });
      }
    }
    expect((await snapshot(KEPT, { accept: '*/*' })).headers.get('content-type')).toBe('image/jpeg');
    expect((await snapshot(KEPT, { accept: 'image/gif' })).status).toBe(406);
  });

  it('is fitted, cut, turned and grey as asked', async () => {
    const query = 'region=pct:25,0,50,50&width=100&height=30&fit=COVER&rotate=90&flip=HORIZONTAL&grey=true&format=PNG';
    const { headers, body } = await snapshot(`${KEPT}&${query}`);
    expect(await sharp(body).metadata()).toMatchObject({ width: 100, height: 30, channels: 1 });
    expect([about(headers, 'width'), about(headers, 'height')]).toEqual(['100', '30']);
  });

  it('refuses what is no region, and one that is not in the picture', async () => {
    for (const region of ['1,2,3', 'pct:1,2,3', '-1,0,5,5', 'all', '640,0,5,5', 'pct:0,0,0,0'])
      expect([region, (await snapshot(`${KEPT}&region=${region}`)).status]).toEqual([region, 400]);
    expect((await snapshot(`${KEPT}&${'region=full&'.repeat(9)}`)).status).toBe(400);
  });

  it('of several regions has a part for each, of one moment', async () => {
    const regions = ['0,0,320,240', 'pct:50,50,25,25', 'square'];
    const { headers, body } = await snapshot(regions.map((region) => `region=${encodeURIComponent(region)}`).join('&'));
    const parts = partsOf(headers.get('content-type') ?? '', body);
    expect(parts.map(({ head }) => head['umec-region'])).toEqual(regions);
    const sizes = await Promise.all(parts.map(async ({ bytes }) => sharp(bytes).metadata()));
    expect(sizes.map(({ width, height }) => [width, height])).toEqual([
      [320, 240],
      [160, 120],
      [480, 480],
    ]);
    expect(parts.map(({ head }) => [Number(head['umec-width']), Number(head['umec-height'])])).toEqual(
      sizes.map(({ width, height }) => [width, height]),
    );
    for (const [index, { head, bytes }] of parts.entries())
      expect([index, head['content-type'], head['content-length']]).toEqual([index, 'image/jpeg', String(bytes.length)]);
    expect(new Set(sizes.map(({ exif }) => exif?.toString('latin1'))).size).toBe(1);
  });

  it('of several regions is no larger together than a gateway can hold', async () => {
    const large = 'width=2000&height=1000&fit=FILL&format=WEBP';
    const many = (count: number) => `${KEPT}&${'region=0,0,8,8&'.repeat(count)}${large}`;
    const refused = await snapshot(many(8).replace('1000', '1001'));
    expect([refused.status, refused.body.toString()]).toEqual([400, expect.stringContaining('16 megapixels together')]);
    const { status, headers, body } = await snapshot(many(8));
    expect(status).toBe(200);
    for (const { bytes } of partsOf(headers.get('content-type') ?? '', body))
      expect(await sharp(bytes).metadata()).toMatchObject({ format: 'webp', width: 2000, height: 1000 });
  });

  it('is in one part when only that is accepted', async () => {
    const { headers, body } = await snapshot(KEPT, { accept: 'multipart/mixed' });
    expect(partsOf(headers.get('content-type') ?? '', body).map(({ head }) => head['umec-width'])).toEqual(['640']);
  });
});

describe('A snapshot that is known', () => {
  it('is not sent again while it may be the answer', async () => {
    const still = await TestGateway.start({ devices: { cameras: { 'lens-1': { driver: 'simulated' } } }, camera: { idleMs: 0 } });
    try {
      const get = (query: string, headers: Record<string, string>) =>
        still.get(`/camera/v1/cameras/lens-1/snapshot?${query}`, { headers });
      const first = await get(KEPT, {});
      await first.arrayBuffer();
      // a capture that has begun may have one frame more
      const whole = await get(KEPT, {});
      await whole.arrayBuffer();
      const [etag, modified] = [whole.headers.get('etag') ?? '', whole.headers.get('last-modified') ?? ''];
      for (const headers of [{ 'if-none-match': etag }, { 'if-modified-since': modified }] as Record<string, string>[]) {
        const response = await get(KEPT, headers);
        expect([headers, response.status, await response.text()]).toEqual([headers, 304, '']);
        expect(response.headers.get('etag')).toBe(etag);
        expect(response.headers.get('umec-age-ms')).toMatch(/^\d+$/);
      }
      const before = new Date(Date.parse(modified) - 1_000).toUTCString();
      for (const headers of [
        { 'if-modified-since': before },
        { 'if-modified-since': 'yesterday' },
        { 'if-modified-since': modified, 'if-none-match': '"another"' },
      ] as Record<string, string>[]) {
        const response = await get(KEPT, headers);
        expect([headers, response.status]).toEqual([headers, 200]);
        await response.arrayBuffer();
      }
      for (const [name, kept, other] of [
        ['if-match', etag, '"another"'],
        ['if-unmodified-since', modified, before],
      ] as const) {
        const statuses = [(await get(KEPT, { [name]: kept })).status, (await get(KEPT, { [name]: other })).status];
        expect([name, ...statuses]).toEqual([name, 200, 412]);
      }
    } finally {
      await still.stop();
    }
  });

  it('is of no account where a fresh one is asked for', async () => {
    const { headers } = await snapshot(KEPT);
    const fresh = await snapshot('', { 'if-none-match': headers.get('etag') ?? '' });
    expect(fresh.status).toBe(200);
    expect(Number(about(fresh.headers, 'sequence'))).toBeGreaterThan(Number(about(headers, 'sequence')));
  });
});

describe('A flood of snapshots', () => {
  it('of different pictures of one camera is refused with Retry-After, and the other camera goes on', async () => {
    await snapshot(KEPT, {}, 'lens-2');
    const flood = Promise.all(Array.from({ length: 200 }, (_, index) => snapshot(`${KEPT}&width=${100 + index}&quality=95`)));
    const others = await Promise.all([20, 21, 22].map((width) => snapshot(`${KEPT}&width=${width}`, {}, 'lens-2')));
    expect(others.map(({ status }) => status)).toEqual([200, 200, 200]);
    const answers = await flood;
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200, 503]));
    for (const { status, headers } of answers) if (status === 503) expect(headers.get('retry-after')).toBe('1');
  });
});

interface MimePart {
  readonly head: Readonly<Record<string, string>>;
  readonly bytes: Buffer;
}

/** By RFC 2046 alone: delimiters, then a head, an empty line, and what is left. */
function partsOf(contentType: string, body: Buffer): MimePart[] {
  const boundary = /^multipart\/mixed;boundary=([0-9a-f]+)$/.exec(contentType)?.[1] ?? 'none';
  const [before, ...chunks] = body.toString('latin1').split(new RegExp(`(?:^|\r\n)--${boundary}`));
  expect(before).toBe('');
  expect(chunks.pop()).toBe('--\r\n');
  return chunks.map((chunk) => {
    const end = chunk.indexOf('\r\n\r\n');
    const lines = chunk.slice(2, end).split('\r\n');
    const head = Object.fromEntries(lines.map((line) => [line.split(': ')[0]?.toLowerCase() ?? '', line.split(': ')[1] ?? '']));
    return { head, bytes: Buffer.from(chunk.slice(end + 4), 'latin1') };
  });
}
