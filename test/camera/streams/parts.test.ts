import { describe, expect, it } from '@jest/globals';
import type { Picture } from '../../../src/camera/picture.js';
import { Parts } from '../../../src/camera/streams/parts.js';

const parts = () => new Parts((_, length) => `${length}:`, Buffer.from(';'));

describe('Parts', () => {
  it('are what stands before a picture, the picture, and what stands behind it', () => {
    expect(textOf(parts().of(pictureOf('one')))).toBe('3:one;');
    const inPieces = { ...pictureOf(''), pieces: [Buffer.from('t'), Buffer.from('wo')] };
    expect(textOf(parts().of(inPieces))).toBe('3:two;');
  });

  it('are one for all who want the same picture', () => {
    const all = parts();
    const picture = pictureOf('one');
    expect(all.of(picture)).toBe(all.of(picture));
  });

  it('are made in the memory of one that has left, and not before all who have it are done', () => {
    const all = parts();
    const picture = pictureOf('one');
    const [first, second] = [all.of(picture), all.of(picture)];
    first.left();
    const third = all.of(pictureOf('another'));
    expect([textOf(first), textOf(third)]).toEqual(['3:one;', '7:another;']);
    expect(third.bytes.buffer).not.toBe(first.bytes.buffer);
    second.left();
    expect(all.of(pictureOf('two')).bytes.buffer).toBe(first.bytes.buffer);
  });

  it('are made again for who comes when the memory is that of another', () => {
    const all = parts();
    const picture = pictureOf('one');
    all.of(picture).left();
    all.of(pictureOf('two'));
    expect(textOf(all.of(picture))).toBe('3:one;');
  });

  it('take larger memory where they do not fit', () => {
    const all = parts();
    all.of(pictureOf('small')).left();
    const large = 'large'.repeat(20_000);
    expect(textOf(all.of(pictureOf(large)))).toBe(`100000:${large};`);
  });

  it('stay as they are for who is slow, however many come after', () => {
    const all = parts();
    const slow = all.of(pictureOf('slow'));
    for (let at = 0; at < 100; at++) all.of(pictureOf(`${at}`)).left();
    const held = Array.from({ length: 100 }, (_, at) => all.of(pictureOf(`held ${at}`)));
    expect(textOf(slow)).toBe('4:slow;');
    expect(textOf(held[0])).toBe('6:held 0;');
    slow.left();
    all.of(pictureOf('next'));
    expect(textOf(held[99])).toBe('7:held 99;');
  });
});

function textOf(part: { readonly bytes: Uint8Array } | undefined): string {
  return Buffer.from(part?.bytes ?? '').toString();
}

function pictureOf(text: string): Picture {
  const jpeg = Buffer.from(text);
  return { bytes: jpeg, type: 'image/jpeg', width: 1, height: 1, orientation: 1, frame: { jpeg, capturedAt: 0, sequence: 0 } };
}
