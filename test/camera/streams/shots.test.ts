import { describe, expect, it } from '@jest/globals';
import type { Frame } from '../../../src/camera/camera.js';
import { GatewayError } from '../../../src/errors.js';
import type { Picture } from '../../../src/camera/picture.js';
import { type Shot, Shots } from '../../../src/camera/streams/shots.js';
import { HandView } from './hand-view.js';

const damaged = new Error('damaged');
const never = new AbortController().signal;

describe('Shots', () => {
  it('makes a picture of each frame', async () => {
    const { view, told } = reading(make());
    for (const sequence of [1, 2]) await view.show(sequence);
    expect(told).toEqual([
      [1, 0],
      [2, 0],
    ]);
  });

  it('shows what is there already in the same breath', () => {
    const { view, told } = reading((frame) => picture(frame));
    void view.show(1);
    expect(told).toEqual([[1, 0]]);
  });

  it('counts what cannot be made with what was missed', async () => {
    const { view, told } = reading(make([2, 3]));
    for (const sequence of [1, 2]) await view.show(sequence);
    await view.show(3, 5);
    await view.show(4);
    expect(told).toEqual([
      [1, 0],
      [4, 7],
    ]);
  });

  it('makes nothing while there is no room, then the newest', async () => {
    const made: number[] = [];
    const outlet = new Told();
    const view = new HandView();
    const wanted = { view, make: (frame: Frame) => picture(frame, made) };
    using shots = new Shots(wanted, outlet, never);
    outlet.hasRoom = false;
    for (const sequence of [1, 2]) await view.show(sequence);
    expect(made).toEqual([]);
    outlet.hasRoom = true;
    shots.goOn();
    expect(made).toEqual([2]);
    expect(outlet.shown).toEqual([[2, 0]]);
  });

  it('ends with what the first picture failed with', async () => {
    const { view, ended } = reading(make([1]));
    await view.show(1);
    expect(ended).toEqual([damaged]);
    expect(view.isFollowed).toBe(false);
  });

  it('ends as well when making it throws at once', async () => {
    const { view, ended } = reading(() => {
      throw damaged;
    });
    await view.show(1);
    expect(ended).toEqual([damaged]);
  });

  it('gives up when nothing can be made any more', async () => {
    const many = Array.from({ length: 200 }, (_, at) => at);
    const { view, told, ended } = reading(make(many.slice(1)));
    for (const sequence of many) await view.show(sequence);
    expect(told).toEqual([[0, 0]]);
    expect(ended).toEqual([damaged]);
  });

  it.each([undefined, damaged])('ends as the frames do: %s', (error) => {
    const { view, ended } = reading(make());
    view.end(error);
    expect(ended).toEqual([error]);
  });

  it('tells why it was ended by others, if there is something to tell', () => {
    const stop = new AbortController();
    const { ended } = reading(make(), stop.signal);
    const refusal = new GatewayError('unauthorized', 'what let you in has ended');
    stop.abort(refusal);
    expect(ended).toEqual([refusal]);
  });

  it('shows nothing that was made for somebody who has gone, and leaves nothing behind', async () => {
    const stop = new AbortController();
    const { view, told, ended } = reading(make(), stop.signal);
    const shown = view.show(1);
    stop.abort();
    await shown;
    expect([told, ended]).toEqual([[], [undefined]]);
    expect(view.isFollowed).toBe(false);
  });
});

/** Keeps what it gets: numbers of frames, each with how many were missed before. */
class Told {
  hasRoom = true;
  readonly shown: [sequence: number, missed: number][] = [];
  readonly ended: unknown[] = [];

  put({ picture, missed }: Shot): void {
    this.shown.push([picture.frame.sequence, missed]);
  }

  end(error?: unknown): void {
    this.ended.push(error);
  }
}

function reading(making: (frame: Frame) => Picture | Promise<Picture>, signal = never) {
  const view = new HandView();
  const outlet = new Told();
  new Shots({ view, make: making }, outlet, signal);
  return { view, told: outlet.shown, ended: outlet.ended };
}

function picture(frame: Frame, made: number[] = []): Picture {
  made.push(frame.sequence);
  return { bytes: frame.jpeg, type: 'image/jpeg', width: 1, height: 1, orientation: 1, frame };
}

function make(broken: readonly number[] = []): (frame: Frame) => Promise<Picture> {
  return async (frame) => {
    await Promise.resolve();
    if (broken.includes(frame.sequence)) throw damaged;
    return picture(frame);
  };
}
