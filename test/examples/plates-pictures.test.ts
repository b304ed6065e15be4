import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import sharp from 'sharp';
import { lettering } from '../../src/devices/simulated/lettering.js';
import { ROOT } from '../docs/blocks.js';
import type { LooksAtPictures } from './plates-in-the-street.js';

interface Asked {
  has(address: string): boolean;
  ask(method: string, path: string): Promise<Response>;
}
interface Found {
  readonly camera?: string;
  readonly elsewhere?: string;
}

const MIB = 1024 * 1024;
const GATEWAY = 'http://gateway.example:8080/umec';
const moduleAt = <T>(name: string): Promise<T> => import(pathToFileURL(join(ROOT, 'examples/plates', name)).href) as Promise<T>;

/** As the registry has it. */
const service = (serName: string, uri: string, state = 'ACTIVE') => ({
  ...{ serName, state },
  transportInfo: { endpoint: { uris: [uri] } },
});

describe('What examples/plates looks at', () => {
  it('is a camera of its own gateway, whatever else the registry lists', async () => {
    const { findCamera } = await moduleAt<{ findCamera: (gateway: Asked) => Promise<Found> }>('camera.js');
    const { Gateway } = await moduleAt<{ Gateway: new (url: string) => Asked }>('gateway.js');
    const gateway = new Gateway(`${GATEWAY}/`);
    const among = (...services: object[]) =>
      findCamera({ has: (uri) => gateway.has(uri), ask: () => Promise.resolve(Response.json(services)) });
    const own = `${GATEWAY}/camera/v1/cameras/yard`;
    const others = [
      service('umec-camera-gate', 'http://gateway.example:8080/umecs/camera/v1/cameras/gate'),
      service('umec-camera-door', `${GATEWAY}/../camera/v1/cameras/door`),
      service('umec-camera-shed', `${GATEWAY}/camera/v1/cameras/shed`, 'SUSPENDED'),
      service('my-camera', `${GATEWAY}/camera/v1/cameras/mine`),
      service('umec-camera-none', 'no address'),
    ];
    expect(await among()).toEqual({});
    expect(await among(...others)).toEqual({ elsewhere: 'http://gateway.example:8080/umecs' });
    expect(await among(...others, service('umec-camera-yard', own))).toEqual({ camera: own });
  });

  it('has 16 MiB at the most', async () => {
    const { takePicture } = await moduleAt<{ takePicture: (gateway: object, camera: string) => Promise<{ jpeg: Buffer }> }>(
      'camera.js',
    );
    const of = (bytes: number) => takePicture({ ask: () => Promise.resolve(new Response(Buffer.alloc(bytes))) }, '/lens-1');
    expect((await of(16 * MIB)).jpeg).toHaveLength(16 * MIB);
    await expect(of(16 * MIB + 1)).rejects.toThrow('the picture has more than 16 MiB');
  });

  it('is a bright sign of any size, too', async () => {
    const { PlateReader } = await moduleAt<{ PlateReader: new (read: () => Promise<string>) => LooksAtPictures }>(
      'plate-reader.js',
    );
    const reader = new PlateReader(() => Promise.resolve('KLM-274'));
    const jpeg = await sign(1280, 720);
    const told = [];
    for (const time of [0, 500, 1000]) told.push(...(await reader.look(jpeg, time)).map(({ plate }) => plate));
    expect(told).toEqual(['KLM-274']);
  });

  it('is no picture of more than 12 megapixels, and it says so', async () => {
    const { PlateReader } = await moduleAt<{ PlateReader: new (read: () => Promise<string>) => LooksAtPictures }>(
      'plate-reader.js',
    );
    const reader = new PlateReader(() => Promise.resolve(''));
    const sky = (width: number) =>
      sharp({ create: { width, height: 3_000, channels: 3, background: '#8cf' } })
        .jpeg()
        .toBuffer();
    expect(await reader.look(await sky(4_000), 0)).toEqual([]);
    await expect(reader.look(await sky(4_001), 500)).rejects.toThrow('exceeds pixel limit');
  });
});

/** As wide as a plate may be, which is three quarters of the picture. */
function sign(width: number, height: number): Promise<Buffer> {
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 360" width="${width}" height="${height}">` +
    `<rect width="640" height="360" fill="#56606c"/><rect x="82" y="120" width="470" height="110" fill="#fdfdfb"/>` +
    `<g transform="translate(102 140) scale(.6)">${lettering('KLM-274', '#15171a')}</g></svg>`;
  return sharp(Buffer.from(svg)).jpeg({ quality: 85 }).toBuffer();
}
