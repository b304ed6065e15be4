import { describe, it, expect } from '@jest/globals';
import { Ffmpeg } from '../../../src/devices/v4l2/ffmpeg.js';
import { ManualClock } from '../../manual-clock.js';
import { fakeSpawn } from './fake-ffmpeg.js';

describe('Ffmpeg', () => {
  it('keeps no more than the last words of a child that never stops talking', async () => {
    const clock = new ManualClock();
    const spawn = fakeSpawn();
    const ffmpeg = new Ffmpeg([], spawn, clock);
    for (let line = 0; line < 100; line++) spawn.children[0]?.stderr.write('x'.repeat(10_000));
    spawn.children[0]?.exit('the very last');
    await clock.advance(0);
    expect(ffmpeg.ended.aborted).toBe(true);
    expect(ffmpeg.words).toHaveLength(8192);
    expect(ffmpeg.words).toMatch(/the very last$/);
  });

  it('is asked to stop once, however often it is disposed', async () => {
    const spawn = fakeSpawn();
    const ffmpeg = new Ffmpeg([], spawn, new ManualClock());
    await Promise.all([ffmpeg[Symbol.asyncDispose](), ffmpeg[Symbol.asyncDispose]()]);
    expect(spawn.children[0]?.killed).toEqual(['SIGTERM']);
  });
});
