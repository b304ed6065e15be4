import { describe, it, expect } from '@jest/globals';
import { CaptureChild } from '../../src/devices/capture-child.js';
import { ManualClock } from '../manual-clock.js';
import { fakeSpawn } from './v4l2/fake-ffmpeg.js';

const command = { program: 'ffmpeg', package: 'ffmpeg', args: [] };

describe('CaptureChild', () => {
  it('keeps no more than the last words of a child that never stops talking', async () => {
    const clock = new ManualClock();
    const spawn = fakeSpawn();
    const child = new CaptureChild(command, spawn, clock);
    for (let line = 0; line < 100; line++) spawn.children[0]?.stderr.write('x'.repeat(10_000));
    spawn.children[0]?.exit('the very last');
    await clock.advance(0);
    expect(child.ended.aborted).toBe(true);
    expect(child.words).toHaveLength(8192);
    expect(child.words).toMatch(/the very last$/);
  });

  it('is asked to stop once, however often it is disposed', async () => {
    const spawn = fakeSpawn();
    const child = new CaptureChild(command, spawn, new ManualClock());
    await Promise.all([child[Symbol.asyncDispose](), child[Symbol.asyncDispose]()]);
    expect(spawn.children[0]?.killed).toEqual(['SIGTERM']);
  });
});
