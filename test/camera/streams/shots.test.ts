import { describe, expect, it } from '@jest/globals';
import type { Frame } from '../../../src/camera/camera.js';
import type { Picture } from '../../../src/camera/picture.js';
import { type Shot, shotsOf } from '../../../src/camera/streams/shots.js';
import type { Seen } from '../../../src/camera/viewers.js';

const damaged = new Error('damaged');

describe('shotsOf', () => {
  it('makes a picture of each frame', async () => {
    expect(await told(shotsOf(seen([1, 2]), make()))).toEqual([
      [1, 0],
      [2, 0],
    ]);
  });

  it('counts what cannot be made with what was missed', async () => {
    const frames = seen([1, 2, 3, 4], { 3: 5 });
    expect(await told(shotsOf(frames, make([2, 3])))).toEqual([
      [1, 0],
      [4, 7],
    ]);
  });

  it('throws when not even the first can be made', async () => {
    await expect(told(shotsOf(seen([1, 2]), make([1])))).rejects.toBe(damaged);
  });

  it('gives up when nothing can be made any more', async () => {
    const many = Array.from({ length: 200 }, (_, at) => at);
    const got: number[] = [];
    const reading = async () => {
      for await (const { picture } of shotsOf(seen(many), make(many.slice(1)))) got.push(picture.frame.sequence);
    };
    await expect(reading()).rejects.toBe(damaged);
    expect(got).toEqual([0]);
  });
});

/** Frames by their numbers, with how many were missed before some. */
async function* seen(sequences: readonly number[], missed: Readonly<Record<number, number>> = {}): AsyncGenerator<Seen> {
  for (const sequence of sequences) {
    const frame = await Promise.resolve({ jpeg: new Uint8Array(), capturedAt: 0, sequence });
    yield { frame, missed: missed[sequence] ?? 0 };
  }
}

function make(broken: readonly number[] = []): (frame: Frame) => Promise<Picture> {
  return async (frame) => {
    await Promise.resolve();
    if (broken.includes(frame.sequence)) throw damaged;
    return { bytes: frame.jpeg, type: 'image/jpeg', width: 1, height: 1, orientation: 1, frame };
  };
}

async function told(shots: AsyncIterable<Shot>): Promise<[sequence: number, missed: number][]> {
  const all: [number, number][] = [];
  for await (const { picture, missed } of shots) all.push([picture.frame.sequence, missed]);
  return all;
}
