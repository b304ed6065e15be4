import { describe, it, expect } from '@jest/globals';
import { mjpegParts } from '../../src/camera/mjpeg.js';
import { Newest } from '../../src/camera/newest.js';
import type { Frame } from '../../src/camera/camera.js';

describe('mjpegParts', () => {
  it('sends the next boundary right after each image', async () => {
    const frames = [frame(1, 'one'), frame(2, 'two')];
    const sent = await text(mjpegParts(from(frames), 'next'));
    expect(sent).toBe(
      '--next\r\n' +
        'Content-Type: image/jpeg\r\nContent-Length: 3\r\nX-Timestamp: 1780000000.001000\r\n\r\none\r\n--next\r\n' +
        'Content-Type: image/jpeg\r\nContent-Length: 3\r\nX-Timestamp: 1780000000.002000\r\n\r\ntwo\r\n--next\r\n',
    );
  });

  it('does not copy the image', async () => {
    const only = frame(1, 'image');
    const chunks: Uint8Array[] = [];
    for await (const chunk of mjpegParts(from([only]), 'next')) chunks.push(chunk);
    expect(chunks.some((chunk) => chunk === only.jpeg)).toBe(true);
  });

  it('gives a slow reader the newest frame', async () => {
    const newest = new Newest<Frame>();
    const parts = mjpegParts(newest, 'next');
    for (const name of ['old', 'new']) newest.put(frame(1, name));
    for (const _before of ['boundary', 'header']) await parts.next();
    expect(Buffer.from((await parts.next()).value ?? []).toString()).toBe('new');
  });
});

function frame(ms: number, content: string): Frame {
  return { jpeg: Buffer.from(content), capturedAt: 1_780_000_000_000 + ms, sequence: ms };
}

async function* from<T>(values: T[]): AsyncGenerator<T> {
  for (const value of values) yield await Promise.resolve(value);
}

async function text(chunks: AsyncIterable<Uint8Array>): Promise<string> {
  let all = '';
  for await (const chunk of chunks) all += Buffer.from(chunk).toString();
  return all;
}
