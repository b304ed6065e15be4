import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import sharp from 'sharp';
import { TestGateway } from '../gateway.js';
import { tempDirectory } from '../temp-directory.js';
import { blocksOf, readPage, ROOT } from './blocks.js';
import { shellEnvironment } from './shell-environment.js';

describe('docs/recordings.md', () => {
  const scratch = tempDirectory();
  let gateway: TestGateway;
  /** What each block says, from the shell in which all of them run. */
  let said: string[];

  beforeAll(async () => {
    const cameras = { 'lens-1': { driver: 'simulated', width: 320, height: 240 } };
    gateway = await TestGateway.start({ auth: { mode: 'tokens' }, devices: { cameras } });
    const blocks = blocksOf(readPage('docs/recordings.md')).filter(({ info }) => info === 'sh');
    const script = blocks.map(({ text }) => `${text}\nprintf '\\f'\n`).join('');
    const program = script
      .replaceAll('http://127.0.0.1:8080', gateway.url)
      .replaceAll('npx umec', `node ${join(ROOT, 'dist/src/umec.js')}`);
    const env = shellEnvironment({ UMEC_DATA_DIR: gateway.dir });
    said = (await promisify(execFile)('sh', ['-ec', program], { cwd: scratch.path, env })).stdout.split('\f');
  }, 60_000);
  afterAll(async () => {
    await gateway.stop();
    scratch[Symbol.dispose]();
  });

  it('records a clip, which a player shows', async () => {
    expect(JSON.parse(said[0] ?? '')).toMatchObject({ kind: 'CLIP', state: 'RECORDING' });
    const asked = ['-v', 'error', '-count_frames', '-show_entries', 'stream=codec_name,nb_read_frames', '-of', 'csv=p=0'];
    const { stdout } = await promisify(execFile)('ffprobe', [...asked, join(scratch.path, 'clip.avi')]);
    const [codec, frames] = stdout.trim().split(',');
    expect([codec, Number(frames) > 5]).toEqual(['mjpeg', true]);
  });

  it('has a part of it, and one image', async () => {
    expect(said[2]?.trim()).toBe('RIFF');
    expect(await sharp(join(scratch.path, 'image.jpg')).metadata()).toMatchObject({ format: 'jpeg', width: 320, height: 240 });
  });

  it('withholds it behind a mask', () => {
    expect(JSON.parse(said[3] ?? '')).toMatchObject({ timeLapse: { everyS: 60 } });
    const [recording, status] = said[4]?.split(/(?<=\})(?=\d)/) ?? [];
    expect([JSON.parse(recording ?? ''), Number(status)]).toEqual([expect.objectContaining({ withheld: true }), 403]);
    expect(JSON.parse(readFileSync(join(scratch.path, 'refusal.json'), 'utf8'))).toMatchObject({ status: 403 });
  });
});
