import { describe, expect, it } from '@jest/globals';
import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { systemClock } from '../../../src/clock.js';
import { type Spawn, spawnChild } from '../../../src/devices/child.js';
import { askChronyc, isTracking } from '../../../src/devices/timing/chronyc.js';
import { tempDirectory } from '../../temp-directory.js';
import { until } from '../../until.js';

/** What chronyc 4.3 prints in each case. */
const FOLLOWS =
  'A29FC87B,162.159.200.123,4,1780315200.123456789,0.000012345,-0.000023456,0.000034567,-12.345,0.001,0.023,0.004567890,0.000678901,64.4,Normal';
const LEAPS = FOLLOWS.replace('Normal', 'Insert second');
const FOLLOWS_NOBODY =
  '00000000,,0,0.000000000,0.000000000,0.000000000,0.000000000,-12.345,0.000,0.000,1.000000000,1.000000000,0.0,Not synchronised';
const OWN_CLOCK =
  '7F7F0101,,10,1780315200.000000000,0.000000000,0.000000000,0.000000000,-12.345,0.000,0.000,0.000000000,0.000000000,0.0,Normal';

/** Long enough for a shell to start on a busy machine. */
const PATIENCE_MS = 30_000;

describe('isTracking', () => {
  it.each([
    ['follows a server', FOLLOWS, true],
    ['follows one and is about to insert a leap second', LEAPS, true],
    ['follows nobody', FOLLOWS_NOBODY, false],
    ['has lost its servers', FOLLOWS.replace('Normal', 'Not synchronised'), false],
    ['has no stratum', FOLLOWS.replace(',4,', ',0,'), false],
    ['passes on its own clock', OWN_CLOCK, false],
  ])('knows a chronyd that %s', (_what, csv, tracking) => {
    expect(isTracking(`${csv}\n`)).toBe(tracking);
  });

  it.each(['', '506 Cannot talk to daemon', 'A29FC87B,162.159.200.123,four,Normal', 'Reference ID    : A29FC87B (time.example)'])(
    'refuses to guess from "%s"',
    (text) => {
      expect(() => isTracking(text)).toThrow('does not say');
    },
  );
});

describe('askChronyc', () => {
  it('asks chronyc for numbers and names no host', async () => {
    using chronyc = fakeChronyc(`echo "$@" > "$(dirname "$0")/args"; echo '${FOLLOWS}'`);
    expect(await askChronyc(chronyc.spawn, systemClock, PATIENCE_MS)).toBe(true);
    expect(readFileSync(join(chronyc.path, 'args'), 'utf8')).toBe('-c -n tracking\n');
  });

  it('hears the no of a chronyd that follows nobody', async () => {
    using chronyc = fakeChronyc(`echo '${FOLLOWS_NOBODY}'`);
    expect(await askChronyc(chronyc.spawn, systemClock, PATIENCE_MS)).toBe(false);
  });

  it('cannot say without chronyd', async () => {
    using chronyc = fakeChronyc('echo "506 Cannot talk to daemon"; exit 1');
    await expect(askChronyc(chronyc.spawn, systemClock, PATIENCE_MS)).rejects.toMatchObject({ code: 'unavailable' });
  });

  it('cannot say without chronyc', async () => {
    const spawn: Spawn = (_command, args) => spawnChild('/no/such/chronyc', args);
    await expect(askChronyc(spawn, systemClock, PATIENCE_MS)).rejects.toMatchObject({ code: 'unavailable' });
  });

  it('does not believe one that fails after an answer', async () => {
    using chronyc = fakeChronyc(`echo '${FOLLOWS}'; exit 1`);
    await expect(askChronyc(chronyc.spawn, systemClock, PATIENCE_MS)).rejects.toMatchObject({ code: 'unavailable' });
  });

  it('does not believe one that talks of other things, and at length', async () => {
    using chronyc = fakeChronyc('head -c 10000000 /dev/zero');
    await expect(askChronyc(chronyc.spawn, systemClock, PATIENCE_MS)).rejects.toThrow('does not say');
  });

  it('kills one that hangs', async () => {
    using chronyc = fakeChronyc('echo $$ > "$(dirname "$0")/pid"; exec sleep 1000');
    const pidFile = join(chronyc.path, 'pid');
    const started = until(async () => existsSync(pidFile) && readFileSync(pidFile, 'utf8').endsWith('\n'));
    const clock = { ...systemClock, sleep: () => started }; // its time is over as soon as it runs
    await expect(askChronyc(chronyc.spawn, clock, 2000)).rejects.toMatchObject({ code: 'timeout' });
    const pid = Number(readFileSync(pidFile, 'utf8'));
    await until(async () => !isAlive(pid));
  });
});

/** A program named chronyc, written in the language of the shell. */
function fakeChronyc(script: string): Disposable & { readonly spawn: Spawn; readonly path: string } {
  const folder = tempDirectory();
  const program = join(folder.path, 'chronyc');
  writeFileSync(program, `#!/bin/sh\n${script}\n`);
  chmodSync(program, 0o755);
  return {
    path: folder.path,
    spawn: (command, args) => spawnChild(join(folder.path, command), args),
    [Symbol.dispose]: () => folder[Symbol.dispose](),
  };
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
