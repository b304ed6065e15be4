import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { fromPoint } from '../../src/sensors/tag-reading.js';
import { HistoryDatabase } from '../../src/store/history-database.js';
import { openDatabase } from '../../src/store/sqlite.js';
import { FakeTime, faketimeLibrary } from '../faketime.js';
import { roomy } from '../store/open-history.js';
import { tempDirectory } from '../temp-directory.js';
import { producedOf } from './produced.js';

const SCRIPT = fileURLToPath(new URL('./hearing-gateway.js', import.meta.url));
/** So many readings before each time that the clock is set. */
const READINGS = 50;
const HOUR_S = 3_600;
const DAY_S = 86_400;
/** What the clock is ahead of the true time, s, one after the other. */
const SET = [-HOUR_S, DAY_S, 0, -HOUR_S, 0];

/** A gateway whose clock is set again and again: what it produced, and what is in its history, both in the order in which it came. */
async function run(by: 'wall' | 'readings') {
  using dir = tempDirectory();
  const time = new FakeTime(dir.path);
  const data = join(dir.path, 'data');
  const child = spawn(process.execPath, ['--no-warnings', SCRIPT, data, by], {
    env: time.environment,
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const exit = once(child, 'exit');
  const produced: string[] = [];
  const set = [...SET];
  for await (const line of createInterface(child.stdout)) {
    produced.push(line);
    if (produced.length % READINGS > 0) continue;
    const seconds = set.shift();
    if (seconds === undefined) child.stdin.end();
    else time.set(seconds);
  }
  expect(await exit).toEqual([0, null]);
  using history = new HistoryDatabase(openDatabase(join(data, 'history.db')), roomy, new Set());
  const kept = history.readings.after(0, 10 * produced.length).map(({ point }) => fromPoint(point));
  return { produced, kept };
}

/** How far time goes back from one to the next, s; where it does. */
function stepsBack(kept: readonly { readonly time: number }[]): readonly number[] {
  return kept.flatMap(({ time }, at) => {
    const before = kept[at - 1]?.time ?? -Infinity;
    return time < before ? [Math.round((before - time) / 1000)] : [];
  });
}

const described = faketimeLibrary ? describe : (name: string) => it.todo(`${name} (apt-get install faketime)`);
described('A gateway whose clock is put forward and back', () => {
  it('has each reading once, in the order in which they were taken, but for one step of a day back', async () => {
    const { produced, kept } = await run('readings');
    expect(produced.length).toBeGreaterThanOrEqual((SET.length + 1) * READINGS);
    expect(new Set(produced).size).toBe(produced.length);
    expect(kept.map(producedOf)).toEqual(produced);
    expect(stepsBack(kept)).toEqual([DAY_S]);
  });

  it('would not have if it took the time of the machine', async () => {
    const { produced, kept } = await run('wall');
    expect(kept.map(producedOf)).toEqual(produced);
    expect(stepsBack(kept)).toEqual([HOUR_S, DAY_S, HOUR_S]);
  });
});
