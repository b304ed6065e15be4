import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import { beforeAll, describe, expect, it } from '@jest/globals';
import sharp from 'sharp';
import { freePort } from '../free-port.js';
import { TestGateway } from '../gateway.js';
import { blocksOf, readPage, ROOT } from './blocks.js';
import { shellEnvironment } from './shell-environment.js';

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
  const port = await freePort();
  const here = (script: string) =>
    script.replaceAll('http://127.0.0.1:8080', gateway.url).replaceAll('127.0.0.1:9000', `127.0.0.1:${port}`);
  const first = spawn('sh', ['-c', `exec ${text('sh listens').replace('9000', String(port))}`], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    while (!(await fetch(`http://127.0.0.1:${port}`).catch(() => undefined)));
    const told = createInterface({ input: first.stdout })[Symbol.asyncIterator]();
    const [subscribing, removing] = blocks.filter(({ info }) => info === 'sh').map((block) => here(block.text));
    const second = spawn('sh', ['-es'], {
      cwd: ROOT,
      env: shellEnvironment({ UMEC_DATA_DIR: gateway.dir }),
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    // or the first would wait for what never comes
    second.once('exit', () => first.kill());
    second.stdin.write(subscribing ?? '');
    const { value } = (await told.next()) as IteratorResult<string, undefined>;
    expect(JSON.parse(value ?? '{}')).toEqual(shaped(JSON.parse(text('json BEGUN'))));
    const said = second.stdout.setEncoding('utf8').toArray();
    second.stdin.end(removing);
    await said;
    if (second.exitCode === null) await once(second, 'exit');
    expect(second.exitCode).toBe(0);
    expect(await gateway.json('/registry/v1/applications')).toEqual([]);
    expect(await gateway.json('/camera/v1/cameras/lens-1/configuration')).toEqual({});
  } finally {
    first.kill();
  }
}, 90_000);

/** The same members with the same values, where the page does not leave a part of them out; of a number the kind. */
function shaped(shown: unknown): unknown {
  if (typeof shown === 'object' && shown !== null)
    return Object.fromEntries(Object.entries(shown).map(([name, value]) => [name, shaped(value)]));
  if (typeof shown === 'number') return expect.any(Number);
  if (typeof shown === 'string' && shown.endsWith('…')) return expect.stringContaining(shown.slice(0, -1));
  return shown;
}
