import { describe, expect, it } from '@jest/globals';
import { type MotionChange, MotionDetector, type MotionSettings } from '../../../src/camera/motion/motion-detector.js';
import { toGrey } from '../../../src/camera/motion/to-grey.js';
import { TestStreet } from './street.js';

const DEFAULTS: MotionSettings = { sensitivity: 70, minimumArea: 0.01, coolDownS: 1 };
const NOON = Date.parse('2026-06-01T12:00:00Z');
const HOURS = [0, 6, 12, 20];
/** Other streets than those that the tests below and above look at. */
const UNSEEN = Array.from({ length: 20 }, (_, index) => 101 + index);

/** Looks five times a second. @param carAt where the car is at a second of the scene, as a fraction of the picture */
async function watch(
  {
    seed = 1,
    time = NOON,
    seconds = 5,
    settings = DEFAULTS,
  }: { seed?: number; time?: number; seconds?: number; settings?: MotionSettings },
  carAt: (second: number) => number | undefined,
): Promise<(MotionChange & { readonly second: number })[]> {
  const [street, detector] = [await TestStreet.at(seed, time), new MotionDetector(settings)];
  const changes = [];
  for (let look = 0; look < seconds * 5; look++) {
    const second = look / 5;
    const grey = await toGrey({ jpeg: await street.picture(second, carAt(second)), capturedAt: time, sequence: look });
    changes.push(...detector.look(grey, second * 1000).map((change) => ({ ...change, second })));
  }
  return changes;
}

const nobody = () => undefined;
/** From beyond the left edge to beyond the right one, from second 1 to second 4. */
const through = (second: number) => (second < 1 || second > 4 ? undefined : -0.45 + ((second - 1) / 3) * 1.5);

