import { execFile } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import sharp from 'sharp';
import { parse } from 'yaml';
import { parseConfig } from '../../src/config/config.js';
import { TestGateway } from '../gateway.js';
import { blocksOf, readPage, ROOT, tableRows } from './blocks.js';
import { shellEnvironment } from './shell-environment.js';

interface Snapshot {
  readonly parameters: readonly { readonly name: string; readonly schema: { readonly enum?: readonly (string | number)[] } }[];
  readonly responses: { readonly 200: { readonly headers: object } };
}

const page = readPage('docs/snapshots.md');
const blocks = blocksOf(page);
const { paths } = parse(readPage('openapi/camera.yaml')) as { paths: Record<string, { get: Snapshot }> };
const snapshot = paths['/cameras/{cameraId}/snapshot']?.get;

describe('docs/snapshots.md', () => {
  let gateway: TestGateway;
  /** Where its shell has left the pictures, and what it has said. */
  let folder: string;
  let said: readonly string[];

  beforeAll(async () => {
    const cameras = { 'lens-1': { driver: 'simulated' } };
    // nobody else looks meanwhile
    gateway = await TestGateway.start({ auth: { mode: 'tokens' }, devices: { cameras }, camera: { idleMs: 0 } });
    const script = `${blocks
      .filter(({ info }) => info === 'sh')
      .map(({ text }) => text)
      .join('\n')}\npwd`;
    const { stdout } = await promisify(execFile)('sh', ['-ec', script.replaceAll('http://127.0.0.1:8080', gateway.url)], {
      cwd: ROOT,
      env: shellEnvironment({ UMEC_DATA_DIR: gateway.dir }),
    });
    said = stdout.trim().split('\n');
    folder = said.at(-1) ?? '';
  }, 60_000);
  afterAll(async () => {
    await gateway.stop();
    rmSync(folder, { recursive: true });
  });

  const file = (name: string) => readFileSync(join(folder, name));

  it('shows the picture of the camera, and all that is said of it', async () => {
    expect(await sharp(file('street.jpg')).metadata()).toMatchObject({ format: 'jpeg', width: 640, height: 480 });
    const headers = file('headers.txt').toString().toLowerCase();
    for (const [name = ''] of tableRows(page, 'header')) expect(headers).toContain(`\n${name.toLowerCase()}: `);
  });

  it('shows pictures in the size, part and format that were asked for', async () => {
    expect(await sharp(file('list.webp')).metadata()).toMatchObject({ format: 'webp', width: 320, height: 240 });
    expect(await sharp(file('door.png')).metadata()).toMatchObject({ format: 'png', width: 160, height: 360, channels: 1 });
    expect(await sharp(file('model.jpg')).metadata()).toMatchObject({ format: 'jpeg', width: 224, height: 224 });
  });

  it('shows several parts of one moment', () => {
    const parts = file('parts.bin').toString('latin1');
    expect([...parts.matchAll(/^Umec-Region: (.+)\r$/gm)].map(([, region]) => region)).toEqual([
      '0,0,320,240',
      'pct:50,50,50,50',
    ]);
    expect([...parts.matchAll(/^Umec-Width: (.+)\r$/gm)].map(([, width]) => width)).toEqual(['160', '160']);
  });

  it('is told that a picture is known only where an older one would do', () => {
    expect(said.slice(0, -1)).toEqual(['304', '200']);
  });

  it('gives the gateway settings that it takes', () => {
    for (const { text } of blocks.filter(({ info }) => info === 'yaml'))
      expect(parseConfig(parse(text), {})).toMatchObject(parse(text) as Record<string, unknown>);
  });

  it('names every parameter, with all that it may be, and every header of its own', () => {
    const rows = tableRows(page, 'parameter');
    expect(rows.map(([name]) => name)).toEqual(snapshot?.parameters.map(({ name }) => name));
    for (const { name, schema } of snapshot?.parameters ?? [])
      for (const value of schema.enum ?? []) expect(rows.find(([row]) => row === name)?.[1]).toContain(String(value));
    const own = Object.keys(snapshot?.responses[200].headers ?? {}).filter((name) => !['ETag', 'Cache-Control'].includes(name));
    expect(tableRows(page, 'header').map(([name]) => name)).toEqual(own);
  });
});
