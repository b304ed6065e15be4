import { describe, expect, it } from '@jest/globals';
import { LastMinute } from '../../../src/devices/ble/last-minute.js';
import { Silence } from '../../../src/devices/ble/silence.js';
import { ManualClock } from '../../manual-clock.js';

const options = { silenceMs: 90_000, longestMs: 3_600_000 };

/** What is due, and after how many seconds, when somebody looks every 30 s for so many hours. */
async function remedies(silence: Silence, clock: ManualClock, hours: number): Promise<string[]> {
  const due: string[] = [];
  for (let at = 30; at <= hours * 3600; at += 30) {
    await clock.advance(30_000);
    const remedy = silence.due();
    if (remedy) due.push(`${at} ${remedy}`);
  }
  return due;
}

describe('A silence', () => {
  it('is first answered by a restart, then by a power cycle, then reported, then tried ever less often', async () => {
    const clock = new ManualClock();
    expect(await remedies(new Silence(clock, options), clock, 4)).toEqual([
      ...['90 restart', '180 powerCycle', '270 report'],
      ...['450 powerCycle', '810 powerCycle', '1530 powerCycle', '2970 powerCycle', '5850 powerCycle'],
      ...['9450 powerCycle', '13050 powerCycle'],
    ]);
  });

  it('that is over begins anew, and a scan that begins is given time', async () => {
    const clock = new ManualClock();
    const silence = new Silence(clock, options);
    await remedies(silence, clock, 1);
    silence.end();
    expect(silence.seconds).toBe(0);
    await clock.advance(89_999);
    expect(silence.due()).toBeUndefined();
    silence.scanBegan();
    await clock.advance(1);
    expect(silence.due()).toBeUndefined();
    await clock.advance(89_999);
    expect(silence.due()).toBe('restart');
    expect(silence.seconds).toBe(180);
  });
});

describe('The last minute', () => {
  it('is counted by the second, and forgotten by the second', async () => {
    const clock = new ManualClock();
    const minute = new LastMinute(clock);
    expect(minute.perSecond).toBe(0);
    for (let second = 0; second < 120; second++) {
      for (let n = 0; n < 3; n++) minute.add();
      await clock.advance(1_000);
    }
    expect(minute.perSecond).toBe(2.95);
    await clock.advance(29_000);
    expect(minute.perSecond).toBe(1.5);
    await clock.advance(31_000);
    expect(minute.perSecond).toBe(0);
    await clock.advance(86_400_000);
    minute.add();
    expect(minute.perSecond).toBe(0.02);
  });
});
