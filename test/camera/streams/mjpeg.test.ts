import { describe, expect, it } from '@jest/globals';
import type { Frame } from '../../../src/camera/camera.js';
import type { Picture } from '../../../src/camera/picture.js';
import { mjpegOf } from '../../../src/camera/streams/mjpeg.js';
import { HandView } from './hand-view.js';

const never = new AbortController().signal;

describe('mjpegOf', () => {
  it('puts the next boundary right after each image, and says what was missed before it', async () => {
    const { view, put } = reading();
    await view.show(1, 0, Buffer.from('one'));
    await view.show(5, 3, Buffer.from('two'));
    expect(Buffer.concat(put).toString()).toBe(
      '--boundarydonotcross\r\n' +
        'Content-Type: image/jpeg\r\nContent-Length: 3\r\nX-Timestamp: 1780000000.001000\r\nUmec-Sequence: 1\r\n\r\none\r\n' +
        '--boundarydonotcross\r\nUmec-Missed: 3\r\n' +
        'Content-Type: image/jpeg\r\nContent-Length: 3\r\nX-Timestamp: 1780000000.005000\r\nUmec-Sequence: 5\r\n\r\ntwo\r\n' +
        '--boundarydonotcross\r\n',
    );
  });

  it('gives all readers of a picture the very same bytes', async () => {
    const shared: Picture = pictureOf({ jpeg: Buffer.from('image'), capturedAt: 0, sequence: 1 });
    const readers = [reading(() => shared), reading(() => shared)];
    for (const { view } of readers) await view.show(1);
    const [first, second] = readers.map(({ put }) => put[1]);
    expect(first).toBeDefined();
    expect(second).toBe(first);
  });

  it('puts nothing before there is a picture, so that it can still be refused', async () => {
    const refused = new Error('too much work');
    const { view, put, ended } = reading(() => Promise.reject(refused));
    await view.show(1);
    expect([put, ended]).toEqual([[], [refused]]);
  });

  it('puts nothing while there is no room, and goes on when there is', async () => {
    const { view, put, outlet, pouring } = reading();
    await view.show(1);
    outlet.hasRoom = false;
    await view.show(2);
    expect(put).toHaveLength(2);
    outlet.hasRoom = true;
    pouring.goOn();
    expect(put).toHaveLength(3);
  });
});

function reading(make: (frame: Frame) => Picture | Promise<Picture> = pictureOf) {
  const view = new HandView();
  const put: Uint8Array[] = [];
  const ended: unknown[] = [];
  const outlet = {
    hasRoom: true,
    put: (part: Uint8Array) => void put.push(part),
    end: (error?: unknown) => void ended.push(error),
  };
  const pouring = mjpegOf({ view, make }, never)(outlet);
  return { view, put, ended, outlet, pouring };
}

function pictureOf(frame: Frame): Picture {
  return { bytes: frame.jpeg, type: 'image/jpeg', width: 1, height: 1, orientation: 1, frame };
}
