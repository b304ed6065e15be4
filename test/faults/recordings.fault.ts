import { setTimeout as sleep } from 'node:timers/promises';
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import sharp from 'sharp';
import { AviFile } from '../../src/camera/recordings/avi-file.js';
import { tempDirectory } from '../temp-directory.js';
import { until } from '../until.js';
import { fill } from './lab/fill.js';
import { CAMERAS, Filming } from './lab/filming.js';
import { GatewayUnderTest } from './lab/gateway-process.js';
import type { Mistake } from './lab/mistake.js';
import { Card, smallDisk } from './lab/mounts.js';
import { withNeeds } from './lab/needs.js';
import { type Found, framesIn, onDisk } from './lab/on-disk.js';
import { seeded } from './lab/seeded.js';

const DISK_MIB = 8;
const CARD_MIB = 64;
const CUTS = 8;
const PAUSE_MS = 200;
const WITHOUT_SYNC = { LD_PRELOAD: 'libeatmydata.so' };

/** Leaves no room. @returns what is to be taken away so that there is some */
type Filling = (dir: string) => Promise<readonly string[]>;

/** No byte is free: what was recorded before gives way first. */
const bytes: Filling = async (dir) => [await fill(dir)];

/** No file can be made, although there are bytes: every write of a new one ends in ENOSPC. */
const files: Filling = (dir) => {
  const made: string[] = [];
  try {
    for (;;) {
      const path = join(dir, `full-${made.length}`);
      writeFileSync(path, '');
      made.push(path);
    }
  } catch {
    return Promise.resolve(made);
  }
};

withNeeds('root')('a gateway whose disk is full while it records', () => {
  it.each([
    ['of bytes', bytes],
    ['of files', files],
  ])(
    '%s refuses what it cannot keep, has the rest whole, and goes on by itself when there is room',
    async (_what, filling) => {
      const { missing, broken, strays, gaveWay, refused } = await fillUp(filling);
      expect(refused).toBeGreaterThan(0);
      expect({ missing: missing.length, broken, strays }).toEqual({ missing: gaveWay, broken: [], strays: [] });
      if (filling === files) expect(gaveWay).toBe(0);
    },
    60_000,
  );

  it('finishes a clip without a byte more than it has', async () => {
    using disk = smallDisk(1);
    const jpeg = await noisy(64, 48);
    const path = join(disk.path, 'clip.avi');
    const file = await AviFile.create(path, { width: 64, height: 48 }, false);
    const append = async () => {
      for (let sequence = 0; ; sequence++) await file.append({ jpeg, capturedAt: sequence * 40, sequence });
    };
    await expect(append()).rejects.toMatchObject({ code: 'ENOSPC' });
    const { count } = file;
    await file.finish();
    expect(file.count).toBeLessThan(count);
    expect(file.count).toBeGreaterThan(count / 2);
    expect(framesIn(path)).toBe(file.count);
  });

  it('control: stills are missing that nobody has written', async () => {
    const { missing, gaveWay } = await fillUp(files, 'answerWithoutTheStill');
    expect(missing.length).toBeGreaterThan(gaveWay);
  }, 60_000);
});

withNeeds(
  'root',
  'loop',
  'eatmydata',
)('a gateway whose power is cut while it records', () => {
  it(`has every recording that it answered, and nothing half, ${CUTS} times`, async () => {
    for (const { missing, broken, strays } of await cutAgainAndAgain(CUTS))
      expect({ missing, broken, strays }).toEqual({ missing: [], broken: [], strays: [] });
  }, 120_000);

  it('control: without sync it has lost what it answered', async () => {
    const found = await cutAgainAndAgain(2, WITHOUT_SYNC);
    expect(Math.max(...found.map(({ missing }) => missing.length))).toBeGreaterThan(0);
  }, 60_000);
});

async function fillUp(filling: Filling, mistake?: Mistake): Promise<Found & { gaveWay: number; refused: number }> {
  using dir = tempDirectory();
  using disk = smallDisk(DISK_MIB, 64);
  // the store has tests of its own
  symlinkSync(disk.path, join(dir.path, 'recordings'));
  await using gateway = await GatewayUnderTest.start({ dir: dir.path, cameras: CAMERAS, ...(mistake ? { mistake } : {}) });
  await using filming = new Filming(gateway.url);
  await until(() => filming.film(), 20);
  await until(async () => filming.stills.length > 3, 20);
  const ballast = await filling(disk.path);
  const stills = filming.stills.length;
  await until(async () => filming.refused > 2, 20);
  const { counters } = await gateway.subsystem('recordings');
  for (const path of ballast) rmSync(path);
  await until(async () => filming.stills.length > stills + 5, 20);
  expect((await gateway.subsystem('recordings')).state).toBe('ACTIVE');
  await filming[Symbol.asyncDispose]();
  await gateway.end();
  const found = await onDisk(dir.path, [...filming.stills, ...filming.clips]);
  return { ...found, gaveWay: counters.gaveWay ?? NaN, refused: filming.refused };
}

async function cutAgainAndAgain(times: number, env: NodeJS.ProcessEnv = {}): Promise<readonly Found[]> {
  const random = seeded(7);
  using card = new Card(CARD_MIB);
  mkdirSync(join(card.path, 'recordings'));
  await using gateway = await GatewayUnderTest.start({ dir: card.path, cameras: CAMERAS, env });
  await using filming = new Filming(gateway.url);
  await until(async () => filming.stills.length > 3, 20);
  const found: Found[] = [];
  for (let n = 0; n < times; n++) {
    if (n < 3) await until(() => filming.film(), 20);
    await sleep(random() * PAUSE_MS);
    gateway.signal('SIGSTOP');
    try {
      using cut = await card.cutPower(); // what was answered before has arrived by now
      found.push(await onDisk(cut.path, [...filming.stills, ...filming.clips]));
    } finally {
      gateway.signal('SIGCONT');
    }
  }
  return found;
}

/** Something to see: of a plain picture ffmpeg says that its end is missing. */
function noisy(width: number, height: number): Promise<Buffer> {
  const noise = { type: 'gaussian', mean: 128, sigma: 30 } as const;
  return sharp({ create: { width, height, channels: 3, background: 'teal', noise } })
    .jpeg()
    .toBuffer();
}
