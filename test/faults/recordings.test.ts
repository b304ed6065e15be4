import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { tempDirectory } from '../temp-directory.js';
import { until } from '../until.js';
import { CAMERAS, Filming } from './lab/filming.js';
import { GatewayUnderTest } from './lab/gateway-process.js';
import type { Mistake } from './lab/mistake.js';
import { type Found, onDisk } from './lab/on-disk.js';
import { seeded } from './lab/seeded.js';

const TIMES = 3;
const LIFE_MS = 200;

describe('a gateway that is killed while it records', () => {
  it('has every still that it answered, each clip up to about then, and nothing half', async () => {
    const { missing, broken, strays, recordings } = await killAgainAndAgain(TIMES);
    expect({ missing, broken, strays }).toEqual({ missing: [], broken: [], strays: [] });
    const clips = recordings.filter(({ kind }) => kind === 'CLIP');
    expect(clips.map(({ state }) => state)).toEqual(Array(TIMES).fill('CUT_SHORT'));
    expect(Math.min(...clips.map(({ frames }) => frames))).toBeGreaterThan(1);
  }, 60_000);

  it('control: stills are missing that nobody has written', async () => {
    expect((await killAgainAndAgain(1, 'answerWithoutTheStill')).missing.length).toBeGreaterThan(0);
  }, 60_000);
});

async function killAgainAndAgain(times: number, mistake?: Mistake): Promise<Found> {
  using dir = tempDirectory();
  const random = seeded(7);
  await using gateway = await GatewayUnderTest.prepare({ dir: dir.path, cameras: CAMERAS, ...(mistake ? { mistake } : {}) });
  await using filming = new Filming(gateway.url);
  for (let n = 0; n < times; n++) {
    const stills = filming.stills.length;
    await gateway.start();
    await until(() => filming.film(), 20);
    await until(async () => filming.stills.length > stills + 2, 20);
    await sleep(random() * LIFE_MS);
    await gateway.end('SIGKILL');
  }
  await filming[Symbol.asyncDispose]();
  return await onDisk(dir.path, [...filming.stills, ...filming.clips]);
}
