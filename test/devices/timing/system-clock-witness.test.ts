import { expect, it } from '@jest/globals';
import { uptime } from 'node:os';
import { SystemClockWitness } from '../../../src/devices/timing/system-clock-witness.js';
import { ManualClock } from '../../manual-clock.js';
import { systemRoot } from './system-root.js';

const clock = new ManualClock();
const seconds = clock.now() / 1000;

async function vouches(files: Readonly<Record<string, string>>, isSynchronised: boolean): Promise<boolean> {
  using root = systemRoot(files);
  const source = { synchronised: () => Promise.resolve(isSynchronised) };
  return await new SystemClockWitness({ root: root.path, clock, source }).vouches();
}

function rtc(number: number, hctosys: number, sinceEpoch: number): Record<string, string> {
  const folder = `/sys/class/rtc/rtc${number}`;
  return { [`${folder}/hctosys`]: `${hctosys}\n`, [`${folder}/since_epoch`]: `${sinceEpoch}\n` };
}

it.each([
  ['nobody', false, {}, false],
  ['a daemon', true, {}, true],
  ['a hardware clock that has set it', true, rtc(0, 1, seconds - 1), false],
  ['the second hardware clock', true, { ...rtc(0, 0, 12), ...rtc(1, 1, seconds) }, false],
  ['nobody where the hardware clock has not set it', false, rtc(0, 0, seconds), false],
  ['nobody where the hardware clock has no battery', false, rtc(0, 1, 30), false],
  ['nobody where the hardware clock says nothing', false, { '/sys/class/rtc/rtc0/hctosys': '1\n' }, false],
])('%s vouches for the clock: %s', async (_who, expected, files, isSynchronised) => {
  expect(await vouches(files, isSynchronised)).toBe(expected);
});

it('What cannot be asked is a failure', async () => {
  using root = systemRoot();
  const source = { synchronised: () => Promise.reject(new Error('no bus')) };
  await expect(new SystemClockWitness({ root: root.path, clock, source }).vouches()).rejects.toThrow('no bus');
});

it('It says which boot this is, and how long ago', () => {
  using root = systemRoot({ '/proc/sys/kernel/random/boot_id': '864b8c64-223c-4712-a4f9-37eae5170081\n' });
  const witness = new SystemClockWitness({ root: root.path });
  expect(witness.boot).toBe('864b8c64-223c-4712-a4f9-37eae5170081');
  expect(Math.abs(witness.uptimeMs() / 1000 - uptime())).toBeLessThan(5);
});

it('Where the kernel does not say, no process is of the boot of another', () => {
  using root = systemRoot();
  const [one, other] = [1, 2].map(() => new SystemClockWitness({ root: root.path }).boot);
  expect(one).not.toBe(other);
});
