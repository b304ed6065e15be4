import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import sharp from 'sharp';
import { type Spawn, spawnChild } from '../../../src/devices/child.js';
import { rpicamArgs } from '../../../src/devices/rpicam/rpicam-args.js';
import { RpicamCamera, type RpicamOptions } from '../../../src/devices/rpicam/rpicam-camera.js';
import { cameraContract, take } from '../../camera/camera-contract.js';
import { ROOT } from '../../docs/blocks.js';
import { tempDirectory } from '../../temp-directory.js';

type Manner = 'gives pictures' | 'dies' | 'hangs' | 'no camera' | 'busy';

const input = { camera: 1, width: 640, height: 480, fps: 15, quality: 70, rotate: 0 } as const;
const program = join(ROOT, 'test/devices/rpicam/like-rpicam.mjs');
let dir: ReturnType<typeof tempDirectory>;
let picture: string;

beforeAll(async () => {
  dir = tempDirectory();
  picture = join(dir.path, 'picture.jpg');
  const create = { width: 64, height: 48, channels: 3 as const, background: 'teal' };
  writeFileSync(picture, await sharp({ create }).jpeg().toBuffer());
});
afterAll(() => dir[Symbol.dispose]());

/** @param started gets the programs that were asked for */
function open(manner: Manner, options: RpicamOptions = {}, installed = ['rpicam-vid'], started: string[] = []): RpicamCamera {
  const spawn: Spawn = (command, args) => {
    started.push(command);
    if (!installed.includes(command)) return spawnChild(join(dir.path, 'no-such-program'), args);
    return spawnChild(process.execPath, [program, manner, picture, ...args]);
  };
  return new RpicamCamera('csi-1', input, { spawn, ...options });
}

const device = process.env.TEST_RPICAM;
if (device) cameraContract('RpicamCamera on a board', () => new RpicamCamera('csi-1', { ...input, camera: Number(device) }));
else it.todo('RpicamCamera on a board keeps the Camera contract (set TEST_RPICAM=0)');

cameraContract('RpicamCamera', () => open('gives pictures'));

describe('RpicamCamera', () => {
  it('asks for endless JPEG in the size that is wanted, turned by the sensor where it hangs upside down', () => {
    expect(rpicamArgs(input).join(' ')).toBe(
      '--camera 1 --width 640 --height 480 --framerate 15 --quality 70 --timeout 0 --verbose 0 --nopreview --codec mjpeg --flush --output -',
    );
    expect(rpicamArgs({ ...input, rotate: 180 }).join(' ')).toContain(' --rotation 180 ');
  });

  it('takes the older program where there is no other', async () => {
    const started: string[] = [];
    await using camera = open('gives pictures', {}, ['libcamera-vid'], started);
    await expect(take(camera, 1)).resolves.toHaveLength(1);
    expect(started).toEqual(['rpicam-vid', 'libcamera-vid']);
  });

  it.each([
    ['no camera', ['rpicam-vid'], /no camera on the CSI connector; switch the board off/],
    ['busy', ['rpicam-vid'], /another program is using it/],
    ['dies', ['rpicam-vid'], /the sensor has stopped/],
    ['gives pictures', [], /apt-get install rpicam-apps/],
  ] satisfies [Manner, string[], RegExp][])('says what is wrong when the program %s, of %j', async (manner, installed, words) => {
    await using camera = open(manner, {}, installed);
    await expect(take(camera, 100)).rejects.toThrow(words);
    expect(camera.health.value).toMatchObject({ state: 'SUSPENDED', reason: expect.stringMatching(words) });
  });

  it('gives up a program that hangs, makes it go, and counts no half picture', async () => {
    await using camera = open('hangs', { frameTimeoutMs: 1_000 });
    await expect(take(camera, 3)).rejects.toThrow('camera csi-1: no picture came within 1 s');
    expect(camera.counters).toEqual({ frames: 2, damaged: 0 });
  });
});
