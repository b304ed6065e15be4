import { execFileSync } from 'node:child_process';
import { closeSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { V4l2Questions } from '../../../src/devices/v4l2/v4l2-questions.js';
import { tempDirectory } from '../../temp-directory.js';
import { type FakeCamera, FakeNode } from './fake-video.js';

const entry = new URL('fake-question-thread.js', import.meta.url);
const camera: FakeCamera = { formats: [], controls: [{ id: 1, name: 'Gain', max: 100, value: 3 }] };
let dir: ReturnType<typeof tempDirectory>;
beforeEach(() => {
  dir = tempDirectory();
});
afterEach(() => dir[Symbol.dispose]());

describe('The controls of a V4L2 camera', () => {
  it('are asked and set in a thread, and what is wrong is told', async () => {
    using node = new FakeNode(join(dir.path, 'video0'), camera);
    const controls = new V4l2Questions(node.path, { entry });
    expect(await controls.list()).toMatchObject([{ controlId: 'gain', type: 'INTEGER', max: 100, value: 3 }]);
    expect(await controls.set(new Map([['gain', 100]]))).toMatchObject([{ controlId: 'gain' }]);
    const refused = controls.set(new Map([['gain', 101]]));
    await expect(refused).rejects.toMatchObject({
      code: 'invalid',
      message: expect.stringMatching(/^gain is 101, expected a whole/),
    });
  });

  it('are asked beside the formats, with the word of the configuration', async () => {
    const yuyv = { pixelFormat: 'YUYV', width: 640, height: 480, fps: 30 };
    using node = new FakeNode(join(dir.path, 'video0'), { formats: [yuyv, { ...yuyv, pixelFormat: 'H264' }] });
    const found = await new V4l2Questions(node.path, { entry }).formats();
    const sizes = [{ width: { min: 640, max: 640, step: 1 }, height: { min: 480, max: 480, step: 1 }, fps: [30] }];
    expect(found).toEqual([
      { pixelFormat: 'YUYV', description: '', inputFormat: 'yuyv422', isEmulated: false, sizes },
      { pixelFormat: 'H264', description: '', isEmulated: false, sizes },
    ]);
  });

  it('say that the camera is not there', async () => {
    const controls = new V4l2Questions(join(dir.path, 'video9'), {
      entry: new URL('../../../src/devices/v4l2/question-thread.js', import.meta.url),
    });
    await expect(controls.list()).rejects.toMatchObject({
      code: 'unavailable',
      message: expect.stringMatching(/does not exist; plug/),
    });
  });

  it('are given up where the driver hangs, no second thread hangs with it, and go on when it answers', async () => {
    const hangsAt = join(dir.path, 'hang');
    execFileSync('mkfifo', [hangsAt]);
    const letGo = openSync(hangsAt, 'r+');
    using node = new FakeNode(join(dir.path, 'video0'), { ...camera, hangsAt });
    const controls = new V4l2Questions(node.path, { entry, timeoutMs: 100 });
    await expect(controls.list()).rejects.toThrow('said nothing of its controls within 0.1 s');
    await expect(controls.list()).rejects.toThrow(/its driver does not answer; unplug/);
    writeSync(letGo, 'x');
    const again = () => controls.list().catch(() => nextTurn());
    let found = await again();
    while (!found) found = await again();
    expect(found).toHaveLength(1);
    closeSync(letGo);
  });
});
