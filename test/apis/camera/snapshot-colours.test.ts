import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import sharp from 'sharp';
import { TestGateway } from '../../gateway.js';
import { tempDirectory } from '../../temp-directory.js';

const hasFfmpeg = spawnSync('ffmpeg', ['-version']).status === 0;
const COLOURS = { red: 0xff0000, lime: 0x00ff00, blue: 0x0000ff, white: 0xffffff };
/** Top left, top right, bottom left, bottom right, as they are upright. */
const UPRIGHT = { 0: 'red lime blue white', 90: 'blue red white lime', 180: 'white blue lime red', 270: 'lime white red blue' };
const FORMATS = { JPEG: 'jpeg', WEBP: 'webp', AVIF: 'heif', PNG: 'png' };

let dir: ReturnType<typeof tempDirectory>;
let gateway: TestGateway;

if (hasFfmpeg) describe('A camera of four colours that ffmpeg reads, mounted in each way', withFfmpeg);
else it.todo('A camera of four colours that ffmpeg reads (apt-get install ffmpeg)');

function withFfmpeg(): void {
  beforeAll(async () => {
    dir = tempDirectory();
    const source = join(dir.path, 'colours.avi');
    const parts = Object.keys(COLOURS).map((colour, at) => `color=${colour}:size=160x120:rate=10:duration=1[part${at}]`);
    const graph = `${parts.join(';')};[part0][part1]hstack[top];[part2][part3]hstack[bottom];[top][bottom]vstack`;
    const made = spawnSync('ffmpeg', ['-nostdin', '-f', 'lavfi', '-i', graph, '-c:v', 'mjpeg', '-q:v', '2', source]);
    expect([made.status, made.status === 0 ? '' : made.stderr.toString()]).toEqual([0, '']);
    const cameras = Object.fromEntries(
      [0, 90, 180, 270].map((rotate) => [`lens-${rotate}`, { driver: 'ffmpeg', source, loop: true, rotate }]),
    );
    gateway = await TestGateway.start({ devices: { cameras } });
  });
  afterAll(async () => {
    await gateway.stop();
    dir[Symbol.dispose]();
  });

  for (const [mounted, corners] of Object.entries(UPRIGHT)) {
    const [width, height] = Number(mounted) % 180 === 0 ? [320, 240] : [240, 320];

    it(`${mounted}°: says how it is to be turned, and shows so`, async () => {
      const { headers, bytes } = await seen(`lens-${mounted}`, '');
      const { orientation, ...stored } = await sharp(bytes).metadata();
      expect([stored.width, stored.height, String(orientation)]).toEqual([320, 240, headers.get('umec-orientation')]);
      expect(await cornersOf(bytes)).toBe(UPRIGHT[0]);
      expect(await cornersOf(await sharp(bytes).autoOrient().toBuffer())).toBe(corners);
    });

    it(`${mounted}°: is upright in every format, of the size that is asked`, async () => {
      for (const [format, name] of Object.entries(FORMATS))
        for (const [query, size] of [
          ['rotate=0', [width, height]],
          ['width=80', [80, Math.round((80 * height) / width)]],
          ['width=90&height=40&fit=FILL', [90, 40]],
          ['width=64&height=64&fit=COVER', [64, 64]],
          ['region=full&height=60', [Math.round((60 * width) / height), 60]],
        ] as const) {
          const { headers, bytes } = await seen(`lens-${mounted}`, `${query}&format=${format}`);
          const found = await sharp(bytes).metadata();
          expect([query, found.format, found.width, found.height]).toEqual([query, name, ...size]);
          expect(found.orientation ?? 1).toBe(1);
          expect(['width', 'height', 'orientation'].map((what) => headers.get(`umec-${what}`))).toEqual([
            ...size.map(String),
            '1',
          ]);
          expect([query, format, await cornersOf(bytes)]).toEqual([query, format, corners]);
        }
    });

    it(`${mounted}°: is turned, mirrored and cut from there`, async () => {
      const [topLeft = '', topRight = '', bottomLeft = '', bottomRight = ''] = corners.split(' ');
      for (const [query, expected] of [
        ['rotate=90', [bottomLeft, topLeft, bottomRight, topRight]],
        ['rotate=180', [bottomRight, bottomLeft, topRight, topLeft]],
        ['rotate=270', [topRight, bottomRight, topLeft, bottomLeft]],
        ['flip=HORIZONTAL', [topRight, topLeft, bottomRight, bottomLeft]],
        ['flip=VERTICAL', [bottomLeft, bottomRight, topLeft, topRight]],
        ['flip=VERTICAL&rotate=90', [topLeft, bottomLeft, topRight, bottomRight]],
        ['region=pct:0,0,50,50', Array<string>(4).fill(topLeft)],
        ['region=pct:50,0,50,100', [topRight, topRight, bottomRight, bottomRight]],
        [`region=0,${height / 2},${width},${height / 2}`, [bottomLeft, bottomRight, bottomLeft, bottomRight]],
      ] as const) {
        const { bytes } = await seen(`lens-${mounted}`, `${query}&format=PNG`);
        expect([query, await cornersOf(bytes)]).toEqual([query, expected.join(' ')]);
      }
    });
  }
}

async function seen(cameraId: string, query: string): Promise<{ headers: Headers; bytes: Buffer }> {
  const response = await gateway.get(`/camera/v1/cameras/${cameraId}/snapshot?max_age_ms=3600000&${query}`);
  const bytes = Buffer.from(await response.arrayBuffer());
  expect([query, response.status]).toEqual([query, 200]);
  return { headers: response.headers, bytes };
}

/** Of pixels that stand a little off the edge. */
async function cornersOf(bytes: Buffer): Promise<string> {
  const { data, info } = await sharp(bytes).removeAlpha().toColourspace('srgb').raw().toBuffer({ resolveWithObject: true });
  const at = (x: number, y: number) =>
    data.readUIntBE((Math.floor(y * info.height) * info.width + Math.floor(x * info.width)) * 3, 3);
  return [at(0.1, 0.1), at(0.9, 0.1), at(0.1, 0.9), at(0.9, 0.9)].map(nameOf).join(' ');
}

/** The nearest of them, if it is near. */
function nameOf(pixel: number): string {
  const far = (other: number) =>
    [16, 8, 0].reduce((sum, bits) => sum + Math.abs(((pixel >> bits) & 0xff) - ((other >> bits) & 0xff)), 0);
  const [name = '', colour = 0] = Object.entries(COLOURS).sort(([, one], [, other]) => far(one) - far(other))[0] ?? [];
  return far(colour) <= 90 ? name : pixel.toString(16);
}
