import { beforeAll, describe, expect, it } from '@jest/globals';
import { loadSharp } from '../../src/camera/sharp.js';
import { freePort } from '../free-port.js';
import { buildImage, type Image, type Wanted } from './build-image.js';
import { Container, runIn } from './container.js';
import { contentsOf } from './contents.js';
import { obstacle } from './engine.js';
import { report } from './figures.js';

const BUILD_MS = 600_000;
const missing = obstacle();

function image(name: string, wanted: Wanted, more: (built: () => Image) => void): void {
  if (missing !== undefined) {
    it.todo(`${name}: ${missing}`);
    return;
  }
  describe(name, () => {
    let built: Image;
    beforeAll(async () => {
      built = await buildImage(wanted);
      await report(`${wanted.target} ${wanted.platform}`, built);
    }, BUILD_MS);
    contentsOf(() => built, 'amd64');
    more(() => built);
  });
}

image('The image for USB and network cameras', { target: 'camera', platform: 'linux/amd64' }, (built) => {
  it('has an ffmpeg that finds all its libraries', async () => {
    const drawn = ['-f', 'lavfi', '-i', 'testsrc=size=320x240', '-frames:v', '1', '-f', 'mjpeg', 'pipe:1'];
    const { stdout, stderr } = await runIn(built().name, 'ffmpeg', '-hide_banner', ...drawn);
    if (stdout.length === 0) throw new Error(stderr);
    const sharp = await loadSharp();
    expect(await sharp(stdout).metadata()).toMatchObject({ format: 'jpeg', width: 320, height: 240 });
  });
});

image(
  'The image for cameras on the CSI connector',
  { target: 'rpicam', platform: 'linux/amd64', debian: 'raspberrypi' },
  (built) => {
    it('has rpicam-apps of the base’s archive, with what these need of Debian’s, and takes pictures by them', async () => {
      const cameras = { 'lens-1': { driver: 'rpicam', camera: 0 } };
      const url = `http://127.0.0.1:${await freePort()}`;
      const env = { UMEC_DEVICES_CAMERAS: JSON.stringify(cameras) };
      await using gateway = await Container.start(url, { image: built().name, env });
      const response = await gateway.get('/camera/v1/cameras/lens-1/snapshot?width=320');
      expect([response.status, response.headers.get('content-type')]).toEqual([200, 'image/jpeg']);
      expect(await gateway.exec('node', '-p', 'require("fs").existsSync("/var/lib/dpkg/status.d/libjpeg62-turbo")')).toBe('true');
    });
  },
);
