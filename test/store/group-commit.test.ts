import { describe, expect, it } from '@jest/globals';
import { DiskFailure } from '../../src/store/disk-failure.js';
import { GroupCommit, type Waiting } from '../../src/store/group-commit.js';
import { ManualClock } from '../manual-clock.js';
import { appPoints } from './points.js';

/** A disk that fails for as long as it is said to; what it took, by the times of the points. */
function queue(maxWaiting = 100) {
  const clock = new ManualClock();
  const disk = { fails: true, asked: [] as number[], took: [] as number[][] };
  const commit = async (appends: readonly Waiting[]) => {
    await Promise.resolve();
    disk.asked.push(clock.monotonic());
    if (disk.fails) throw new DiskFailure('failing', 'I/O error');
    disk.took.push(appends.map(({ points }) => points[0]?.time ?? 0));
    for (const { resolve } of appends) resolve();
  };
  return { clock, disk, queue: new GroupCommit(commit, clock, { commitMs: 1000, fullAt: 50, mostAtOnce: 20, maxWaiting }) };
}

const at = (time: number, count = 1) => appPoints(count, time);
const code = (expected: string) => (error: unknown) => expect(error).toMatchObject({ code: expected });

describe('while the disk fails', () => {
  it('what came from the radio waits, is tried ever more rarely, and goes in its order when the disk is well', async () => {
    const { clock, disk, queue: commits } = queue();
    const kept = [1, 2, 3].map((time) => commits.append(at(time), false));
    await clock.advance(65_000);
    expect(disk.asked).toEqual([1000, 2000, 4000, 8000, 16_000, 32_000, 62_000]);
    disk.fails = false;
    await clock.advance(30_000);
    await Promise.all(kept);
    expect(disk.took).toEqual([[1, 2, 3]]);
    const next = commits.append(at(4), false);
    await clock.advance(1000);
    await next;
  });

  it('whoever waits for an answer is told at once when to come again, and is not kept', async () => {
    const { clock, disk, queue: commits } = queue();
    const radio = commits.append(at(1), false);
    await expect(commits.append(at(2), true)).rejects.toThrow('I/O error');
    await clock.advance(400);
    await expect(commits.append(at(3), true)).rejects.toMatchObject({ code: 'unavailable', retryAfterMs: 600 });
    disk.fails = false;
    await clock.advance(600);
    await radio;
    await commits.append(at(4), true);
    expect(disk.took).toEqual([[1], [4]]);
  });

  it('it is tried also when nothing waits', async () => {
    const { clock, disk, queue: commits } = queue();
    await commits.append(at(1), true).catch(code('unavailable'));
    disk.fails = false;
    await clock.advance(1000);
    await commits.append(at(2), true);
    expect(disk.took).toEqual([[], [2]]);
  });

  it('the oldest give way when too many wait', async () => {
    const { clock, disk, queue: commits } = queue(30);
    const fates = [1, 2, 3, 4].map((n) => commits.append(at(n, 10), false).then(() => n, code('unavailable')));
    disk.fails = false;
    await clock.advance(5000);
    expect(await Promise.all(fates)).toEqual([undefined, 2, 3, 4]);
    expect(disk.took).toEqual([[2, 3], [4]]); // twenty points at once
  });

  it('the end refuses what the disk does not take', async () => {
    const { disk, queue: commits } = queue();
    const fates = [1, 2, 3].map((n) => commits.append(at(n, 10), false).catch(code('unavailable')));
    await commits.drain();
    await Promise.all(fates);
    expect(disk.asked).toHaveLength(1);
  });
});
