import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { runInNewContext } from 'node:vm';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import sharp from 'sharp';
import { WebSocket } from 'ws';
import { TestGateway } from '../gateway.js';
import { hasProgram } from '../has-program.js';
import { tempDirectory } from '../temp-directory.js';
import { blocksOf, readPage, tableRows } from './blocks.js';
import { itPlays } from './player.js';
import { saidInShell } from './shell.js';
import { shellEnvironment } from './shell-environment.js';

const page = readPage('docs/camera-streams.md');
const blocks = blocksOf(page);
const text = (info: string) => blocks.find((block) => block.info === info)?.text ?? '';
const hasFfmpeg = hasProgram('ffmpeg', '-version');
const commands = blocks
  .filter(({ info, text }) => info === 'sh' && (hasFfmpeg || !text.startsWith('ffmpeg')))
  .map((block) => block.text);
const hasOpenCv = hasProgram('python3', '-c', 'import cv2');

interface Links {
  readonly expiresIn: number;
  readonly _links: Readonly<Record<string, { readonly href: string }>>;
}

describe('docs/camera-streams.md', () => {
  const dir = tempDirectory();
  let gateway: TestGateway;
  /** What each command says, from the shell in which all of them run. */
  let said: string[];
  let links: Links;

  beforeAll(async () => {
    gateway = await TestGateway.start({ auth: { mode: 'tokens' }, devices: { cameras: { 'lens-1': { driver: 'simulated' } } } });
    said = await saidInShell(commands, gateway, { cwd: dir.path });
    links = JSON.parse(said[0] ?? '') as Links;
  }, 60_000);
  afterAll(async () => {
    await gateway.stop();
    dir[Symbol.dispose]();
  });

  const saidBy = (beginning: string) => said[commands.findIndex((command) => command.startsWith(beginning))] ?? '';
  const stream = () => gateway.url + (links._links.stream?.href ?? '');

  it('shows what is answered when addresses are asked for', () => {
    const shown = JSON.parse(text('json')) as Links;
    const bare = ({ _links }: Links) => Object.entries(_links).map(([name, { href }]) => [name, href.split('=')[0]]);
    expect(bare(links)).toEqual(bare(shown));
    expect(links.expiresIn).toBeLessThanOrEqual(shown.expiresIn);
  });

  if (hasFfmpeg)
    it('puts pictures in a file', async () => {
      const counted = ['-v', 'error', '-count_packets', '-show_entries', 'stream=codec_name,nb_read_packets', '-of', 'csv=p=0'];
      const { stdout } = await promisify(execFile)('ffprobe', [...counted, join(dir.path, 'seen.mkv')]);
      expect(stdout.trim()).toBe('mjpeg,10');
    }, 30_000);
  else it.todo('puts pictures in a file (apt-get install ffmpeg)');

  itPlays(text('sh player'), stream);

  if (hasOpenCv)
    it('is read by OpenCV', async () => {
      const { stdout } = await promisify(execFile)('python3', ['-c', text('python')], {
        env: shellEnvironment({ STREAM: stream() }),
      });
      expect(stdout).toBe('True (480, 640, 3)\n'.repeat(3));
    }, 30_000);
  else it.todo('is read by OpenCV (pip install opencv-python-headless)');

  it('shows numbers of pictures of the pace that was asked for', () => {
    const numbers = Array.from(saidBy('curl -s -m 2').matchAll(/Umec-Sequence: (\d+)/g), ([, number]) => Number(number));
    expect(numbers.length).toBeGreaterThanOrEqual(2);
    expect(numbers.length).toBeLessThanOrEqual(10);
  });

  it('has a picture of mjpg-streamer’s address', async () => {
    expect(await sharp(readFileSync(join(dir.path, 'picture.jpg'))).metadata()).toMatchObject({ format: 'jpeg', width: 640 });
  });

  it('names addresses of mjpg-streamer that there are', async () => {
    const named = tableRows(page, 'Address').flatMap(([addresses = '']) => addresses.split(', '));
    expect(named).toHaveLength(5);
    for (const address of named) {
      const { status } = await gateway.get(address.replace('stream', 'snapshot'));
      expect([address, status]).toEqual([address, address.includes('_1') ? 404 : 200]);
    }
  });

  it('shows the state as µStreamer tells it', () => {
    expect(JSON.parse(saidBy('curl -s -H "$AUTH" http://127.0.0.1:8080/camera/v1/cameras/~0'))).toMatchObject({
      result: { instance_id: 'lens-1' },
    });
  });

  it('names parameters and headers that there are', async () => {
    const document = await gateway.json<{ paths: Record<string, { get: { parameters: { name?: string; $ref?: string }[] } }> }>(
      '/openapi/camera.json',
    );
    const { parameters } = document.paths['/cameras/{cameraId}/stream']?.get ?? { parameters: [] };
    const known = parameters.map(({ name, $ref }) => name ?? $ref?.split('/').at(-1));
    expect(tableRows(page, 'Parameter').flatMap(([names = '']) => names.split(', '))).toEqual(known);
    const response = await gateway.get('/camera/v1/cameras/lens-1/stream');
    for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
      const head = Buffer.from(chunk).toString('latin1');
      if (!head.includes('X-Timestamp')) continue;
      const always = tableRows(page, 'Header').filter(([name]) => name !== 'Umec-Missed');
      for (const [name = ''] of always) expect(head).toContain(`\r\n${name}: `);
      break;
    }
  });

  it('has a reader that takes one picture after the other', async () => {
    const seen: [about: { sequence: number; size: number }, bytes: number][] = [];
    const enough = new Promise<void>((resolve) => {
      const show = (about: { sequence: number; size: number }, picture: Uint8Array) => {
        if (seen.push([about, picture.length]) === 3) resolve();
      };
      const address = gateway.url.replace('http', 'ws') + (links._links.websocket?.href ?? '');
      runInNewContext(text('js'), { WebSocket: Closing, address, show, Uint8Array, JSON });
    });
    await enough;
    for (const [about, bytes] of seen) expect(about.size).toBe(bytes);
    expect(seen.map(([{ sequence }]) => sequence)).toEqual(seen.map(([{ sequence }]) => sequence).toSorted((a, b) => a - b));
    for (const socket of Closing.all) socket.terminate();
  });
});

/** As a browser's, and closed at the end. */
class Closing extends WebSocket {
  static readonly all: WebSocket[] = [];

  constructor(address: string) {
    super(address);
    Closing.all.push(this);
  }
}
