import { describe, it, expect } from '@jest/globals';
import type { Frame } from '../../../src/camera/camera.js';
import type { Picture } from '../../../src/camera/picture.js';
import { mjpegParts } from '../../../src/camera/streams/mjpeg.js';
import type { Shot } from '../../../src/camera/streams/shots.js';

describe('mjpegParts', () => {
  it('sends the next boundary right after each image, and says what was missed before it', async () => {
    const shots = [
      { picture: picture(1, 'one'), missed: 0 },
      { picture: picture(5, 'two'), missed: 3 },
    ];
    expect(Buffer.concat(await all(mjpegParts(from(shots)))).toString()).toBe(
      '--boundarydonotcross\r\n' +
        'Content-Type: image/jpeg\r\nContent-Length: 3\r\nX-Timestamp: 1780000000.001000\r\nUmec-Sequence: 1\r\n\r\none\r\n' +
        '--boundarydonotcross\r\nUmec-Missed: 3\r\n' +
        'Content-Type: image/jpeg\r\nContent-Length: 3\r\nX-Timestamp: 1780000000.005000\r\nUmec-Sequence: 5\r\n\r\ntwo\r\n' +
        '--boundarydonotcross\r\n',
    );
  });

  it('gives all readers of a picture the very same bytes', async () => {
    const picture1 = picture(1, 'image');
    const read = async () => (await all(mjpegParts(from([{ picture: picture1, missed: 0 }]))))[1];
    const first = await read();
    expect(first).toBeDefined();
    expect(await read()).toBe(first);
  });

  it('writes nothing before there is a picture, so that it can still be refused', async () => {
    const refused = new Error('too much work');
    const parts = mjpegParts(failing(refused));
    await expect(parts.next()).rejects.toBe(refused);
  });
});

function picture(ms: number, content: string): Picture {
  const frame: Frame = { jpeg: Buffer.from(content), capturedAt: 1_780_000_000_000 + ms, sequence: ms };
  return { bytes: frame.jpeg, type: 'image/jpeg', width: 1, height: 1, orientation: 1, frame };
}

async function* from<T>(values: readonly T[]): AsyncGenerator<T> {
  for (const value of values) yield await Promise.resolve(value);
}

// eslint-disable-next-line require-yield
async function* failing(error: Error): AsyncGenerator<Shot> {
  await Promise.resolve();
  throw error;
}

async function all(chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array[]> {
  const found: Uint8Array[] = [];
  for await (const chunk of chunks) found.push(chunk);
  return found;
}
