import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { loadSharp } from '../../src/camera/sharp.js';
import { freePort } from '../free-port.js';
import type { Architecture } from '../elf.js';
import { buildImage, type Image, type Wanted } from './build-image.js';
import { Container, runIn } from './container.js';
import { contentsOf } from './contents.js';
import { type Emulated, withEmulation, withoutEmulation } from './emulation.js';
import { obstacle } from './engine.js';
import { report } from './figures.js';

const BUILD_MS = 600_000;
/** Ten times what it takes on an idle machine. */
const START_MS = 300_000;

/** The image for another processor: built without emulation, started with it. */
export function onEmulated(wanted: Wanted, architecture: Architecture, cpu: Emulated): void {
  const missing = obstacle();
  if (missing === undefined) describe(`The image for ${wanted.platform}`, () => emulated(wanted, architecture, cpu));
  else it.todo(`the image for ${wanted.platform}: ${missing}`);
}

function emulated(wanted: Wanted, architecture: Architecture, cpu: Emulated): void {
  let image: Image;
  beforeAll(async () => {
    await using _ = withoutEmulation();
    image = await buildImage(wanted);
    // so nothing of it can have been run while it was built
    const { code, stderr } = await runIn(image.name, 'node', '--version');
    expect([code, stderr]).toEqual([expect.any(Number), expect.stringMatching(/exec format error/i)]);
    await report(`${wanted.target} ${wanted.platform}`, image);
  }, BUILD_MS);

  contentsOf(() => image, architecture);

  describe('under emulation', () => {
    let emulation: AsyncDisposable | undefined;
    let started: Container | undefined;
    let gateway: Container;
    beforeAll(async () => {
      emulation = withEmulation(cpu);
      const url = `http://127.0.0.1:${await freePort()}`;
      // the emulator keeps what it has translated in the container's memory
      const args = ['--memory=1g', '--cpus=2'];
      gateway = started = await Container.start(url, { image: image.name, args, timeoutMs: START_MS });
      process.stderr.write(`image: ${wanted.platform}: ready after ${Math.round(gateway.readyMs)} ms under emulation\n`);
    }, 2 * START_MS);
    // also after what took too long: what is registered holds for the whole machine
    afterAll(async () => {
      await started?.[Symbol.asyncDispose]();
      await emulation?.[Symbol.asyncDispose]();
    });

    // the 10 s that an engine waits are meant for a board
    it('answers its health check', async () => expect(await gateway.answersHealthCheck()).toBe(true), START_MS);

    it(
      'draws a picture',
      async () => {
        const response = await gateway.get('/camera/v1/cameras/lens-1/snapshot?width=320');
        const sharp = await loadSharp();
        expect(await sharp(await response.arrayBuffer()).metadata()).toMatchObject({ format: 'jpeg', width: 320 });
      },
      START_MS,
    );

    it('stops when it is told to', async () => expect((await gateway.stop()).exitCode).toBe(0));
  });
}
