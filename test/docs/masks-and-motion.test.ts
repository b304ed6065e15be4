import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeAll, describe, expect, it } from '@jest/globals';
import sharp from 'sharp';
import { TestGateway } from '../gateway.js';
import { blocksOf, readPage, ROOT } from './blocks.js';
import { shaped } from './shaped.js';
import { TwoShells } from './two-shells.js';

const blocks = blocksOf(readPage('docs/masks-and-motion.md'));
const text = (info: string) => blocks.find((block) => block.info === info)?.text ?? '';

interface Drawing {
  readonly configuration: object;
  draw(): Promise<{ readonly jpeg: Uint8Array }>;
}

interface Pixels {
  readonly data: Buffer;
  readonly info: { readonly width: number; readonly height: number };
}

let drawing: Drawing;
beforeAll(async () => {
  drawing = (await import(pathToFileURL(join(ROOT, 'scripts/draw-masked-street.mjs')).href)) as Drawing;
});

describe('docs/masked-street.jpg', () => {
  const committed = readFileSync(join(ROOT, 'docs/masked-street.jpg'));
  const pixelsOf = (jpeg: Uint8Array): Promise<Pixels> => sharp(Buffer.from(jpeg)).raw().toBuffer({ resolveWithObject: true });

  it('is what its script draws', async () => {
    const [one, other] = [await pixelsOf(committed), await pixelsOf((await drawing.draw()).jpeg)];
    expect(one.info).toMatchObject({ width: other.info.width, height: other.info.height });
    // encoders differ a little from version to version
    const off = one.data.reduce((sum, value, at) => sum + Math.abs(value - (other.data[at] ?? 0)), 0) / one.data.length;
    expect(off).toBeLessThan(2);
  }, 60_000);

  it('shows nothing behind the mask, and a picture beside it', async () => {
    const { data, info } = await pixelsOf(committed);
    const at = (x: number, y: number) => [...data.subarray(...range(x, y, info.width))];
    for (const x of [290, 340, 375]) for (const y of [150, 240, 320]) expect(Math.max(...at(x, y))).toBeLessThan(12);
    expect(Math.max(...at(500, 30))).toBeGreaterThan(150);
  });

  const range = (x: number, y: number, width: number): [number, number] => [3 * (y * width + x), 3 * (y * width + x) + 3];
});

it('docs/masks-and-motion.md shows the configuration of its picture', () => {
  const put = blocks.find((block) => block.text.includes('-X PUT'))?.text ?? '';
  const body = /-X PUT \S+ -H "\$JSON" -d '([^']+)'/.exec(put)?.[1];
  expect(JSON.parse(body ?? '{}')).toEqual(drawing.configuration);
});

it('docs/masks-and-motion.md, with two shells, shows motion that begins', async () => {
  await using gateway = await TestGateway.start({
    auth: { mode: 'tokens' },
    devices: { cameras: { 'lens-1': { driver: 'simulated' } } },
  });
  using shells = await TwoShells.open(blocks, gateway);
  const [subscribing, removing] = shells.commands;
  shells.type(subscribing);
  expect(await shells.next()).toEqual(shaped(JSON.parse(text('json BEGUN')), () => true));
  expect(await shells.end(removing)).toMatchObject({ exitCode: 0 });
  expect(await gateway.json('/registry/v1/applications')).toEqual([]);
  expect(await gateway.json('/camera/v1/cameras/lens-1/configuration')).toEqual({});
}, 90_000);
