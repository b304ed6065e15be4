import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import sharp from 'sharp';
import { parse } from 'yaml';
import { benchmarks } from '../../bench/benchmarks.js';
import type { components } from '../../generated/camera.js';
import type { CloudEvent } from '../../src/apis/platform/cloud-events.js';
import { parseConfig } from '../../src/config/config.js';
import { configurationFor, detect, type Hardware } from '../../src/devices/detect.js';
import { TestGateway } from '../gateway.js';
import { tempDirectory } from '../temp-directory.js';
import { blocksOf, readPage, tableRows } from './blocks.js';
import { itPlays } from './player.js';
import { saidInShell } from './shell.js';

type Schemas = components['schemas'];
type Part = Readonly<Record<'left' | 'top' | 'right' | 'bottom', number>>;

/** As much of a picture as JPEG smears beyond an edge, with something to spare. */
const BLOCK = 0.035;

const page = readPage('docs/your-camera.md');
const blocks = blocksOf(page);
const text = (info: string) => blocks.find((block) => block.info === info)?.text ?? '';
const commands = blocks.filter(({ info }) => info === 'sh').map((block) => block.text);

describe('docs/your-camera.md, followed from top to bottom,', () => {
  const dir = tempDirectory();
  let gateway: TestGateway;
  /** What each block says, from the shell in which all of them run. */
  let said: string[];

  beforeAll(async () => {
    gateway = await TestGateway.start({ auth: { mode: 'tokens' }, devices: { cameras: { 'lens-1': { driver: 'simulated' } } } });
    said = await saidInShell(commands, gateway, { cwd: dir.path, timeout: 85_000 });
  }, 90_000);
  afterAll(async () => {
    await gateway.stop();
    dir[Symbol.dispose]();
  });

  const saidBy = (word: string) => said[commands.findIndex((command) => command.includes(word))] ?? '';
  const file = (name: string) => readFileSync(join(dir.path, name));

  it('finds the camera', () => {
    const [camera = ''] = saidBy('AUTH=').trim().split('\n');
    expect(JSON.parse(camera)).toMatchObject({ cameraId: 'lens-1', state: 'ACTIVE' });
  });

  it('has pictures of it', async () => {
    expect(await sharp(file('seen.jpg')).stats()).toMatchObject({ isOpaque: true });
    expect(await sharp(file('seen.jpg')).metadata()).toMatchObject({ format: 'jpeg', width: 640, height: 480 });
    expect(await sharp(file('small.webp')).metadata()).toMatchObject({ format: 'webp', width: 160, height: 120 });
  });

  it('has an address where a stream is seen', async () => {
    const stop = new AbortController();
    const response = await fetch(saidBy('STREAM=').trim(), { signal: stop.signal });
    expect(response.headers.get('content-type')).toMatch(/^multipart\/x-mixed-replace/);
    const picture = await firstOf(response);
    stop.abort();
    expect(await sharp(picture).metadata()).toMatchObject({ format: 'jpeg', width: 640, height: 480 });
  });

  itPlays(text('sh player'), () => saidBy('STREAM=').trim());

  it('hides the house from the next picture on, and nothing beside it', async () => {
    const { masks: [mask] = [] } = JSON.parse(saidBy('"masks"')) as Schemas['CameraConfiguration'];
    const [xs, ys] = [mask?.polygon.map(({ x }) => x) ?? [], mask?.polygon.map(({ y }) => y) ?? []];
    const [left, right] = [Math.min(...xs) + BLOCK, Math.max(...xs) - BLOCK];
    const [top, bottom] = [Math.min(...ys) + BLOCK, Math.max(...ys) - BLOCK];
    expect(await brightest('seen.jpg', { left, top, right, bottom })).toBeGreaterThan(40);
    expect(await brightest('masked.jpg', { left, top, right, bottom })).toBeLessThan(5);
    const beside = { left: right + 2 * BLOCK, right: right + 4 * BLOCK };
    expect(await brightest('masked.jpg', { top, bottom, ...beside })).toBeGreaterThan(40);
  });

  it('is told that something moves, as it shows', () => {
    const told = JSON.parse(saidBy('TICKET=')) as CloudEvent;
    const shown = JSON.parse(text('json event')) as CloudEvent;
    expect(membersOf(told)).toEqual(membersOf(shown));
    expect(told).toMatchObject({ type: shown.type, subject: shown.subject, data: { cameraId: 'lens-1', zoneId: 'crossing' } });
    expect((told.data as { change: string }).change).toMatch(/^(BEGUN|ENDED)$/);
  });

  it('has a clip that is whole, as a picture of each moment', async () => {
    const { frames, bytes, state } = JSON.parse(saidBy('CLIP=')) as Schemas['Recording'];
    const clip = file('clip.avi');
    expect([state, clip.length, clip.toString('latin1', 0, 4), clip.readUInt32LE(4)]).toEqual([
      'COMPLETE',
      bytes,
      'RIFF',
      bytes - 8,
    ]);
    const images = imagesOf(clip);
    expect(images).toHaveLength(frames);
    expect(frames).toBeGreaterThan(8);
    for (const image of images) expect(await sharp(image).stats()).toMatchObject({ channels: { length: 3 } });
  });

  it('says what can be set, and has a brighter picture', async () => {
    const [before = [], after = []] =
      saidBy('/controls')
        .match(/\[\{.*?\}\](?=\[|\s|$)/gs)
        ?.map(controlsIn) ?? [];
    const brightness = (controls: Schemas['Controls']) => controls.find(({ controlId }) => controlId === 'brightness')?.value;
    expect([brightness(before), brightness(after)]).toEqual([0, 60]);
    expect((await meanOf('bright.jpg')) - (await meanOf('masked.jpg'))).toBeGreaterThan(20);
  });

  it('keeps a picture now and then, and what is hidden stays hidden', async () => {
    const [configuration = '', listed = ''] = saidBy('timeLapse')
      .trim()
      .split(/(?<=\})(?=\[)/);
    expect(JSON.parse(configuration)).toMatchObject({ masks: [{}], motion: {}, timeLapse: { everyS: 60 } });
    expect(JSON.parse(listed)).toMatchObject([{ kind: 'TIME_LAPSE', state: 'RECORDING', withheld: false }]);
    expect(await gateway.json('/camera/v1/cameras/lens-1/recordings')).toHaveLength(2);
  });

  it('takes all of it back', async () => {
    expect(await gateway.json('/camera/v1/cameras/lens-1/configuration')).toEqual({});
    const controls = await gateway.json<Schemas['Controls']>('/camera/v1/cameras/lens-1/controls');
    expect(controls.filter((control) => 'value' in control && control.value !== control.default)).toEqual([]);
  });

  /** Of a part of the picture, 0 to 255. @param part in fractions */
  async function brightest(name: string, part: Part): Promise<number> {
    const { width, height } = await sharp(file(name)).metadata();
    const [left, top] = [Math.ceil(part.left * width), Math.ceil(part.top * height)];
    const area = { left, top, width: Math.floor(part.right * width) - left, height: Math.floor(part.bottom * height) - top };
    const pixels = await sharp(file(name)).extract(area).raw().toBuffer();
    return pixels.reduce((most, value) => Math.max(most, value), 0);
  }

  async function meanOf(name: string): Promise<number> {
    const { channels } = await sharp(file(name)).greyscale().stats();
    return channels[0]?.mean ?? NaN;
  }
});

describe('docs/your-camera.md', () => {
  const [device = '', name = ''] = /^camera {2}(\S+) {2}(.*)$/m.exec(text('text'))?.slice(1) ?? [];
  const hardware: Hardware = { adapters: [], sensors: [], chips: [], cameras: [{ device, name }] };

  it('shows what is printed where there is a camera', () => {
    let printed = '';
    detect({ write: (words: string) => (printed += words) }, undefined, hardware);
    expect(printed).toBe(text('text'));
  });

  it('shows a configuration that can be used, as it is written', () => {
    const shown = parse(text('yaml')) as { devices: { cameras: object } };
    expect(parseConfig(shown, {})).toMatchObject(shown);
    expect(configurationFor(hardware)).toMatchObject(shown);
  });

  it('names every benchmark of cameras, with the aims that it prints', () => {
    const rows = tableRows(page, 'benchmark');
    const ofCameras = Object.keys(benchmarks).filter((name) => /^(camera|snapshot|http-snapshot)/.test(name));
    expect([...new Set(rows.map(([benchmark]) => benchmark))].sort()).toEqual(ofCameras.sort());
    for (const [benchmark = '', , , aim = ''] of rows) {
      const source = readPage(`bench/figures/${benchmark}.ts`);
      const aims = source.includes('READ_AIMS') ? readPage('bench/compare-servers.ts') : source;
      expect(`${benchmark}: ${aims}`).toContain(aim && `'${aim}'`);
    }
  });
});

function controlsIn(json: string): Schemas['Controls'] {
  return JSON.parse(json) as Schemas['Controls'];
}

/** The picture in the first part of a stream. */
async function firstOf(response: Response): Promise<Buffer> {
  let bytes = Buffer.alloc(0);
  for await (const piece of response.body ?? []) {
    bytes = Buffer.concat([bytes, piece]);
    const head = bytes.toString('latin1');
    const length = Number(/Content-Length: (\d+)/i.exec(head)?.[1]);
    const begin = head.indexOf('\r\n\r\n') + 4;
    if (begin >= 4 && bytes.length >= begin + length) return bytes.subarray(begin, begin + length);
  }
  throw new Error('the stream has ended before a picture');
}

/** Each image that the index at the end of an AVI file names. */
function imagesOf(avi: Buffer): Buffer[] {
  const movi = avi.indexOf('movi');
  const index = avi.lastIndexOf('idx1');
  const length = avi.readUInt32LE(index + 4);
  if (index + 8 + length !== avi.length) throw new Error('the file does not end with its index');
  return Array.from({ length: length / 16 }, (_, at) => {
    const entry = index + 8 + 16 * at;
    const chunk = movi + avi.readUInt32LE(entry + 8);
    if (avi.toString('latin1', chunk, chunk + 4) !== '00dc') throw new Error(`the index names no image at ${chunk}`);
    return avi.subarray(chunk + 8, chunk + 8 + avi.readUInt32LE(entry + 12));
  });
}

/** The names of all members, those of `data` too. */
function membersOf({ data, ...event }: CloudEvent): string[][] {
  return [Object.keys(event).sort(), Object.keys(data).sort()];
}