describe('MotionDetector', () => {
  it('tells when a car comes and when it has gone, and where it was', async () => {
    const [begun, ended, ...more] = await watch({ seconds: 7 }, through);
    expect([begun?.change, ended?.change, more.length]).toEqual(['BEGUN', 'ENDED', 0]);
    expect(begun?.second).toBeGreaterThan(1);
    expect(begun?.second).toBeLessThan(2.1);
    expect(ended?.second).toBeGreaterThan(4);
    const { x, y, width, height } = begun?.box ?? { x: 1, y: 0, width: 0, height: 0 };
    expect([x < 0.2, y > 0.4, x + width < 0.7, y + height <= 1]).toEqual([true, true, true, true]);
    expect(begun?.area).toBeGreaterThan(0.01);
  });

  it('is right about at least 95 of 100 scenes, by day and by night, in streets that it has never seen', async () => {
    const wrong: string[] = [];
    for (const seed of UNSEEN)
      for (const isEmpty of [true, false]) {
        const hour = HOURS[seed % HOURS.length] ?? 0;
        const time = Date.parse('2026-06-01T00:00:00Z') + hour * 3_600_000;
        const changes = await watch({ seed, time }, isEmpty ? nobody : through);
        const isRight = isEmpty ? changes.length === 0 : changes[0]?.change === 'BEGUN';
        if (!isRight) wrong.push(`${seed} at ${hour} h, ${isEmpty ? 'empty' : 'a car'}`);
      }
    expect(wrong.length / (2 * UNSEEN.length) <= 0.05 ? [] : wrong).toEqual([]);
  }, 240_000);

  it('tells by zone, and of no zone in which nothing moves', async () => {
    const zone = (zoneId: string, left: number, top: number, right: number, bottom: number) => ({
      zoneId,
      polygon: [
        { x: left, y: top },
        { x: right, y: top },
        { x: right, y: bottom },
        { x: left, y: bottom },
      ],
    });
    const zones = [zone('sky', 0, 0.15, 1, 0.35), zone('west', 0, 0.5, 0.3, 1), zone('east', 0.7, 0.5, 1, 1)];
    const changes = await watch({ seconds: 5, settings: { ...DEFAULTS, zones } }, through);
    const begun = changes.filter(({ change }) => change === 'BEGUN');
    expect(begun.map(({ zoneId }) => zoneId)).toEqual(['west', 'east']);
    expect((begun[1]?.second ?? 0) - (begun[0]?.second ?? 0)).toBeGreaterThan(0.5);
  });

  it('waits for the cool-down before it says that nothing moves', async () => {
    const changes = await watch({ seconds: 7, settings: { ...DEFAULTS, coolDownS: 60 } }, through);
    expect(changes.map(({ change }) => change)).toEqual(['BEGUN']);
  });

  it('counts nothing that is smaller than the area, nor what differs less than the sensitivity asks for', async () => {
    expect(await watch({ settings: { ...DEFAULTS, minimumArea: 0.5 } }, through)).toEqual([]);
    const [width, height] = [40, 30];
    const patch = (grey: number) => ({
      ...{ width, height },
      data: Uint8Array.from({ length: width * height }, (_, at) => (at % width < 10 ? grey : 100)),
    });
    const told = (sensitivity: number) => {
      const detector = new MotionDetector({ ...DEFAULTS, sensitivity });
      return [100, 100, 125, 125, 125].flatMap((grey, look) => detector.look(patch(grey), look * 200)).length;
    };
    expect([told(1), told(100)]).toEqual([0, 1]);
  });

  it('takes no change of the light for motion, nor a lamp that is switched', () => {
    const detector = new MotionDetector(DEFAULTS);
    const [width, height] = [40, 30];
    const scene = (light: number) => ({
      ...{ width, height },
      data: Uint8Array.from({ length: width * height }, (_, at) => Math.min(255, 60 + (at % 50) + light)),
    });
    const light = [0, 0, 10, 25, 60, 60, 0, 0, 140, 140];
    expect(light.flatMap((more, look) => detector.look(scene(more), look * 200))).toEqual([]);
  });

  const rightThird = [
    { x: 0.66, y: 0 },
    { x: 1, y: 0 },
    { x: 1, y: 1 },
    { x: 0.66, y: 1 },
  ];
  const leftOfIt = rightThird.map(({ x, y }) => ({ x: x === 1 ? 0 : x, y }));
  it.each([
    ['of which a mask leaves a third', { masks: [{ polygon: leftOfIt, fill: 'BLACK' as const }] }],
    ['of which one region is shown', { regions: [rightThird] }],
  ])('takes no light for motion in a picture %s, and sees what moves there', (_what, masking) => {
    const [width, height] = [40, 30];
    const scene = (light: number, isThere = false) => ({
      ...{ width, height },
      data: Uint8Array.from({ length: width * height }, (_, at) => {
        const x = at % width;
        return x < 0.66 * width ? 0 : isThere && x < 33 ? 120 : Math.min(255, 60 + x + light);
      }),
    });
    const detector = new MotionDetector(DEFAULTS, masking);
    const light = [0, 0, 10, 25, 60, 60, 0, 0, 140, 140];
    expect(light.flatMap((more, look) => detector.look(scene(more), look * 200))).toEqual([]);
    const moves = [0, 1, 2].flatMap((look) => detector.look(scene(140, true), 2000 + look * 200));
    expect(moves.map(({ change }) => change)).toEqual(['BEGUN']);
  });

  it('tells of nothing that is in one picture only, as when that is damaged', () => {
    const detector = new MotionDetector(DEFAULTS);
    const [width, height] = [40, 30];
    const scene = (isThere: boolean) => ({
      ...{ width, height },
      data: Uint8Array.from({ length: width * height }, (_, at) => (isThere && at % width < 8 ? 200 : 60)),
    });
    const told = [false, true, false, true, true].map((isThere, look) =>
      detector.look(scene(isThere), look * 200).map(({ change }) => change),
    );
    expect(told).toEqual([[], [], [], [], ['BEGUN']]);
  });

  it('takes what stays for the background in the end', () => {
    const detector = new MotionDetector(DEFAULTS);
    const [width, height] = [40, 30];
    const parked = (isThere: boolean) => ({
      ...{ width, height },
      data: Uint8Array.from({ length: width * height }, (_, at) => (isThere && at % width < 10 ? 180 : 100)),
    });
    const changes = Array.from({ length: 600 }, (_, look) => detector.look(parked(look > 5), look * 200)).flat();
    expect(changes.map(({ change }) => change)).toEqual(['BEGUN', 'ENDED']);
  });

  it('tells of who comes soon after it began, though something was there then and has left', async () => {
    const changes = await watch({ seconds: 14 }, (second) => (second < 1 ? 0.3 : through(second - 8)));
    expect(changes.map(({ change }) => change)).toEqual(['BEGUN', 'ENDED', 'BEGUN', 'ENDED']);
    expect(changes[1]?.second).toBeLessThan(7);
    expect(changes[2]?.second).toBeGreaterThan(9);
  });

  it('tells that it ended when nobody looks any more', async () => {
    const detector = new MotionDetector(DEFAULTS);
    expect(detector.end()).toEqual([]);
    const street = await TestStreet.at(1, NOON);
    const grey = async (second: number, x?: number) =>
      toGrey({ jpeg: await street.picture(second, x), capturedAt: NOON, sequence: 0 });
    for (const [look, x] of [undefined, undefined, 0.3, 0.32].entries()) detector.look(await grey(look / 5, x), look * 200);
    expect(detector.end()).toMatchObject([{ change: 'ENDED' }]);
    expect(detector.end()).toEqual([]);
  });
});
